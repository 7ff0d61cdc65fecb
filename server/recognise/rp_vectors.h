/* rp_vectors.h: common words as directions in a space where words of like use lie close together.
 *
 * Source   GloVe (Pennington, Socher, Manning 2014), public domain (PDDL 1.0); VECTORS.md says how
 *          train/vectors.mjs cut it down. A vector's length is the word's weight: common words
 *          are short.
 * Owner    nobody: constants only.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

enum { RP_VECTOR_SIZE = 100 };

/* Adds the word's vector to the sum; a word that is not listed adds nothing. */
void rp_vectors_add(int32_t sum[RP_VECTOR_SIZE], const char *word, size_t length);
