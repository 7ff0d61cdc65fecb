/* labelled.h: reads the labelled lines of scenarios/moves for tests. */
#pragma once

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rp_recognise.h"

struct labelled {
    uint32_t moves;
    const char *utterance;
    struct rp_case_words words;
};

static char *cut(char **rest, char separator)
{
    char *field = *rest, *end = strchr(field, separator);
    if (end != NULL)
        *end = '\0';
    *rest = end == NULL ? field + strlen(field) : end + 1;
    return field;
}

/* Calls `each` with every line of the file; returns how many there were. */
static size_t labelled_each(const char *voice, void (*each)(void *, const struct labelled *),
                            void *context)
{
    char path[512], line[8192];
    size_t n = 0;
    snprintf(path, sizeof(path), HEAROUT_SOURCE "/scenarios/moves/%s.tsv", voice);
    FILE *file = fopen(path, "r");
    if (file == NULL)
        return 0;
    while (fgets(line, sizeof(line), file) != NULL) {
        struct labelled labelled = {.moves = 0};
        char *rest = line;
        if (strcmp(cut(&rest, '\t'), "id") == 0)
            continue;
        char *moves = cut(&rest, '\t');
        labelled.utterance = cut(&rest, '\t');
        cut(&rest, '|');
        char *name = cut(&rest, '|');
        labelled.words.first_name = cut(&name, ' ');
        labelled.words.last_name = name;
        while (strcmp(moves, "-") != 0 && *moves != '\0') {
            const char *move = cut(&moves, ',');
            labelled.moves |= 1u << rp_move_named(move, strlen(move));
        }
        each(context, &labelled);
        n++;
    }
    fclose(file);
    return n;
}
