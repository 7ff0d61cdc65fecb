/* rp_marking.h: how a session is graded: marks, overall view, release, and the trainee's own view.
 *
 * Every mark names the version that it replaces: of two graders who mark one item at once, the
 * second is refused and told so, and nobody's mark is lost unseen. A total is told only once every
 * item is marked and the overall view is in. A release takes effect after RP_RELEASE_UNDO_MS;
 * after it a change wants a reason.
 *
 * Times    session milliseconds.
 * Owner    the caller; plain data, starts as {0}.
 * Errors   RP_ERR_CONFLICT: somebody was first. RP_ERR_DENIED: not now. RP_ERR_NOT_FOUND: the
 *          method has no such item. RP_ERR_RANGE: something is still to be marked.
 */
#pragma once

#include "rp_grade.h"

enum { RP_RELEASE_UNDO_MS = 10000 };

struct rp_marking {
    struct rp_method method;
    struct rp_item_mark marks[RP_ITEMS];
    uint16_t versions[RP_ITEMS];
    uint8_t overall;    /* 0: not yet */
    unsigned criticals; /* bits of enum rp_critical */
    struct rp_item_mark own[RP_ITEMS];
    bool rated, heard;
    bool releasing, released;
    int64_t release_ms; /* while releasing */
    uint32_t released_by;
    struct rp_total told; /* the latest total that was told, */
    bool has_told;        /* if any was */
};

/* Whether that input may come now; others than those of grading may not. */
enum rp_err rp_marking_check(const struct rp_marking *marking, const struct rp_event *input,
                             enum rp_phase phase);
void rp_marking_take(struct rp_marking *marking, const struct rp_event *input, int64_t now_ms);

/* The system's own mark: a person may change it like any other. */
void rp_marking_fill(struct rp_marking *marking, enum rp_item item, struct rp_item_mark mark);

/* Every item is marked, but for those that the system fills at the release. */
bool rp_marking_complete(const struct rp_marking *marking);

/* Whether it is time for a total, and one that was not told before: then it counts as told. */
bool rp_marking_tells(struct rp_marking *marking, uint8_t floor);
