#include "table.h"

#include <stdio.h>
#include <string.h>

#include "rp_shape.h"

enum { EVENTS_MAX = 256, FIELDS_MAX = 32, LINE_MAX_BYTES = 1000, COLUMNS = 7 };

struct seen {
    bool listed;
    uint8_t seats[RP_STAGES];
};

static struct {
    struct seen fields[EVENTS_MAX][FIELDS_MAX];
    int own[EVENTS_MAX];
    char told[EVENTS_MAX][8], may[EVENTS_MAX][8]; /* "": not listed */
    unsigned faults;
} table;

static void fault(const char *file, const char *what, const char *name, const char *field)
{
    fprintf(stderr, "tests/sim/%s: %s: %s%s%s\n", file, what, name, *field ? "." : "", field);
    table.faults++;
}

/* Files. */

static unsigned split(char *text, char at, char **parts, unsigned most)
{
    unsigned count = 0;
    for (char *next = text; next != NULL && count < most; count++) {
        parts[count] = next;
        next = strchr(next, at);
        if (next != NULL)
            *next++ = 0;
    }
    return count;
}

static void each_row(const char *file, unsigned least, void (*take)(char **columns, unsigned count))
{
    char path[512], line[LINE_MAX_BYTES];
    char *columns[COLUMNS];
    snprintf(path, sizeof(path), HEAROUT_SOURCE "/tests/sim/%s", file);
    FILE *rows = fopen(path, "r");
    RP_CHECK(rows != NULL);
    while (fgets(line, sizeof(line), rows) != NULL) {
        line[strcspn(line, "\n")] = 0;
        if (line[0] == '#' || line[0] == 0)
            continue;
        unsigned count = split(line, '\t', columns, COLUMNS);
        if (count < least)
            fault(file, "too few columns", columns[0], "");
        else
            take(columns, count);
    }
    fclose(rows);
}

/* Names. */

static const struct rp_shape *event_named(const char *name)
{
    for (unsigned number = 0; number < EVENTS_MAX; number++) {
        const struct rp_shape *shape = rp_event_shape(number);
        if (shape != NULL && strcmp(shape->name, name) == 0)
            return shape;
    }
    return NULL;
}

static int field_named(const struct rp_shape *shape, const char *name)
{
    for (unsigned i = 0; i < shape->fields_n; i++)
        if (strcmp(shape->fields[i].name, name) == 0)
            return (int)i;
    return -1;
}

static uint8_t seats_of(const char *letters)
{
    static const char seats[] = "TCOS";
    uint8_t bits = 0;
    for (; *letters; letters++) {
        const char *seat = strchr(seats, *letters);
        bits |= (uint8_t)(seat ? 1u << (seat - seats) : 0);
    }
    return bits;
}

static void take_field(const struct rp_shape *shape, const char *name, char **stages)
{
    int at = field_named(shape, name);
    if (at < 0) {
        fault("who_sees.tsv", "there is no such field", shape->name, name);
        return;
    }
    struct seen *seen = &table.fields[shape->number][at];
    if (seen->listed)
        fault("who_sees.tsv", "stands there twice", shape->name, name);
    seen->listed = true;
    for (unsigned stage = 0; stage < RP_STAGES; stage++)
        seen->seats[stage] = seats_of(stages[stage]);
}

static void take_event(char **columns, unsigned count)
{
    char *names[FIELDS_MAX];
    const struct rp_shape *shape = event_named(columns[0]);
    if (shape == NULL) {
        fault("who_sees.tsv", "there is no such event", columns[0], "");
        return;
    }
    unsigned names_n = split(columns[1], ' ', names, FIELDS_MAX);
    for (unsigned i = 0; i < names_n; i++)
        take_field(shape, names[i], &columns[2]);
    if (count == COLUMNS)
        table.own[shape->number] = field_named(shape, columns[6]);
}

static void take_message(const char *file, const struct rp_shape *(*shape_of)(unsigned number),
                         char (*list)[8], char **columns)
{
    for (unsigned number = 0; number < EVENTS_MAX; number++) {
        const struct rp_shape *shape = shape_of(number);
        if (shape == NULL || strcmp(shape->name, columns[0]) != 0)
            continue;
        snprintf(list[number], sizeof(list[number]), "%s", columns[1]);
        return;
    }
    fault(file, "there is no such message", columns[0], "");
}

static void take_told(char **columns, unsigned count)
{
    (void)count;
    take_message("who_is_told.tsv", rp_out_shape, table.told, columns);
}

static void take_may(char **columns, unsigned count)
{
    (void)count;
    take_message("who_may.tsv", rp_msg_shape, table.may, columns);
}

static void find_missing(void)
{
    static const char decide[] = "no row says who may, add one";
    for (unsigned number = 0; number < EVENTS_MAX; number++) {
        const struct rp_shape *event = rp_event_shape(number), *out = rp_out_shape(number);
        for (unsigned i = 0; event != NULL && i < event->fields_n; i++)
            if (!table.fields[number][i].listed)
                fault("who_sees.tsv", decide, event->name, event->fields[i].name);
        if (out != NULL && table.told[number][0] == 0)
            fault("who_is_told.tsv", decide, out->name, "");
        if (rp_msg_shape(number) != NULL && table.may[number][0] == 0)
            fault("who_may.tsv", decide, rp_msg_shape(number)->name, "");
    }
}

unsigned table_open(void)
{
    memset(&table, 0, sizeof(table));
    for (unsigned i = 0; i < EVENTS_MAX; i++)
        table.own[i] = -1;
    each_row("who_sees.tsv", 6, take_event);
    each_row("who_is_told.tsv", 2, take_told);
    each_row("who_may.tsv", 2, take_may);
    find_missing();
    return table.faults;
}

bool table_sees_field(enum rp_event_type event, unsigned field, const struct rp_audience *audience)
{
    return table.fields[event][field].seats[audience->stage] >> audience->seat & 1;
}

bool table_sees(enum rp_event_type event, const struct rp_audience *audience)
{
    for (unsigned i = 0; i < FIELDS_MAX; i++)
        if (table_sees_field(event, i, audience))
            return true;
    return false;
}

int table_own(enum rp_event_type event)
{
    return table.own[event];
}

bool table_tells(enum rp_out_type type, char guest)
{
    return strchr(table.told[type], guest) != NULL;
}

bool table_may(enum rp_msg_type type, char guest)
{
    return strchr(table.may[type], guest) != NULL;
}
