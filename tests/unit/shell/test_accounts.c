/* Firms, accounts, sign-ins and invitations as they are kept, and the rules around them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "account.h"
#include "invites.h"
#include "shell/support/temp_folder.h"
#include "sign_in_body.h"
#include "sign_in_brake.h"
#include "sign_ins.h"

struct kit {
    char root[TEMP_PATH], folder[TEMP_PATH + 8];
    struct rp_accounts *accounts;
};

static int set_up(void **state)
{
    static struct kit kit;
    temp_folder_make(kit.root);
    snprintf(kit.folder, sizeof(kit.folder), "%s/data", kit.root);
    assert_int_equal(rp_accounts_open(&kit.accounts, kit.folder), RP_OK);
    assert_int_equal(rp_accounts_add_firm(kit.accounts, "acme", "Acme Ltd"), RP_OK);
    assert_int_equal(rp_accounts_add_firm(kit.accounts, "other", "Other"), RP_OK);
    *state = &kit;
    return 0;
}

static int tear_down(void **state)
{
    struct kit *kit = *state;
    rp_accounts_close(kit->accounts);
    temp_folder_remove(kit->root);
    return 0;
}

static struct rp_account account_of(const char *firm, const char *login, const char *name)
{
    struct rp_account account = {.role = RP_STAFF_ROLE_GRADER, .created_s = 1};
    snprintf(account.firm, sizeof(account.firm), "%s", firm);
    snprintf(account.login, sizeof(account.login), "%s", login);
    snprintf(account.name, sizeof(account.name), "%s", name);
    snprintf(account.password, sizeof(account.password), "a hash");
    return account;
}

static void an_account_is_of_one_firm(void **state)
{
    const struct kit *kit = *state;
    static const struct {
        const char *firm, *login, *name;
        enum rp_err err;
    } rows[] = {
        {"acme", "dana", "Dana", RP_OK},
        {"acme", "dana", "Another", RP_ERR_CONFLICT},
        {"acme", "another", "Dana", RP_ERR_CONFLICT},
        {"other", "dana", "Dana", RP_OK},
        {"nowhere", "dana", "Dana", RP_ERR_NOT_FOUND},
    };
    struct rp_account found;
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        struct rp_account account = account_of(rows[i].firm, rows[i].login, rows[i].name);
        assert_int_equal(rp_accounts_add(kit->accounts, &account), rows[i].err);
    }
    assert_int_equal(rp_accounts_remove(kit->accounts, "other", "dana"), RP_OK);
    assert_int_equal(rp_accounts_find(kit->accounts, "other", "dana", &found), RP_ERR_NOT_FOUND);
    assert_int_equal(rp_accounts_find(kit->accounts, "acme", "dana", &found), RP_OK);
    assert_string_equal(found.name, "Dana");
    assert_int_equal(rp_accounts_remove(kit->accounts, "other", "dana"), RP_ERR_NOT_FOUND);
}

static bool count(void *context, const struct rp_stored_sign_in *one)
{
    (void)one;
    ++*(uint32_t *)context;
    return true;
}

static void a_sign_in_goes_with_its_account_and_password(void **state)
{
    const struct kit *kit = *state;
    struct rp_account dana = account_of("acme", "dana", "Dana");
    uint8_t hash[RP_TOKEN_HASH_BYTES] = {1};
    int64_t change = -1;
    uint32_t found = 0;
    assert_int_equal(rp_accounts_add(kit->accounts, &dana), RP_OK);
    assert_int_equal(rp_accounts_sign_in(kit->accounts, &dana, NULL, hash, 5), RP_OK);
    assert_int_equal(rp_accounts_sign_ins(kit->accounts, &change, count, &found), RP_OK);
    assert_int_equal(found, 1);
    assert_int_equal(rp_accounts_sign_ins(kit->accounts, &change, count, &found), RP_OK);
    assert_int_equal(found, 1); /* nothing has changed: it was not read again */

    struct rp_account changed = dana;
    snprintf(changed.password, sizeof(changed.password), "new");
    assert_int_equal(rp_accounts_set_password(kit->accounts, &changed), RP_OK);
    assert_int_equal(rp_accounts_sign_ins(kit->accounts, &change, count, &found), RP_OK);
    assert_int_equal(found, 1); /* read, and none left */
    hash[0] = 2;
    assert_int_equal(rp_accounts_sign_in(kit->accounts, &dana, NULL, hash, 5), RP_ERR_NOT_FOUND);
    snprintf(changed.firm, sizeof(changed.firm), "other");
    assert_int_equal(rp_accounts_set_password(kit->accounts, &changed), RP_ERR_NOT_FOUND);
}

