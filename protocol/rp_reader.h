/* rp_reader.h: a bounded cursor over one MessagePack document from outside.
 *
 * Takes nil, bool, integers, strings and arrays, each in its shortest form and no other: what
 * is read can be written back to the same bytes. Floats, ext, map and bin are refused. Nothing
 * is reserved on the word of a header: a count above the bytes left is refused at once.
 *
 * Owner    the caller; strings point into the bytes.
 * Errors   false: the bytes are not that, or break the rules above; the cursor is then spent.
 */
#pragma once

#include "rp_msg.h"

struct rp_reader {
    const uint8_t *at, *end;
};

struct rp_reader rp_reader_over(const uint8_t *bytes, size_t length);

bool rp_read_array(struct rp_reader *reader, uint32_t *count);
bool rp_read_bool(struct rp_reader *reader, bool *value);

/* Above INT64_MAX reads as INT64_MAX, which is beyond every field. */
bool rp_read_integer(struct rp_reader *reader, int64_t *value);

/* Valid UTF-8; `chars` becomes its code points. */
bool rp_read_string(struct rp_reader *reader, struct rp_str *string, uint32_t *chars);

/* Takes a nil if one stands here. */
bool rp_read_nil(struct rp_reader *reader);

/* Passes over one value, checked like any other, with at most `depth` arrays in one another. */
bool rp_read_skip(struct rp_reader *reader, unsigned depth);

/* Nothing is left. */
bool rp_read_end(const struct rp_reader *reader);
