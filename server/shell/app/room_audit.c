/* room_audit.c: what of a room's log belongs into the audit log as well: whatever decides a grade
 * once it can be seen. */
#include "app_private.h"
#include "room.h"

#include <time.h>

/* The kind of entry and the person, by the room's number, who did it; 0: not said. */
struct trace {
    enum rp_audit_kind kind;
    uint32_t by;
};

static struct trace trace_of(const struct rp_event *event, bool released)
{
    const struct trace none = {RP_AUDIT_KINDS, 0};
    switch (event->type) {
    case RP_EVENT_RELEASED:
        return (struct trace){RP_AUDIT_RELEASE, event->as.released.by};
    case RP_EVENT_CRITICAL:
        return (struct trace){RP_AUDIT_CRITICAL, event->as.critical.by};
    case RP_EVENT_WAIVED:
        return (struct trace){RP_AUDIT_WAIVE, 0};
    case RP_EVENT_MARK:
        return released ? (struct trace){RP_AUDIT_MARK, event->as.mark.by} : none;
    case RP_EVENT_OVERALL:
        return released ? (struct trace){RP_AUDIT_MARK, event->as.overall.by} : none;
    default:
        return none;
    }
}

enum rp_err rp_room_audit(const struct rp_room *room, struct rp_batch *batch, uint32_t n,
                          const struct rp_record *record)
{
    char who[32] = "staff", what[RP_ID_TEXT + 32];
    struct trace trace = trace_of(&record->event, room->released_from > 0);
    if (trace.kind == RP_AUDIT_KINDS)
        return RP_OK;
    if (trace.by > 0)
        snprintf(who, sizeof(who), "person %u", trace.by);
    snprintf(what, sizeof(what), "room %s record %u", room->id, n);
    const struct rp_audit audit = {(int64_t)time(NULL), trace.kind, room->firm, who, what};
    return rp_batch_audit(batch, &audit);
}
