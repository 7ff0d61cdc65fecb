/* store_sign_ins.c: rows of who is signed in, and who is invited. */
#include <string.h>

#include "account.h"
#include "store_accounts_private.h"

static void say_login(char who[RP_LOGIN_TEXT + 8], const char *login)
{
    snprintf(who, RP_LOGIN_TEXT + 8, "login %s", login);
}

static void copy_hash(uint8_t hash[RP_TOKEN_HASH_BYTES], sqlite3_stmt *row, int column)
{
    const void *bytes = sqlite3_column_blob(row, column);
    if (bytes && sqlite3_column_bytes(row, column) == RP_TOKEN_HASH_BYTES)
        memcpy(hash, bytes, RP_TOKEN_HASH_BYTES);
}

/* Sign-ins. */

/* Whoever signs in on yet another device is signed out where he was idle for longest. */
static enum rp_err trim(struct rp_accounts *accounts, const struct rp_account *account)
{
    enum rp_err err = rp_accounts_change(
        accounts, rp_accounts_ask(
                      accounts,
                      "DELETE FROM sign_in WHERE hash IN (SELECT hash FROM sign_in"
                      " WHERE firm = ?1 AND login = ?2 ORDER BY seen_s DESC LIMIT -1 OFFSET ?3)",
                      "tti", account->firm, account->login, (int64_t)RP_ACCOUNT_SIGN_INS_MAX - 1));
    if (err == RP_ERR_NOT_FOUND)
        return RP_OK;
    return err ? err
               : rp_accounts_change(
                     accounts,
                     rp_accounts_ask(accounts, "UPDATE account_change SET n = n + 1", ""));
}

/* Nobody makes him change one that he chose himself. */
static enum rp_err choose(struct rp_accounts *accounts, const struct rp_account *found,
                          const char *password)
{
    return rp_accounts_change(
        accounts, rp_accounts_ask(accounts,
                                  "UPDATE account SET password = ?4, made_until_s = NULL"
                                  " WHERE firm = ?1 AND login = ?2 AND password = ?3",
                                  "tttt", found->firm, found->login, found->password, password));
}

enum rp_err rp_accounts_sign_in(struct rp_accounts *accounts, const struct rp_account *found,
                                const char *chosen, const uint8_t hash[RP_TOKEN_HASH_BYTES],
                                int64_t now_s)
{
    char who[RP_LOGIN_TEXT + 8];
    const char *how = chosen ? "by a made password, and chose his own" : "by password";
    const struct rp_accounts_trace trace = {RP_AUDIT_SIGN_IN, found->firm, who, how, ""};
    enum rp_err err = rp_accounts_begin(accounts, "BEGIN IMMEDIATE");
    if (err)
        return err;
    say_login(who, found->login);
    err = trim(accounts, found);
    if (!err && chosen)
        err = choose(accounts, found, chosen);
    if (err)
        return rp_accounts_end(accounts, err);
    return rp_accounts_change_noted(
        accounts,
        rp_accounts_ask(accounts,
                        "INSERT INTO sign_in (hash, firm, login, created_s, seen_s)"
                        " SELECT ?4, firm, login, ?5, ?5 FROM account"
                        " WHERE firm = ?1 AND login = ?2 AND password = ?3",
                        "ttthi", found->firm, found->login, chosen ? chosen : found->password, hash,
                        now_s),
        trace);
}

/* What was typed for a login is not kept: it may be a password. */
enum rp_err rp_accounts_sign_in_failed(struct rp_accounts *accounts,
                                       const struct rp_account *account, const char *how,
                                       int64_t now_s)
{
    char who[RP_LOGIN_TEXT + 8] = "nobody's login";
    enum rp_err err = rp_accounts_begin(accounts, "BEGIN IMMEDIATE");
    if (err)
        return err;
    if (account)
        say_login(who, account->login);
    const struct rp_audit audit = {now_s, RP_AUDIT_SIGN_IN_FAILED, account ? account->firm : "",
                                   who, how};
    return rp_accounts_end(accounts, rp_audit_append(accounts->db, &audit));
}

/* What else the password that was given once more is to do. */
static enum rp_err leave_alone(struct rp_accounts *accounts, const struct rp_account *found,
                               const struct rp_renewal *renewal)
{
    enum rp_err err = rp_accounts_change(
        accounts, rp_accounts_ask(accounts,
                                  "DELETE FROM sign_in"
                                  " WHERE firm = ?1 AND login = ?2 AND hash <> ?3",
                                  "tth", found->firm, found->login, renewal->old_hash));
    if (err == RP_ERR_NOT_FOUND) /* he was signed in nowhere else */
        err = RP_OK;
    return err || renewal->password == NULL ? err : choose(accounts, found, renewal->password);
}

enum rp_err rp_accounts_renew(struct rp_accounts *accounts, const struct rp_account *found,
                              const struct rp_renewal *renewal)
{
    char who[RP_LOGIN_TEXT + 8];
    const struct rp_accounts_trace trace = {
        renewal->password ? RP_AUDIT_ACCOUNT : RP_AUDIT_SIGN_OUT, found->firm, who,
        renewal->password ? "changed his own password" : "everywhere else", ""};
    enum rp_err err = rp_accounts_begin(accounts, "BEGIN IMMEDIATE");
    if (err)
        return err;
    say_login(who, found->login);
    err = leave_alone(accounts, found, renewal);
    if (err)
        return rp_accounts_end(accounts, err);
    return rp_accounts_change_noted(accounts,
                                    rp_accounts_ask(accounts,
                                                    "UPDATE sign_in SET hash = ?2 WHERE hash = ?1",
                                                    "hh", renewal->old_hash, renewal->new_hash),
                                    trace);
}

