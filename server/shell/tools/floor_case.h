/* floor_case.h: a timeline of one session in a file, to be decided by the floor alone.
 *
 * docs/turn-timing.md, "Case files", tells the form. A case may carry what is expected of it; a
 * bare timeline has none.
 *
 * Owner    rp_floor_case_clear gives back what rp_floor_case_read took; {0} is a cleared case.
 * Errors   RP_ERR_MALFORMED and one line that says where: file:line:column where the text is no
 *          JSON, else the path to the value that is wrong. RP_ERR_IO: the file cannot be read.
 */
#pragma once

#include <jansson.h>

#include "rp_floor.h"
#include "text.h"

struct rp_floor_case {
    json_t *root;
    const char *id; /* inside root */
    struct rp_floor_config config;
    struct rp_floor_event *events; /* ref: place in the file from 1 */
    size_t count;
    int64_t end_ms;
    const json_t *expect; /* inside root, or NULL */
    int64_t *probes_ms;
    size_t probes;
};

enum rp_err rp_floor_case_read(struct rp_floor_case *floor_case, const char *path,
                               struct rp_text *error);
/* The same from memory; `name` stands for the path in errors. */
enum rp_err rp_floor_case_parse(struct rp_floor_case *floor_case, const char *name,
                                const char *text, size_t length, struct rp_text *error);
void rp_floor_case_clear(struct rp_floor_case *floor_case);
