#include "rp_fold.h"

#include <utf8proc.h>

#include "rp_recognise.h"

int32_t rp_fold_point_at(const char *utf8, size_t length, size_t at, size_t *width)
{
    int32_t c = 0;
    *width = 0;
    if (at >= length)
        return 0;
    utf8proc_ssize_t n =
        utf8proc_iterate((const uint8_t *)utf8 + at, (utf8proc_ssize_t)(length - at), &c);
    if (n <= 0)
        return -1;
    *width = (size_t)n;
    return c;
}

int32_t rp_fold_next_visible(const char *utf8, size_t length, size_t at)
{
    size_t width;
    int32_t c = rp_fold_point_at(utf8, length, at, &width);
    for (int spaces = 0; c == ' ' && spaces < 8; spaces++) {
        at += width;
        c = rp_fold_point_at(utf8, length, at, &width);
    }
    return c;
}

static int32_t straightened(int32_t c)
{
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x0060:
    case 0x00B4:
    case 0x02BC:
        return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
        return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
        return '-';
    default:
        return c;
    }
}

size_t rp_fold(int32_t c, int32_t out[RP_FOLDED_MAX])
{
    int boundary = 0;
    c = straightened(c);
    if (c < 0x80) {
        out[0] = c >= 'A' && c <= 'Z' ? c | 0x20 : c;
        return 1;
    }
    utf8proc_ssize_t n =
        utf8proc_decompose_char(c, out, RP_FOLDED_MAX,
                                UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                    UTF8PROC_STRIPMARK | UTF8PROC_IGNORE,
                                &boundary);
    return n < 0 || n > RP_FOLDED_MAX ? 0 : (size_t)n;
}

enum rp_err rp_fold_check(const char *utf8, size_t length)
{
    size_t points = 0, width;
    for (size_t at = 0; at < length; at += width) {
        if (rp_fold_point_at(utf8, length, at, &width) < 0)
            return RP_ERR_MALFORMED;
        if (++points > RP_LINE_POINTS_MAX)
            return RP_ERR_TOO_LARGE;
    }
    return RP_OK;
}
