#include "floor_report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "floor_metrics.h"

/* What the effects leave behind while the timeline plays. */
struct report {
    const struct rp_floor_case *c;
    json_t *verdicts, *transfers, *holders;
    enum rp_floor_holder holder;
    int64_t holder_from_ms;
    struct rp_floor_metrics metrics;
};

/* Verdicts. */

static void set_int(json_t *object, const char *key, int64_t value)
{
    json_object_set_new_nocheck(object, key, json_integer(value));
}

static void set_bool(json_t *object, const char *key, bool value)
{
    json_object_set_new_nocheck(object, key, json_boolean(value));
}

static void set_word(json_t *object, const char *key, const char *word)
{
    json_object_set_new_nocheck(object, key, json_string_nocheck(word));
}

/* The numbers compared, and the places in the file of the acts that they are about. */
static json_t *evidence_of(const struct rp_floor_judgement *verdict)
{
    json_t *evidence = json_object();
    set_word(evidence, "rule", rp_floor_rule_name(verdict->rule));
    set_int(evidence, "measured_ms", verdict->measured_ms);
    set_int(evidence, "limit_ms", verdict->limit_ms);
    set_int(evidence, "margin_ms", verdict->margin_ms);
    if (verdict->rtt_ms >= 0)
        set_int(evidence, "rtt_ms", verdict->rtt_ms);
    if (verdict->ref)
        set_int(evidence, "event", verdict->ref);
    if (verdict->against_ref)
        set_int(evidence, "against_event", verdict->against_ref);
    return evidence;
}

static void take_verdict(struct report *report, const struct rp_floor_judgement *verdict)
{
    json_t *object = json_object();
    set_int(object, "act_ms", verdict->act_ms);
    set_word(object, "party", rp_floor_party_name(verdict->party));
    set_word(object, "verdict", rp_floor_verdict_name(verdict->verdict));
    set_bool(object, "penalty", verdict->penalty);
    set_int(object, "base", verdict->base);
    set_int(object, "points", verdict->points);
    set_int(object, "decided_ms", verdict->decided_ms);
    set_bool(object, "floor_taken", verdict->floor_taken);
    set_word(object, "reason", rp_floor_rule_name(verdict->rule));
    if (verdict->is_send)
        set_bool(object, "delivered", verdict->delivered);
    if (verdict->would_be_points)
        set_int(object, "would_be_points", verdict->would_be_points);
    if (verdict->practice)
        set_bool(object, "practice", true);
    if (verdict->flag_stalls)
        set_bool(object, "flag_stalls", true);
    json_object_set_new_nocheck(object, "evidence", evidence_of(verdict));
    json_array_append_new(report->verdicts, object);
    rp_floor_metrics_verdict(&report->metrics, verdict);
}

static json_t *verdict_at(struct report *report, uint32_t number)
{
    return json_array_get(report->verdicts, number - 1);
}

static void take_return(struct report *report, const struct rp_floor_return *returned,
                        const char *what)
{
    json_t *verdict = verdict_at(report, returned->verdict);
    int64_t points = json_integer_value(json_object_get(verdict, "points"));
    set_int(verdict, "points", points - returned->points);
    set_bool(verdict, what, true);
}

/* What was held and goes out after all. */
static void take_delivery(struct report *report, int64_t at_ms,
                          const struct rp_floor_message *message)
{
    json_t *verdict = verdict_at(report, message->verdict);
    if (message->verdict == 0 || json_is_true(json_object_get(verdict, "delivered")))
        return;
    set_bool(verdict, "delivered", true);
    set_int(verdict, "delivered_ms", at_ms);
}

/* Transfers. */

static void take_transfer(struct report *report, const struct rp_floor_transfer *transfer)
{
    json_t *object = json_object();
    set_word(object, "from", rp_floor_party_name(transfer->from));
    set_word(object, "to", rp_floor_party_name(transfer->to));
    set_int(object, "at_ms", transfer->at_ms);
    json_object_set_new_nocheck(object, "offset_ms",
                                transfer->has_offset ? json_integer(transfer->offset_ms)
                                                     : json_null());
    if (transfer->band != RP_FLOOR_BAND_NONE)
        set_word(object, "band", rp_floor_band_name(transfer->band));
    if (transfer->prepared)
        set_bool(object, "prepared", true);
    if (transfer->preempt)
        set_bool(object, "preempt", true);
    if (transfer->carry)
        set_bool(object, "carry", true);
    if (transfer->resumption)
        set_bool(object, "resumption", true);
    json_array_append_new(report->transfers, object);
    rp_floor_metrics_transfer(&report->metrics, transfer);
}

