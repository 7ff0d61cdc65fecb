#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "outbox.h"

static uint8_t frame[RP_OUTBOX_FRAME_MAX];

/* A MessagePack bin 16 of that whole length. */
static struct rp_body *body_of(size_t length)
{
    static uint8_t bytes[RP_BODY_MAX];
    bytes[0] = 0xc5;
    bytes[1] = (uint8_t)((length - 3) >> 8);
    bytes[2] = (uint8_t)(length - 3);
    struct rp_body *body = rp_body_open(bytes, length);
    assert_non_null(body);
    return body;
}

static enum rp_err push(struct rp_outbox *outbox, size_t length, uint32_t n)
{
    struct rp_body *body = body_of(length);
    enum rp_err err = rp_outbox_push(outbox, body, n);
    rp_body_release(body);
    return err;
}

static void what_waits_leaves_as_one_frame(void **unused)
{
    (void)unused;
    struct rp_outbox outbox = {0};
    assert_int_equal(rp_outbox_frame(&outbox, frame), 0);

    const uint8_t one[] = {0x01}, two[] = {0x02};
    struct rp_body *first = rp_body_open(one, 1), *second = rp_body_open(two, 1);
    assert_int_equal(rp_outbox_push(&outbox, first, 7), RP_OK);
    assert_int_equal(rp_outbox_push(&outbox, second, 0), RP_OK);
    rp_body_release(first);
    rp_body_release(second);

    const uint8_t wanted[] = {0x92, 0x07, 0x92, 0x01, 0x02}; /* [7, [1, 2]] */
    assert_int_equal(rp_outbox_frame(&outbox, frame), sizeof(wanted));
    assert_memory_equal(frame, wanted, sizeof(wanted));
    assert_true(rp_outbox_is_empty(&outbox));
    assert_null(outbox.entries);

    /* A message that tells no event repeats the number that was told before. */
    assert_int_equal(push(&outbox, 3, 0), RP_OK);
    assert_int_equal(rp_outbox_frame(&outbox, frame), 3 + 3);
    assert_int_equal(frame[1], 7);
}

static void frames_are_filled_and_never_overfilled(void **unused)
{
    (void)unused;
    for (size_t length = 900; length <= RP_BODY_MAX; length += 997) {
        struct rp_outbox outbox = {0};
        uint32_t pushed = 0;
        size_t left = 0;
        while (push(&outbox, length, pushed + 1) == RP_OK)
            pushed++;
        while (!rp_outbox_is_empty(&outbox)) {
            size_t size = rp_outbox_frame(&outbox, frame);
            assert_true(size <= RP_OUTBOX_FRAME_MAX);
            assert_true(rp_outbox_is_empty(&outbox) || size + length + 11 > RP_OUTBOX_FRAME_MAX);
            left += size / length;
        }
        assert_int_equal(left, pushed);
        assert_int_equal(outbox.n, pushed);
        assert_int_equal(outbox.bytes, 0);
    }
}

static void the_limit_counts_what_small_messages_cost(void **unused)
{
    (void)unused;
    struct rp_outbox outbox = {0};
    unsigned pushed = 0;
    while (push(&outbox, 3, 1) == RP_OK)
        pushed++;
    assert_in_range(pushed, 10000, 20000);
    assert_true(outbox.bytes <= RP_OUTBOX_MAX);
    rp_outbox_clear(&outbox);
    assert_int_equal(push(&outbox, 3, 1), RP_OK);
    rp_outbox_clear(&outbox);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_waits_leaves_as_one_frame),
        cmocka_unit_test(frames_are_filled_and_never_overfilled),
        cmocka_unit_test(the_limit_counts_what_small_messages_cost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
