/* Any bytes as a frame from a client: never a crash, and what is accepted is written back to the
 * same bytes, unless it ends with what is not written: an appended tail, or nil. */
#include <string.h>

#include "rp_codec.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static size_t header_size(uint8_t mark)
{
    return mark == 0xdc ? 3 : mark == 0xdd ? 5 : 1;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct rp_msg msg, back;
    uint8_t out[RP_CODEC_IN_MAX], again[RP_CODEC_IN_MAX];
    size_t out_length, again_length;
    if (rp_msg_decode(bytes, length, &msg))
        return 0;
    RP_CHECK(rp_msg_encode(&msg, out, sizeof(out), &out_length) == RP_OK);
    RP_CHECK(out_length <= length);
    if (out_length == length) {
        RP_CHECK(memcmp(bytes, out, length) == 0);
        return 0;
    }
    /* The header also counts what is left out; behind it all begins the same. */
    RP_CHECK(memcmp(bytes + header_size(bytes[0]), out + 1, out_length - 1) == 0);
    RP_CHECK(rp_msg_decode(out, out_length, &back) == RP_OK);
    RP_CHECK(rp_msg_encode(&back, again, sizeof(again), &again_length) == RP_OK);
    RP_CHECK(again_length == out_length && memcmp(again, out, out_length) == 0);
    return 0;
}
