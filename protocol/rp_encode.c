/* rp_encode.c: messages and events to bytes. */
#include <msgpack/pack.h>
#include <string.h>

#include "rp_codec.h"
#include "rp_shape.h"

static const uint32_t all_fields = UINT32_MAX;

struct writer {
    msgpack_packer packer;
    uint8_t *bytes;
    size_t room, length;
    enum rp_err err; /* the first one; what is written after it counts for nothing */
    bool stored;     /* words have no place, names are numbers */
    const struct rp_audience *audience;
    const struct rp_lookup *lookup;
};

static void write_shape(struct writer *writer, const struct rp_shape *shape, uint32_t fields,
                        const void *from);

static void fail(struct writer *writer, enum rp_err err)
{
    if (!writer->err)
        writer->err = err;
}

static int put(void *context, const char *bytes, size_t length)
{
    struct writer *writer = context;
    if (length > writer->room - writer->length) {
        fail(writer, RP_ERR_TOO_LARGE);
        return -1;
    }
    if (length)
        memcpy(writer->bytes + writer->length, bytes, length);
    writer->length += length;
    return 0;
}

static void write_string(struct writer *writer, struct rp_str string, int64_t max)
{
    if (string.length > max)
        fail(writer, RP_ERR_RANGE);
    msgpack_pack_str(&writer->packer, string.length);
    msgpack_pack_str_body(&writer->packer, string.at, string.length);
}

static void write_integer(struct writer *writer, const struct rp_field *field, const void *from)
{
    int64_t value = rp_field_get(field, from);
    if (value < field->min || value > field->max)
        fail(writer, RP_ERR_RANGE);
    msgpack_pack_int64(&writer->packer, value);
}

static void write_bool(struct writer *writer, bool value)
{
    if (value)
        msgpack_pack_true(&writer->packer);
    else
        msgpack_pack_false(&writer->packer);
}

static void write_list(struct writer *writer, const struct rp_field *field, const void *items,
                       uint32_t count)
{
    if (count > field->max) {
        fail(writer, RP_ERR_RANGE);
        return;
    }
    msgpack_pack_array(&writer->packer, count);
    for (uint32_t i = 0; i < count; i++) {
        const void *item = (const char *)items + i * field->of->size;
        if (field->of == &rp_shape_string)
            write_string(writer, *(const struct rp_str *)item, field->item_max);
        else
            write_shape(writer, field->of, all_fields, item);
    }
}

static void write_event(struct writer *writer, const struct rp_event *event)
{
    RP_CHECK(writer->audience && writer->lookup);
    if (rp_visible(event, writer->audience))
        write_shape(writer, rp_event_shape(event->type), rp_visible_fields(event, writer->audience),
                    &event->as);
    else
        fail(writer, RP_ERR_DENIED);
}

static void write_name(struct writer *writer, const struct rp_field *field, const void *from)
{
    const struct rp_lookup *lookup = writer->lookup;
    uint32_t person = (uint32_t)rp_field_get(field, from);
    if (writer->stored)
        msgpack_pack_uint32(&writer->packer, person);
    else
        write_string(writer, lookup->name(lookup->context, person), UINT32_MAX);
}

static void write_words(struct writer *writer, const struct rp_field *field, const void *from)
{
    const struct rp_lookup *lookup = writer->lookup;
    const void *line_at = (const char *)from + field->at;
    const void *say_at = (const char *)from + field->say_at;
    uint16_t line = *(const uint16_t *)line_at;
    uint16_t say = field->say_at ? *(const uint16_t *)say_at : 0;
    write_string(writer, lookup->words(lookup->context, line, say), UINT32_MAX);
}

static void write_field(struct writer *writer, const struct rp_field *field, const void *from)
{
    const void *at = (const char *)from + field->at;
    const void *count = (const char *)from + field->count_at;
    const void *items;
    switch (field->kind) {
    case RP_FIELD_INTEGER:
        write_integer(writer, field, from);
        break;
    case RP_FIELD_BOOL:
        write_bool(writer, *(const bool *)at);
        break;
    case RP_FIELD_STRING:
        write_string(writer, *(const struct rp_str *)at, field->max);
        break;
    case RP_FIELD_LIST:
        write_list(writer, field, at, *(const uint32_t *)count);
        break;
    case RP_FIELD_OUT_LIST:
        memcpy(&items, at, sizeof(items));
        write_list(writer, field, items, *(const uint32_t *)count);
        break;
    case RP_FIELD_EVENT:
        write_event(writer, *(const struct rp_event *const *)at);
        break;
    case RP_FIELD_NAME:
        write_name(writer, field, from);
        break;
    case RP_FIELD_WORDS:
        write_words(writer, field, from);
        break;
    }
}

static bool has_value(const struct rp_shape *shape, size_t i, uint32_t fields, const char *from)
{
    const struct rp_field *field = &shape->fields[i];
    return (fields >> i & 1) && (!field->optional || *(const bool *)(from + field->has_at));
}

static bool has_place(const struct writer *writer, const struct rp_field *field)
{
    return !(writer->stored && field->kind == RP_FIELD_WORDS);
}

/* An array of the fields that are in the mask, nil for the others, up to the last that is there.
 * A message begins with its number. */
static void write_shape(struct writer *writer, const struct rp_shape *shape, uint32_t fields,
                        const void *from)
{
    size_t end = 0, places = shape->number ? 1 : 0;
    for (size_t i = 0; i < shape->fields_n; i++)
        if (has_value(shape, i, fields, from))
            end = i + 1;
    for (size_t i = 0; i < end; i++)
        places += has_place(writer, &shape->fields[i]);

    msgpack_pack_array(&writer->packer, places);
    if (shape->number)
        msgpack_pack_unsigned_int(&writer->packer, shape->number);
    for (size_t i = 0; i < end; i++) {
        if (!has_place(writer, &shape->fields[i]))
            continue;
        if (has_value(shape, i, fields, from))
            write_field(writer, &shape->fields[i], from);
        else
            msgpack_pack_nil(&writer->packer);
    }
}

static enum rp_err write_document(struct writer *writer, const struct rp_shape *shape,
                                  const void *from, size_t *length)
{
    if (!shape)
        return RP_ERR_NOT_FOUND;
    msgpack_packer_init(&writer->packer, writer, put);
    write_shape(writer, shape, all_fields, from);
    if (!writer->err)
        *length = writer->length;
    return writer->err;
}

enum rp_err rp_msg_encode(const struct rp_msg *msg, uint8_t *bytes, size_t room, size_t *length)
{
    struct writer writer = {.bytes = bytes, .room = room};
    return write_document(&writer, rp_msg_shape(msg->type), &msg->as, length);
}

enum rp_err rp_event_encode(const struct rp_event *event, uint8_t *bytes, size_t room,
                            size_t *length)
{
    struct writer writer = {.bytes = bytes, .room = room, .stored = true};
    return write_document(&writer, rp_event_shape(event->type), &event->as, length);
}

enum rp_err rp_out_encode(enum rp_out_type type, const void *out,
                          const struct rp_audience *audience, const struct rp_lookup *lookup,
                          uint8_t *bytes, size_t room, size_t *length)
{
    struct writer writer = {.bytes = bytes, .room = room, .audience = audience, .lookup = lookup};
    return write_document(&writer, rp_out_shape(type), out, length);
}
