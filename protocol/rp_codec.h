/* rp_codec.h: bytes to messages and events, and back.
 *
 * One bounded reader walks the bytes by the generated tables (rp_shape.h). Nothing that a peer
 * declares reserves memory: a decoded message points into the bytes that were read. msgpack-c
 * packs.
 *
 * Limits   16 KiB, depth 8, no ext, no float, no map, no bin; strings are UTF-8; integers and
 *          lengths in their shortest form; exactly one document; a declared count is never above
 *          the bytes left. A newer peer may append fields: they are bounds-checked and skipped.
 *          An optional field is nil, or absent where only such follow; absent is what is written.
 * Owner    the caller; a decoded value lives as long as the bytes.
 * Errors   RP_ERR_MALFORMED: not of that form. RP_ERR_RANGE: a field's value is not allowed, read
 *          or written. RP_ERR_NOT_FOUND: well formed, but no message has that number.
 *          RP_ERR_TOO_LARGE: the room for the bytes is too small, or more than 16 KiB came.
 *          On error nothing is to be read from the output.
 */
#pragma once

#include "rp_msg.h"
#include "rp_visible.h"

enum { RP_CODEC_IN_MAX = 16 * 1024, RP_CODEC_DEPTH_MAX = 8 };

/* A frame from a client. */
enum rp_err rp_msg_decode(const uint8_t *bytes, size_t length, struct rp_msg *msg);

/* The same, back: for tests and fuzzers. Without a tail the bytes are the same again. */
enum rp_err rp_msg_encode(const struct rp_msg *msg, uint8_t *bytes, size_t room, size_t *length);

/* An event as it is stored: [number, field ...]. A name is a person's number; words have no place
 * at all. A field that an older log lacks is false, empty, or the allowed number next to 0. */
enum rp_err rp_event_encode(const struct rp_event *event, uint8_t *bytes, size_t room,
                            size_t *length);
enum rp_err rp_event_decode(const uint8_t *bytes, size_t length, struct rp_event *event);

/* What stands outside the log. Each gives an empty string for what has been erased. */
struct rp_lookup {
    void *context;
    struct rp_str (*words)(void *context, uint16_t line, uint16_t say);
    struct rp_str (*name)(void *context, uint32_t person);
};

/* One message to a client; `out` is the struct rp_out_* of that type. Events inside are written
 * for the audience: a field that it may not see is nil. `lookup` and `audience` may be NULL where
 * the message holds no event. RP_ERR_DENIED: the audience may not see this event at all. */
enum rp_err rp_out_encode(enum rp_out_type type, const void *out,
                          const struct rp_audience *audience, const struct rp_lookup *lookup,
                          uint8_t *bytes, size_t room, size_t *length);
