/* reach.h: which lines of a scenario the styles ever bring him to say.
 *
 * Every style of the folder plays at three heats with several seeds.
 *
 * Owner    the caller.
 * Errors   RP_ERR_IO, RP_ERR_MALFORMED: a style cannot be read; RP_ERR_STORAGE: out of memory.
 */
#pragma once

#include "simulate.h"

/* Adds to `said`, by the line's number. `folder` is that of the scenarios. */
enum rp_err rp_reach(const struct rp_scenario *scenario, const struct rp_recogniser *recogniser,
                     const char *folder, bool said[RP_SCRIPT_LINES_MAX],
                     struct rp_text *complaints);
