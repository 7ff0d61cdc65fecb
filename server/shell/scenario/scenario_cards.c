#include "scenario_build.h"

#include <string.h>

enum { CARD_LINES_MAX = RP_SCRIPT_CARD_LINES_MAX, CARD_LINE_LENGTH_MAX = 400 };

static const char *const part_names[RP_CARD_PARTS] = {
    [RP_CARD_PART_SITUATION] = "situation", [RP_CARD_PART_MAY_OFFER] = "may_offer",
    [RP_CARD_PART_STEPS] = "steps",         [RP_CARD_PART_WHO] = "who",
    [RP_CARD_PART_HAPPENED] = "happened",   [RP_CARD_PART_FEEL] = "feel",
    [RP_CARD_PART_OPENINGS] = "openings",   [RP_CARD_PART_FACTS] = "facts",
    [RP_CARD_PART_SATISFIES] = "satisfies", [RP_CARD_PART_WORSE] = "worse",
    [RP_CARD_PART_LIMITS] = "limits",
};

static enum rp_card_part part_named(const char *name)
{
    unsigned part = 0;
    while (part < RP_CARD_PARTS && strcmp(part_names[part], name) != 0)
        part++;
    return (enum rp_card_part)part;
}

static void take_section(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct rp_scenario_card *card = into;
    if (!rp_read_list(reader, node, "lines", 1, CARD_LINES_MAX))
        return;
    struct rp_str *lines = rp_keep_take(reader->keep, node->count * sizeof(*lines));
    uint32_t count = 0;
    for (const struct rp_yaml_node *line = node->first; lines && line; line = line->next) {
        const char *text;
        if (rp_read_text(reader, line, 1, CARD_LINE_LENGTH_MAX, &text))
            lines[count++] = (struct rp_str){text, (uint32_t)strlen(text)};
    }
    card->sections[card->sections_n++] =
        (struct rp_card_section){part_named(node->key->text), lines, count, 0};
}

/* What the customer's player has to tell: a line that is said of facts is ticked when it is told;
 * one without is advice. */
struct telling {
    const struct rp_builder *b;
    struct rp_str *line;
    uint32_t facts;
};

static void take_tells(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct telling *telling = into;
    if (!rp_read_list(reader, node, "facts", 1, RP_SCRIPT_FACTS_MAX))
        return;
    for (const struct rp_yaml_node *item = node->first; item; item = item->next) {
        bool wish = item->kind == RP_YAML_SCALAR && strcmp(item->text, "wish") == 0;
        uint8_t fact = wish ? RP_SCRIPT_NO_FACT : rp_build_fact_named(reader, telling->b, item);
        if (wish)
            telling->facts |= RP_SCRIPT_WISH;
        else if (fact != RP_SCRIPT_NO_FACT)
            telling->facts |= UINT32_C(1) << fact;
    }
}

static void take_line(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct telling *telling = into;
    const char *text;
    if (rp_read_text(reader, node, 1, CARD_LINE_LENGTH_MAX, &text))
        *telling->line = (struct rp_str){text, (uint32_t)strlen(text)};
}

static const struct rp_field telling_fields[] = {
    {"tells", RP_FIELD_PART, .take = take_tells},
    {"line", RP_FIELD_PART, .take = take_line},
};

static void take_facts(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct rp_builder *b = into;
    struct rp_scenario_card *card = &b->scenario->cards[RP_SEAT_CUSTOMER];
    if (!rp_read_list(reader, node, "lines", 1, CARD_LINES_MAX))
        return;
    struct rp_str *lines = rp_keep_take(reader->keep, node->count * sizeof(*lines));
    uint32_t count = 0, ticks = 0;
    for (const struct rp_yaml_node *item = node->first; lines && item; item = item->next) {
        struct telling telling = {b, &lines[count], 0};
        if (item->kind == RP_YAML_MAPPING)
            rp_read_mapping(reader, item, "a fact on the card", telling_fields,
                            RP_COUNT(telling_fields), &telling);
        else
            take_line(reader, item, &telling);
        b->script->card_facts[count] = telling.facts;
        ticks |= telling.facts ? UINT32_C(1) << count : 0;
        count++;
    }
    card->sections[card->sections_n++] =
        (struct rp_card_section){RP_CARD_PART_FACTS, lines, count, ticks};
}

static void take_customers(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    take_section(reader, node, &((struct rp_builder *)into)->scenario->cards[RP_SEAT_CUSTOMER]);
}

#define CUSTOMER_SECTION(name)                                                                     \
    {                                                                                              \
        name, RP_FIELD_PART, .take = take_customers                                                \
    }

#define SECTION(name)                                                                              \
    {                                                                                              \
        name, RP_FIELD_PART, .take = take_section                                                  \
    }

static const struct rp_field trainee_fields[] = {
    SECTION("situation"),
    SECTION("may_offer"),
    SECTION("steps"),
};

static const struct rp_field customer_fields[] = {
    CUSTOMER_SECTION("who"),
    CUSTOMER_SECTION("happened"),
    CUSTOMER_SECTION("feel"),
    CUSTOMER_SECTION("openings"),
    {"facts", RP_FIELD_PART, .take = take_facts},
    CUSTOMER_SECTION("satisfies"),
    CUSTOMER_SECTION("worse"),
    CUSTOMER_SECTION("limits"),
};

static const struct rp_field observer_fields[] = {
    SECTION("steps"),
};

static struct rp_scenario_card *card_of(void *into, enum rp_seat seat)
{
    return &((struct rp_builder *)into)->scenario->cards[seat];
}

static void take_trainee(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    rp_read_mapping(reader, node, "the trainee's card", trainee_fields, RP_COUNT(trainee_fields),
                    card_of(into, RP_SEAT_TRAINEE));
}

static void take_customer(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    rp_read_mapping(reader, node, "the customer's card", customer_fields, RP_COUNT(customer_fields),
                    into);
}

static void take_observer(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    rp_read_mapping(reader, node, "the observer's card", observer_fields, RP_COUNT(observer_fields),
                    card_of(into, RP_SEAT_OBSERVER));
}

static const struct rp_field card_fields[] = {
    {"trainee", RP_FIELD_PART, .take = take_trainee},
    {"customer", RP_FIELD_PART, .take = take_customer},
    {"observer", RP_FIELD_PART, .take = take_observer},
};

void rp_build_cards(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    rp_read_mapping(reader, node, "cards", card_fields, RP_COUNT(card_fields), into);
}
