#include "clean.h"

#include <utf8proc.h>

enum { NAME_POINTS_MAX = 24 };

/* What a code point is to whoever reads. */
enum kind {
    VISIBLE = 0,
    SPACE,
    HIDDEN,
    SELECTOR, /* says how what stands before it looks */
    JOINER,   /* holds letters and emoji together */
};

struct range {
    utf8proc_int32_t first, last;
    enum kind kind;
};

/* What its category does not tell. */
static const struct range ranges[] = {
    {0x0009, 0x000A, SPACE},      {0x000D, 0x000D, SPACE},
    {0x034F, 0x034F, HIDDEN}, /* combining grapheme joiner */
    {0x115F, 0x1160, SPACE},  /* letters that are blank: fillers of Hangul */
    {0x17B4, 0x17B5, HIDDEN}, /* vowels that are not written */
    {0x180B, 0x180D, SELECTOR},   {0x180F, 0x180F, SELECTOR},
    {0x200C, 0x200D, JOINER},     {0x2065, 0x2065, HIDDEN},
    {0x2800, 0x2800, SPACE},                                /* Braille without a dot */
    {0x3164, 0x3164, SPACE},      {0xFDD0, 0xFDEF, HIDDEN}, /* no characters at all */
    {0xFE00, 0xFE0F, SELECTOR},   {0xFFA0, 0xFFA0, SPACE},
    {0xFFF0, 0xFFF8, HIDDEN},     {0xE0000, 0xE00FF, HIDDEN}, /* tags */
    {0xE0100, 0xE01EF, SELECTOR}, {0xE01F0, 0xE0FFF, HIDDEN},
};

/* Formatting characters turn lines around or hide, and so do controls. */
static enum kind kind_of(utf8proc_int32_t point)
{
    for (size_t i = 0; i < RP_COUNT(ranges); i++)
        if (point >= ranges[i].first && point <= ranges[i].last)
            return ranges[i].kind;
    switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return SPACE;
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
        return HIDDEN;
    default:
        return (point & 0xFFFE) == 0xFFFE ? HIDDEN : VISIBLE;
    }
}

/* A selector or joiner stands behind what it belongs to, one of each at most: in rows of them
 * anything can be hidden. */
static bool may_follow(enum kind kind, enum kind before)
{
    switch (kind) {
    case HIDDEN:
        return false;
    case SELECTOR:
        return before == VISIBLE;
    case JOINER:
        return before == VISIBLE || before == SELECTOR;
    default:
        return true;
    }
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
    uint32_t length = 0, end = 0; /* end: behind the last that is seen */
    enum kind before = SPACE;
    for (utf8proc_int32_t point; next_point(&text, &point);) {
        enum kind kind = kind_of(point);
        if (!may_follow(kind, before) || (kind == SPACE && length == 0))
            continue;
        if (kind == SPACE)
            point = point == '\n' && !one_line ? '\n' : ' ';
        length += (uint32_t)utf8proc_encode_char(point, (uint8_t *)out + length);
        if (kind == VISIBLE || kind == SELECTOR)
            end = length;
        before = kind;
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
        bool space = kind_of(point) == SPACE;
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

bool rp_clean_person(struct rp_str given, char name[RP_NAME_BYTES], struct rp_str *out)
{
    if (given.length > RP_NAME_BYTES)
        return false;
    *out = (struct rp_str){name, rp_clean_name(given, name)};
    return out->length > 0 && rp_count_points(*out) <= NAME_POINTS_MAX;
}
