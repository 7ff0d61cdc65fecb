#include "rp_shape.h"

const struct rp_shape rp_shape_string = {.name = "string", .size = sizeof(struct rp_str)};

int64_t rp_field_get(const struct rp_field *field, const void *from)
{
    const void *at = (const char *)from + field->at;
    switch (field->size) {
    case 1:
        return field->is_signed ? *(const int8_t *)at : (int64_t) * (const uint8_t *)at;
    case 2:
        return field->is_signed ? *(const int16_t *)at : (int64_t) * (const uint16_t *)at;
    case 4:
        return field->is_signed ? *(const int32_t *)at : (int64_t) * (const uint32_t *)at;
    default:
        return *(const int64_t *)at;
    }
}

void rp_field_set(const struct rp_field *field, void *into, int64_t value)
{
    void *at = (char *)into + field->at;
    switch (field->size) {
    case 1:
        *(uint8_t *)at = (uint8_t)value;
        break;
    case 2:
        *(uint16_t *)at = (uint16_t)value;
        break;
    case 4:
        *(uint32_t *)at = (uint32_t)value;
        break;
    default:
        *(int64_t *)at = value;
    }
}

static const struct rp_field *field_of(const struct rp_event *event, enum rp_field_kind kind)
{
    const struct rp_shape *shape = rp_event_shape(event->type);
    for (size_t i = 0; shape && i < shape->fields_n; i++)
        if (shape->fields[i].kind == kind)
            return &shape->fields[i];
    return NULL;
}

uint16_t rp_event_text(const struct rp_event *event)
{
    if (event->type == RP_EVENT_SEND) /* its words are shown by what becomes of it */
        return event->as.send.line;
    const struct rp_field *words = field_of(event, RP_FIELD_WORDS);
    const void *line = words ? (const char *)&event->as + words->at : NULL;
    return line ? *(const uint16_t *)line : 0;
}

uint32_t rp_event_person(const struct rp_event *event)
{
    const struct rp_field *name = field_of(event, RP_FIELD_NAME);
    return name ? (uint32_t)rp_field_get(name, &event->as) : 0;
}
