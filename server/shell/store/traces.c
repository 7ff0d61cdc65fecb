#include "traces.h"

static struct rp_trace by_party(const struct rp_traces *traces, uint16_t line, enum rp_party party)
{
    bool seated = party == RP_PARTY_TRAINEE || party == RP_PARTY_CUSTOMER;
    return (struct rp_trace){line, seated ? traces->seated[party] : 0, 0};
}

struct rp_trace rp_traces_take(struct rp_traces *traces, const struct rp_event *event)
{
    uint32_t trainee = traces->seated[RP_SEAT_TRAINEE];
    switch (event->type) {
    case RP_EVENT_SEATED:
        traces->seated[event->as.seated.seat] = event->as.seated.name;
        break;
    case RP_EVENT_SEND:
        return by_party(traces, event->as.send.line, event->as.send.party);
    case RP_EVENT_ACTION:
        return (struct rp_trace){event->as.action.line, trainee, 0};
    case RP_EVENT_CONTROL:
        return (struct rp_trace){event->as.control.line, 0, trainee};
    case RP_EVENT_MARK:
        return (struct rp_trace){event->as.mark.line, event->as.mark.by, trainee};
    case RP_EVENT_CRITICAL:
        return (struct rp_trace){event->as.critical.line, event->as.critical.by, trainee};
    case RP_EVENT_WHISPER:
        return (struct rp_trace){event->as.whisper.line, 0, trainee};
    case RP_EVENT_NOTE:
        return (struct rp_trace){event->as.note.line, trainee, 0};
    case RP_EVENT_CUSTOMER_NOTE:
        return (struct rp_trace){event->as.customer_note.line, traces->seated[RP_SEAT_CUSTOMER],
                                 trainee};
    default:
        break;
    }
    return (struct rp_trace){0, 0, 0};
}
