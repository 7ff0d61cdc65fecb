/* event_json.h: a record of the log as JSON, for replay and exports.
 *
 * Owner    the caller gets a new reference.
 * Errors   NULL: no memory.
 */
#pragma once

#include <jansson.h>

#include "room_log.h"
#include "rp_codec.h"

/* {"n", "at_ms", "kind", "event", field ...}. What the audience may not see is left out; NULL for
 * `audience` leaves nothing out. Texts and names come from `lookup`. */
json_t *rp_event_json(uint32_t n, const struct rp_log_entry *entry, const struct rp_event *event,
                      const struct rp_audience *audience, const struct rp_lookup *lookup);

/* The name of an enum field's value, such as "customer"; a field that is no enum is a bug. */
const char *rp_event_value_name(const struct rp_event *event, const char *field);
