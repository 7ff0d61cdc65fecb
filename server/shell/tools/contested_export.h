/* contested_export.h: lines whose evidence a person has called wrong, labelled as he says, in the
 * form in which the recogniser learns (scenarios/moves/README.md).
 *
 * Owner    the caller's text.
 * Errors   a text that ran out of memory says so itself.
 */
#pragma once

#include "stored.h"
#include "text.h"

/* One row a line: id, moves, utterance, hint (scenario|customer|contested). */
void rp_contested_export(const struct rp_stored *stored, struct rp_text *out);
