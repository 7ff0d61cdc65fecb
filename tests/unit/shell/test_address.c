/* Addresses as keys, networks that hold them, and the table of those that are counted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "address.h"

static const int64_t minute = 60 * (int64_t)1000000000;

static struct rp_address_key key(const char *text)
{
    struct rp_address_key key;
    assert_int_equal(rp_address_parse(text, &key), RP_OK);
    return key;
}

static const struct {
    const char *network, *address;
    bool holds;
} rows[] = {
    {"127.0.0.1", "127.0.0.1", true},
    {"127.0.0.1", "127.0.0.2", false},
    {"10.0.0.0/8", "10.255.1.2", true},
    {"10.0.0.0/8", "11.0.0.1", false},
    {"192.0.2.128/25", "192.0.2.129", true},
    {"192.0.2.128/25", "192.0.2.127", false},
    {"0.0.0.0/0", "203.0.113.9", true},
    {"0.0.0.0/0", "2001:db8::1", false},
    {"::/0", "2001:db8::1", true},
    {"2001:db8::/33", "2001:db8:7fff::1", true},
    {"2001:db8::/33", "2001:db8:8000::1", false},
    {"::ffff:192.0.2.1", "192.0.2.1", true},
    {"::1", "::1", true},
    {"::1", "127.0.0.1", false},
};

static void a_network_holds_its_addresses_and_no_others(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < RP_COUNT(rows); i++) {
        struct rp_network network;
        const struct rp_address_key address = key(rows[i].address);
        assert_int_equal(rp_network_parse(rows[i].network, &network), RP_OK);
        if (rp_network_holds(&network, &address) != rows[i].holds)
            fail_msg("%s and %s", rows[i].network, rows[i].address);
    }
}

static void what_is_no_network_is_refused(void **unused)
{
    (void)unused;
    static const char *const bad[] = {"",           "/8",          "10.0.0.0/",    "10.0.0.0/33",
                                      "10.0.0.0/x", "10.0.0.0/-1", "10.0.0/8",     "::1/129",
                                      "localhost",  "1.2.3.4.5",   "10.0.0.0/8/8", "::1/0064"};
    struct rp_network network;
    for (size_t i = 0; i < RP_COUNT(bad); i++)
        if (rp_network_parse(bad[i], &network) == RP_OK)
            fail_msg("'%s' was taken", bad[i]);
}

static void one_subscriber_is_one_entry(void **unused)
{
    (void)unused;
    struct rp_addresses *addresses = rp_addresses_open();
    const struct rp_address_key a = key("2001:db8::1"), b = key("2001:db8::ffff:2"),
                                c = key("2001:db8:0:1::1"), d = key("192.0.2.1"),
                                e = key("192.0.2.2");
    struct rp_address *first = rp_addresses_find(addresses, &a, 1);
    assert_ptr_equal(rp_addresses_find(addresses, &b, 1), first);
    assert_ptr_not_equal(rp_addresses_find(addresses, &c, 1), first);
    assert_ptr_not_equal(rp_addresses_find(addresses, &d, 1), rp_addresses_find(addresses, &e, 1));
    assert_int_equal(rp_addresses_count(addresses), 4);
    rp_addresses_close(addresses);
}

static void the_sweep_forgets_who_left_and_keeps_who_is_known(void **unused)
{
    (void)unused;
    struct rp_addresses *addresses = rp_addresses_open();
    const struct rp_address_key gone = key("192.0.2.1"), here = key("192.0.2.2"),
                                guest = key("192.0.2.3");
    rp_addresses_find(addresses, &gone, minute);
    rp_addresses_find(addresses, &here, minute)->sockets = 1;
    rp_addresses_find(addresses, &guest, minute)->seated_ns = minute;
    rp_addresses_sweep(addresses, 2 * minute);
    assert_int_equal(rp_addresses_count(addresses), 3);
    rp_addresses_sweep(addresses, 3 * minute);
    assert_int_equal(rp_addresses_count(addresses), 2);
    rp_addresses_sweep(addresses, 62 * minute);
    assert_int_equal(rp_addresses_count(addresses), 1);
    rp_addresses_close(addresses);
}

static void a_full_table_takes_no_more(void **unused)
{
    (void)unused;
    struct rp_addresses *addresses = rp_addresses_open();
    struct rp_address_key next = key("10.0.0.0");
    for (unsigned i = 0; i < RP_ADDRESSES_MAX; i++) {
        next.bytes[14] = (uint8_t)(i >> 8);
        next.bytes[15] = (uint8_t)i;
        assert_non_null(rp_addresses_find(addresses, &next, 1));
    }
    const struct rp_address_key late = key("11.0.0.1");
    assert_null(rp_addresses_find(addresses, &late, 1));
    assert_non_null(rp_addresses_find(addresses, &next, 1));
    rp_addresses_close(addresses);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_network_holds_its_addresses_and_no_others),
        cmocka_unit_test(what_is_no_network_is_refused),
        cmocka_unit_test(one_subscriber_is_one_entry),
        cmocka_unit_test(the_sweep_forgets_who_left_and_keeps_who_is_known),
        cmocka_unit_test(a_full_table_takes_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
