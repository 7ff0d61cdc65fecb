#include "rp_hall.h"

void rp_hall_init(struct rp_hall *hall, struct rp_hall_seat *seats, uint32_t count)
{
    RP_CHECK(count > 0);
    hall->seats = seats;
    hall->count = count;
    for (uint32_t i = 0; i < count; i++)
        seats[i] = (struct rp_hall_seat){.due = RP_NEVER, .slot = i, .place = i};
}

static int64_t due_at(const struct rp_hall *hall, uint32_t place)
{
    return hall->seats[hall->seats[place].slot].due;
}

static void swap(struct rp_hall *hall, uint32_t a, uint32_t b)
{
    uint32_t slot = hall->seats[a].slot;
    hall->seats[a].slot = hall->seats[b].slot;
    hall->seats[b].slot = slot;
    hall->seats[hall->seats[a].slot].place = a;
    hall->seats[hall->seats[b].slot].place = b;
}

static void rise(struct rp_hall *hall, uint32_t place)
{
    while (place > 0 && due_at(hall, place) < due_at(hall, (place - 1) / 2)) {
        swap(hall, place, (place - 1) / 2);
        place = (place - 1) / 2;
    }
}

static void sink(struct rp_hall *hall, uint32_t place)
{
    for (;;) {
        uint32_t least = place;
        for (uint32_t child = 2 * place + 1; child <= 2 * place + 2 && child < hall->count; child++)
            if (due_at(hall, child) < due_at(hall, least))
                least = child;
        if (least == place)
            return;
        swap(hall, place, least);
        place = least;
    }
}

void rp_hall_set(struct rp_hall *hall, uint32_t slot, int64_t due)
{
    RP_CHECK(slot < hall->count);
    hall->seats[slot].due = due;
    rise(hall, hall->seats[slot].place);
    sink(hall, hall->seats[slot].place);
}

int64_t rp_hall_next(const struct rp_hall *hall)
{
    return due_at(hall, 0);
}

uint32_t rp_hall_first(const struct rp_hall *hall)
{
    return hall->seats[0].slot;
}
