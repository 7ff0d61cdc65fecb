/* rp_understood_event.h: what was understood of a line, as the log holds it, and back.
 *
 * Owner    the caller; plain values both ways.
 */
#pragma once

#include "rp_msg.h"
#include "rp_understood.h"

void rp_event_of_understood(const struct rp_understood *understood, uint16_t line,
                            struct rp_event *event);
struct rp_understood rp_understood_of(const struct rp_event_understood *event);