static void a_sign_in_that_is_renewed_stands_alone(void **state)
{
    const struct kit *kit = *state;
    static const uint8_t here[RP_TOKEN_HASH_BYTES] = {1}, there[RP_TOKEN_HASH_BYTES] = {2},
                         renewed[RP_TOKEN_HASH_BYTES] = {3}, gils[RP_TOKEN_HASH_BYTES] = {4};
    const struct rp_renewal alone = {here, renewed, NULL}, again = {renewed, here, "new"},
                            late = {there, renewed, "newer"};
    struct rp_account dana = account_of("acme", "dana", "Dana"), found;
    struct rp_account gil = account_of("acme", "gil", "Gil");
    int64_t change = -1;
    uint32_t count_now = 0;
    assert_int_equal(rp_accounts_add(kit->accounts, &dana), RP_OK);
    assert_int_equal(rp_accounts_add(kit->accounts, &gil), RP_OK);
    assert_int_equal(rp_accounts_sign_in(kit->accounts, &dana, NULL, here, 5), RP_OK);
    assert_int_equal(rp_accounts_sign_in(kit->accounts, &dana, NULL, there, 5), RP_OK);
    assert_int_equal(rp_accounts_sign_in(kit->accounts, &gil, NULL, gils, 5), RP_OK);

    assert_int_equal(rp_accounts_renew(kit->accounts, &dana, &alone), RP_OK);
    assert_int_equal(rp_accounts_sign_ins(kit->accounts, &change, count, &count_now), RP_OK);
    assert_int_equal(count_now, 2); /* this one, and another's */
    assert_int_equal(rp_accounts_renew(kit->accounts, &dana, &alone), RP_ERR_NOT_FOUND);

    assert_int_equal(rp_accounts_renew(kit->accounts, &dana, &again), RP_OK);
    assert_int_equal(rp_accounts_find(kit->accounts, "acme", "dana", &found), RP_OK);
    assert_string_equal(found.password, "new");
    assert_int_equal(rp_accounts_renew(kit->accounts, &dana, &again), RP_ERR_NOT_FOUND);
    assert_int_equal(rp_accounts_renew(kit->accounts, &found, &late), RP_ERR_NOT_FOUND);
    assert_int_equal(rp_accounts_find(kit->accounts, "acme", "dana", &found), RP_OK);
    assert_string_equal(found.password, "new"); /* nothing of it was stored */
}

static void a_renewed_sign_in_keeps_its_number(void **unused)
{
    (void)unused;
    static struct rp_sign_ins table;
    struct rp_stored_sign_in is = {.hash = {1}, .firm = "acme", .login = "dana"};
    static const uint8_t renewed[RP_TOKEN_HASH_BYTES] = {9};
    struct rp_sign_in_id id = rp_sign_ins_add(&table, &is);
    struct rp_signed_in *one = rp_sign_ins_get(&table, id);
    uint32_t since = one->since;
    one->renews = true;
    rp_sign_ins_renew(&table, one, renewed);
    assert_int_equal(rp_sign_ins_find(&table, is.hash).generation, 0);
    assert_int_equal(rp_sign_ins_find(&table, renewed).generation, id.generation);
    assert_true(one->since > since && !one->renews);
    assert_true(rp_signed_in_is_of(one, "acme", "dana"));
    assert_false(rp_signed_in_is_of(one, "other", "dana"));
    rp_sign_ins_remove(&table, id);
    assert_false(rp_signed_in_is_of(one, "acme", "dana"));
}

