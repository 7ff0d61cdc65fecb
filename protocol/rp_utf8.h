/* rp_utf8.h: whether bytes are UTF-8, strictly: no overlong form, no surrogate, nothing cut off.
 *
 * Errors   false.
 * Source   The Unicode Standard, table 3-7, "Well-Formed UTF-8 Byte Sequences".
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* `chars` becomes the number of code points; NULL if nobody asks. */
bool rp_utf8_valid(const uint8_t *bytes, size_t length, uint32_t *chars);
