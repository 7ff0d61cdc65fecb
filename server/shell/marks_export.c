#include "marks_export.h"

#include <inttypes.h>
#include <string.h>

#include "event_json.h"

struct export
{
    const struct rp_stored *stored;
    FILE *out;
    int64_t at_ms;
};

static bool is_formula(struct rp_str text)
{
    return text.length > 0 && strchr("=+-@\t\r", text.at[0]) != NULL;
}

static void cell(FILE *out, struct rp_str text)
{
    fputs(is_formula(text) ? "\"'" : "\"", out);
    for (uint32_t i = 0; i < text.length; i++) {
        if (text.at[i] == '"')
            fputc('"', out);
        fputc(text.at[i], out);
    }
    fputc('"', out);
}

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
    FILE *out = export->out;
    cell(out, str(room->id));
    fprintf(out, ",%" PRId64 ",", export->at_ms);
    cell(out, rater);
    fprintf(out, ",%s,%s,%s,%u,%u,", source, item, level, version, cited);
    cell(out, text ? rp_room_words_line(&room->words, text, 0) : str(""));
    fputs("\r\n", out);
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
    fputs("room,at_ms,rater,source,item,level,version,line,reason\r\n", out);
    for (uint32_t n = 1; n <= stored->room.log.count; n++) {
        struct rp_event event;
        const struct rp_log_entry *entry = rp_stored_record(stored, n, &event);
        const struct rp_record record = {(enum rp_record_kind)entry->kind, entry->at_ms, event};
        rp_room_note(&stored->room, n, &record); /* who sits where */
        const struct export export = {stored, out, entry->at_ms};
        event_rows(&export, &event);
    }
}
