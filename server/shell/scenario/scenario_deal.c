#include "scenario_build.h"

#include <string.h>

enum { MINOR_UNITS_MAX = 100000000 };

/* Remedies: what can be done for him that is no sum of money. */

struct remedy {
    struct rp_builder *b;
    struct rp_script_remedy remedy;
    struct rp_groups match;
    const char *id;
    bool worthless;
};

static void take_remedy_id(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct remedy *remedy = into;
    if (!rp_read_id(reader, node, &remedy->id))
        return;
    if (strcmp(remedy->id, "money") == 0)
        rp_complain(reader, node, "'money' stands for the sum offered; call the remedy otherwise");
    for (unsigned i = 0; i < remedy->b->script->remedies_n; i++)
        if (strcmp(remedy->b->remedy_ids[i], remedy->id) == 0)
            rp_complain(reader, node, "duplicate remedy id '%s'", remedy->id);
}

static void take_remedy_match(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    ((struct remedy *)into)->match = rp_build_groups(reader, node);
}

static const char *need_name(size_t index)
{
    static const char *const names[] = {"time", "nod"};
    return names[index];
}

static void take_needs(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct rp_script_remedy *remedy = &((struct remedy *)into)->remedy;
    bool *const flags[] = {&remedy->needs_time, &remedy->needs_nod};
    if (!rp_read_list(reader, node, "needs", 1, RP_COUNT(flags)))
        return;
    for (const struct rp_yaml_node *item = node->first; item; item = item->next) {
        size_t need;
        if (rp_read_choice(reader, item, "need", need_name, RP_COUNT(flags), &need))
            *flags[need] = true;
    }
}

static const struct rp_field remedy_fields[] = {
    {"id", RP_FIELD_PART, .take = take_remedy_id},
    {"worthless", RP_FIELD_FLAG, offsetof(struct remedy, worthless), .optional = true},
    {"needs", RP_FIELD_PART, .take = take_needs, .optional = true},
    {"match", RP_FIELD_PART, .take = take_remedy_match},
};

void rp_build_remedies(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct rp_builder *b = into;
    if (!rp_read_list(reader, node, "remedies", 1, RP_SCRIPT_REMEDIES_MAX))
        return;
    for (const struct rp_yaml_node *item = node->first; item; item = item->next) {
        struct remedy remedy = {.b = b, .id = ""};
        rp_read_mapping(reader, item, "a remedy", remedy_fields, RP_COUNT(remedy_fields), &remedy);
        uint8_t index = b->script->remedies_n++;
        remedy.remedy.fails = remedy.worthless;
        b->script->remedies[index] = remedy.remedy;
        b->remedy_ids[index] = remedy.id;
        b->remedy_words[index] = remedy.match;
    }
}

/* The resolution. */

struct deal {
    struct rp_builder *b;
    int64_t loss, floor, insult_below, note_percent;
    int64_t alone, with_nod;
    int64_t ask;
};

static const struct rp_field authority_fields[] = {
    {"alone", RP_FIELD_INT, offsetof(struct deal, alone), .min = 0, .max = MINOR_UNITS_MAX},
    {"with_nod", RP_FIELD_INT, offsetof(struct deal, with_nod), 0, MINOR_UNITS_MAX,
     .optional = true},
};

static void take_authority(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct deal *deal = into;
    rp_read_mapping(reader, node, "authority", authority_fields, RP_COUNT(authority_fields), into);
    if (!rp_yaml_get(node, "with_nod"))
        deal->with_nod = deal->alone;
    if (deal->with_nod < deal->alone)
        rp_complain(reader, node, "with_nod is below alone; a nod cannot take authority away");
}

static void take_ask_say(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct rp_builder *b = ((struct deal *)into)->b;
    b->script->resolution.ask_line = rp_build_line(reader, b, node, "ask");
}

static void take_ask_again(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct rp_builder *b = ((struct deal *)into)->b;
    b->script->resolution.ask_again = rp_build_line(reader, b, node, "ask-again");
}

