/* The vectors that both codecs run: protocol/gen/vectors.json. What they hold is told in
 * protocol/vectors.mjs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "rp_codec.h"
#include "rp_shape.h"

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

static const char *text_of(const json_t *vector, const char *key)
{
    return json_string_value(json_object_get(vector, key));
}

static struct bytes from_hex(const char *hex)
{
    struct bytes bytes = {.length = 0};
    for (; *hex; hex += 2) {
        char pair[] = {hex[0], hex[1], 0};
        bytes.at[bytes.length++] = (uint8_t)strtoul(pair, NULL, 16);
    }
    return bytes;
}

static void expect_bytes(const json_t *vector, const struct bytes *out, const char *hex)
{
    struct bytes want = from_hex(hex);
    if (out->length != want.length || memcmp(out->at, want.at, want.length))
        fail_msg("%s: other bytes", text_of(vector, "what"));
}

static void expect_err(const json_t *vector, enum rp_err got, enum rp_err want)
{
    if (got != want)
        fail_msg("%s: error %d, not %d", text_of(vector, "what"), (int)got, (int)want);
}

static enum rp_err named_error(const json_t *vector)
{
    const char *name = text_of(vector, "error");
    if (strcmp(name, "range") == 0)
        return RP_ERR_RANGE;
    return strcmp(name, "not_found") == 0 ? RP_ERR_NOT_FOUND : RP_ERR_MALFORMED;
}

/* What is read of one section, or the other. */
struct value {
    struct rp_msg msg;
    struct rp_event event;
};

static enum rp_err read_as(const char *section, const struct bytes *in, struct value *value)
{
    if (strcmp(section, "toServer") == 0)
        return rp_msg_decode(in->at, in->length, &value->msg);
    return rp_event_decode(in->at, in->length, &value->event);
}

static enum rp_err write_as(const char *section, const struct value *value, struct bytes *out)
{
    if (strcmp(section, "toServer") == 0)
        return rp_msg_encode(&value->msg, out->at, sizeof(out->at), &out->length);
    return rp_event_encode(&value->event, out->at, sizeof(out->at), &out->length);
}

static const json_t *list_of(const char *section, const char *kind)
{
    return json_object_get(json_object_get(vectors, section), kind);
}

/* Cut off anywhere, it is refused. */
static void expect_no_beginning(const json_t *vector, const char *section, struct bytes *in)
{
    struct value value;
    size_t whole = in->length;
    if (whole > 512)
        return;
    for (in->length = 0; in->length < whole; in->length++)
        expect_err(vector, read_as(section, in, &value), RP_ERR_MALFORMED);
}

static void check_good(const char *section, size_t at_least)
{
    size_t i;
    json_t *vector;
    json_array_foreach(list_of(section, "good"), i, vector)
    {
        struct bytes in = from_hex(text_of(vector, "hex")), out;
        const char *again = text_of(vector, "again");
        struct value value;
        expect_err(vector, read_as(section, &in, &value), RP_OK);
        expect_err(vector, write_as(section, &value, &out), RP_OK);
        expect_bytes(vector, &out, again ? again : text_of(vector, "hex"));
        expect_no_beginning(vector, section, &in);
    }
    assert_true(i >= at_least);
}

static void check_bad(const char *section, size_t at_least)
{
    size_t i;
    json_t *vector;
    json_array_foreach(list_of(section, "bad"), i, vector)
    {
        struct bytes in = from_hex(text_of(vector, "hex"));
        struct value value;
        expect_err(vector, read_as(section, &in, &value), named_error(vector));
    }
    assert_true(i >= at_least);
}

static void good_frames_are_read_and_written_back(void **unused)
{
    (void)unused;
    check_good("toServer", 80);
}

static void bad_frames_are_refused_by_name(void **unused)
{
    (void)unused;
    check_bad("toServer", 1000);
}

static void stored_events_are_read_and_written_back(void **unused)
{
    (void)unused;
    check_good("stored", 250);
}

static void broken_stored_events_are_refused_by_name(void **unused)
{
    (void)unused;
    check_bad("stored", 1000);
}

/* Room for what the pointers of one message lead to. */
static struct {
    _Alignas(max_align_t) char at[16 * 1024];
    size_t used;
} heap;

static void *take(size_t size)
{
    void *found = heap.at + heap.used;
    heap.used += (size + sizeof(max_align_t) - 1) / sizeof(max_align_t) * sizeof(max_align_t);
    assert_true(heap.used <= sizeof(heap.at));
    return found;
}

