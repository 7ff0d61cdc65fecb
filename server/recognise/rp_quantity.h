/* rp_quantity.h: amounts, percentages, times of day, dates and durations: parsed, not guessed.
 *
 * Reads    "$50", "fifty dollars", "half past nine", "3 pm", "10:30", "next Tuesday",
 *          "two and a half hours", "an hour", "20 percent".
 * Owner    the caller. What is ambiguous is a plain number: "eight" may be anything.
 */
#pragma once

#include "rp_text.h"

/* Fills out->quantities; at most RP_UNDERSTOOD_QUANTITIES_MAX, the first ones. */
void rp_quantity_read(const struct rp_text *text, struct rp_understood *out);

/* The quantity that begins at word `at` of the clause, and the word behind it; false if none. */
bool rp_quantity_at(const struct rp_text *text, size_t first, size_t at, size_t end,
                    struct rp_quantity *quantity, size_t *behind);
