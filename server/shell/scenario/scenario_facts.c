#include "scenario_build.h"

#include <stdio.h>
#include <string.h>

enum { WORDS_MAX = 40, GROUPS_MAX = 6, WORD_LENGTH_MAX = 60 };

struct rp_words rp_build_words(struct rp_reader *reader, const struct rp_yaml_node *node)
{
    struct rp_words words = {0};
    if (!rp_read_list(reader, node, "words", 1, WORDS_MAX))
        return words;
    const char **list = rp_keep_take(reader->keep, node->count * sizeof(*list));
    if (list == NULL)
        return words;
    for (const struct rp_yaml_node *word = node->first; word; word = word->next)
        if (rp_read_text(reader, word, 1, WORD_LENGTH_MAX, &list[words.count]))
            words.count++;
    words.words = list;
    return words;
}

struct rp_groups rp_build_groups(struct rp_reader *reader, const struct rp_yaml_node *node)
{
    struct rp_groups groups = {0};
    if (!rp_read_list(reader, node, "groups of words", 1, GROUPS_MAX))
        return groups;
    struct rp_words *list = rp_keep_take(reader->keep, node->count * sizeof(*list));
    if (list == NULL)
        return groups;
    for (const struct rp_yaml_node *group = node->first; group; group = group->next)
        list[groups.count++] = rp_build_words(reader, group);
    groups.groups = list;
    return groups;
}

static const char *move_name(size_t index)
{
    return rp_move_name((enum rp_move)index);
}

uint32_t rp_build_moves(struct rp_reader *reader, const struct rp_yaml_node *node)
{
    uint32_t moves = 0;
    if (!rp_read_list(reader, node, "moves", 1, RP_MOVES))
        return 0;
    for (const struct rp_yaml_node *item = node->first; item; item = item->next) {
        size_t move;
        if (rp_read_choice(reader, item, "move", move_name, RP_MOVES, &move))
            moves |= (uint32_t)1 << move;
    }
    return moves;
}

uint8_t rp_build_fact_named(struct rp_reader *reader, const struct rp_builder *b,
                            const struct rp_yaml_node *node)
{
    for (unsigned i = 0; i < b->script->facts_n; i++)
        if (node->kind == RP_YAML_SCALAR && strcmp(b->fact_ids[i], node->text) == 0)
            return (uint8_t)i;
    rp_complain(reader, node, "'%.40s' is no fact; allowed are the ids under facts",
                node->kind == RP_YAML_SCALAR ? node->text : "this");
    return RP_SCRIPT_NO_FACT;
}

/* One fact. */
struct draft {
    struct rp_builder *b;
    struct rp_script_fact fact;
    struct rp_fact_words words;
    const char *id;
    bool key, has_opens;
    int64_t vent;
};

static void take_id(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct draft *draft = into;
    if (!rp_read_id(reader, node, &draft->id))
        return;
    for (unsigned i = 0; i < draft->b->script->facts_n; i++)
        if (strcmp(draft->b->fact_ids[i], draft->id) == 0)
            rp_complain(reader, node, "duplicate fact id '%s'", draft->id);
}

static void take_say(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct draft *draft = into;
    draft->fact.line = rp_build_line(reader, draft->b, node, draft->id);
}

static void take_again(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct draft *draft = into;
    char id[48];
    int length = snprintf(id, sizeof(id), "%s-again", draft->id);
    draft->fact.again =
        rp_build_line(reader, draft->b, node, rp_keep_text(reader->keep, id, (size_t)length));
}

static void take_cues(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    ((struct draft *)into)->words.cues = rp_build_words(reader, node);
}

static void take_match(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    ((struct draft *)into)->words.match = rp_build_groups(reader, node);
}

static const char *opening_name(size_t index)
{
    static const char *const names[] = {"question", "open_question", "silence", "move"};
    return names[index];
}

static void take_by(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct rp_script_fact *fact = &((struct draft *)into)->fact;
    bool *const flags[] = {&fact->by_question, &fact->by_open_question, &fact->by_silence,
                           &fact->by_move};
    if (!rp_read_list(reader, node, "ways", 1, RP_COUNT(flags)))
        return;
    for (const struct rp_yaml_node *item = node->first; item; item = item->next) {
        size_t way;
        if (rp_read_choice(reader, item, "way to open a fact", opening_name, RP_COUNT(flags), &way))
            *flags[way] = true;
    }
}

