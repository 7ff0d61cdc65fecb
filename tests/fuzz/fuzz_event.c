/* Any bytes as a stored event: never a crash, and what is accepted is written in a form that is
 * read and written back for ever; to the same bytes, unless fields were missing or appended. Every
 * audience can be told of it. */
#include <string.h>

#include "rp_codec.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static struct rp_str words(void *context, uint16_t line, uint16_t say)
{
    (void)context;
    (void)line;
    (void)say;
    return (struct rp_str){"words", 5};
}

static struct rp_str name(void *context, uint32_t person)
{
    (void)context;
    (void)person;
    return (struct rp_str){"name", 4};
}

static void tell_everybody(const struct rp_event *event)
{
    static const struct rp_lookup lookup = {NULL, words, name};
    const struct rp_out_event message = {0, event};
    uint8_t out[RP_CODEC_IN_MAX];
    size_t length;
    for (unsigned seat = 0; seat < RP_SEATS; seat++)
        for (unsigned stage = 0; stage < RP_STAGES; stage++) {
            const struct rp_audience audience = {(enum rp_seat)seat, (enum rp_stage)stage};
            enum rp_err err = rp_out_encode(RP_OUT_EVENT, &message, &audience, &lookup, out,
                                            sizeof(out), &length);
            RP_CHECK(err == (rp_visible(event, &audience) ? RP_OK : RP_ERR_DENIED));
        }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct rp_event event, back;
    uint8_t out[RP_CODEC_IN_MAX], again[RP_CODEC_IN_MAX];
    size_t out_length, again_length;
    if (rp_event_decode(bytes, length, &event))
        return 0;
    RP_CHECK(rp_event_encode(&event, out, sizeof(out), &out_length) == RP_OK);
    /* In a list, what one element lacks another may have too much. */
    if (out_length == length && event.type != RP_EVENT_UNDERSTOOD)
        RP_CHECK(memcmp(bytes, out, length) == 0);
    RP_CHECK(rp_event_decode(out, out_length, &back) == RP_OK);
    RP_CHECK(rp_event_encode(&back, again, sizeof(again), &again_length) == RP_OK);
    RP_CHECK(again_length == out_length && memcmp(again, out, out_length) == 0);
    tell_everybody(&event);
    return 0;
}