static void take_change(struct report *report, const struct rp_floor_transfer_change *change)
{
    json_t *object = json_array_get(report->transfers, change->number - 1);
    if (change->band != RP_FLOOR_BAND_NONE && !change->reverted)
        set_word(object, "band", rp_floor_band_name(change->band));
    if (change->has_send_latency)
        set_int(object, "send_latency_ms", change->send_latency_ms);
    if (change->reverted)
        set_bool(object, "reverted", true);
    rp_floor_metrics_change(&report->metrics, change);
}

/* Holders: the partition of the session. */

static void close_interval(struct report *report, int64_t to_ms)
{
    if (to_ms <= report->holder_from_ms)
        return;
    json_t *object = json_object();
    set_int(object, "from_ms", report->holder_from_ms);
    set_int(object, "to_ms", to_ms);
    set_word(object, "holder", rp_floor_holder_name(report->holder));
    json_array_append_new(report->holders, object);
    report->holder_from_ms = to_ms;
}

static void take_picture(struct report *report, int64_t at_ms,
                         const struct rp_floor_picture *picture)
{
    if (picture->holder == report->holder)
        return;
    close_interval(report, at_ms);
    report->holder = picture->holder;
}

static json_t *holder_at(const struct report *report)
{
    json_t *list = json_array();
    for (size_t i = 0; i < report->c->probes; i++) {
        json_t *object = json_object(), *interval;
        int64_t t_ms = report->c->probes_ms[i];
        const char *holder = "none";
        size_t index;
        json_array_foreach(report->holders, index, interval)
        {
            if (json_integer_value(json_object_get(interval, "from_ms")) <= t_ms)
                holder = json_string_value(json_object_get(interval, "holder"));
        }
        set_int(object, "t_ms", t_ms);
        set_word(object, "holder", holder);
        json_array_append_new(list, object);
    }
    return list;
}

/* Sums. */

static json_t *totals_of(const struct rp_floor_totals *totals, bool voice)
{
    static const char *const keys[] = {
        [RP_FLOOR_HOLDER_NONE] = "none_ms",         [RP_FLOOR_HOLDER_TRAINEE] = "trainee_ms",
        [RP_FLOOR_HOLDER_CUSTOMER] = "customer_ms", [RP_FLOOR_HOLDER_INSTRUCTOR] = "instructor_ms",
        [RP_FLOOR_HOLDER_HOLD] = "hold_ms",         [RP_FLOOR_HOLDER_SUSPENDED] = "suspended_ms",
    };
    json_t *object = json_object();
    set_int(object, "session_ms", totals->session_ms);
    for (size_t i = 0; i < RP_COUNT(keys); i++)
        set_int(object, keys[i], totals->held_ms[i]);
    if (voice) {
        set_int(object, "overlap_ms", totals->overlap_ms);
        set_int(object, "talk_trainee_ms", totals->talk_ms[RP_PARTY_TRAINEE]);
        set_int(object, "talk_customer_ms", totals->talk_ms[RP_PARTY_CUSTOMER]);
    } else {
        set_int(object, "co_compose_ms", totals->co_compose_ms);
    }
    return object;
}

/* The play. */

static void take_effect(void *context, const struct rp_floor_effect *effect)
{
    struct report *report = context;
    switch (effect->type) {
    case RP_FLOOR_EFFECT_PICTURE:
        take_picture(report, effect->at_ms, &effect->as.picture);
        break;
    case RP_FLOOR_EFFECT_TRANSFER:
        take_transfer(report, &effect->as.transfer);
        break;
    case RP_FLOOR_EFFECT_TRANSFER_CHANGE:
        take_change(report, &effect->as.transfer_change);
        break;
    case RP_FLOOR_EFFECT_TURN:
        rp_floor_metrics_turn(&report->metrics, &effect->as.turn);
        break;
    case RP_FLOOR_EFFECT_VERDICT:
        take_verdict(report, &effect->as.verdict);
        break;
    case RP_FLOOR_EFFECT_DELIVERED:
        take_delivery(report, effect->at_ms, &effect->as.message);
        break;
    case RP_FLOOR_EFFECT_REPAIR:
        take_return(report, &effect->as.returned, "repaired");
        break;
    case RP_FLOOR_EFFECT_WAIVE:
        take_return(report, &effect->as.returned, "waived");
        break;
    default: /* for the people in the room */
        break;
    }
}