static void a_made_password_is_made_no_longer_once_another_is_chosen(void **state)
{
    const struct kit *kit = *state;
    static const uint8_t hash[RP_TOKEN_HASH_BYTES] = {1};
    struct rp_account dana = account_of("acme", "dana", "Dana"), found;
    dana.made_until_s = 700;
    assert_int_equal(rp_accounts_add(kit->accounts, &dana), RP_OK);
    assert_int_equal(rp_accounts_find(kit->accounts, "acme", "dana", &found), RP_OK);
    assert_int_equal(found.made_until_s, 700);
    assert_int_equal(rp_accounts_sign_in(kit->accounts, &found, "chosen", hash, 5), RP_OK);
    assert_int_equal(rp_accounts_find(kit->accounts, "acme", "dana", &found), RP_OK);
    assert_int_equal(found.made_until_s, 0);
    assert_string_equal(found.password, "chosen");

    assert_int_equal(rp_accounts_sign_in(kit->accounts, &dana, "late", hash, 5), RP_ERR_NOT_FOUND);
    assert_int_equal(rp_accounts_set_password(kit->accounts, &dana), RP_OK);
    assert_int_equal(rp_accounts_find(kit->accounts, "acme", "dana", &found), RP_OK);
    assert_int_equal(found.made_until_s, 700);
}

struct told {
    char rows[512];
};

static bool note_row(void *context, const struct rp_audit_row *row,
                     const uint8_t hash[RP_AUDIT_HASH_BYTES])
{
    struct told *told = context;
    size_t used = strlen(told->rows);
    (void)hash;
    if (row->kind.length >= 4 && memcmp(row->kind.at, "sign", 4) == 0)
        snprintf(told->rows + used, sizeof(told->rows) - used, "%.*s|%.*s|%.*s|%.*s\n",
                 (int)row->firm.length, row->firm.at, (int)row->kind.length, row->kind.at,
                 (int)row->who.length, row->who.at, (int)row->what.length, row->what.at);
    return true;
}

static void sign_ins_stand_in_the_audit_log_by_login(void **state)
{
    const struct kit *kit = *state;
    struct rp_account dana = account_of("acme", "dana", "Dana");
    struct rp_stored_sign_in one = {.hash = {1}, .firm = "acme", .login = "dana"};
    struct rp_store *store = NULL;
    struct told told = {""};
    assert_int_equal(rp_accounts_add(kit->accounts, &dana), RP_OK);
    assert_int_equal(rp_accounts_sign_in_failed(kit->accounts, &dana, "wrong password", 4), RP_OK);
    assert_int_equal(rp_accounts_sign_in_failed(kit->accounts, NULL, "wrong password", 4), RP_OK);
    assert_int_equal(rp_accounts_sign_in(kit->accounts, &dana, NULL, one.hash, 5), RP_OK);
    assert_int_equal(rp_accounts_sign_out(kit->accounts, &one, "by himself"), RP_OK);
    assert_int_equal(rp_accounts_sign_out(kit->accounts, &one, "again"), RP_ERR_NOT_FOUND);
    assert_int_equal(rp_store_open_read(&store, kit->folder), RP_OK);
    assert_int_equal(rp_store_audit(store, note_row, &told), RP_OK);
    rp_store_close(store);
    assert_string_equal(told.rows, "acme|sign_in_failed|login dana|wrong password\n"
                                   "|sign_in_failed|nobody's login|wrong password\n"
                                   "acme|sign_in|login dana|by password\n"
                                   "acme|sign_out|login dana|by himself\n");
}

