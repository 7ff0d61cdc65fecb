#include "scenario_build.h"

#include <string.h>

static uint8_t count_words(const char *text)
{
    unsigned words = 0;
    for (const char *at = text; *at;) {
        at += strspn(at, " \t\n");
        size_t length = strcspn(at, " \t\n");
        words += length > 0;
        at += length;
    }
    return (uint8_t)rp_min(words, UINT8_MAX);
}

static bool add_bubble(struct rp_reader *reader, struct rp_builder *b,
                       const struct rp_yaml_node *node)
{
    struct rp_script *script = b->script;
    const char *text;
    if (!rp_read_text(reader, node, 1, 400, &text))
        return false;
    uint8_t words = count_words(text);
    if (words == 0 || words > RP_SCRIPT_BUBBLE_WORDS_MAX)
        rp_complain(reader, node, "a bubble of %u words; 1 to %u are allowed: make it several",
                    words, RP_SCRIPT_BUBBLE_WORDS_MAX);
    if (script->says_n == RP_SCRIPT_SAYS_MAX) {
        rp_complain(reader, node, "more than %u bubbles in the file", RP_SCRIPT_SAYS_MAX - 1);
        return false;
    }
    script->says[script->says_n] = (struct rp_script_say){script->lines_n, words};
    b->says[script->says_n++] = text;
    return true;
}

static uint8_t add_bubbles(struct rp_reader *reader, struct rp_builder *b,
                           const struct rp_yaml_node *say)
{
    uint8_t added = 0;
    if (say->kind != RP_YAML_LIST)
        return add_bubble(reader, b, say);
    if (!rp_read_list(reader, say, "bubbles", 1, RP_SCRIPT_BUBBLES_MAX))
        return 0;
    for (const struct rp_yaml_node *bubble = say->first; bubble; bubble = bubble->next)
        added = (uint8_t)(added + add_bubble(reader, b, bubble));
    return added;
}

static void check_id(struct rp_reader *reader, const struct rp_builder *b,
                     const struct rp_yaml_node *node, const char *id)
{
    for (unsigned i = 1; i < b->script->lines_n; i++)
        if (strcmp(b->line_ids[i], id) == 0)
            rp_complain(reader, node, "duplicate line id '%s', given in line %d already", id,
                        b->line_nodes[i]->line);
}

uint16_t rp_build_line(struct rp_reader *reader, struct rp_builder *b,
                       const struct rp_yaml_node *say, const char *id)
{
    struct rp_script *script = b->script;
    if (script->lines_n == RP_SCRIPT_LINES_MAX) {
        rp_complain(reader, say, "more than %u lines in the file", RP_SCRIPT_LINES_MAX - 1);
        return 0;
    }
    struct rp_script_line line = {
        .say = script->says_n, .bands = RP_ALL_BANDS, .fact = RP_SCRIPT_NO_FACT};
    line.says = add_bubbles(reader, b, say);
    if (line.says == 0)
        return 0;
    check_id(reader, b, say, id);
    b->line_ids[script->lines_n] = id;
    b->line_nodes[script->lines_n] = say;
    script->lines[script->lines_n] = line;
    return script->lines_n++;
}

/* One line of a reaction. */
struct draft {
    struct rp_builder *b;
    const char *id;
    uint8_t bands;
    int64_t abuse;
    uint16_t line;
};

static void take_id(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    rp_read_id(reader, node, &((struct draft *)into)->id);
}

static void take_say(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct draft *draft = into;
    draft->line = rp_build_line(reader, draft->b, node, draft->id);
}

static const char *band_name(size_t index)
{
    static const char *const names[RP_ANGER_BANDS] = {"low", "middle", "high"};
    return names[index];
}

static void add_band(struct rp_reader *reader, const struct rp_yaml_node *node, uint8_t *bands)
{
    size_t band;
    if (rp_read_choice(reader, node, "band of anger", band_name, RP_ANGER_BANDS, &band))
        *bands = (uint8_t)(*bands | 1u << band);
}

static void take_anger(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct draft *draft = into;
    draft->bands = 0;
    if (node->kind != RP_YAML_LIST)
        add_band(reader, node, &draft->bands);
    else if (rp_read_list(reader, node, "bands of anger", 1, RP_ANGER_BANDS))
        for (const struct rp_yaml_node *band = node->first; band; band = band->next)
            add_band(reader, band, &draft->bands);
}

static const struct rp_field line_fields[] = {
    {"id", RP_FIELD_PART, .take = take_id},
    {"anger", RP_FIELD_PART, .take = take_anger, .optional = true},
    {"abuse", RP_FIELD_INT, offsetof(struct draft, abuse), 0, RP_ABUSES - 1, .optional = true},
    {"say", RP_FIELD_PART, .take = take_say},
};

static void take_line(struct rp_reader *reader, struct rp_builder *b,
                      const struct rp_yaml_node *node)
{
    struct draft draft = {.b = b, .id = "", .bands = RP_ALL_BANDS};
    rp_read_mapping(reader, node, "a line", line_fields, RP_COUNT(line_fields), &draft);
    if (draft.line == 0)
        return;
    b->script->lines[draft.line].bands = draft.bands;
    b->script->lines[draft.line].abuse = (uint8_t)draft.abuse;
}

static const char *reaction_name(size_t index)
{
    return rp_reaction_name((enum rp_reaction)index);
}

static void take_reaction(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct rp_builder *b = into;
    size_t reaction;
    if (!rp_read_choice(reader, node->key, "reaction", reaction_name, RP_REACTIONS, &reaction) ||
        !rp_read_list(reader, node, "lines", 1, RP_SCRIPT_REACTION_LINES_MAX))
        return;
    struct rp_script_lines *lines = &b->script->reactions[reaction];
    lines->first = b->script->lines_n;
    for (const struct rp_yaml_node *line = node->first; line; line = line->next)
        take_line(reader, b, line);
    lines->count = (uint8_t)(b->script->lines_n - lines->first);
}

void rp_build_lines(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct rp_field fields[RP_REACTIONS];
    for (size_t i = 0; i < RP_REACTIONS; i++)
        fields[i] = (struct rp_field){reaction_name(i), RP_FIELD_PART, .optional = true,
                                      .take = take_reaction};
    rp_read_mapping(reader, node, "lines", fields, RP_REACTIONS, into);
}
