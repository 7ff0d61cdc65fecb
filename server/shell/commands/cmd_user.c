/* cmd_user.c: a firm's staff. A password comes from a file or from stdin, or is made here and said
 * once: on a command line everybody on the machine could read it. */
#include <jansson.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "account.h"
#include "commands.h"
#include "password.h"
#include "staff_command.h"

struct user {
    struct rp_staff_command command;
    const char *role, *name, *password_file;
    bool must_change;
};

static int refuse(const struct user *user, const char *word, const char *what)
{
    return rp_staff_refuse(&user->command, word, what);
}

/* Its first line. */
static bool read_password(const char *path, char password[RP_PASSWORD_BYTES_MAX + 2])
{
    bool from_stdin = strcmp(path, "-") == 0;
    FILE *file = from_stdin ? stdin : fopen(path, "r");
    bool read = file && fgets(password, RP_PASSWORD_BYTES_MAX + 2, file);
    if (file && !from_stdin)
        fclose(file);
    if (read)
        password[strcspn(password, "\r\n")] = 0;
    return read;
}

/* The account gets a password; one that was made here stands in `made` afterwards. What others know
 * too is good for a few days, to choose another by. */
static int give_password(const struct user *user, struct rp_account *account,
                         char made[RP_PASSWORD_MADE_TEXT])
{
    char password[RP_PASSWORD_BYTES_MAX + 2] = "";
    made[0] = 0;
    if (user->password_file == NULL) {
        rp_password_make(made);
        snprintf(password, sizeof(password), "%s", made);
    } else if (!read_password(user->password_file, password)) {
        return refuse(user, user->password_file, "no password can be read from it");
    }
    if (made[0] || user->must_change)
        account->made_until_s = (int64_t)time(NULL) + RP_PASSWORD_MADE_DAYS * INT64_C(86400);
    enum rp_password_flaw flaw = rp_password_judge(password, account->firm, account->login);
    enum rp_err err = flaw ? RP_OK : rp_password_hash(password, account->password);
    sodium_memzero(password, sizeof(password));
    if (flaw)
        return refuse(user, "the password", rp_password_complaint(flaw));
    return err == RP_OK ? RP_EXIT_CONTINUE : refuse(user, "the password", "no memory to hash it");
}

static int tell(const struct user *user, const struct rp_account *account, const char *done,
                const char *made)
{
    if (user->command.json) {
        json_t *line = json_pack("{s:s, s:s, s:s}", "firm", account->firm, "login", account->login,
                                 "done", done);
        if (*made)
            json_object_set_new(line, "password", json_string(made));
        json_dumpf(line, stdout, JSON_COMPACT);
        json_decref(line);
        printf("\n");
        return RP_EXIT_DONE;
    }
    printf("%s %s of %s\n", done, account->login, account->firm);
    if (*made)
        printf("password %s\nIt is said once and kept nowhere in clear: hand it over safely.\n",
               made);
    if (account->made_until_s)
        printf("It is good for %d days, to sign in once and choose another.\n",
               RP_PASSWORD_MADE_DAYS);
    return RP_EXIT_DONE;
}

static int say_failure(const struct user *user, const struct rp_account *account, enum rp_err err)
{
    if (err == RP_ERR_NOT_FOUND)
        return refuse(user, account->login, "no such login, or no such firm");
    return refuse(user, account->login, "could not be stored");
}

static int add(const struct user *user, struct rp_account *account)
{
    char made[RP_PASSWORD_MADE_TEXT];
    if (!rp_login_is_sound(account->login))
        return refuse(user, account->login,
                      "a login is 1 to 64 small letters, digits and . _ @ + -");
    if (user->role == NULL || rp_role_named(user->role, &account->role) != RP_OK)
        return rp_staff_misused(&user->command, "--role instructor, grader or admin is wanted");
    if (!rp_staff_name(user->name ? user->name : account->login, account->name))
        return refuse(user, user->name ? user->name : account->login,
                      "a name has 1 to 24 characters; give one with --name");
    int code = give_password(user, account, made);
    if (code != RP_EXIT_CONTINUE)
        return code;
    account->created_s = (int64_t)time(NULL);
    enum rp_err err = rp_accounts_add(user->command.accounts, account);
    if (err == RP_ERR_CONFLICT)
        return refuse(user, account->login, "this login or name is taken in the firm");
    if (err == RP_ERR_NOT_FOUND)
        return refuse(user, account->firm, "no such firm; see hearout firm --help");
    return err == RP_OK ? tell(user, account, "added", made) : say_failure(user, account, err);
}

