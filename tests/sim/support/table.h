/* table.h: the hand-written tables of who may see and do what (who_sees.tsv, who_is_told.tsv,
 * who_may.tsv).
 *
 * Owner    one table of each for the whole process.
 * Errors   what is wrong in a file, or missing from it, is said and fails the test.
 */
#pragma once

#include "rp_visible.h"

/* Reads them and holds them against the generated lists: what is missing there or here is said.
 * Returns how many faults there are. */
unsigned table_open(void);

/* Whether that seat may be told of the event, and of its field with that index. */
bool table_sees(enum rp_event_type event, const struct rp_audience *audience);
bool table_sees_field(enum rp_event_type event, unsigned field, const struct rp_audience *audience);
/* The index of the field whose seat alone is told; -1: no such rule. */
int table_own(enum rp_event_type event);

/* Whether such a guest (one of TCOSMPG) may be sent that message. */
bool table_tells(enum rp_out_type type, char guest);
/* Whether such a guest (one of TCOSG) may send that message. */
bool table_may(enum rp_msg_type type, char guest);
