/* traces.h: whose words the texts beside a room's log are.
 *
 * Feed it every record of a room, oldest first. A text is by somebody, and may be about somebody
 * else: a grader's reason is about the trainee. The bot's lines are nobody's.
 *
 * Owner    the caller; plain data, starts as {0}.
 * Order    a seat's texts are of whoever sat there when they came.
 */
#pragma once

#include "rp_session.h"

struct rp_traces {
    uint32_t seated[RP_SEATS]; /* the room's number of the person; 0: nobody, or the bot */
    uint32_t colleague;        /* of whoever joined last */
};

struct rp_trace {
    uint16_t line;      /* 0: the record brings no text */
    uint32_t by, about; /* the room's numbers; 0: nobody's */
};

struct rp_trace rp_traces_take(struct rp_traces *traces, const struct rp_event *event);
