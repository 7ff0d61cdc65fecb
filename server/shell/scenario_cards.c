#include "scenario_build.h"

#include <string.h>

enum { CARD_LINES_MAX = 12, CARD_LINE_LENGTH_MAX = 400 };

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
        (struct rp_card_section){part_named(node->key->text), lines, count};
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
    SECTION("who"),   SECTION("happened"),  SECTION("feel"),  SECTION("openings"),
    SECTION("facts"), SECTION("satisfies"), SECTION("worse"), SECTION("limits"),
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
                    card_of(into, RP_SEAT_CUSTOMER));
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