static void take_reveal_on(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    ((struct deal *)into)->b->script->resolution.ask_on = rp_build_moves(reader, node);
}

static const struct rp_field ask_fields[] = {
    {"amount", RP_FIELD_INT, offsetof(struct deal, ask), 1, MINOR_UNITS_MAX, .optional = true},
    {"say", RP_FIELD_PART, .take = take_ask_say},
    {"again", RP_FIELD_PART, .take = take_ask_again},
    {"reveal_on", RP_FIELD_PART, .take = take_reveal_on},
};

static void take_ask(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    rp_read_mapping(reader, node, "ask", ask_fields, RP_COUNT(ask_fields), into);
}

static uint32_t remedy_bit(struct rp_reader *reader, const struct rp_builder *b,
                           const struct rp_yaml_node *node)
{
    const char *id = node->kind == RP_YAML_SCALAR ? node->text : "this";
    if (strcmp(id, "money") == 0)
        return (uint32_t)1 << RP_SCRIPT_MONEY;
    for (unsigned i = 0; i < b->script->remedies_n; i++)
        if (strcmp(b->remedy_ids[i], id) == 0)
            return (uint32_t)1 << i;
    rp_complain(reader, node, "'%.40s' is no remedy; allowed are money and the ids under remedies",
                id);
    return 0;
}

/* Each set is a list of remedies that together are enough. */
static uint8_t read_sets(struct rp_reader *reader, const struct rp_builder *b,
                         const struct rp_yaml_node *node, uint32_t *sets)
{
    uint8_t count = 0;
    if (!rp_read_list(reader, node, "sets of remedies", 1, RP_SCRIPT_SETS_MAX))
        return 0;
    for (const struct rp_yaml_node *item = node->first; item; item = item->next) {
        if (!rp_read_list(reader, item, "remedies", 1, RP_SCRIPT_REMEDIES_MAX))
            continue;
        for (const struct rp_yaml_node *id = item->first; id; id = id->next)
            sets[count] |= remedy_bit(reader, b, id);
        count++;
    }
    return count;
}

static void take_full(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    const struct rp_builder *b = ((struct deal *)into)->b;
    struct rp_script_resolution *r = &b->script->resolution;
    r->full_n = read_sets(reader, b, node, r->full);
}

static void take_acceptable(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    const struct rp_builder *b = ((struct deal *)into)->b;
    struct rp_script_resolution *r = &b->script->resolution;
    r->acceptable_n = read_sets(reader, b, node, r->acceptable);
}

static const struct rp_field deal_fields[] = {
    {"loss", RP_FIELD_INT, offsetof(struct deal, loss), 0, MINOR_UNITS_MAX, .optional = true},
    {"authority", RP_FIELD_PART, .take = take_authority, .optional = true},
    {"ask", RP_FIELD_PART, .take = take_ask},
    {"floor", RP_FIELD_INT, offsetof(struct deal, floor), 1, MINOR_UNITS_MAX, .optional = true},
    {"insult_below", RP_FIELD_INT, offsetof(struct deal, insult_below), 0, MINOR_UNITS_MAX,
     .optional = true},
    {"note_above_percent_of_loss", RP_FIELD_INT, offsetof(struct deal, note_percent), 100, 1000,
     .optional = true},
    {"full", RP_FIELD_PART, .take = take_full},
    {"acceptable", RP_FIELD_PART, .take = take_acceptable},
};

static bool deals_in_money(const struct rp_script_resolution *r)
{
    uint32_t used = 0;
    for (unsigned i = 0; i < r->full_n; i++)
        used |= r->full[i];
    for (unsigned i = 0; i < r->acceptable_n; i++)
        used |= r->acceptable[i];
    return used >> RP_SCRIPT_MONEY & 1;
}

