#include "marks_export.h"

#include <string.h>

#include "csv.h"
#include "event_json.h"

struct export
{
    const struct rp_stored *stored;
    FILE *out;
    int64_t at_ms;
};

static struct rp_str str(const char *text)
{
    return (struct rp_str){text, (uint32_t)strlen(text)};
}

/* room, time, rater, source, item, level, version, line, words */
static void row(const struct export *export, struct rp_str rater, const char *source,
                const char *item, const char *level, unsigned version, unsigned cited,
                uint16_t text)
{
    const struct rp_room *room = &export->stored->room;
    struct rp_csv csv = {.out = export->out};
    rp_csv_word(&csv, room->id);
    rp_csv_number(&csv, export->at_ms);
    rp_csv_text(&csv, rater);
    rp_csv_word(&csv, source);
    rp_csv_word(&csv, item);
    rp_csv_word(&csv, level);
    rp_csv_number(&csv, version);
    rp_csv_number(&csv, cited);
    rp_csv_text(&csv, text ? rp_room_words_line(&room->words, text, 0) : str(""));
    rp_csv_end_row(&csv);
}

static const char *level_name(uint8_t level)
{
    static const char *const names[] = {"na", "1", "2", "3", "4", "5"};
    return names[level];
}

/* The trainee's own view: as many rows as items. */
static void own_rows(const struct export *export, const struct rp_event *event)
{
    const struct rp_room *room = &export->stored->room;
    struct rp_str rater = rp_room_words_person(&room->words, room->holders[RP_SEAT_TRAINEE].person);
    for (uint32_t i = 0; i < event->as.rated_self.marks_n; i++) {
        const struct rp_own_mark *own = &event->as.rated_self.marks[i];
        struct rp_event named = {.type = RP_EVENT_MARK};
        named.as.mark.item = own->item;
        row(export, rater, "self", rp_event_value_name(&named, "item"), level_name(own->level), 0,
            0, 0);
    }
}

static void mark_row(const struct export *export, const struct rp_event *event)
{
    const struct rp_event_mark *mark = &event->as.mark;
    bool machine = mark->source == RP_MARK_SOURCE_MACHINE;
    struct rp_str rater =
        machine ? str("") : rp_room_words_person(&export->stored->room.words, mark->by);
    row(export, rater, rp_event_value_name(event, "source"), rp_event_value_name(event, "item"),
        level_name(mark->level), mark->version + 1u, 0, mark->line);
}

static void event_rows(const struct export *export, const struct rp_event *event)
{
    const struct rp_room_words *words = &export->stored->room.words;
    switch (event->type) {
    case RP_EVENT_MARK:
        mark_row(export, event);
        break;
    case RP_EVENT_OVERALL:
        row(export, rp_room_words_person(words, event->as.overall.by), "human", "overall",
            level_name(event->as.overall.level), 0, 0, 0);
        break;
    case RP_EVENT_CRITICAL:
        row(export, rp_room_words_person(words, event->as.critical.by), "human",
            rp_event_value_name(event, "critical"), event->as.critical.on ? "set" : "taken_back", 0,
            event->as.critical.cited, event->as.critical.line);
        break;
    case RP_EVENT_RATED_SELF:
        own_rows(export, event);
        break;
    default:
        break;
    }
}

void rp_marks_export(struct rp_stored *stored, FILE *out)
{
    static const char *const columns[] = {"room",  "at_ms",   "rater", "source", "item",
                                          "level", "version", "line",  "reason"};
    struct rp_csv head = {.out = out};
    for (size_t i = 0; i < RP_COUNT(columns); i++)
        rp_csv_word(&head, columns[i]);
    rp_csv_end_row(&head);
    for (uint32_t n = 1; n <= stored->room.log.count; n++) {
        struct rp_event event;
        const struct rp_log_entry *entry = rp_stored_record(stored, n, &event);
        const struct rp_record record = {(enum rp_record_kind)entry->kind, entry->at_ms, event};
        rp_room_note(&stored->room, n, &record); /* who sits where */
        const struct export export = {stored, out, entry->at_ms};
        event_rows(&export, &event);
    }
}
