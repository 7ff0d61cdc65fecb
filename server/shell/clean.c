#include "clean.h"

#include <utf8proc.h>

enum { ZERO_WIDTH_NON_JOINER = 0x200C, ZERO_WIDTH_JOINER = 0x200D };

static bool is_space(utf8proc_int32_t point)
{
    switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return true;
    default:
        return point == '\t' || point == '\n' || point == '\r';
    }
}

/* Formatting characters turn lines around or hide; joiners hold letters and emoji together. */
static bool is_hidden(utf8proc_int32_t point)
{
    utf8proc_category_t category = utf8proc_category(point);
    if (point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER)
        return false;
    return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
           category == UTF8PROC_CATEGORY_CS;
}

/* The next code point, or false at the end. */
static bool next_point(struct rp_str *text, utf8proc_int32_t *point)
{
    utf8proc_ssize_t size = utf8proc_iterate((const uint8_t *)text->at, text->length, point);
    if (text->length == 0 || size <= 0)
        return false;
    text->at += size;
    text->length -= (uint32_t)size;
    return true;
}

static uint32_t clean(struct rp_str text, char *out, bool one_line)
{
    uint32_t length = 0, end = 0; /* end: behind the last that is no space */
    for (utf8proc_int32_t point; next_point(&text, &point);) {
        bool space = is_space(point);
        if (space)
            point = point == '\n' && !one_line ? '\n' : ' ';
        else if (is_hidden(point))
            continue;
        if (space && length == 0)
            continue;
        length += (uint32_t)utf8proc_encode_char(point, (uint8_t *)out + length);
        if (!space)
            end = length;
    }
    return end;
}

uint32_t rp_clean_text(struct rp_str text, char *out)
{
    return clean(text, out, false);
}

uint32_t rp_clean_name(struct rp_str name, char *out)
{
    return clean(name, out, true);
}

uint16_t rp_count_words(struct rp_str text)
{
    uint16_t words = 0;
    bool inside = false;
    for (utf8proc_int32_t point; next_point(&text, &point);) {
        bool space = is_space(point);
        words = (uint16_t)(words + (!space && !inside));
        inside = !space;
    }
    return words;
}

uint32_t rp_count_points(struct rp_str text)
{
    uint32_t points = 0;
    for (uint32_t i = 0; i < text.length; i++)
        points += ((uint8_t)text.at[i] & 0xC0) != 0x80;
    return points;
}
