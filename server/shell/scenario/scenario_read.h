/* scenario_read.h: takes values out of a YAML tree by tables that say what is allowed.
 *
 * Owner    the caller; texts stay in the tree's keep.
 * Errors   each fault is one complaint `file:line:column: what is wrong, what is allowed`, and
 *          reading goes on, so that an author sees them all; after RP_COMPLAINTS_MAX it is silent.
 */
#pragma once

#include "yaml.h"

enum { RP_COMPLAINTS_MAX = 30 };

struct rp_reader {
    struct rp_keep *keep;
    const char *file;
    struct rp_text *complaints;
    unsigned faults, warnings;
};

__attribute__((format(printf, 3, 4))) void
rp_complain(struct rp_reader *reader, const struct rp_yaml_node *node, const char *format, ...);

/* The same, and the file may be used all the same. */
__attribute__((format(printf, 3, 4))) void
rp_warn(struct rp_reader *reader, const struct rp_yaml_node *node, const char *format, ...);

enum rp_field_kind {
    RP_FIELD_INT,  /* int64_t, min to max */
    RP_FIELD_FLAG, /* bool: true or false */
    RP_FIELD_TEXT, /* const char *, min to max code points */
    RP_FIELD_PART, /* whatever `take` makes of it */
};

/* One key of a mapping. Fields are taken in the table's order, not the file's. */
struct rp_field {
    const char *key;
    enum rp_field_kind kind;
    size_t offset; /* in what is read into */
    int64_t min, max;
    bool optional;
    void (*take)(struct rp_reader *reader, const struct rp_yaml_node *node, void *into);
};

/* Reads a mapping: wrong types, unknown and missing keys are complained of as "... of <what>". */
void rp_read_mapping(struct rp_reader *reader, const struct rp_yaml_node *node, const char *what,
                     const struct rp_field *fields, size_t count, void *into);

/* Each false, and complained of, when it is not that. */
bool rp_read_list(struct rp_reader *reader, const struct rp_yaml_node *node, const char *what,
                  size_t min, size_t max);
bool rp_read_text(struct rp_reader *reader, const struct rp_yaml_node *node, size_t min, size_t max,
                  const char **text);
bool rp_read_int(struct rp_reader *reader, const struct rp_yaml_node *node, int64_t min,
                 int64_t max, int64_t *value);

/* A name of a list of `count` names, as its index; complained of with the list when it is none. */
bool rp_read_choice(struct rp_reader *reader, const struct rp_yaml_node *node, const char *what,
                    const char *(*name_of)(size_t index), size_t count, size_t *index);

/* Letters, digits, - and _, at most 40. */
bool rp_read_id(struct rp_reader *reader, const struct rp_yaml_node *node, const char **id);
