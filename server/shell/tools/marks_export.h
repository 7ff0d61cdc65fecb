/* marks_export.h: the marks of a stored session as CSV, one row for each that was ever given.
 *
 * Owner    writes to the caller's stream.
 * Errors   none beyond the stream's.
 */
#pragma once

#include <stdio.h>

#include "stored.h"

void rp_marks_export(struct rp_stored *stored, FILE *out);