static void the_longest_idle_sign_in_gives_way(void **state)
{
    const struct kit *kit = *state;
    struct rp_account dana = account_of("acme", "dana", "Dana");
    int64_t change = -1, before;
    uint32_t found = 0;
    assert_int_equal(rp_accounts_add(kit->accounts, &dana), RP_OK);
    for (uint8_t i = 0; i < RP_ACCOUNT_SIGN_INS_MAX; i++) {
        uint8_t hash[RP_TOKEN_HASH_BYTES] = {i};
        assert_int_equal(rp_accounts_sign_in(kit->accounts, &dana, NULL, hash, 100 + i), RP_OK);
    }
    assert_int_equal(rp_accounts_sign_ins(kit->accounts, &change, count, &found), RP_OK);
    assert_int_equal(found, RP_ACCOUNT_SIGN_INS_MAX);
    before = change;
    uint8_t more[RP_TOKEN_HASH_BYTES] = {99};
    struct rp_stored_sign_in first = {0};
    snprintf(first.login, sizeof(first.login), "dana");
    snprintf(first.firm, sizeof(first.firm), "acme");
    assert_int_equal(rp_accounts_sign_in(kit->accounts, &dana, NULL, more, 200), RP_OK);
    assert_int_equal(rp_accounts_sign_out(kit->accounts, &first, "test"), RP_ERR_NOT_FOUND);
    found = 0;
    assert_int_equal(rp_accounts_sign_ins(kit->accounts, &change, count, &found), RP_OK);
    assert_int_equal(found, RP_ACCOUNT_SIGN_INS_MAX);
    assert_true(change > before); /* a running server hears of it */
}

static void an_invitation_wants_a_workshop_of_the_firm(void **state)
{
    const struct kit *kit = *state;
    struct rp_stored_invite invite = {.firm = "acme", .workshop = "none"};
    invite.role = RP_STAFF_ROLE_INVITED_GRADER;
    assert_int_equal(rp_accounts_invite(kit->accounts, &invite, "test"), RP_ERR_NOT_FOUND);
}

static void invitations_in_memory_are_found_by_hash_and_end_together(void **unused)
{
    static struct rp_invites invites;
    (void)unused;
    struct rp_stored_invite is = {.workshop = "w"};
    for (uint8_t i = 0; i < RP_INVITES_OF_WORKSHOP; i++) {
        is.hash[0] = i;
        assert_non_null(rp_invites_add(&invites, &is));
    }
    assert_null(rp_invites_add(&invites, &is));
    snprintf(is.workshop, sizeof(is.workshop), "other");
    is.hash[0] = 77;
    const struct rp_invite *other = rp_invites_add(&invites, &is);
    assert_ptr_equal(rp_invites_find(&invites, is.hash), other);
    assert_ptr_equal(rp_invites_numbered(&invites, other->number), other);
    assert_null(rp_invites_numbered(&invites, 0));
    assert_true(rp_invites_end(&invites, "w"));
    assert_false(rp_invites_end(&invites, "w"));
    assert_ptr_equal(rp_invites_find(&invites, is.hash), other);
}

static void a_sign_in_ends_by_age_and_by_idleness(void **unused)
{
    static const struct {
        int64_t created_s, seen_s, now_s;
        bool over;
    } rows[] = {
        {0, 0, 9, false},   {0, 0, 10, true},   {0, 95, 99, false},
        {0, 95, 100, true}, {0, 90, 100, true}, {50, 50, 40, false}, /* the clock was set back */
    };
    (void)unused;
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        const struct rp_signed_in one = {
            .is = {.created_s = rows[i].created_s, .seen_s = rows[i].seen_s}, .generation = 1};
        assert_int_equal(rp_signed_in_is_over(&one, rows[i].now_s, 100, 10), rows[i].over);
    }
}

static void an_id_of_one_who_has_gone_finds_nothing(void **unused)
{
    static struct rp_sign_ins table;
    (void)unused;
    struct rp_stored_sign_in is = {.hash = {7}};
    struct rp_sign_in_id first = rp_sign_ins_add(&table, &is);
    rp_sign_ins_remove(&table, first);
    struct rp_sign_in_id second = rp_sign_ins_add(&table, &is);
    assert_int_equal(first.slot, second.slot);
    assert_null(rp_sign_ins_get(&table, first));
    assert_non_null(rp_sign_ins_get(&table, second));
    assert_null(rp_sign_ins_get(&table, (struct rp_sign_in_id){0, 0}));
    rp_sign_ins_remove(&table, first);
    assert_int_equal(table.count, 1);
}

