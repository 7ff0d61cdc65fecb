/* rp_spelling.h: one word as typed -> the words it stands for.
 *
 * Source   common contractions, chat spellings and misspellings of English, written down by hand.
 * Owner    nobody: constants only.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* What the word is read as, one space between words; NULL when it is read as it stands. */
const char *rp_spelling_of(const char *word, size_t length);

/* The value of a number word ("forty": 40, "hundred": 100, "thousand": 1000), else -1. */
int32_t rp_spelling_number(const char *word, size_t length);
