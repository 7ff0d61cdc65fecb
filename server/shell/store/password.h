/* password.h: what a password must be, and its hash (argon2id by libsodium).
 *
 * Times    to hash or to check takes about a tenth of a second and 64 MiB: never on the loop.
 * Owner    plain data; the caller wipes what it typed.
 * Errors   RP_ERR_RANGE: too long; RP_ERR_IO: no memory for it.
 * Source   OWASP ASVS 5.0, 6.2: at least 8, better 15 characters, no rule of composition, nothing
 *          from a list of common ones.
 */
#pragma once

#include "store_accounts.h"

enum {
    RP_PASSWORD_BYTES_MAX = 256,
    RP_PASSWORD_POINTS_MIN = 12,
    RP_PASSWORD_MADE_TEXT = 25,
    RP_PASSWORD_MADE_DAYS = 7, /* so long one that was made for somebody waits to be changed */
};

enum rp_password_flaw {
    RP_PASSWORD_SOUND = 0,
    RP_PASSWORD_SHORT,
    RP_PASSWORD_LONG,
    RP_PASSWORD_COMMON,
    RP_PASSWORD_NAMED, /* after the login or the firm */
    RP_PASSWORD_FLAWS
};

enum rp_password_flaw rp_password_judge(const char *password, const char *firm, const char *login);

/* For a command line: "it is the login or the firm"; and as the page knows it: "named". */
const char *rp_password_complaint(enum rp_password_flaw flaw);
const char *rp_password_flaw_name(enum rp_password_flaw flaw);

enum rp_err rp_password_hash(const char *password, char hash[RP_PASSWORD_TEXT]);

/* The same for one that is 128 random bits: no work makes it harder to guess. */
enum rp_err rp_password_hash_made(const char *password, char hash[RP_PASSWORD_TEXT]);

/* Takes as long for an account that is not there: hash NULL. */
bool rp_password_is(const char *password, const char *hash);

/* 24 letters and digits that cannot be taken for each other, in groups of four. */
void rp_password_make(char password[RP_PASSWORD_MADE_TEXT]);
