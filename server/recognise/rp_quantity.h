/* rp_quantity.h: amounts, percentages, times of day, dates and durations: parsed, not guessed.
 *
 * Reads    "$50", "fifty dollars", "half past nine", "3 pm", "by two", "10:30", "next Tuesday",
 *          "the 3rd of May", "two and a half hours", "an hour", "20 percent".
 * Owner    the caller. What is ambiguous is a plain number: "eight" may be anything. The pronoun
 *          "one" is no quantity; "one pm", "one hour" and "one dollar" are.
 */
#pragma once

#include "rp_reading.h"

/* Fills out->quantities; at most RP_UNDERSTOOD_QUANTITIES_MAX, the first ones. */
void rp_quantity_read(const struct rp_reading *text, struct rp_understood *out);

/* The quantity that begins at word `at` of words [at, end), and the word behind it; false if none.
 * Its span is filled in. The word before `at` is looked at where there is one: "by two". */
bool rp_quantity_at(const struct rp_reading *text, size_t at, size_t end,
                    struct rp_quantity *quantity, size_t *behind);
