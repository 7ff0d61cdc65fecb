/* app_refusals.c: what is refused, as a line of the log: who would not be let, and what a limit
 * kept out. By number and kind alone: no words, names or tokens. */
#include "account.h"
#include "app_private.h"
#include "log.h"

/* What fits the moment badly, or comes second, is no matter of safety. */
static const bool told_of[RP_ERRORS] = {
    [RP_ERROR_DENIED] = true,   [RP_ERROR_NOT_FOUND] = true, [RP_ERROR_MALFORMED] = true,
    [RP_ERROR_TOO_LONG] = true, [RP_ERROR_TOO_FAST] = true,  [RP_ERROR_FULL] = true,
};

void rp_app_note_refusal(struct rp_app *app, struct rp_guest *guest, enum rp_error code,
                         uint32_t ref)
{
    struct rp_log_brake *all = &app->refused[code];
    int64_t now_ns = (int64_t)uv_hrtime();
    if (guest == NULL || !told_of[code] ||
        !rp_log_brake_lets(&guest->refusals, RP_LOG_OF_ONE, now_ns) ||
        !rp_log_brake_lets(all, RP_LOG_OF_ALL, now_ns))
        return;
    uint32_t left_out = rp_log_brake_told(&guest->refusals) + rp_log_brake_told(all);
    rp_log(RP_LOG_INFO, "refused", RP_NUMBER("conn", guest->conn.slot),
           RP_TEXT("who", guest->staff ? rp_role_name(guest->staff_role) : "guest"),
           RP_TEXT("error", rp_app_error_name(code)), RP_NUMBER("ref", ref),
           RP_NUMBER("left_out", left_out));
}

void rp_app_note_sign_in(struct rp_app *app, enum rp_sign_in_outcome outcome)
{
    struct rp_log_brake *brake = &app->refused_sign_ins[outcome];
    if (outcome == RP_SIGN_IN_DONE || outcome == RP_SIGN_IN_CHOOSE ||
        !rp_log_brake_lets(brake, RP_LOG_OF_ALL, (int64_t)uv_hrtime()))
        return;
    rp_log(RP_LOG_INFO, "refused", RP_TEXT("sign_in", rp_app_outcome_name(outcome)),
           RP_NUMBER("left_out", rp_log_brake_told(brake)));
}
