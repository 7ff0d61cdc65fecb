/* The vectors that both codecs run: protocol/gen/vectors.json. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "rp_codec.h"

struct bytes {
    uint8_t at[RP_CODEC_IN_MAX + 16];
    size_t length;
};

static json_t *vectors;

static int open_vectors(void **unused)
{
    (void)unused;
    vectors = json_load_file(HEAROUT_SOURCE "/protocol/gen/vectors.json", 0, NULL);
    return vectors ? 0 : -1;
}

static int close_vectors(void **unused)
{
    (void)unused;
    json_decref(vectors);
    return 0;
}

static struct bytes from_hex(const json_t *vector)
{
    struct bytes bytes = {.length = 0};
    const char *hex = json_string_value(json_object_get(vector, "hex"));
    for (; *hex; hex += 2) {
        char pair[] = {hex[0], hex[1], 0};
        bytes.at[bytes.length++] = (uint8_t)strtoul(pair, NULL, 16);
    }
    return bytes;
}

static const char *what(const json_t *vector)
{
    return json_string_value(json_object_get(vector, "what"));
}

static void good_frames_are_read_and_written_back(void **unused)
{
    (void)unused;
    size_t i;
    json_t *vector;
    json_array_foreach(json_object_get(vectors, "good"), i, vector) {
        struct bytes in = from_hex(vector), out;
        struct rp_msg msg;
        assert_int_equal(rp_msg_decode(in.at, in.length, &msg), RP_OK);
        if (json_is_true(json_object_get(vector, "tail")))
            continue;
        assert_int_equal(rp_msg_encode(&msg, out.at, sizeof(out.at), &out.length), RP_OK);
        if (out.length != in.length || memcmp(in.at, out.at, in.length))
            fail_msg("%s: comes back changed", what(vector));
    }
    assert_true(i > 30);
}

static void bad_frames_are_refused(void **unused)
{
    (void)unused;
    size_t i;
    json_t *vector;
    json_array_foreach(json_object_get(vectors, "bad"), i, vector) {
        struct bytes in = from_hex(vector);
        struct rp_msg msg;
        if (!rp_msg_decode(in.at, in.length, &msg))
            fail_msg("%s: accepted", what(vector));
    }
    assert_true(i > 300);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_frames_are_read_and_written_back),
        cmocka_unit_test(bad_frames_are_refused),
    };
    return cmocka_run_group_tests(tests, open_vectors, close_vectors);
}
