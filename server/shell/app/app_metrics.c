/* app_metrics.c: figures of what the application holds, stored, decided and refused. */
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

static const char *const outcome_names[RP_SIGN_IN_OUTCOMES] = {
    [RP_SIGN_IN_DONE] = "done",
    [RP_SIGN_IN_WRONG] = "wrong",
    [RP_SIGN_IN_BRAKED_ADDRESS] = "limited_address",
    [RP_SIGN_IN_BRAKED_ACCOUNT] = "limited_account",
    [RP_SIGN_IN_BRAKED_ALL] = "limited_all",
    [RP_SIGN_IN_BUSY] = "busy",
    [RP_SIGN_IN_FAILED] = "failed",
    [RP_SIGN_IN_ENDED] = "signed_out",
    [RP_SIGN_IN_CHOOSE] = "choose",
    [RP_SIGN_IN_EXPIRED] = "expired",
};

const char *rp_app_error_name(enum rp_error code)
{
    return error_names[code];
}

const char *rp_app_outcome_name(enum rp_sign_in_outcome outcome)
{
    return outcome_names[outcome];
}

static void add_counters(const struct rp_app *app, struct rp_text *text)
{
    add_family(text, "hearout_floor_decisions_total", "Verdicts on who spoke when.");
    for (unsigned i = 0; i < RP_VERDICTS; i++)
        rp_metrics_sample(text, "hearout_floor_decisions_total", "verdict",
                          rp_floor_verdict_name((enum rp_floor_verdict)i),
                          (int64_t)app->counters.verdicts[i]);
    rp_metrics_gauge(text, "hearout_signed_in", "Sign-ins that stand.",
                     rp_sign_in_count(app->sign_in));
    add_family(text, "hearout_sign_ins_total",
               "Passwords given, to sign in or to change the account, by what became of them.");
    for (unsigned i = 0; i < RP_SIGN_IN_OUTCOMES; i++)
        rp_metrics_sample(text, "hearout_sign_ins_total", "outcome", outcome_names[i],
                          (int64_t)app->counters.sign_ins[i]);
    add_family(text, "hearout_errors_total", "Messages answered with a named error.");
    for (unsigned i = 0; i < RP_ERRORS; i++)
        if (error_names[i])
            rp_metrics_sample(text, "hearout_errors_total", "error", error_names[i],
                              (int64_t)app->counters.errors[i]);
}

void rp_app_add_metrics(void *context, struct rp_text *text)
{
    struct rp_app *app = context;
    struct rp_store_figures figures;
    uint32_t seats = 0;
    rp_store_figures(app->options.store, &figures);
    for (uint32_t i = 0; i < app->guests_n; i++)
        seats += app->guests[i] != NULL && app->guests[i]->room != NULL;
    rp_metrics_gauge(text, "hearout_rooms", "rooms in memory", app->rooms_n);
    rp_metrics_gauge(text, "hearout_seats", "people connected to a room", seats);
    rp_metrics_gauge(text, "hearout_batches_waiting", "batches not yet stored",
                     rp_store_waiting(app->options.store));
    rp_metrics_counter(text, "hearout_commits_failed_total", "commits that failed", figures.failed);
    rp_metrics_counter(text, "hearout_records_total", "records stored", figures.records);
    rp_metrics_histogram(text, "hearout_commit_seconds", "Time of one commit.", &figures.commits);
    add_counters(app, text);
}
