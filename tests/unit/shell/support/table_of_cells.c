#include "table_of_cells.h"

#include <string.h>

/* The end of a quoted cell, which begins behind its first quote mark. */
static const char *read_quoted(const char *at, const char *end, char *text)
{
    size_t length = 0;
    for (; at < end; at++) {
        if (*at == '"' && at + 1 < end && at[1] == '"')
            at++;
        else if (*at == '"')
            break;
        RP_CHECK(length + 1 < CELL_TEXT);
        text[length++] = *at;
    }
    text[length] = 0;
    return at < end ? at + 1 : at;
}

static const char *read_plain(const char *at, const char *end, char *text)
{
    size_t length = 0;
    for (; at < end && *at != ',' && *at != '\r' && *at != '\n'; at++) {
        RP_CHECK(length + 1 < CELL_TEXT);
        text[length++] = *at;
    }
    text[length] = 0;
    return at;
}

size_t cells_read(const char *bytes, size_t length, struct cell *cells, size_t most)
{
    const char *at = bytes, *end = bytes + length;
    size_t count = 0;
    unsigned row = 0;
    while (at < end) {
        RP_CHECK(count < most);
        struct cell *cell = &cells[count++];
        cell->quoted = *at == '"';
        cell->row = row;
        at = cell->quoted ? read_quoted(at + 1, end, cell->text) : read_plain(at, end, cell->text);
        if (at < end && *at == ',') {
            at++;
        } else {
            while (at < end && (*at == '\r' || *at == '\n'))
                at++;
            row++;
        }
    }
    return count;
}

bool cell_is_formula(const char *text)
{
    static const char *const passed_over[] = {
        " ",  "\t",       "\r",           "\n",           "\v",
        "\f", "\xc2\xa0", "\xe2\x80\x83", "\xe3\x80\x80", "\xef\xbb\xbf"};
    static const char *const wide[] = {"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d",
                                       "\xef\xbc\xa0"};
    const char *from;
    if (strchr("=+-@\t\r\n", text[0]) != NULL && text[0] != 0)
        return true;
    do {
        from = text;
        for (size_t i = 0; i < RP_COUNT(passed_over); i++)
            if (strncmp(text, passed_over[i], strlen(passed_over[i])) == 0)
                text += strlen(passed_over[i]);
    } while (text != from);
    for (size_t i = 0; i < RP_COUNT(wide); i++)
        if (strncmp(text, wide[i], strlen(wide[i])) == 0)
            return true;
    return text[0] != 0 && strchr("=+-@", text[0]) != NULL;
}
