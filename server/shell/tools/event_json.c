#include "event_json.h"

#include <string.h>

#include "rp_shape.h"

static json_t *string_of(struct rp_str text)
{
    return json_stringn(text.at, text.length);
}

static json_t *fields_of(json_t *object, const struct rp_shape *shape, const char *from,
                         uint32_t visible, const struct rp_lookup *lookup);

static json_t *list_of(const struct rp_field *field, const char *from)
{
    json_t *list = json_array();
    uint32_t count;
    memcpy(&count, from + field->count_at, sizeof(count));
    for (uint32_t i = 0; i < count; i++) {
        const char *item = from + field->at + i * field->of->size;
        json_array_append_new(list, fields_of(json_object(), field->of, item, UINT32_MAX, NULL));
    }
    return list;
}

static json_t *words_of(const struct rp_field *field, const char *from,
                        const struct rp_lookup *lookup)
{
    uint16_t line, say = 0;
    memcpy(&line, from + field->at, sizeof(line));
    if (field->say_at != 0)
        memcpy(&say, from + field->say_at, sizeof(say));
    return string_of(lookup->words(lookup->context, line, say));
}

static json_t *value_of(const struct rp_field *field, const char *from,
                        const struct rp_lookup *lookup)
{
    switch (field->kind) {
    case RP_FIELD_INTEGER: {
        int64_t value = rp_field_get(field, from);
        return field->names ? json_string(field->names[value]) : json_integer(value);
    }
    case RP_FIELD_BOOL:
        return json_boolean(*(const bool *)(const void *)(from + field->at));
    case RP_FIELD_STRING: {
        struct rp_str text;
        memcpy(&text, from + field->at, sizeof(text));
        return string_of(text);
    }
    case RP_FIELD_NAME:
        return string_of(lookup->name(lookup->context, (uint32_t)rp_field_get(field, from)));
    case RP_FIELD_WORDS:
        return words_of(field, from, lookup);
    case RP_FIELD_LIST:
        return list_of(field, from);
    default: /* events hold no events */
        return json_null();
    }
}

static json_t *fields_of(json_t *object, const struct rp_shape *shape, const char *from,
                         uint32_t visible, const struct rp_lookup *lookup)
{
    for (size_t i = 0; i < shape->fields_n; i++)
        if (visible & 1u << i)
            json_object_set_new(object, shape->fields[i].name,
                                value_of(&shape->fields[i], from, lookup));
    return object;
}

json_t *rp_event_json(uint32_t n, const struct rp_log_entry *entry, const struct rp_event *event,
                      const struct rp_audience *audience, const struct rp_lookup *lookup)
{
    static const char *const kinds[RP_RECORD_KINDS] = {"input", "act", "derived"};
    const struct rp_shape *shape = rp_event_shape(event->type);
    uint32_t visible = audience ? rp_visible_fields(event, audience) : UINT32_MAX;
    json_t *object = json_object();
    json_object_set_new(object, "n", json_integer(n));
    json_object_set_new(object, "at_ms", json_integer(entry->at_ms));
    json_object_set_new(object, "kind", json_string(kinds[entry->kind]));
    json_object_set_new(object, "event", json_string(shape->name));
    return fields_of(object, shape, (const char *)&event->as, visible, lookup);
}

const char *rp_event_value_name(const struct rp_event *event, const char *field)
{
    const struct rp_shape *shape = rp_event_shape(event->type);
    for (size_t i = 0; i < shape->fields_n; i++)
        if (strcmp(shape->fields[i].name, field) == 0 && shape->fields[i].names != NULL)
            return shape->fields[i].names[rp_field_get(&shape->fields[i], &event->as)];
    RP_CHECK(false);
    return "";
}
