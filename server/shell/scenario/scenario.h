/* scenario.h: a scenario file, loaded and checked: what the core, the recogniser and the page need.
 *
 * Owner    rp_scenario_shelf_open allocates; nothing changes afterwards, so any thread may read.
 *          Every pointer inside lives as long as the shelf.
 * Errors   RP_ERR_MALFORMED with complaints `file:line:column: what is wrong, what is allowed`;
 *          nothing is loaded then. RP_ERR_IO for a file that cannot be read.
 * Source   scenarios/README.md, "The file".
 */
#pragma once

#include "keep.h"
#include "rp_msg.h"
#include "rp_recognise.h"
#include "rp_script.h"
#include "text.h"

enum { RP_SCENARIO_HASH_TEXT = 65, RP_SCENARIO_CARD_MAX = 12 };

struct rp_scenario_card {
    struct rp_card_section sections[RP_SCENARIO_CARD_MAX];
    uint32_t sections_n;
};

struct rp_scenario {
    struct rp_keep keep; /* holds everything else */
    const char *id, *title, *lang;
    struct rp_str source;             /* the file's bytes */
    char hash[RP_SCENARIO_HASH_TEXT]; /* of them, SHA-256 in hex */
    const char *customer_name;        /* Dana Reyes */
    const char *customer_address;     /* how others speak of her: Ms Reyes */
    uint32_t play_ms;                 /* of a solo session */
    struct rp_script script;
    struct rp_case_words words;
    const char *const
        *says; /* what he says: says[0] is "", script and log cite the rest by index */
    size_t says_n;
    const char *const *line_ids; /* of the script's lines, by number; line_ids[0] is "" */
    const char *const *fact_ids; /* of the script's facts */
    struct rp_scenario_card cards[RP_SEATS]; /* staff read both the trainee's and the customer's */
};

/* The same from bytes; `name` stands for the file in complaints. */
enum rp_err rp_scenario_parse(struct rp_scenario **scenario, const char *name, const char *bytes,
                              size_t length, struct rp_text *complaints);

/* Reads one file. `complaints` gets one line for each fault, warnings too. */
enum rp_err rp_scenario_load(struct rp_scenario **scenario, const char *path,
                             struct rp_text *complaints);
void rp_scenario_free(struct rp_scenario *scenario);

struct rp_scenario_shelf;

/* Every *.yaml of the folder, in the order of their names. A file that is wrong fails all. */
enum rp_err rp_scenario_shelf_open(struct rp_scenario_shelf **shelf, const char *folder,
                                   struct rp_text *complaints);
void rp_scenario_shelf_close(struct rp_scenario_shelf *shelf);
size_t rp_scenario_shelf_count(const struct rp_scenario_shelf *shelf);
const struct rp_scenario *rp_scenario_shelf_at(const struct rp_scenario_shelf *shelf, size_t index);

/* NULL when there is none of that name. `id` need not end in a zero byte. */
const struct rp_scenario *rp_scenario_named(const struct rp_scenario_shelf *shelf, const char *id,
                                            size_t length);

/* Puts an older form of a file on the shelf, for the sessions that were decided with it. It is
 * found by its hash alone. */
enum rp_err rp_scenario_shelf_add_old(struct rp_scenario_shelf *shelf, struct rp_str source);

/* The one with that content, for a stored session; NULL when it is not on the shelf. */
const struct rp_scenario *rp_scenario_hashed(const struct rp_scenario_shelf *shelf,
                                             const char *hash, size_t length);

/* Where the scenarios lie: beside the binary as installed, or in the source tree. */
enum rp_err rp_scenario_folder_find(char *folder, size_t size);
