/* rp_case.h: a line against what its scenario lends: facts asked for, told or contradicted,
 * failures apologised for, remedies named.
 *
 * Literals are words in the same reading as the line: "didn't know" finds "did not know", and an
 *          ending ("clean", "cleaning") is forgiven. One that is a quantity is compared as that
 *          quantity: "3 pm" finds "three o'clock", "100" finds "a hundred dollars"; but
 *          "two-hour", with its hyphen, is words: it finds the window and not the delay.
 * Apology  names a failure when its sentence hits half of the failure's groups, as nobody tells the
 *          whole story while saying sorry, and no other failure more fully.
 * Wrong    a fact is contradicted when a sentence that speaks of it holds a figure of the right
 *          kind and none of the right size. Offers and questions contradict nothing.
 * Moves    a line that tells three facts back is a summary, and a sentence that promises a remedy
 *          an offer, also where the words alone did not show it.
 * Owner    the caller.
 * Order    after moves and quantities of the line are in `out`.
 */
#pragma once

#include "rp_reading.h"

void rp_case_read(const struct rp_reading *text, const struct rp_case_words *words,
                  struct rp_understood *out);
