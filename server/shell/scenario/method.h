/* method.h: a method file, loaded and checked: what sessions are graded by, in numbers and words.
 *
 * The items' names and anchors stand once, in items.yaml of the folder; a method names the items,
 * weighs them, and says what order it wants of the talk.
 *
 * Owner    rp_method_shelf_open allocates; nothing changes afterwards, so any thread may read.
 * Errors   RP_ERR_MALFORMED with complaints `file:line:column: what is wrong, what is allowed`;
 *          nothing is loaded then. RP_ERR_IO for a file that cannot be read.
 * Source   docs/grading.md.
 */
#pragma once

#include "keep.h"
#include "rp_grade.h"
#include "text.h"

enum { RP_METHOD_ANCHORS = 5, RP_METHOD_HASH_TEXT = 65 };

/* Where the guidance disagrees, the method says which way it goes. */
enum rp_apology_earliest {
    RP_APOLOGY_ANY_TIME = 0,
    RP_APOLOGY_AFTER_FACT,
    RP_APOLOGY_AFTER_SUMMARY
};
enum rp_clarifying { RP_CLARIFYING_ALLOWED = 0, RP_CLARIFYING_TOLERATED, RP_CLARIFYING_FORBIDDEN };
enum rp_solution_order { RP_SOLUTION_ASK_FIRST = 0, RP_SOLUTION_OFFER_FIRST, RP_SOLUTION_JOINT };
enum rp_explanation { RP_EXPLANATION_AFTER_OWNERSHIP = 0, RP_EXPLANATION_ANY_TIME };
enum rp_handover { RP_HANDOVER_ENCOURAGED = 0, RP_HANDOVER_LAST_RESORT, RP_HANDOVER_ON_REQUEST };

struct rp_method_order {
    enum rp_apology_earliest apology_earliest;
    uint8_t apology_max_repeats;
    unsigned apology_wanted; /* bits: 0 none, 1 regret, 2 the firm's part, 3 own fault */
    enum rp_clarifying clarifying_in_vent;
    enum rp_solution_order solution_order;
    enum rp_explanation explanation;
    enum rp_handover handover;
    uint8_t warnings; /* before the talk may be ended */
};

struct rp_method_file {
    const char *id, *title, *lang;
    char hash[RP_METHOD_HASH_TEXT]; /* of its bytes and the bank's, SHA-256 in hex */
    struct rp_method method;
    struct rp_item_text texts[RP_ITEMS]; /* of the method's items, in its order */
    struct rp_method_order order;
};

struct rp_method_shelf;

/* items.yaml and every other *.yaml of the folder, in the order of their names. */
enum rp_err rp_method_shelf_open(struct rp_method_shelf **shelf, const char *folder,
                                 struct rp_text *complaints);
void rp_method_shelf_close(struct rp_method_shelf *shelf);
size_t rp_method_shelf_count(const struct rp_method_shelf *shelf);
const struct rp_method_file *rp_method_shelf_at(const struct rp_method_shelf *shelf, size_t index);

/* NULL when there is none of that name. `id` need not end in a zero byte. */
const struct rp_method_file *rp_method_named(const struct rp_method_shelf *shelf, const char *id,
                                             size_t length);

/* Whether the file is one of a folder of methods, and one such file by itself. */
bool rp_method_is_file(const char *path);
enum rp_err rp_method_check(const char *path, struct rp_text *complaints);
