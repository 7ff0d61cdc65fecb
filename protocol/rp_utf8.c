#include "rp_utf8.h"

static size_t length_by_lead(uint8_t lead)
{
    if (lead < 0x80)
        return 1;
    if (lead < 0xc2) /* a continuation, or an overlong form of ASCII */
        return 0;
    if (lead < 0xe0)
        return 2;
    if (lead < 0xf0)
        return 3;
    return lead < 0xf5 ? 4 : 0;
}

/* The length of the sequence that begins here; 0 if none does. */
static size_t sequence(const uint8_t *at, size_t left)
{
    size_t length = length_by_lead(at[0]);
    if (length < 2 || length > left)
        return length > left ? 0 : length;

    /* The second byte alone betrays overlong forms, surrogates and numbers beyond U+10FFFF. */
    uint8_t least = at[0] == 0xe0 ? 0xa0 : at[0] == 0xf0 ? 0x90 : 0x80;
    uint8_t most = at[0] == 0xed ? 0x9f : at[0] == 0xf4 ? 0x8f : 0xbf;
    if (at[1] < least || at[1] > most)
        return 0;
    for (size_t i = 2; i < length; i++)
        if ((at[i] & 0xc0) != 0x80)
            return 0;
    return length;
}

bool rp_utf8_valid(const uint8_t *bytes, size_t length, uint32_t *chars)
{
    uint32_t count = 0;
    for (size_t at = 0; at < length; count++) {
        size_t step = sequence(bytes + at, length - at);
        if (step == 0)
            return false;
        at += step;
    }
    if (chars)
        *chars = count;
    return true;
}
