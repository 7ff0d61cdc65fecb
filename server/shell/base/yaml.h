/* yaml.h: a YAML file as a tree of values that know where they stand.
 *
 * Only plain data: no anchors, aliases, tags, second documents or duplicate keys, and every size
 * has a bound, so that a file from outside costs little time and memory whatever is in it.
 *
 * Owner    the tree lives in the caller's keep.
 * Errors   complaints `name:line:column: what is wrong, what is allowed`, and NULL.
 * Source   scenarios/README.md, "The file".
 */
#pragma once

#include "keep.h"
#include "text.h"

enum {
    RP_YAML_BYTES_MAX = 256 * 1024,
    RP_YAML_DEPTH_MAX = 8,
    RP_YAML_BRACKETS_MAX = 2000,
    RP_YAML_LINE_MAX = 4000,   /* code points, as the next */
    RP_YAML_STRING_MAX = 2000, /* code points */
    RP_YAML_NODES_MAX = 8000,
    RP_YAML_KEYS_MAX = 80, /* of one mapping */
};

enum rp_yaml_kind { RP_YAML_SCALAR = 0, RP_YAML_LIST, RP_YAML_MAPPING };

struct rp_yaml_node {
    enum rp_yaml_kind kind;
    bool plain;                     /* a scalar without quotes */
    int line, column;               /* from 1 */
    const char *text;               /* of a scalar, ends in a zero byte and holds no other */
    const struct rp_yaml_node *key; /* in a mapping */
    struct rp_yaml_node *first, *next;
    size_t count; /* of what is inside */
};

const struct rp_yaml_node *rp_yaml_read(struct rp_keep *keep, const char *name, const char *bytes,
                                        size_t length, struct rp_text *complaints);

/* The value of that key, or NULL. */
const struct rp_yaml_node *rp_yaml_get(const struct rp_yaml_node *mapping, const char *key);
