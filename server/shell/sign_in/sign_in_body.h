/* sign_in_body.h: what the page posts to sign in: {"firm": .., "login": .., "password": ..}, with
 * "new" where the password was made for somebody; and to change one's own account: {"password": ..,
 * "new": ..}, or without "new" to be signed in here alone.
 *
 * Owner    the caller, who wipes the passwords.
 * Errors   RP_ERR_MALFORMED: no JSON, a key too many or too few, or longer than anything of that
 *          kind can be.
 */
#pragma once

#include "password.h"

struct rp_sign_in_ask {
    char firm[RP_FIRM_TEXT], login[RP_LOGIN_TEXT], password[RP_PASSWORD_BYTES_MAX + 1];
    char chosen[RP_PASSWORD_BYTES_MAX + 1]; /* the new password; "": none */
};

/* Firm and login are taken without blanks around them, and as small letters. */
enum rp_err rp_sign_in_read(const char *body, size_t length, struct rp_sign_in_ask *ask);
/* Leaves firm and login empty. */
enum rp_err rp_sign_in_read_own(const char *body, size_t length, struct rp_sign_in_ask *ask);
