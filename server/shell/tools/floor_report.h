/* floor_report.h: a case decided, in the words of docs/turn-timing.md, "Case files".
 *
 * Owner    the caller of the returned object: json_decref.
 * Errors   NULL: out of memory.
 */
#pragma once

#include "floor_case.h"

/* Plays the timeline through the floor. Nothing but the case has a part in the answer. */
json_t *rp_floor_report(const struct rp_floor_case *floor_case);

/* Whether all that is expected is so. Else `difference` gets one line: path, expected, found.
 * Keys that are not expected are not compared, nor is `reason`. */
bool rp_floor_report_agrees(const json_t *expect, const json_t *report, struct rp_text *difference);
