#include "clean.h"
#include "scenario_build.h"

#include <string.h>

enum {
    OPENING_LINES_MIN = 3,
    OPENING_LINES_MAX = 4,
    OPENING_WORDS_MIN = 60,
    OPENING_WORDS_MAX = 90,
};

static const char *const band_words[RP_ANGER_BANDS] = {"low", "middle", "high"};

/* Lines without abuse, which may be said at any heat. */
static unsigned lines_for(const struct rp_script *script, enum rp_reaction reaction,
                          enum rp_anger_band band, bool only)
{
    const struct rp_script_lines *lines = &script->reactions[reaction];
    unsigned count = 0;
    for (unsigned i = 0; i < lines->count; i++) {
        const struct rp_script_line *line = &script->lines[lines->first + i];
        bool fits = only ? line->bands == 1u << band : line->bands >> band & 1;
        count += fits && line->abuse == RP_ABUSE_NONE;
    }
    return count;
}

static void check_reaction(struct rp_reader *reader, const struct rp_script *script,
                           enum rp_reaction reaction, const struct rp_yaml_node *node)
{
    enum rp_reaction_need need = rp_reaction_need(reaction);
    const char *name = rp_reaction_name(reaction);
    if (need == RP_REACTION_OPTIONAL)
        return;
    unsigned wanted = need == RP_REACTION_NEEDED ? 1 : 2;
    for (unsigned band = 0; band < RP_ANGER_BANDS; band++) {
        unsigned count = lines_for(script, reaction, (enum rp_anger_band)band, false);
        if (count < wanted)
            rp_complain(reader, node,
                        "%u lines of '%s' fit %s anger; at least %u without abuse "
                        "are wanted",
                        count, name, band_words[band], wanted);
        else if (need == RP_REACTION_BY_BAND &&
                 lines_for(script, reaction, (enum rp_anger_band)band, true) == 0)
            rp_complain(reader, node,
                        "no line of '%s' is for %s anger alone; one is wanted, "
                        "since it is heard so often",
                        name, band_words[band]);
    }
}

static void check_reactions(struct rp_reader *reader, const struct rp_script *script,
                            const struct rp_yaml_node *root)
{
    const struct rp_yaml_node *lines = rp_yaml_get(root, "lines");
    for (unsigned i = 0; i < RP_REACTIONS; i++) {
        enum rp_reaction reaction = (enum rp_reaction)i;
        const struct rp_yaml_node *node = rp_yaml_get(lines, rp_reaction_name(reaction));
        check_reaction(reader, script, reaction, node ? node : lines);
    }
}

/* Every number of his story is given once, from 1 on. */
static void check_story(struct rp_reader *reader, const struct rp_builder *b,
                        const struct rp_yaml_node *root)
{
    const struct rp_script *script = b->script;
    const struct rp_yaml_node *facts = rp_yaml_get(root, "facts");
    unsigned bubbles = 0;
    for (unsigned number = 1; number <= script->story_n; number++) {
        unsigned given = 0;
        for (unsigned i = 0; i < script->facts_n; i++)
            given += script->facts[i].vent == number;
        if (given != 1)
            rp_complain(reader, facts, "%u facts have vent %u; each number from 1 on wants one",
                        given, number);
        bubbles += script->lines[script->facts[script->story[number - 1]].line].says;
    }
    if (script->story_n == 0)
        rp_complain(reader, facts, "no fact has vent 1; he needs a story to begin with");
    if (bubbles > 16)
        rp_complain(reader, facts, "his story has %u bubbles; 16 are allowed", bubbles);
}

static void check_keys(struct rp_reader *reader, const struct rp_script *script,
                       const struct rp_yaml_node *root)
{
    for (unsigned i = 0; i < script->facts_n; i++)
        if (script->facts[i].key)
            return;
    rp_complain(reader, rp_yaml_get(root, "facts"), "no fact is key, so nothing can be summed up");
}

static void check_briefing(struct rp_reader *reader, const struct rp_builder *b,
                           const struct rp_yaml_node *root)
{
    unsigned tellable = 0;
    for (unsigned i = 0; i < b->script->facts_n; i++)
        tellable += b->fact_words[i].match.count > 0;
    if (b->script->briefing_facts_min > tellable)
        rp_complain(reader, root, "a briefing wants %u facts, and only %u have a match",
                    b->script->briefing_facts_min, tellable);
}

/* As long as the bot's own story, but no longer than a typist can bear. */
static unsigned story_words(const struct rp_script *script)
{
    unsigned words = 0;
    for (unsigned i = 0; i < script->story_n; i++) {
        const struct rp_script_line *line = &script->lines[script->facts[script->story[i]].line];
        for (unsigned b = 0; b < line->says; b++)
            words += script->says[line->say + b].words;
    }
    return words;
}

static void check_openings(struct rp_reader *reader, const struct rp_script *script,
                           const struct rp_card_section *openings, const struct rp_yaml_node *node)
{
    unsigned story = story_words(script);
    unsigned words = 0, least = (unsigned)rp_min(story, OPENING_WORDS_MIN);
    for (uint32_t i = 0; i < openings->lines_n; i++)
        words += rp_count_words(openings->lines[i]);
    if (words < least || words > OPENING_WORDS_MAX)
        rp_complain(reader, node, "the opening lines have %u words; allowed are %u to %d", words,
                    least, OPENING_WORDS_MAX);
    bool whole = story >= OPENING_WORDS_MIN;
    if (openings->lines_n > OPENING_LINES_MAX || (whole && openings->lines_n < OPENING_LINES_MIN))
        rp_complain(reader, node, "%u opening lines; allowed are %d to %d", openings->lines_n,
                    whole ? OPENING_LINES_MIN : 1, OPENING_LINES_MAX);
}

static void check_customers_card(struct rp_reader *reader, const struct rp_builder *b,
                                 const struct rp_yaml_node *root)
{
    const struct rp_scenario_card *card = &b->scenario->cards[RP_SEAT_CUSTOMER];
    const struct rp_yaml_node *node = rp_yaml_get(rp_yaml_get(root, "cards"), "customer");
    for (uint32_t i = 0; i < card->sections_n; i++)
        if (card->sections[i].part == RP_CARD_PART_OPENINGS)
            check_openings(reader, b->script, &card->sections[i], rp_yaml_get(node, "openings"));
}

/* What the bot can tell, a player must be able to tick. */
static void check_ticks(struct rp_reader *reader, const struct rp_builder *b)
{
    for (unsigned i = 0; i < b->script->facts_n; i++) {
        unsigned lines = 0;
        for (unsigned j = 0; j < RP_SCRIPT_CARD_LINES_MAX; j++)
            lines += b->script->card_facts[j] >> i & 1;
        if (lines != 1)
            rp_complain(reader, b->fact_nodes[i],
                        "%u lines of the customer's card tell '%s'; one is wanted", lines,
                        b->fact_ids[i]);
    }
}

void rp_build_check(struct rp_reader *reader, const struct rp_builder *b,
                    const struct rp_yaml_node *root)
{
    check_reactions(reader, b->script, root);
    check_story(reader, b, root);
    check_keys(reader, b->script, root);
    check_briefing(reader, b, root);
    check_customers_card(reader, b, root);
    check_ticks(reader, b);
}
