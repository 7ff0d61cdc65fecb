#include "traces.h"

#include "rp_shape.h"

static uint32_t at_party(const struct rp_traces *traces, enum rp_party party)
{
    bool seated = party == RP_PARTY_TRAINEE || party == RP_PARTY_CUSTOMER;
    return seated ? traces->seated[party] : 0;
}

static struct rp_trace report(const struct rp_traces *traces, enum rp_seat by)
{
    enum rp_seat other = by == RP_SEAT_TRAINEE ? RP_SEAT_CUSTOMER : RP_SEAT_TRAINEE;
    return (struct rp_trace){.by = traces->seated[by], .about = traces->seated[other]};
}

/* Unless the event says more, a text is the staff's, about the trainee. */
static struct rp_trace whose(const struct rp_traces *traces, const struct rp_event *event)
{
    uint32_t trainee = traces->seated[RP_SEAT_TRAINEE];
    switch (event->type) {
    case RP_EVENT_SEND:
        return (struct rp_trace){.by = at_party(traces, event->as.send.party)};
    case RP_EVENT_ACTION:
    case RP_EVENT_NOTE:
        return (struct rp_trace){.by = trainee};
    case RP_EVENT_CUSTOMER_NOTE:
        return (struct rp_trace){.by = traces->seated[RP_SEAT_CUSTOMER], .about = trainee};
    case RP_EVENT_REPORTED:
        return report(traces, event->as.reported.by);
    case RP_EVENT_COLLEAGUE_SAID:
        return (struct rp_trace){.by = traces->colleague, .about = trainee};
    default:
        return (struct rp_trace){.by = rp_event_person(event), .about = trainee};
    }
}

struct rp_trace rp_traces_take(struct rp_traces *traces, const struct rp_event *event)
{
    if (event->type == RP_EVENT_SEATED)
        traces->seated[event->as.seated.seat] = event->as.seated.name;
    if (event->type == RP_EVENT_COLLEAGUE)
        traces->colleague = event->as.colleague.by;
    uint16_t line = rp_event_text(event);
    struct rp_trace trace = line > 0 ? whose(traces, event) : (struct rp_trace){.line = 0};
    trace.line = line;
    return trace;
}
