#include "payloads.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAYLOAD_MAX = 2000 };

static size_t put_point(char *out, unsigned long point)
{
    if (point < 0x80) {
        out[0] = (char)point;
        return 1;
    }
    if (point < 0x800) {
        out[0] = (char)(0xc0 | point >> 6);
        out[1] = (char)(0x80 | (point & 0x3f));
        return 2;
    }
    out[0] = (char)(0xe0 | point >> 12);
    out[1] = (char)(0x80 | (point >> 6 & 0x3f));
    out[2] = (char)(0x80 | (point & 0x3f));
    return 3;
}

/* The character that begins at a backslash; how far it reaches there. */
static size_t put_escape(const char *at, char *out, size_t *length)
{
    char digits[5] = "";
    size_t count = at[1] == 'u' ? 4 : at[1] == 'x' ? 2 : 0;
    static const char letters[] = "tnr", means[] = "\t\n\r";
    const char *letter = strchr(letters, at[1]);
    if (count == 0) {
        out[(*length)++] = letter ? means[letter - letters] : at[1];
        return 2;
    }
    snprintf(digits, count + 1, "%s", at + 2);
    *length += put_point(out + *length, strtoul(digits, NULL, 16));
    return 2 + count;
}

unsigned payloads_each(const char *file, void (*take)(struct rp_str payload))
{
    char path[512], line[PAYLOAD_MAX], payload[PAYLOAD_MAX];
    unsigned count = 0;
    snprintf(path, sizeof(path), HEAROUT_SOURCE "/tests/payloads/%s", file);
    FILE *lines = fopen(path, "r");
    RP_CHECK(lines != NULL);
    while (fgets(line, sizeof(line), lines) != NULL) {
        size_t length = 0;
        line[strcspn(line, "\n")] = 0;
        if (line[0] == '#' || line[0] == 0)
            continue;
        for (size_t i = 0; line[i] != 0;)
            if (line[i] == '\\')
                i += put_escape(line + i, payload, &length);
            else
                payload[length++] = line[i++];
        take((struct rp_str){payload, (uint32_t)length});
        count++;
    }
    fclose(lines);
    return count;
}