static struct rp_str string_of(const json_t *json)
{
    return (struct rp_str){json_string_value(json), (uint32_t)json_string_length(json)};
}

static void fill(const struct rp_shape *shape, const json_t *values, size_t first, void *into);

static const void *filled_list(const struct rp_field *field, const json_t *values)
{
    char *items = take(json_array_size(values) * field->of->size);
    size_t i;
    json_t *value;
    json_array_foreach(values, i, value)
    {
        void *item = items + i * field->of->size;
        if (field->of == &rp_shape_string)
            *(struct rp_str *)item = string_of(value);
        else
            fill(field->of, value, 0, item);
    }
    return items;
}

/* Sets the fields of a message from the values from `first` on. */
static void fill(const struct rp_shape *shape, const json_t *values, size_t first, void *into)
{
    for (size_t i = 0; i < shape->fields_n; i++) {
        const struct rp_field *field = &shape->fields[i];
        const json_t *value = json_array_get(values, first + i);
        void *at = (char *)into + field->at, *count = (char *)into + field->count_at;
        if (field->kind == RP_FIELD_INTEGER)
            rp_field_set(field, into, json_integer_value(value));
        else if (field->kind == RP_FIELD_BOOL)
            *(bool *)at = json_is_true(value);
        else if (field->kind == RP_FIELD_STRING)
            *(struct rp_str *)at = string_of(value);
        else {
            const void *items = filled_list(field, value);
            assert_int_equal(field->kind, RP_FIELD_OUT_LIST);
            memcpy(at, &items, sizeof(items));
            *(uint32_t *)count = (uint32_t)json_array_size(value);
        }
    }
}

static void messages_to_a_client_are_these_bytes(void **unused)
{
    (void)unused;
    size_t i;
    json_t *vector;
    json_array_foreach(json_object_get(vectors, "toClient"), i, vector)
    {
        const json_t *values = json_object_get(vector, "values");
        unsigned number = (unsigned)json_integer_value(json_array_get(values, 0));
        const struct rp_shape *shape = rp_out_shape(number);
        struct bytes out;
        heap.used = 0;
        void *message = take(shape->size);
        fill(shape, values, 1, message);
        expect_err(vector,
                   rp_out_encode((enum rp_out_type)number, message, NULL, NULL, out.at,
                                 sizeof(out.at), &out.length),
                   RP_OK);
        expect_bytes(vector, &out, text_of(vector, "hex"));
    }
    assert_true(i >= 14);
}

static struct rp_str words(void *context, uint16_t line, uint16_t say)
{
    char *text = context;
    int length = snprintf(text, 32, "%u.%u", (unsigned)line, (unsigned)say);
    return (struct rp_str){text, (uint32_t)length};
}

static struct rp_str name(void *context, uint32_t person)
{
    char *text = context;
    int length = snprintf(text, 32, "%u", (unsigned)person);
    return (struct rp_str){text, (uint32_t)length};
}

/* Every event, to every seat, at every stage: the table of who sees what, cell by
 * cell, against what the definition says. */
static void each_audience_gets_its_part_of_each_event(void **unused)
{
    (void)unused;
    char text[32];
    const struct rp_lookup lookup = {text, words, name};
    size_t i;
    json_t *vector;
    json_array_foreach(json_object_get(vectors, "seen"), i, vector)
    {
        struct bytes in = from_hex(text_of(vector, "stored")), out;
        const struct rp_audience audience = {
            (enum rp_seat)json_integer_value(json_object_get(vector, "seat")),
            (enum rp_stage)json_integer_value(json_object_get(vector, "stage"))};
        const char *hex = text_of(vector, "hex");
        struct rp_event event;
        expect_err(vector, rp_event_decode(in.at, in.length, &event), RP_OK);
        const struct rp_out_event message = {1234, &event};
        expect_err(vector,
                   rp_out_encode(RP_OUT_EVENT, &message, &audience, &lookup, out.at, sizeof(out.at),
                                 &out.length),
                   hex ? RP_OK : RP_ERR_DENIED);
        if (hex)
            expect_bytes(vector, &out, hex);
    }
    assert_true(i >= 4 * 4 * 43);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_frames_are_read_and_written_back),
        cmocka_unit_test(bad_frames_are_refused_by_name),
        cmocka_unit_test(stored_events_are_read_and_written_back),
        cmocka_unit_test(broken_stored_events_are_refused_by_name),
        cmocka_unit_test(messages_to_a_client_are_these_bytes),
        cmocka_unit_test(each_audience_gets_its_part_of_each_event),
    };
    return cmocka_run_group_tests(tests, open_vectors, close_vectors);
}
