#include "rp_visible.h"

#include "rp_shape.h"

static bool sees(struct rp_sight see, const struct rp_audience *audience)
{
    return see.seats[audience->stage] >> audience->seat & 1;
}

static bool owns(const struct rp_shape *shape, const struct rp_event *event, enum rp_seat seat)
{
    if (!shape->own || seat == RP_SEAT_STAFF)
        return true;
    int64_t owner = rp_field_get(shape->own, &event->as);
    return owner < shape->own_seats && owner == (int64_t)seat;
}

bool rp_visible(const struct rp_event *event, const struct rp_audience *audience)
{
    const struct rp_shape *shape = rp_event_shape(event->type);
    return shape && sees(shape->see, audience) && owns(shape, event, audience->seat);
}

uint32_t rp_visible_fields(const struct rp_event *event, const struct rp_audience *audience)
{
    if (!rp_visible(event, audience))
        return 0;
    const struct rp_shape *shape = rp_event_shape(event->type);
    uint32_t fields = 0;
    for (size_t i = 0; i < shape->fields_n; i++)
        if (sees(shape->fields[i].see, audience))
            fields |= (uint32_t)1 << i;
    return fields;
}