static void take_after(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    ((struct draft *)into)->fact.after = rp_build_moves(reader, node);
}

static const struct rp_field opens_fields[] = {
    {"by", RP_FIELD_PART, .take = take_by},
    {"after", RP_FIELD_PART, .take = take_after, .optional = true},
};

static void take_opens(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    ((struct draft *)into)->has_opens = true;
    rp_read_mapping(reader, node, "opens", opens_fields, RP_COUNT(opens_fields), into);
}

static const struct rp_field fact_fields[] = {
    {"id", RP_FIELD_PART, .take = take_id},
    {"key", RP_FIELD_FLAG, offsetof(struct draft, key), .optional = true},
    {"vent", RP_FIELD_INT, offsetof(struct draft, vent), 1, RP_SCRIPT_VENT_MAX, .optional = true},
    {"say", RP_FIELD_PART, .take = take_say},
    {"again", RP_FIELD_PART, .take = take_again, .optional = true},
    {"cues", RP_FIELD_PART, .take = take_cues, .optional = true},
    {"match", RP_FIELD_PART, .take = take_match, .optional = true},
    {"opens", RP_FIELD_PART, .take = take_opens, .optional = true},
};

static bool reachable(const struct draft *draft)
{
    const struct rp_script_fact *fact = &draft->fact;
    return draft->vent || (fact->by_question && draft->words.cues.count) ||
           fact->by_open_question || fact->by_silence || (fact->by_move && fact->after);
}

static void check(struct rp_reader *reader, const struct rp_yaml_node *node,
                  const struct draft *draft)
{
    const struct rp_script *script = draft->b->script;
    const struct rp_script_fact *fact = &draft->fact;
    if (!reachable(draft))
        rp_complain(reader, node,
                    "nothing ever brings out the fact '%s'; give it a vent number, "
                    "cues, or a way under opens that can happen",
                    draft->id);
    if (draft->vent && draft->has_opens)
        rp_complain(reader, node, "the fact '%s' has vent and opens; it can have one", draft->id);
    if (draft->key && draft->words.match.count == 0)
        rp_complain(reader, node, "the key fact '%s' has no match, so no summary can hold it",
                    draft->id);
    if (fact->again && script->lines[fact->again].says > script->lines[fact->line].says)
        rp_complain(reader, node, "'again' of the fact '%s' has more bubbles than 'say'",
                    draft->id);
}

/* Facts past the maximum were complained of. */
static void keep(struct draft *draft, const struct rp_yaml_node *node)
{
    struct rp_builder *b = draft->b;
    uint8_t index = b->script->facts_n++;
    draft->fact.key = draft->key;
    draft->fact.vent = (uint8_t)draft->vent;
    b->script->facts[index] = draft->fact;
    b->script->lines[draft->fact.line].fact = index;
    b->script->lines[draft->fact.again].fact = index;
    b->script->lines[0].fact = RP_SCRIPT_NO_FACT;
    b->fact_words[index] = draft->words;
    b->fact_ids[index] = draft->id;
    b->fact_nodes[index] = node;
}

void rp_build_facts(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct rp_builder *b = into;
    if (!rp_read_list(reader, node, "facts", 1, RP_SCRIPT_FACTS_MAX))
        return;
    for (const struct rp_yaml_node *item = node->first; item; item = item->next) {
        struct draft draft = {.b = b, .id = ""};
        rp_read_mapping(reader, item, "a fact", fact_fields, RP_COUNT(fact_fields), &draft);
        if (!draft.has_opens && !draft.vent)
            draft.fact.by_question = true;
        check(reader, item, &draft);
        keep(&draft, item);
    }
}

void rp_build_apology_targets(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct rp_builder *b = into;
    if (!rp_read_list(reader, node, "facts", 1, RP_SCRIPT_FACTS_MAX))
        return;
    for (const struct rp_yaml_node *item = node->first; item; item = item->next) {
        uint8_t fact = rp_build_fact_named(reader, b, item);
        if (fact != RP_SCRIPT_NO_FACT)
            b->script->apology_targets |= (uint32_t)1 << fact;
    }
}
