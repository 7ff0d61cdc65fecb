#include "rp_marking.h"

static enum rp_err check_mark(const struct rp_marking *m, const struct rp_event_mark *mark)
{
    if (!rp_method_has(&m->method, mark->item))
        return RP_ERR_NOT_FOUND;
    if (mark->version != m->versions[mark->item])
        return RP_ERR_CONFLICT;
    return m->released && mark->line == 0 ? RP_ERR_DENIED : RP_OK;
}

/* C2 is how the others compare: nobody rates it. */
static bool rates_all(const struct rp_marking *m, const struct rp_event_rated_self *own)
{
    unsigned wanted = 0, rated = 1u << RP_ITEM_C2;
    for (uint8_t i = 0; i < m->method.items_n; i++)
        wanted |= 1u << m->method.items[i].item;
    for (uint32_t i = 0; i < own->marks_n; i++)
        rated |= 1u << own->marks[i].item;
    return (wanted & ~rated) == 0;
}

static enum rp_err check_own(const struct rp_marking *m, const struct rp_event_rated_self *own)
{
    for (uint32_t i = 0; i < own->marks_n; i++)
        if (!rp_method_has(&m->method, own->marks[i].item))
            return RP_ERR_NOT_FOUND;
    if (m->rated)
        return RP_ERR_DENIED;
    return rates_all(m, own) ? RP_OK : RP_ERR_RANGE;
}

static enum rp_err check_release(const struct rp_marking *m, bool on)
{
    if (m->released || m->releasing == on)
        return RP_ERR_DENIED;
    return on && (m->overall == 0 || !rp_marking_complete(m)) ? RP_ERR_RANGE : RP_OK;
}

static enum rp_err when(bool allowed)
{
    return allowed ? RP_OK : RP_ERR_DENIED;
}

enum rp_err rp_marking_check(const struct rp_marking *m, const struct rp_event *input,
                             enum rp_phase phase)
{
    bool debrief = phase == RP_PHASE_DEBRIEF;
    switch (input->type) {
    case RP_EVENT_GRADED_BY:
        return when(phase == RP_PHASE_READ && m->method.items_n == 0);
    case RP_EVENT_MARK:
        return phase == RP_PHASE_READ ? RP_ERR_DENIED : check_mark(m, &input->as.mark);
    case RP_EVENT_OVERALL:
        return when(debrief && !m->released);
    case RP_EVENT_MOMENT:
    case RP_EVENT_CRITICAL:
        return when(phase != RP_PHASE_READ);
    case RP_EVENT_RELEASE:
        return debrief ? check_release(m, input->as.release.on) : RP_ERR_DENIED;
    case RP_EVENT_WHISPER:
        return when(phase == RP_PHASE_PLAY || phase == RP_PHASE_WRAP);
    case RP_EVENT_RATED_SELF:
        return debrief ? check_own(m, &input->as.rated_self) : RP_ERR_DENIED;
    case RP_EVENT_FELT_HEARD:
        return when(debrief && !m->heard);
    case RP_EVENT_NOTE:
    case RP_EVENT_CUSTOMER_NOTE:
        return when(debrief);
    default:
        return RP_ERR_DENIED;
    }
}

static void take_method(struct rp_marking *m, const struct rp_event_graded_by *graded_by)
{
    for (uint32_t i = 0; i < graded_by->items_n; i++)
        m->method.items[i] = graded_by->items[i];
    m->method.items_n = (uint8_t)graded_by->items_n;
}

static void take_own(struct rp_marking *m, const struct rp_event_rated_self *own)
{
    for (uint32_t i = 0; i < own->marks_n; i++)
        m->own[own->marks[i].item] = (struct rp_item_mark){true, own->marks[i].level};
    m->rated = true;
}

static void take_release(struct rp_marking *m, const struct rp_event_release *release,
                         int64_t now_ms)
{
    m->releasing = release->on;
    m->release_ms = now_ms + RP_RELEASE_UNDO_MS;
    m->released_by = release->by;
}

void rp_marking_take(struct rp_marking *m, const struct rp_event *input, int64_t now_ms)
{
    const struct rp_event_mark *mark = &input->as.mark;
    const struct rp_event_critical *critical = &input->as.critical;
    switch (input->type) {
    case RP_EVENT_GRADED_BY:
        take_method(m, &input->as.graded_by);
        break;
    case RP_EVENT_MARK:
        rp_marking_fill(m, mark->item, (struct rp_item_mark){true, mark->level});
        break;
    case RP_EVENT_OVERALL:
        m->overall = input->as.overall.level;
        break;
    case RP_EVENT_CRITICAL:
        m->criticals &= ~(1u << critical->critical);
        m->criticals |= (unsigned)critical->on << critical->critical;
        break;
    case RP_EVENT_RELEASE:
        take_release(m, &input->as.release, now_ms);
        break;
    case RP_EVENT_RATED_SELF:
        take_own(m, &input->as.rated_self);
        break;
    case RP_EVENT_FELT_HEARD:
        m->heard = true;
        break;
    default: /* the record is all */
        break;
    }
}

void rp_marking_fill(struct rp_marking *m, enum rp_item item, struct rp_item_mark mark)
{
    m->marks[item] = mark;
    m->versions[item]++;
}

bool rp_marking_complete(const struct rp_marking *m)
{
    for (uint8_t i = 0; i < m->method.items_n; i++) {
        enum rp_item item = m->method.items[i].item;
        if (!m->marks[item].marked && item != RP_ITEM_C2)
            return false;
    }
    return m->method.items_n > 0;
}

static bool same(const struct rp_total *a, const struct rp_total *b)
{
    return a->rubric == b->rubric && a->floor == b->floor && a->total == b->total &&
           a->passing == b->passing;
}

bool rp_marking_tells(struct rp_marking *m, uint8_t floor)
{
    if (m->overall == 0 || !rp_marking_complete(m))
        return false;
    struct rp_total total = rp_grade_of(&m->method, m->marks, floor, m->criticals);
    if (m->has_told && same(&total, &m->told))
        return false;
    m->told = total;
    m->has_told = true;
    return true;
}