enum rp_err rp_accounts_sign_out(struct rp_accounts *accounts, const struct rp_stored_sign_in *one,
                                 const char *why)
{
    char who[RP_LOGIN_TEXT + 8];
    const struct rp_accounts_trace trace = {RP_AUDIT_SIGN_OUT, one->firm, who, why, ""};
    say_login(who, one->login);
    return RP_ACCOUNTS_CHANGE_NOTED(accounts, trace, "DELETE FROM sign_in WHERE hash = ?1", "h",
                                    one->hash);
}

enum rp_err rp_accounts_seen(struct rp_accounts *accounts, const uint8_t hash[RP_TOKEN_HASH_BYTES],
                             int64_t seen_s)
{
    return RP_ACCOUNTS_CHANGE(accounts, "UPDATE sign_in SET seen_s = ?2 WHERE hash = ?1", "hi",
                              hash, seen_s);
}

struct sign_in_taker {
    bool (*take)(void *context, const struct rp_stored_sign_in *one);
    void *context;
};

static bool read_sign_in(void *taker, sqlite3_stmt *row)
{
    const struct sign_in_taker *to = taker;
    struct rp_stored_sign_in one = {.role = (enum rp_staff_role)sqlite3_column_int(row, 4),
                                    .created_s = sqlite3_column_int64(row, 5),
                                    .seen_s = sqlite3_column_int64(row, 6)};
    copy_hash(one.hash, row, 0);
    RP_ROW_COPY(one.firm, row, 1);
    RP_ROW_COPY(one.login, row, 2);
    RP_ROW_COPY(one.name, row, 3);
    return to->take(to->context, &one);
}

static bool read_number(void *taker, sqlite3_stmt *row)
{
    *(int64_t *)taker = sqlite3_column_int64(row, 0);
    return false;
}

enum rp_err rp_accounts_sign_ins(struct rp_accounts *accounts, int64_t *known,
                                 bool (*take)(void *context, const struct rp_stored_sign_in *one),
                                 void *context)
{
    int64_t now = *known;
    enum rp_err err = rp_accounts_begin(accounts, "BEGIN");
    if (err)
        return err;
    err = rp_accounts_read(accounts, rp_accounts_ask(accounts, "SELECT n FROM account_change", ""),
                           read_number, &now);
    if (!err && now != *known)
        err =
            rp_accounts_read(accounts,
                             rp_accounts_ask(accounts,
                                             "SELECT hash, sign_in.firm, sign_in.login, name, role,"
                                             " sign_in.created_s, seen_s"
                                             " FROM sign_in JOIN account USING (firm, login)",
                                             ""),
                             read_sign_in, &(struct sign_in_taker){take, context});
    if (!err)
        *known = now;
    return rp_accounts_end(accounts, err);
}

/* Invitations. */

enum rp_err rp_accounts_invite(struct rp_accounts *accounts, const struct rp_stored_invite *invite,
                               const char *who)
{
    char what[100];
    const struct rp_accounts_trace trace = {RP_AUDIT_INVITE, invite->firm, who, what, ""};
    snprintf(what, sizeof(what), "%s to workshop %s", rp_role_name(invite->role), invite->workshop);
    return RP_ACCOUNTS_CHANGE_NOTED(accounts, trace,
                                    "INSERT INTO invite (hash, firm, workshop, role, created_s)"
                                    " SELECT ?1, firm, room, ?4, ?5 FROM room"
                                    " WHERE firm = ?2 AND room = ?3 AND kind = 1",
                                    "httii", invite->hash, invite->firm, invite->workshop,
                                    (int64_t)invite->role, invite->created_s);
}

enum rp_err rp_accounts_uninvite(struct rp_accounts *accounts, const char *firm,
                                 const char *workshop, const char *who)
{
    char what[100];
    const struct rp_accounts_trace trace = {RP_AUDIT_INVITE, firm, who, what, ""};
    snprintf(what, sizeof(what), "none any more to workshop %s", workshop);
    return RP_ACCOUNTS_CHANGE_NOTED(accounts, trace,
                                    "DELETE FROM invite WHERE firm = ?1 AND workshop = ?2", "tt",
                                    firm, workshop);
}

struct invite_taker {
    bool (*take)(void *context, const struct rp_stored_invite *invite);
    void *context;
};

static bool read_invite(void *taker, sqlite3_stmt *row)
{
    const struct invite_taker *to = taker;
    struct rp_stored_invite invite = {.role = (enum rp_staff_role)sqlite3_column_int(row, 3),
                                      .created_s = sqlite3_column_int64(row, 4)};
    copy_hash(invite.hash, row, 0);
    RP_ROW_COPY(invite.firm, row, 1);
    RP_ROW_COPY(invite.workshop, row, 2);
    return to->take(to->context, &invite);
}

enum rp_err rp_accounts_invites(struct rp_accounts *accounts,
                                bool (*take)(void *context, const struct rp_stored_invite *invite),
                                void *context)
{
    return RP_ACCOUNTS_READ(accounts, read_invite, &((struct invite_taker){take, context}),
                            "SELECT hash, invite.firm, workshop, role, invite.created_s FROM invite"
                            " JOIN room ON room = workshop WHERE closed = 0",
                            "");
}
