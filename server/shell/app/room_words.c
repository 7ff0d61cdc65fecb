#include "room_words.h"

#include <stdlib.h>
#include <string.h>

#include "rp_session.h"

static struct rp_str of_text(const char *text)
{
    return (struct rp_str){text, (uint32_t)strlen(text)};
}

void rp_room_words_init(struct rp_room_words *words, const struct rp_scenario *scenario)
{
    memset(words, 0, sizeof(*words));
    words->scenario = scenario;
    words->people_n = 1;
}

static bool grow(struct rp_room_texts *texts, uint32_t wanted)
{
    if (wanted <= texts->capacity)
        return true;
    uint32_t capacity = texts->capacity ? texts->capacity * 2 : 16;
    while (capacity < wanted)
        capacity *= 2;
    struct rp_str *list = realloc(texts->list, capacity * sizeof(*list));
    if (list == NULL)
        return false;
    texts->list = list;
    texts->capacity = capacity;
    return true;
}

/* Where a text with that number stands, which becomes its place there. */
static struct rp_room_texts *texts_of(struct rp_room_words *words, uint16_t *line)
{
    if (*line <= RP_SESSION_ASIDES)
        return &words->lines;
    *line = (uint16_t)(*line - RP_SESSION_ASIDES);
    return &words->asides;
}

enum rp_err rp_room_words_set_line(struct rp_room_words *words, uint16_t line, struct rp_str text)
{
    struct rp_room_texts *texts = texts_of(words, &line);
    if (line == 0 || line > RP_ROOM_LINES_MAX)
        return RP_ERR_TOO_LARGE;
    char *copy = grow(texts, line + 1u) ? malloc(text.length + 1u) : NULL;
    if (copy == NULL)
        return RP_ERR_STORAGE;
    memcpy(copy, text.at, text.length);
    copy[text.length] = 0;
    while (texts->count <= line)
        texts->list[texts->count++] = (struct rp_str){NULL, 0};
    free((char *)(uintptr_t)texts->list[line].at);
    texts->list[line] = (struct rp_str){copy, text.length};
    return RP_OK;
}

void rp_room_words_forget(struct rp_room_words *words, uint16_t first)
{
    struct rp_room_texts *texts = texts_of(words, &first);
    while (texts->count > first)
        free((char *)(uintptr_t)texts->list[--texts->count].at);
}

enum rp_err rp_room_words_set_person(struct rp_room_words *words, uint32_t person,
                                     struct rp_str name)
{
    if (person >= RP_ROOM_PEOPLE_MAX || name.length >= RP_STORE_NAME_MAX)
        return RP_ERR_TOO_LARGE;
    memcpy(words->people[person], name.at, name.length);
    words->people[person][name.length] = 0;
    words->people_n = (uint32_t)rp_max(words->people_n, person + 1);
    return RP_OK;
}

struct rp_str rp_room_words_line(const struct rp_room_words *words, uint16_t line, uint16_t say)
{
    if (say > 0 && words->scenario != NULL && say < words->scenario->says_n)
        return of_text(words->scenario->says[say]);
    bool aside = line > RP_SESSION_ASIDES;
    const struct rp_room_texts *texts = aside ? &words->asides : &words->lines;
    uint32_t at = aside ? line - (uint32_t)RP_SESSION_ASIDES : line;
    if (at < texts->count && texts->list[at].at != NULL)
        return texts->list[at];
    return (struct rp_str){"", 0};
}

struct rp_str rp_room_words_person(const struct rp_room_words *words, uint32_t person)
{
    if (person == 0)
        return of_text(words->scenario != NULL ? words->scenario->customer_name : "");
    return of_text(person < words->people_n ? words->people[person] : "");
}

static struct rp_str look_up_words(void *context, uint16_t line, uint16_t say)
{
    return rp_room_words_line(context, line, say);
}

static struct rp_str look_up_name(void *context, uint32_t person)
{
    return rp_room_words_person(context, person);
}

struct rp_lookup rp_room_words_lookup(struct rp_room_words *words)
{
    return (struct rp_lookup){words, look_up_words, look_up_name};
}

void rp_room_words_clear(struct rp_room_words *words)
{
    rp_room_words_forget(words, 0);
    rp_room_words_forget(words, RP_SESSION_ASIDES + 1);
    free(words->lines.list);
    free(words->asides.list);
    rp_room_words_init(words, words->scenario);
}
