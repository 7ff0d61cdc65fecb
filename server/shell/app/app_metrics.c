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
};

static void add_counters(const struct rp_app *app, struct rp_text *text)
{
    add_family(text, "hearout_floor_decisions_total", "Verdicts on who spoke when.");
    for (unsigned i = 0; i < RP_VERDICTS; i++)
        rp_metrics_sample(text, "hearout_floor_decisions_total", "verdict",
                          rp_floor_verdict_name((enum rp_floor_verdict)i),
                          (int64_t)app->counters.verdicts[i]);
    rp_metrics_gauge(text, "hearout_signed_in", "Sign-ins that stand.",
                     rp_sign_in_count(app->sign_in));
    add_family(text, "hearout_sign_ins_total", "Attempts to sign in, by what became of them.");
    for (unsigned i = 0; i < RP_SIGN_IN_OUTCOMES; i++)
        rp_metrics_sample(text, "hearout_sign_ins_total", "outcome", outcome_names[i],
                          (int64_t)app->counters.sign_ins[i]);
    add_family(text, "hearout_errors_total", "Messages answered with a named error.");
    for (unsigned i = 0; i < RP_ERRORS; i++)
        if (error_names[i])
            rp_metrics_sample(text, "hearout_errors_total", "error", error_names[i],
                              (int64_t)app->counters.errors[i]);
}

static void add_commits(struct rp_text *text, const struct rp_store_figures *figures)
{
    static const char *const bounds[] = {"0.001", "0.002", "0.005", "0.01", "0.02", "0.05",
                                         "0.1",   "0.2",   "0.5",   "1",    "2",    "+Inf"};
    rp_metrics_family(text, "hearout_commit_seconds", "histogram", "time of one commit");
    for (size_t i = 0; i < RP_COUNT(bounds); i++)
        rp_metrics_sample(text, "hearout_commit_seconds_bucket", "le", bounds[i],
                          (int64_t)figures->commit_le[i]);
    rp_text_addf(text, "hearout_commit_seconds_sum %.6f\nhearout_commit_seconds_count %llu\n",
                 (double)figures->commit_us_sum / 1e6, (unsigned long long)figures->commits);
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
    add_commits(text, &figures);
    add_counters(app, text);
}
