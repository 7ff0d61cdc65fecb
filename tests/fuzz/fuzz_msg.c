/* Any bytes as a frame from a client: never a crash, and what is accepted is written in a form that
 * is read and written back for ever; to the same bytes, unless it ends with what is not written: an
 * appended tail, or nil. */
#include <string.h>

#include "rp_codec.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static size_t header_size(uint8_t mark)
{
    return mark == 0xdc ? 3 : mark == 0xdd ? 5 : 1;
}

/* In a list, what one element lacks another may have too much. */
static bool has_list(enum rp_msg_type type)
{
    return type == RP_MSG_RATE_SELF || type == RP_MSG_OPEN_WORKSHOP;
}

/* The header also counts what is left out; behind it all begins the same. */
static void check_beginning(const uint8_t *bytes, const uint8_t *out, size_t out_length)
{
    size_t header = header_size(out[0]);
    RP_CHECK(memcmp(bytes + header_size(bytes[0]), out + header, out_length - header) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct rp_msg msg, back;
    uint8_t out[RP_CODEC_IN_MAX], again[RP_CODEC_IN_MAX];
    size_t out_length, again_length;
    if (rp_msg_decode(bytes, length, &msg))
        return 0;
    RP_CHECK(rp_msg_encode(&msg, out, sizeof(out), &out_length) == RP_OK);
    if (!has_list(msg.type)) {
        RP_CHECK(out_length <= length);
        check_beginning(bytes, out, out_length);
    }
    RP_CHECK(rp_msg_decode(out, out_length, &back) == RP_OK);
    RP_CHECK(rp_msg_encode(&back, again, sizeof(again), &again_length) == RP_OK);
    RP_CHECK(again_length == out_length && memcmp(again, out, out_length) == 0);
    return 0;
}