static void play(struct rp_floor *floor, struct report *report)
{
    const struct rp_floor_case *c = report->c;
    const struct rp_floor_sink sink = {take_effect, report};
    rp_floor_init(floor, &c->config);
    for (size_t i = 0; i < c->count && c->events[i].t_ms <= c->end_ms; i++)
        rp_floor_step(floor, &c->events[i], &sink);
    rp_floor_end(floor, c->end_ms, &sink);
    close_interval(report, c->end_ms);
}

json_t *rp_floor_report(const struct rp_floor_case *c)
{
    struct rp_floor floor;
    struct rp_floor_totals totals;
    struct report report = {.c = c,
                            .verdicts = json_array(),
                            .transfers = json_array(),
                            .holders = json_array(),
                            .holder = RP_FLOOR_HOLDER_NONE};
    bool voice = c->config.medium == RP_FLOOR_VOICE;
    json_t *object = json_object();
    play(&floor, &report);
    rp_floor_totals(&floor, &totals);
    set_word(object, "id", c->id);
    json_object_set_new_nocheck(object, "verdicts", report.verdicts);
    json_object_set_new_nocheck(object, "holder_at", holder_at(&report));
    json_object_set_new_nocheck(object, "holders", report.holders);
    json_object_set_new_nocheck(object, "transfers", report.transfers);
    json_object_set_new_nocheck(object, "totals", totals_of(&totals, voice));
    json_object_set_new_nocheck(object, "metrics",
                                rp_floor_metrics_report(&report.metrics, &totals, voice));
    set_int(object, "floor_score", rp_floor_score(&floor));
    rp_floor_metrics_clear(&report.metrics);
    return object;
}

/* Comparing. */

static bool differs(struct rp_text *difference, const char *path, const json_t *expect,
                    const json_t *found)
{
    char *wanted = json_dumps(expect, JSON_ENCODE_ANY | JSON_COMPACT);
    char *got = found ? json_dumps(found, JSON_ENCODE_ANY | JSON_COMPACT) : NULL;
    rp_text_addf(difference, "%s: expected %s, found %s", path, wanted ? wanted : "?",
                 got ? got : "nothing");
    free(wanted);
    free(got);
    return false;
}

static bool agrees(const json_t *expect, const json_t *found, const char *path,
                   struct rp_text *difference);

static bool arrays_agree(const json_t *expect, const json_t *found, const char *path,
                         struct rp_text *difference)
{
    size_t count = json_array_size(expect), got = json_array_size(found);
    for (size_t i = 0; i < count || i < got; i++) {
        char inner[160];
        snprintf(inner, sizeof(inner), "%s[%zu]", path, i);
        if (i >= count) {
            rp_text_addf(difference, "%s: one more than expected: ", inner);
            return differs(difference, inner, json_null(), json_array_get(found, i));
        }
        if (!agrees(json_array_get(expect, i), json_array_get(found, i), inner, difference))
            return false;
    }
    return true;
}

static bool objects_agree(json_t *expect, const json_t *found, const char *path,
                          struct rp_text *difference)
{
    const char *key;
    json_t *value;
    json_object_foreach(expect, key, value)
    {
        char inner[160];
        if (strcmp(key, "reason") == 0) /* free text */
            continue;
        snprintf(inner, sizeof(inner), "%s%s%s", path, *path ? "." : "", key);
        if (!agrees(value, json_object_get(found, key), inner, difference))
            return false;
    }
    return true;
}

/* A mark that is expected to be false may be absent. */
static bool agrees(const json_t *expect, const json_t *found, const char *path,
                   struct rp_text *difference)
{
    if (found == NULL && (json_is_false(expect) || json_is_null(expect)))
        return true;
    if (json_is_object(expect) && json_is_object(found)) {
        json_t *entries = json_incref((json_t *)(uintptr_t)expect);
        bool agree = objects_agree(entries, found, path, difference);
        json_decref(entries);
        return agree;
    }
    if (json_is_array(expect) && json_is_array(found))
        return arrays_agree(expect, found, path, difference);
    return json_equal(expect, found) || differs(difference, path, expect, found);
}

bool rp_floor_report_agrees(const json_t *expect, const json_t *report, struct rp_text *difference)
{
    return agrees(expect, report, "", difference);
}
