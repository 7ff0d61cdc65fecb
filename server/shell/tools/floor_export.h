/* floor_export.h: a room's log as a case of turn timing, in the form that `hearout floor` reads.
 *
 * Owner    the caller gets a new reference.
 */
#pragma once

#include <jansson.h>

#include "stored.h"

json_t *rp_floor_export(const struct rp_stored *stored);