static void check_money(struct rp_reader *reader, const struct rp_yaml_node *node,
                        const struct deal *deal)
{
    if (!(0 < deal->floor && deal->floor <= deal->ask && deal->ask <= deal->loss))
        rp_complain(reader, node,
                    "floor <= ask amount <= loss must hold, all of them above 0, "
                    "where money can settle it");
    if (deal->insult_below > deal->floor)
        rp_complain(reader, node, "insult_below is above floor, which he would take");
    if (deal->floor > deal->with_nod)
        rp_complain(reader, node, "floor is above all authority, so that nothing can be agreed on");
    else if (deal->ask > deal->with_nod)
        rp_warn(reader, node, "the ask is above all authority, so that nobody can satisfy him");
}

void rp_build_resolution(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct rp_builder *b = into;
    struct deal deal = {.b = b, .note_percent = 150};
    rp_read_mapping(reader, node, "resolution", deal_fields, RP_COUNT(deal_fields), &deal);
    struct rp_script_resolution *r = &b->script->resolution;
    r->money = deals_in_money(r);
    if (r->money)
        check_money(reader, node, &deal);
    r->loss = deal.loss;
    r->ask = deal.ask;
    r->floor = deal.floor;
    r->insult_below = deal.insult_below;
    r->alone = deal.alone;
    r->with_nod = deal.with_nod;
    r->note_percent_of_loss = (uint16_t)deal.note_percent;
}

/* Triggers. */

struct trigger {
    struct rp_builder *b;
    const char *id;
    int64_t after_s, turns, anger;
    bool safety_miss;
    uint8_t unless;
    uint32_t unless_offered;
    uint16_t line;
};

static void take_trigger_id(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    rp_read_id(reader, node, &((struct trigger *)into)->id);
}

static void take_unless(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct trigger *trigger = into;
    trigger->unless = rp_build_fact_named(reader, trigger->b, node);
}

static void take_unless_offered(struct rp_reader *reader, const struct rp_yaml_node *node,
                                void *into)
{
    struct trigger *trigger = into;
    trigger->unless_offered = remedy_bit(reader, trigger->b, node);
}

static void take_trigger_say(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct trigger *trigger = into;
    trigger->line = rp_build_line(reader, trigger->b, node, trigger->id);
}

static const struct rp_field trigger_fields[] = {
    {"id", RP_FIELD_PART, .take = take_trigger_id},
    {"after_s", RP_FIELD_INT, offsetof(struct trigger, after_s), 5, 3600, .optional = true},
    {"turns", RP_FIELD_INT, offsetof(struct trigger, turns), 1, 100, .optional = true},
    {"unless", RP_FIELD_PART, .take = take_unless, .optional = true},
    {"unless_offered", RP_FIELD_PART, .take = take_unless_offered, .optional = true},
    {"anger", RP_FIELD_INT, offsetof(struct trigger, anger), -20, 20, .optional = true},
    {"safety_miss", RP_FIELD_FLAG, offsetof(struct trigger, safety_miss), .optional = true},
    {"say", RP_FIELD_PART, .take = take_trigger_say},
};

void rp_build_triggers(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct rp_builder *b = into;
    if (!rp_read_list(reader, node, "triggers", 1, RP_SCRIPT_TRIGGERS_MAX))
        return;
    for (const struct rp_yaml_node *item = node->first; item; item = item->next) {
        struct trigger trigger = {.b = b, .id = "", .unless = RP_SCRIPT_NO_FACT};
        rp_read_mapping(reader, item, "a trigger", trigger_fields, RP_COUNT(trigger_fields),
                        &trigger);
        if (!trigger.after_s && !trigger.turns)
            rp_complain(reader, item, "a trigger needs after_s or turns, else it never comes");
        b->script->triggers[b->script->triggers_n++] = (struct rp_script_trigger){
            .after_ms = (uint32_t)trigger.after_s * 1000,
            .turns = (uint16_t)trigger.turns,
            .unless = trigger.unless,
            .unless_offered = trigger.unless_offered,
            .anger = (int8_t)trigger.anger,
            .safety_miss = trigger.safety_miss,
            .line = trigger.line,
        };
    }
}
