/* account.h: what firms, logins and roles may be called.
 *
 * Owner    constants and plain text.
 * Errors   false, or RP_ERR_RANGE: no such name.
 */
#pragma once

#include "rp_msg.h"

/* 1 to 40 small letters, digits and hyphens, none at either end. */
bool rp_firm_is_sound(const char *firm);

/* 1 to 64 small letters, digits and . _ @ + - */
bool rp_login_is_sound(const char *login);

/* "instructor", "grader", "admin": those of accounts. */
enum rp_err rp_role_named(const char *name, enum rp_staff_role *role);
const char *rp_role_name(enum rp_staff_role role);
