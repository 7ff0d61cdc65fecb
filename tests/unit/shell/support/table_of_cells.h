/* table_of_cells.h: CSV as a spreadsheet reads it (RFC 4180). */
#pragma once

#include "rp_types.h"

enum { CELL_TEXT = 2100 };

struct cell {
    char text[CELL_TEXT];
    bool quoted;
    unsigned row;
};

/* All cells in their order; how many there are. More than `most` end the process. */
size_t cells_read(const char *bytes, size_t length, struct cell *cells, size_t most);

/* Whether a spreadsheet would take it for a formula, behind whatever it passes over. */
bool cell_is_formula(const char *text);
