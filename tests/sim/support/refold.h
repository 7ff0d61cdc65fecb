/* refold.h: a room as its log tells it, beside the one that lives.
 *
 * Errors   what differs is said; the count of it is returned.
 */
#pragma once

#include "sim.h"

/* Every room in memory: what is stored is read, decided again, and compared with what is live. */
unsigned refold_all(struct sim *sim);
