/* csv.h: cells of a table for a spreadsheet, which shows them and runs none.
 *
 * Every cell is quoted. One that a spreadsheet would take for a formula, also behind blanks, begins
 * with a quote mark of its own, which the spreadsheet does not show.
 *
 * Owner    writes to the caller's stream.
 * Errors   none beyond the stream's.
 */
#pragma once

#include <stdio.h>

#include "rp_msg.h"

/* The next cell of the row; the first has no comma before it. */
struct rp_csv {
    FILE *out;
    bool begun;
};

void rp_csv_text(struct rp_csv *csv, struct rp_str text);
void rp_csv_word(struct rp_csv *csv, const char *word);
void rp_csv_number(struct rp_csv *csv, int64_t number);
void rp_csv_end_row(struct rp_csv *csv);
