/* scenario_build.h: how the files that turn a tree into a scenario speak to each other.
 *
 * scenario.c reads file and head, scenario_lines.c what he says, scenario_facts.c what he knows,
 * scenario_deal.c what would settle it, scenario_cards.c what people read, scenario_check.c
 * whether it all fits together.
 */
#pragma once

#include "scenario.h"
#include "scenario_read.h"

struct rp_builder {
    struct rp_scenario *scenario;
    struct rp_script *script; /* the scenario's */
    const char *says[RP_SCRIPT_SAYS_MAX];
    const char *line_ids[RP_SCRIPT_LINES_MAX];
    const struct rp_yaml_node *line_nodes[RP_SCRIPT_LINES_MAX];
    const char *fact_ids[RP_SCRIPT_FACTS_MAX];
    const struct rp_yaml_node *fact_nodes[RP_SCRIPT_FACTS_MAX];
    struct rp_fact_words fact_words[RP_SCRIPT_FACTS_MAX];
    const char *remedy_ids[RP_SCRIPT_REMEDIES_MAX];
    struct rp_groups remedy_words[RP_SCRIPT_REMEDIES_MAX];
};

enum { RP_ALL_BANDS = (1 << RP_ANGER_BANDS) - 1 };

/* Adds a line for every anger; 0 when it cannot, which is complained of. */
uint16_t rp_build_line(struct rp_reader *reader, struct rp_builder *b,
                       const struct rp_yaml_node *say, const char *id);

/* A list of literals, and a list of such lists. */
struct rp_words rp_build_words(struct rp_reader *reader, const struct rp_yaml_node *node);
struct rp_groups rp_build_groups(struct rp_reader *reader, const struct rp_yaml_node *node);

/* The fact of that id, or RP_SCRIPT_NO_FACT after a complaint. */
uint8_t rp_build_fact_named(struct rp_reader *reader, const struct rp_builder *b,
                            const struct rp_yaml_node *node);

/* A list of moves as bits. */
uint32_t rp_build_moves(struct rp_reader *reader, const struct rp_yaml_node *node);

/* The fields of the file's head; `into` is the builder. */
void rp_build_lines(struct rp_reader *reader, const struct rp_yaml_node *node, void *into);
void rp_build_facts(struct rp_reader *reader, const struct rp_yaml_node *node, void *into);
void rp_build_apology_targets(struct rp_reader *reader, const struct rp_yaml_node *node,
                              void *into);
void rp_build_remedies(struct rp_reader *reader, const struct rp_yaml_node *node, void *into);
void rp_build_resolution(struct rp_reader *reader, const struct rp_yaml_node *node, void *into);
void rp_build_triggers(struct rp_reader *reader, const struct rp_yaml_node *node, void *into);
void rp_build_cards(struct rp_reader *reader, const struct rp_yaml_node *node, void *into);

void rp_build_check(struct rp_reader *reader, const struct rp_builder *b,
                    const struct rp_yaml_node *root);
