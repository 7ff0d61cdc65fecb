/* rp_decode.c: bytes to messages and events. */
#include <string.h>

#include "rp_codec.h"
#include "rp_reader.h"
#include "rp_shape.h"

enum form {
    FORM_WIRE,   /* every field that is not optional must stand there */
    FORM_STORED, /* an older log lacks fields, and words have no place */
};

static enum rp_err read_fields(struct rp_reader *reader, const struct rp_shape *shape,
                               uint32_t count, enum form form, unsigned depth, void *into);

static enum rp_err read_integer(struct rp_reader *reader, const struct rp_field *field, void *into)
{
    int64_t value;
    if (!rp_read_integer(reader, &value))
        return RP_ERR_MALFORMED;
    if (value < field->min || value > field->max)
        return RP_ERR_RANGE;
    rp_field_set(field, into, value);
    return RP_OK;
}

static enum rp_err read_string(struct rp_reader *reader, const struct rp_field *field, void *into)
{
    struct rp_str *string = (void *)((char *)into + field->at);
    uint32_t chars;
    if (!rp_read_string(reader, string, &chars))
        return RP_ERR_MALFORMED;
    if (string->length > field->max || (field->max_chars && chars > field->max_chars))
        return RP_ERR_RANGE;
    return RP_OK;
}

static enum rp_err read_list(struct rp_reader *reader, const struct rp_field *field, enum form form,
                             unsigned depth, void *into)
{
    uint32_t *count = (void *)((char *)into + field->count_at);
    if (!rp_read_array(reader, count))
        return RP_ERR_MALFORMED;
    if (*count > field->max)
        return RP_ERR_RANGE;
    for (uint32_t i = 0; i < *count; i++) {
        void *item = (char *)into + field->at + i * field->of->size;
        uint32_t fields;
        if (!rp_read_array(reader, &fields))
            return RP_ERR_MALFORMED;
        enum rp_err err = read_fields(reader, field->of, fields, form, depth + 2, item);
        if (err)
            return err;
    }
    return RP_OK;
}

static enum rp_err read_field(struct rp_reader *reader, const struct rp_field *field,
                              enum form form, unsigned depth, void *into)
{
    bool *has = (void *)((char *)into + field->has_at);
    if (field->optional) {
        *has = !rp_read_nil(reader);
        if (!*has)
            return RP_OK;
    }
    switch (field->kind) {
    case RP_FIELD_INTEGER:
    case RP_FIELD_NAME:
        return read_integer(reader, field, into);
    case RP_FIELD_BOOL:
        return rp_read_bool(reader, (void *)((char *)into + field->at)) ? RP_OK : RP_ERR_MALFORMED;
    case RP_FIELD_STRING:
        return read_string(reader, field, into);
    case RP_FIELD_LIST:
        return read_list(reader, field, form, depth, into);
    case RP_FIELD_OUT_LIST:
    case RP_FIELD_EVENT:
    case RP_FIELD_WORDS:
        break;
    }
    RP_CHECK(false); /* those are only ever written */
    return RP_ERR_MALFORMED;
}

/* What a field says that is not there: false, nothing, or the allowed number next to 0. */
static void leave_out(const struct rp_field *field, void *into)
{
    if (field->kind == RP_FIELD_INTEGER || field->kind == RP_FIELD_NAME)
        rp_field_set(field, into, rp_clamp(0, field->min, field->max));
}

/* `count` elements follow, inside `depth` arrays; `into` is all zero. */
static enum rp_err read_fields(struct rp_reader *reader, const struct rp_shape *shape,
                               uint32_t count, enum form form, unsigned depth, void *into)
{
    for (size_t i = 0; i < shape->fields_n; i++) {
        const struct rp_field *field = &shape->fields[i];
        if (field->kind == RP_FIELD_WORDS)
            continue;
        if (count == 0) {
            if (form == FORM_WIRE && !field->optional)
                return RP_ERR_MALFORMED;
            leave_out(field, into);
            continue;
        }
        count--;
        enum rp_err err = read_field(reader, field, form, depth, into);
        if (err)
            return err;
    }
    while (count--)
        if (!rp_read_skip(reader, RP_CODEC_DEPTH_MAX - depth))
            return RP_ERR_MALFORMED;
    return RP_OK;
}

/* [number, field ...], and nothing after it. */
static enum rp_err read_document(const uint8_t *bytes, size_t length, enum form form,
                                 unsigned *number, void *into)
{
    static const struct rp_shape unknown = {.name = "unknown"};
    struct rp_reader reader = rp_reader_over(bytes, length);
    uint32_t count;
    int64_t id;
    if (length > RP_CODEC_IN_MAX)
        return RP_ERR_TOO_LARGE;
    if (!rp_read_array(&reader, &count) || count == 0 || !rp_read_integer(&reader, &id) || id < 0)
        return RP_ERR_MALFORMED;

    *number = (unsigned)rp_min(id, UINT16_MAX);
    const struct rp_shape *shape =
        form == FORM_WIRE ? rp_msg_shape(*number) : rp_event_shape(*number);
    enum rp_err err = read_fields(&reader, shape ? shape : &unknown, count - 1, form, 1, into);
    if (err)
        return err;
    if (!rp_read_end(&reader))
        return RP_ERR_MALFORMED;
    return shape ? RP_OK : RP_ERR_NOT_FOUND;
}

enum rp_err rp_msg_decode(const uint8_t *bytes, size_t length, struct rp_msg *msg)
{
    unsigned number = 0;
    memset(msg, 0, sizeof(*msg));
    enum rp_err err = read_document(bytes, length, FORM_WIRE, &number, &msg->as);
    msg->type = (enum rp_msg_type)number;
    return err;
}

enum rp_err rp_event_decode(const uint8_t *bytes, size_t length, struct rp_event *event)
{
    unsigned number = 0;
    memset(event, 0, sizeof(*event));
    enum rp_err err = read_document(bytes, length, FORM_STORED, &number, &event->as);
    event->type = (enum rp_event_type)number;
    return err;
}
