/* store_accounts.h: what is kept of firms and their staff: accounts, sign-ins, invitations.
 *
 * It has a connection of its own, so that `hearout user` can change them beside a running server,
 * and so that a sign-in is stored on the thread that has judged the password. Every look-up
 * carries the firm; what belongs to another is as absent as what never was.
 *
 * What happens to them stands in the audit log with the same commit: by login, never by name or
 * address.
 *
 * Times    *_s are seconds of the wall clock: a sign-in outlives the process.
 * Owner    open/close. Any thread may call; calls wait for each other, and for the disk: never the
 *          loop's thread, but at the start.
 * Errors   RP_ERR_NOT_FOUND, RP_ERR_CONFLICT as said; RP_ERR_STORAGE otherwise, with the reason in
 *          the log.
 */
#pragma once

#include "firm.h"
#include "rp_msg.h"
#include "store.h"

enum {
    RP_LOGIN_TEXT = 65,
    RP_PASSWORD_TEXT = 128,       /* an argon2id string, and a zero byte */
    RP_ACCOUNT_SIGN_INS_MAX = 16, /* of one account: the one that was idle for longest gives way */
};

struct rp_accounts;

/* A folder in which nothing stands yet is made, and an older database brought up to date, unless a
 * server is running on it: RP_ERR_CONFLICT. */
enum rp_err rp_accounts_open(struct rp_accounts **accounts, const char *folder);
void rp_accounts_close(struct rp_accounts *accounts);

struct rp_account {
    char firm[RP_FIRM_TEXT], login[RP_LOGIN_TEXT], name[RP_STORE_NAME_MAX];
    enum rp_staff_role role; /* no invited one */
    char password[RP_PASSWORD_TEXT];
    int64_t created_s;
    int64_t made_until_s; /* the password was made for him, and until then is good for choosing
                             another; 0: chosen */
};

struct rp_stored_firm {
    const char *firm, *name;
    int64_t accounts;
};

/* RP_ERR_CONFLICT: it is there already. */
enum rp_err rp_accounts_add_firm(struct rp_accounts *accounts, const char *firm, const char *name);
enum rp_err rp_accounts_firms(struct rp_accounts *accounts,
                              bool (*take)(void *context, const struct rp_stored_firm *firm),
                              void *context);

/* RP_ERR_NOT_FOUND: no such firm. RP_ERR_CONFLICT: the login or the name is taken in it. */
enum rp_err rp_accounts_add(struct rp_accounts *accounts, const struct rp_account *account);
enum rp_err rp_accounts_find(struct rp_accounts *accounts, const char *firm, const char *login,
                             struct rp_account *account);
enum rp_err rp_accounts_list(struct rp_accounts *accounts, const char *firm,
                             bool (*take)(void *context, const struct rp_account *account),
                             void *context);
/* Both end every sign-in of the account. The first gives it the password that stands in it. */
enum rp_err rp_accounts_set_password(struct rp_accounts *accounts,
                                     const struct rp_account *account);
enum rp_err rp_accounts_remove(struct rp_accounts *accounts, const char *firm, const char *login);

struct rp_stored_sign_in {
    uint8_t hash[RP_TOKEN_HASH_BYTES];
    char firm[RP_FIRM_TEXT], login[RP_LOGIN_TEXT], name[RP_STORE_NAME_MAX];
    enum rp_staff_role role;
    int64_t created_s, seen_s;
};

/* `chosen`: the account's password from now on, or NULL: the one that it has. RP_ERR_NOT_FOUND: the
 * account, or its password, has changed since it was found. */
enum rp_err rp_accounts_sign_in(struct rp_accounts *accounts, const struct rp_account *found,
                                const char *chosen, const uint8_t hash[RP_TOKEN_HASH_BYTES],
                                int64_t now_s);
/* A wrong password for this account, or NULL: for none. How is for the audit log. */
enum rp_err rp_accounts_sign_in_failed(struct rp_accounts *accounts,
                                       const struct rp_account *account, const char *how,
                                       int64_t now_s);

struct rp_renewal {
    const uint8_t *old_hash, *new_hash; /* of the sign-in that goes on */
    const char *password;               /* NULL: it stays */
};
/* The sign-in gets another token, and every other one of the account ends. RP_ERR_NOT_FOUND: it has
 * ended itself, or the password has changed since the account was found. */
enum rp_err rp_accounts_renew(struct rp_accounts *accounts, const struct rp_account *found,
                              const struct rp_renewal *renewal);
/* Why is for the audit log. RP_ERR_NOT_FOUND: it has ended already. */
enum rp_err rp_accounts_sign_out(struct rp_accounts *accounts, const struct rp_stored_sign_in *one,
                                 const char *why);
enum rp_err rp_accounts_seen(struct rp_accounts *accounts, const uint8_t hash[RP_TOKEN_HASH_BYTES],
                             int64_t seen_s);

/* Every sign-in that stands, if something has happened to accounts since `*change`, which becomes
 * what it is now; it starts as -1. The callback gets what was the same at one moment. */
enum rp_err rp_accounts_sign_ins(struct rp_accounts *accounts, int64_t *change,
                                 bool (*take)(void *context, const struct rp_stored_sign_in *one),
                                 void *context);

struct rp_stored_invite {
    uint8_t hash[RP_TOKEN_HASH_BYTES];
    char firm[RP_FIRM_TEXT], workshop[RP_ID_TEXT];
    enum rp_staff_role role; /* an invited one */
    int64_t created_s;
};

/* RP_ERR_NOT_FOUND: the firm has no such workshop. `who` is for the audit log. */
enum rp_err rp_accounts_invite(struct rp_accounts *accounts, const struct rp_stored_invite *invite,
                               const char *who);
/* All of the workshop's. */
enum rp_err rp_accounts_uninvite(struct rp_accounts *accounts, const char *firm,
                                 const char *workshop, const char *who);
/* Those to workshops that are not over. */
enum rp_err rp_accounts_invites(struct rp_accounts *accounts,
                                bool (*take)(void *context, const struct rp_stored_invite *invite),
                                void *context);
