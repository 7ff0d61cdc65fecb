#include "rp_understood_event.h"

#include <string.h>

void rp_event_of_understood(const struct rp_understood *understood, uint16_t line,
                            struct rp_event *event)
{
    memset(event, 0, sizeof(*event));
    event->type = RP_EVENT_UNDERSTOOD;
    struct rp_event_understood *out = &event->as.understood;
    out->line = line;
    out->asked = understood->asked;
    out->told = understood->told;
    out->contradicted = understood->contradicted;
    out->apology_for = understood->apology_for;
    out->remedies = understood->remedies;
    out->words = understood->words;
    out->questions = understood->questions;
    out->name_uses = understood->name_uses;
    out->shouting = understood->shouting;
    out->moves_n = understood->moves_n;
    for (size_t i = 0; i < understood->moves_n; i++) {
        const struct rp_move_found *found = &understood->moves[i];
        out->moves[i] = (struct rp_logged_move){
            .move = found->move,
            .confident = found->confident,
            .reason = found->reason,
            .score = found->score,
            .begin = found->span.begin,
            .end = found->span.end,
        };
    }
    out->quantities_n = understood->quantities_n;
    for (size_t i = 0; i < understood->quantities_n; i++) {
        const struct rp_quantity *quantity = &understood->quantities[i];
        out->quantities[i] = (struct rp_logged_quantity){
            .kind = quantity->kind,
            .value = quantity->value,
            .begin = quantity->span.begin,
            .end = quantity->span.end,
        };
    }
}

struct rp_understood rp_understood_of(const struct rp_event_understood *event)
{
    struct rp_understood out = {
        .moves_n = (uint8_t)rp_min(event->moves_n, RP_UNDERSTOOD_MOVES_MAX),
        .quantities_n = (uint8_t)rp_min(event->quantities_n, RP_UNDERSTOOD_QUANTITIES_MAX),
        .asked = event->asked,
        .told = event->told,
        .contradicted = event->contradicted,
        .apology_for = event->apology_for,
        .remedies = event->remedies,
        .words = event->words,
        .questions = event->questions,
        .name_uses = event->name_uses,
        .shouting = event->shouting,
    };
    for (size_t i = 0; i < out.moves_n; i++) {
        const struct rp_logged_move *logged = &event->moves[i];
        out.moves[i] = (struct rp_move_found){
            .move = logged->move,
            .reason = logged->reason,
            .confident = logged->confident,
            .score = logged->score,
            .span = {logged->begin, logged->end},
        };
    }
    for (size_t i = 0; i < out.quantities_n; i++) {
        const struct rp_logged_quantity *logged = &event->quantities[i];
        out.quantities[i] = (struct rp_quantity){
            .kind = logged->kind,
            .value = logged->value,
            .span = {logged->begin, logged->end},
        };
    }
    return out;
}