static void a_right_password_gives_the_tries_back(void **unused)
{
    const int64_t s = INT64_C(1000000000);
    struct rp_net_limits limits = RP_NET_LIMITS_DEFAULT;
    struct rp_sign_in_brake brake;
    const struct rp_brake_try home = {"192.0.2.1", "acme", "dana"};
    const struct rp_brake_try away = {"192.0.2.2", "acme", "dana"};
    (void)unused;
    limits.signin_failures_per_minute = 3;
    limits.signin_failures_per_minute_account = 3;
    assert_int_equal(rp_brake_open(&brake), RP_OK);
    for (int i = 0; i < 3; i++)
        assert_int_equal(rp_brake_take(&brake, &limits, &home, 1000 * s), RP_BRAKED_NOT);
    assert_int_equal(rp_brake_take(&brake, &limits, &home, 1000 * s), RP_BRAKED_ADDRESS);
    assert_int_equal(rp_brake_take(&brake, &limits, &away, 1000 * s), RP_BRAKED_ACCOUNT);
    assert_int_equal(rp_brake_take(&brake, &limits, &home, 1020 * s), RP_BRAKED_NOT);
    rp_brake_give_back(&brake, &home, 1020 * s);
    for (int i = 0; i < 3; i++) /* a stranger's */
        assert_int_equal(rp_brake_take(&brake, &limits, &away, 1080 * s), RP_BRAKED_NOT);
    assert_int_equal(rp_brake_take(&brake, &limits, &home, 1080 * s), RP_BRAKED_NOT);
    rp_brake_close(&brake);
}

static void firms_logins_and_roles_have_their_letters(void **unused)
{
    enum rp_staff_role role;
    (void)unused;
    static const char *const bad[] = {
        "", "-a", "a-", "A", "a b", "a/b", "\xc3\xa4", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};
    for (size_t i = 0; i < RP_COUNT(bad); i++)
        assert_false(rp_firm_is_sound(bad[i]));
    assert_true(rp_firm_is_sound("acme-2"));
    assert_true(rp_login_is_sound("dana.ito+x@acme.example"));
    assert_false(rp_login_is_sound("dana ito"));
    assert_int_equal(rp_role_named("admin", &role), RP_OK);
    assert_int_equal(rp_role_named("invited_grader", &role), RP_ERR_RANGE);
}

static void a_made_password_is_sound_and_its_hash_knows_it(void **unused)
{
    char made[RP_PASSWORD_MADE_TEXT], hash[RP_PASSWORD_TEXT];
    (void)unused;
    rp_password_make(made);
    assert_int_equal(rp_password_judge(made, "acme", "dana"), RP_PASSWORD_SOUND);
    assert_int_equal(rp_password_hash_made(made, hash), RP_OK);
    assert_true(rp_password_is(made, hash));
    assert_false(rp_password_is("something else", hash));
    assert_false(rp_password_is(made, "no hash"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_account_is_of_one_firm, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_sign_in_goes_with_its_account_and_password, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(sign_ins_stand_in_the_audit_log_by_login, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_sign_in_that_is_renewed_stands_alone, set_up, tear_down),
        cmocka_unit_test(a_renewed_sign_in_keeps_its_number),
        cmocka_unit_test_setup_teardown(a_made_password_is_made_no_longer_once_another_is_chosen,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_longest_idle_sign_in_gives_way, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_invitation_wants_a_workshop_of_the_firm, set_up,
                                        tear_down),
        cmocka_unit_test(invitations_in_memory_are_found_by_hash_and_end_together),
        cmocka_unit_test(a_sign_in_ends_by_age_and_by_idleness),
        cmocka_unit_test(an_id_of_one_who_has_gone_finds_nothing),
        cmocka_unit_test(a_right_password_gives_the_tries_back),
        cmocka_unit_test(firms_logins_and_roles_have_their_letters),
        cmocka_unit_test(a_made_password_is_sound_and_its_hash_knows_it),
    };
    return sodium_init() < 0 ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
}
