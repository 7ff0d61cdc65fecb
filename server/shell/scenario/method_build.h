/* method_build.h: how the files that read methods speak to each other.
 *
 * method.c the shelf, method_read.c the bank of items and one method, from their YAML.
 */
#pragma once

#include "method.h"
#include "scenario_read.h"

struct rp_bank_item {
    const char *name;
    struct rp_str anchors[RP_METHOD_ANCHORS];
};

struct rp_bank {
    struct rp_bank_item items[RP_ITEMS]; /* by enum rp_item */
};

bool rp_bank_build(struct rp_reader *reader, const struct rp_yaml_node *root, struct rp_bank *bank);
bool rp_method_build(struct rp_reader *reader, const struct rp_yaml_node *root,
                     const struct rp_bank *bank, struct rp_method_file *method);
