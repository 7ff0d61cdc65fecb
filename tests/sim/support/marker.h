/* marker.h: secrets that can be found again: a word of its own in every text that somebody may not
 * see, and who may.
 *
 * Owner    one set for the whole process; guests are bits, by their slot.
 * Errors   what was seen where it may not be is said and counted; so is what should have been seen
 *          and never was.
 */
#pragma once

#include "sim.h"

enum { MARKER_TEXT = 24 };

/* A new one. `may`: who may see it anywhere; `said`: who may see it in a line that was said. */
unsigned marker_new(const char *what, uint64_t may, uint64_t said);
/* The same text with the marker behind it; the next 16 calls leave it alone. */
const char *marker_in(unsigned marker, const char *text);

void marker_may(unsigned marker, uint64_t may, uint64_t said);
/* By the end these must have seen it. */
void marker_must(unsigned marker, uint64_t guests);

/* What was marked so far stays when the rest is forgotten; who may see it is forgotten. */
void marker_keep(void);
void marker_forget(void);

/* Looks for every marker. `said`: in a line that was said. */
void marker_look(struct rp_str text, unsigned guest, const char *who, bool said);
/* Counts what must have been seen and was not, with what was seen and must not; forgets both. */
unsigned marker_faults(void);
/* Sightings since the beginning: a test that finds none proves nothing. */
uint64_t marker_sightings(void);
