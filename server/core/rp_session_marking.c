#include "rp_session_parts.h"

static bool told_apart(struct rp_hint a, struct rp_hint b)
{
    return a.level != b.level || (a.level > 0 && a.cited != b.cited);
}

/* Hints that came out otherwise than before. */
static void tell_hints(struct rp_session *s)
{
    const struct rp_method *method = &s->marking.method;
    for (uint8_t i = 0; i < method->items_n; i++) {
        enum rp_item item = method->items[i].item;
        struct rp_hint hint = rp_hints_for(&s->hints, item);
        if (!told_apart(hint, s->told_hints[item]))
            continue;
        struct rp_event event = {.type = RP_EVENT_HINT};
        event.as.hint.item = item;
        event.as.hint.level = hint.level;
        event.as.hint.cited = hint.cited;
        s->told_hints[item] = hint;
        rp_session_tell(s, RP_RECORD_DERIVED, &event);
    }
}

void rp_session_marking_reads(struct rp_session *s, const struct rp_event_understood *line)
{
    rp_hints_read(&s->hints, line);
    tell_hints(s);
}

void rp_session_marking_finds(struct rp_session *s, const struct rp_event_evidence *evidence)
{
    rp_hints_find(&s->hints, evidence);
    tell_hints(s);
}

void rp_session_marking_is_told(struct rp_session *s, const struct rp_event_recognised *recognised)
{
    rp_hints_recognise(&s->hints, recognised);
    tell_hints(s);
}

static void fill(struct rp_session *s, enum rp_item item, uint8_t level)
{
    struct rp_event event = {.type = RP_EVENT_MARK};
    if (!rp_method_has(&s->marking.method, item) || s->marking.marks[item].marked)
        return;
    event.as.mark.item = item;
    event.as.mark.level = level;
    event.as.mark.source = RP_MARK_SOURCE_MACHINE;
    rp_marking_fill(&s->marking, item, (struct rp_item_mark){true, level});
    rp_session_tell(s, RP_RECORD_DERIVED, &event);
}

/* How often the name fell is counted, not judged. */
void rp_session_marking_begins(struct rp_session *s)
{
    s->hints.talk_is_over = true;
    tell_hints(s);
    fill(s, RP_ITEM_L4, s->told_hints[RP_ITEM_L4].level);
}

static void tell_total(struct rp_session *s)
{
    struct rp_floor_totals floor;
    rp_floor_totals(&s->floor, &floor);
    uint8_t score = rp_grade_floor(floor.points - floor.points_back, s->customer_turns);
    if (!rp_marking_tells(&s->marking, score))
        return;
    struct rp_event event = {.type = RP_EVENT_GRADED};
    event.as.graded.rubric = s->marking.told.rubric;
    event.as.graded.floor = s->marking.told.floor;
    event.as.graded.total = s->marking.told.total;
    event.as.graded.passing = s->marking.told.passing;
    rp_session_tell(s, RP_RECORD_DERIVED, &event);
}

int64_t rp_session_marking_next_ms(const struct rp_session *s)
{
    return s->marking.releasing ? s->marking.release_ms : RP_NEVER;
}

/* The time for taking it back is over. */
void rp_session_marking_advance(struct rp_session *s)
{
    if (rp_session_marking_next_ms(s) > s->now_ms)
        return;
    struct rp_event event = {.type = RP_EVENT_RELEASED};
    event.as.released.by = s->marking.released_by;
    s->marking.releasing = false;
    fill(s, RP_ITEM_C2, rp_grade_fairness(s->marking.own, s->marking.marks).level);
    tell_total(s);
    s->marking.released = true;
    rp_session_tell(s, RP_RECORD_ACT, &event);
}

/* The text that the input brings, and the line that it is about. */
struct cites {
    uint16_t text, about;
};

static struct cites cites_of(const struct rp_event *input)
{
    switch (input->type) {
    case RP_EVENT_MARK:
        return (struct cites){input->as.mark.line, 0};
    case RP_EVENT_MOMENT:
        return (struct cites){0, input->as.moment.cited};
    case RP_EVENT_CRITICAL:
        return (struct cites){input->as.critical.line, input->as.critical.cited};
    case RP_EVENT_WHISPER:
        return (struct cites){input->as.whisper.line, 0};
    case RP_EVENT_NOTE:
        return (struct cites){input->as.note.line, input->as.note.cited};
    case RP_EVENT_CUSTOMER_NOTE:
        return (struct cites){input->as.customer_note.line, 0};
    default:
        return (struct cites){0, 0};
    }
}

enum rp_err rp_session_marking_check(const struct rp_session *s, const struct rp_event *input)
{
    struct cites cites = cites_of(input);
    if (input->type == RP_EVENT_WHISPER && s->level == RP_LEVEL_EXAM)
        return RP_ERR_DENIED;
    if (cites.about > s->lines || (cites.text > 0 && !rp_session_may_number(s, cites.text)))
        return RP_ERR_DENIED;
    return rp_marking_check(&s->marking, input, s->phase);
}

void rp_session_marking_takes(struct rp_session *s, const struct rp_event *input)
{
    struct cites cites = cites_of(input);
    if (cites.text > 0)
        rp_session_number(s, cites.text);
    rp_marking_take(&s->marking, input, s->now_ms);
    tell_total(s);
}
