/* bytes.h: a fuzzer's input read as numbers, from the front; behind its end they are 0. */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct bytes {
    const uint8_t *at;
    size_t left;
};

/* The number in the next `count` bytes, up to four. */
static inline uint32_t take(struct bytes *bytes, size_t count)
{
    uint32_t value = 0;
    for (; count > 0 && bytes->left > 0; count--, bytes->left--)
        value = value << 8 | *bytes->at++;
    return value;
}
