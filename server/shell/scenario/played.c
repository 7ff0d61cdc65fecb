#include "played.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_BYTES_MAX = 64 * 1024, ROW_BYTES_MAX = 4000 };

static const struct {
    const char *name;
    enum rp_played_kind kind;
    bool takes_text;
} markers[] = {
    {"cut", RP_PLAYED_CUT, true},       {"chip", RP_PLAYED_CHIP, false},
    {"wait", RP_PLAYED_WAIT, true},     {"close", RP_PLAYED_CLOSE, false},
    {"policy", RP_PLAYED_POLICY, true}, {"handover", RP_PLAYED_HAND_OVER, true},
};

struct reading {
    struct rp_played *played;
    const char *path, *words;
    struct rp_text *complaints;
    unsigned row;
    bool failed;
};

static void complain(struct reading *r, const char *what)
{
    rp_text_addf(r->complaints, "%s:%u: %s\n", r->path, r->row, what);
    r->failed = true;
}

/* The whole file as a text in the keep; NULL when it cannot be read. */
static char *read_file(struct rp_keep *keep, const char *path)
{
    FILE *file = fopen(path, "rb");
    char *bytes = rp_keep_take(keep, FILE_BYTES_MAX + 1);
    size_t length = file && bytes ? fread(bytes, 1, FILE_BYTES_MAX + 1, file) : 0;
    bool right = file && bytes && !ferror(file) && length <= FILE_BYTES_MAX;
    if (file)
        fclose(file);
    if (!right)
        return NULL;
    bytes[length] = '\0';
    return bytes;
}

/* Cuts the next row off, without its line end. */
static char *next_row(char **rest)
{
    char *row = *rest;
    if (row == NULL || *row == '\0')
        return NULL;
    size_t length = strcspn(row, "\n");
    *rest = row[length] ? row + length + 1 : row + length;
    row[length] = '\0';
    if (length > 0 && row[length - 1] == '\r')
        row[length - 1] = '\0';
    return row;
}

/* The words that stand behind "key: " in the scenario's own file. */
static const char *words_of(const struct reading *r, const char *key, size_t length,
                            size_t *words_length)
{
    for (const char *row = r->words; row && *row; row = strchr(row, '\n')) {
        row += *row == '\n';
        if (strncmp(row, key, length) == 0 && row[length] == ':') {
            row += length + 1;
            row += strspn(row, " ");
            *words_length = strcspn(row, "\r\n");
            return row;
        }
    }
    return NULL;
}

/* Puts the scenario's words in; false: it has none of that name. */
static bool fill_in(struct reading *r, const char *row, char filled[ROW_BYTES_MAX])
{
    size_t n = 0;
    while (*row && n < ROW_BYTES_MAX - 1) {
        size_t key = *row == '{' ? strcspn(row + 1, "}") : 0, length = 1;
        const char *from = row;
        if (*row == '{' && row[1 + key] == '}') {
            from = words_of(r, row + 1, key, &length);
            row += key + 1;
        }
        if (from == NULL)
            return false;
        length = (size_t)rp_min((int64_t)length, (int64_t)(ROW_BYTES_MAX - 1 - n));
        memcpy(filled + n, from, length);
        n += length;
        row++;
    }
    filled[n] = '\0';
    return true;
}

static void add(struct reading *r, enum rp_played_kind kind, const char *text)
{
    struct rp_played *played = r->played;
    if (played->count == RP_PLAYED_ACTS_MAX) {
        complain(r, "more acts than a session can have, 120 are allowed");
        return;
    }
    struct rp_played_act act = {.kind = kind};
    act.text = rp_keep_text(&played->keep, text, strlen(text));
    if (kind == RP_PLAYED_WAIT)
        act.wait_ms = rp_clamp(strtoll(text, NULL, 10), 0, 3600000);
    if (act.text == NULL)
        complain(r, "out of memory");
    else
        played->acts[played->count++] = act;
}

static void take_marker(struct reading *r, const char *row)
{
    size_t length = strcspn(row, " ");
    const char *text = row + length + strspn(row + length, " ");
    for (size_t i = 0; i < RP_COUNT(markers); i++) {
        if (strlen(markers[i].name) != length || strncmp(markers[i].name, row, length) != 0)
            continue;
        if (markers[i].takes_text != (*text != '\0'))
            complain(r, markers[i].takes_text ? "wants words behind the marker"
                                              : "takes no words behind the marker");
        else
            add(r, markers[i].kind, text);
        return;
    }
    complain(r, "no such marker; allowed are !cut, !chip, !wait, !close, !handover, !policy");
}

/* "# ends: satisfied" claims how it ends; other rows with # are remarks. */
static void take_remark(struct reading *r, const char *row)
{
    static const char claim[] = "# ends: ";
    if (strncmp(row, claim, sizeof(claim) - 1) == 0)
        r->played->ends = row + sizeof(claim) - 1;
}

static void take_row(struct reading *r, const char *row)
{
    char filled[ROW_BYTES_MAX];
    if (*row == '#')
        take_remark(r, row);
    if (*row == '\0' || *row == '#' || !fill_in(r, row, filled))
        return;
    if (filled[0] == '!')
        take_marker(r, filled + 1);
    else
        add(r, RP_PLAYED_SAY, filled);
}

enum rp_err rp_played_read(struct rp_played *played, const char *path, const char *words,
                           struct rp_text *complaints)
{
    struct reading r = {.played = played, .path = path, .complaints = complaints, .row = 1};
    char *rest = read_file(&played->keep, path);
    if (rest == NULL) {
        complain(&r, "cannot be read, or has more than 64 KiB");
        return RP_ERR_IO;
    }
    r.words = words ? read_file(&played->keep, words) : NULL;
    for (const char *row; (row = next_row(&rest)) != NULL; r.row++)
        take_row(&r, row);
    return r.failed ? RP_ERR_MALFORMED : RP_OK;
}

void rp_played_clear(struct rp_played *played)
{
    rp_keep_clear(&played->keep);
    played->count = 0;
    played->ends = NULL;
}
