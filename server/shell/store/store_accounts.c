/* store_accounts.c: rows of firms and accounts. */
#include "account.h"
#include "store_accounts_private.h"

/* Firms. */

enum rp_err rp_accounts_add_firm(struct rp_accounts *accounts, const char *firm, const char *name)
{
    const struct rp_accounts_trace trace = {RP_AUDIT_FIRM, firm, "operator", "added", ""};
    return RP_ACCOUNTS_CHANGE_NOTED(
        accounts, trace, "INSERT INTO firm (firm, name) VALUES (?1, ?2)", "tt", firm, name);
}

struct firm_taker {
    bool (*take)(void *context, const struct rp_stored_firm *firm);
    void *context;
};

static bool read_firm(void *taker, sqlite3_stmt *row)
{
    const struct firm_taker *to = taker;
    const struct rp_stored_firm firm = {rp_row_words(row, 0), rp_row_words(row, 1),
                                        sqlite3_column_int64(row, 2)};
    return to->take(to->context, &firm);
}

enum rp_err rp_accounts_firms(struct rp_accounts *accounts,
                              bool (*take)(void *context, const struct rp_stored_firm *firm),
                              void *context)
{
    return RP_ACCOUNTS_READ(
        accounts, read_firm, &((struct firm_taker){take, context}),
        "SELECT firm, name, (SELECT count(*) FROM account WHERE account.firm = firm.firm)"
        " FROM firm ORDER BY firm",
        "");
}

/* Accounts. */

enum rp_err rp_accounts_add(struct rp_accounts *accounts, const struct rp_account *account)
{
    char what[40];
    snprintf(what, sizeof(what), "added %s", rp_role_name(account->role));
    const struct rp_accounts_trace trace = {RP_AUDIT_ACCOUNT, account->firm, "operator", what,
                                            account->login};
    return RP_ACCOUNTS_CHANGE_NOTED(
        accounts, trace,
        "INSERT INTO account (firm, login, name, role, password, created_s, made_until_s)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, nullif(?7, 0))",
        "tttitii", account->firm, account->login, account->name, (int64_t)account->role,
        account->password, account->created_s, account->made_until_s);
}

#define ACCOUNTS                                                                                   \
    "SELECT firm, login, name, role, password, created_s, made_until_s FROM account WHERE firm = " \
    "?1 "

static void copy_account(struct rp_account *account, sqlite3_stmt *row)
{
    RP_ROW_COPY(account->firm, row, 0);
    RP_ROW_COPY(account->login, row, 1);
    RP_ROW_COPY(account->name, row, 2);
    account->role = (enum rp_staff_role)sqlite3_column_int(row, 3);
    RP_ROW_COPY(account->password, row, 4);
    account->created_s = sqlite3_column_int64(row, 5);
    account->made_until_s = sqlite3_column_int64(row, 6);
}

struct finding {
    struct rp_account *account;
    bool found;
};

static bool read_found(void *taker, sqlite3_stmt *row)
{
    struct finding *finding = taker;
    copy_account(finding->account, row);
    finding->found = true;
    return false;
}

enum rp_err rp_accounts_find(struct rp_accounts *accounts, const char *firm, const char *login,
                             struct rp_account *account)
{
    struct finding finding = {account, false};
    enum rp_err err = RP_ACCOUNTS_READ(accounts, read_found, &finding, ACCOUNTS "AND login = ?2",
                                       "tt", firm, login);
    return err == RP_OK && !finding.found ? RP_ERR_NOT_FOUND : err;
}

struct account_taker {
    bool (*take)(void *context, const struct rp_account *account);
    void *context;
};

static bool read_account(void *taker, sqlite3_stmt *row)
{
    const struct account_taker *to = taker;
    struct rp_account account;
    copy_account(&account, row);
    return to->take(to->context, &account);
}

enum rp_err rp_accounts_list(struct rp_accounts *accounts, const char *firm,
                             bool (*take)(void *context, const struct rp_account *account),
                             void *context)
{
    return RP_ACCOUNTS_READ(accounts, read_account, &((struct account_taker){take, context}),
                            ACCOUNTS "ORDER BY login", "t", firm);
}

enum rp_err rp_accounts_set_password(struct rp_accounts *accounts, const struct rp_account *account)
{
    const struct rp_accounts_trace trace = {RP_AUDIT_ACCOUNT, account->firm, "operator",
                                            "changed the password of", account->login};
    enum rp_err err = rp_accounts_begin(accounts, "BEGIN IMMEDIATE");
    if (err)
        return err;
    err = rp_accounts_change(
        accounts, rp_accounts_ask(accounts, "DELETE FROM sign_in WHERE firm = ?1 AND login = ?2",
                                  "tt", account->firm, account->login));
    if (err && err != RP_ERR_NOT_FOUND) /* that: nobody was signed in */
        return rp_accounts_end(accounts, err);
    return rp_accounts_change_noted(
        accounts,
        rp_accounts_ask(accounts,
                        "UPDATE account SET password = ?3, made_until_s = nullif(?4, 0)"
                        " WHERE firm = ?1 AND login = ?2",
                        "ttti", account->firm, account->login, account->password,
                        account->made_until_s),
        trace);
}

enum rp_err rp_accounts_remove(struct rp_accounts *accounts, const char *firm, const char *login)
{
    const struct rp_accounts_trace trace = {RP_AUDIT_ACCOUNT, firm, "operator", "removed", login};
    return RP_ACCOUNTS_CHANGE_NOTED(
        accounts, trace, "DELETE FROM account WHERE firm = ?1 AND login = ?2", "tt", firm, login);
}