static int set_password(const struct user *user, struct rp_account *account)
{
    char made[RP_PASSWORD_MADE_TEXT];
    int code = give_password(user, account, made);
    if (code != RP_EXIT_CONTINUE)
        return code;
    enum rp_err err = rp_accounts_set_password(user->command.accounts, account);
    return err == RP_OK ? tell(user, account, "changed", made) : say_failure(user, account, err);
}

static int take_away(const struct user *user, const struct rp_account *account)
{
    enum rp_err err = rp_accounts_remove(user->command.accounts, account->firm, account->login);
    return err == RP_OK ? tell(user, account, "removed", "") : say_failure(user, account, err);
}

static bool print(void *context, const struct rp_account *account)
{
    const struct user *user = context;
    if (user->command.json) {
        json_t *line =
            json_pack("{s:s, s:s, s:s, s:s}", "firm", account->firm, "login", account->login,
                      "name", account->name, "role", rp_role_name(account->role));
        json_dumpf(line, stdout, JSON_COMPACT);
        json_decref(line);
        printf("\n");
    } else {
        printf("%-24s %-10s %s\n", account->login, rp_role_name(account->role), account->name);
    }
    return true;
}

static int list(struct user *user, const char *firm)
{
    return rp_accounts_list(user->command.accounts, firm, print, user) == RP_OK ? RP_EXIT_DONE
                                                                                : RP_EXIT_FAILED;
}

static int run(struct user *user, char **words, int count)
{
    struct rp_account account = {0};
    const char *what = count > 0 ? words[0] : "";
    if (count == 2 && strcmp(what, "list") == 0)
        return list(user, words[1]);
    if (count != 3)
        return rp_staff_misused(&user->command, "add, password or remove with FIRM LOGIN, or list"
                                                " with FIRM, is wanted");
    if (strlen(words[1]) >= sizeof(account.firm) || strlen(words[2]) >= sizeof(account.login))
        return refuse(user, "FIRM LOGIN", "longer than 40 and 64 characters");
    snprintf(account.firm, sizeof(account.firm), "%s", words[1]);
    snprintf(account.login, sizeof(account.login), "%s", words[2]);
    if (strcmp(what, "add") == 0)
        return add(user, &account);
    if (strcmp(what, "password") == 0)
        return set_password(user, &account);
    if (strcmp(what, "remove") == 0)
        return take_away(user, &account);
    return rp_staff_misused(&user->command, "add, list, password or remove is wanted");
}

int rp_cmd_user(int argc, char **argv)
{
    struct user user = {.command = {.name = "user"}};
    const struct rp_option options[] = {
        {"role", "ROLE", "add: instructor, grader or admin", &user.role, NULL},
        {"name", "NAME", "add: what marks are signed with; the login otherwise", &user.name, NULL},
        {"password-file", "FILE", "its first line is the password, - is stdin; made otherwise",
         &user.password_file, NULL},
        {"must-change", NULL, "the one from FILE is to be changed at the first sign-in, too", NULL,
         &user.must_change},
        RP_STAFF_OPTIONS(&user.command),
    };
    const struct rp_command command = {
        "user", "add FIRM LOGIN | list FIRM | password FIRM LOGIN | remove FIRM LOGIN",
        "a firm's staff; a running server follows within a second", options, RP_COUNT(options)};
    int operands = 0;
    int code = rp_options_parse(&command, argc, argv, &operands);
    if (code == RP_EXIT_CONTINUE)
        code = rp_staff_open(&user.command);
    if (code == RP_EXIT_CONTINUE)
        code = run(&user, argv, operands);
    rp_staff_close(&user.command);
    return code;
}
