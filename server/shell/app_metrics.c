/* app_metrics.c: figures of what the application decided and refused. */
#include "app_private.h"
#include "metrics.h"
#include "rp_floor.h"

/* As protocol/roleplay.json names them. */
static const char *const error_names[RP_ERRORS] = {
    [RP_ERROR_MALFORMED] = "malformed",         [RP_ERROR_VERSION] = "version",
    [RP_ERROR_NOT_FOUND] = "not_found",         [RP_ERROR_DENIED] = "denied",
    [RP_ERROR_NOT_STORED] = "not_stored",       [RP_ERROR_TOO_LONG] = "too_long",
    [RP_ERROR_TOO_FAST] = "too_fast",           [RP_ERROR_WRONG_PHASE] = "wrong_phase",
    [RP_ERROR_SEAT_TAKEN] = "seat_taken",       [RP_ERROR_FULL] = "full",
    [RP_ERROR_CONFLICT] = "conflict",           [RP_ERROR_INCOMPLETE] = "incomplete",
    [RP_ERROR_REASON_WANTED] = "reason_wanted", [RP_ERROR_STOPPING] = "stopping",
};

_Static_assert((int)RP_VERDICTS == (int)RP_FLOOR_VERDICTS, "the protocol has the floor's verdicts");

static void add_family(struct rp_text *text, const char *name, const char *help)
{
    rp_metrics_family(text, name, "counter", help);
}

void rp_app_add_counters(const struct rp_app *app, struct rp_text *text)
{
    add_family(text, "hearout_floor_decisions_total", "Verdicts on who spoke when.");
    for (unsigned i = 0; i < RP_VERDICTS; i++)
        rp_metrics_sample(text, "hearout_floor_decisions_total", "verdict",
                          rp_floor_verdict_name((enum rp_floor_verdict)i),
                          (int64_t)app->counters.verdicts[i]);
    add_family(text, "hearout_errors_total", "Messages answered with a named error.");
    for (unsigned i = 0; i < RP_ERRORS; i++)
        if (error_names[i])
            rp_metrics_sample(text, "hearout_errors_total", "error", error_names[i],
                              (int64_t)app->counters.errors[i]);
}
