/* clean.h: what people type, made safe to show: no control and no bidi characters, nothing that
 * hides, and no blank that is not a plain one.
 *
 * Owner    the caller gives the room; the result is no longer than the input.
 * Errors   none: the input is valid UTF-8 (the codec saw to that).
 */
#pragma once

#include "rp_msg.h"

/* Copies `text` without what must not be shown, and without space at either end. Line ends stay
 * in a text and are blanks in a name. Returns the length. */
uint32_t rp_clean_text(struct rp_str text, char *out);
uint32_t rp_clean_name(struct rp_str name, char *out);

/* What a person is to be called; false: not of 1 to 24 characters. */
enum { RP_NAME_BYTES = 96 };
bool rp_clean_person(struct rp_str given, char name[RP_NAME_BYTES], struct rp_str *out);

/* Runs of code points that are no space. */
uint16_t rp_count_words(struct rp_str text);

uint32_t rp_count_points(struct rp_str text);
