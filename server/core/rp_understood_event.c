/* rp_understood_event.c: what the recogniser found, between its own form and the log's. */
#include "rp_understood_event.h"

static const int64_t whole_max = 9007199254740991; /* 2^53 - 1 */

void rp_event_of_understood(const struct rp_understood *understood, uint16_t line,
                            struct rp_event *event)
{
    *event = (struct rp_event){.type = RP_EVENT_UNDERSTOOD};
    event->as.understood = (struct rp_event_understood){
        .line = line,
        .moves_n = understood->moves_n,
        .quantities_n = understood->quantities_n,
        .asked = understood->asked,
        .told = understood->told,
        .contradicted = understood->contradicted,
        .apology_for = understood->apology_for,
        .remedies = understood->remedies,
        .words = understood->words,
        .questions = understood->questions,
        .name_uses = understood->name_uses,
        .shouting = understood->shouting,
    };
    for (size_t i = 0; i < understood->moves_n; i++) {
        const struct rp_move_found *move = &understood->moves[i];
        event->as.understood.moves[i] = (struct rp_logged_move){
            .move = move->move,
            .confident = move->confident,
            .reason = move->reason,
            .score = move->score,
            .begin = move->span.begin,
            .end = move->span.end,
        };
    }
    for (size_t i = 0; i < understood->quantities_n; i++) {
        const struct rp_quantity *quantity = &understood->quantities[i];
        event->as.understood.quantities[i] = (struct rp_logged_quantity){
            .kind = quantity->kind,
            .value = rp_clamp(quantity->value, -whole_max, whole_max),
            .begin = quantity->span.begin,
            .end = quantity->span.end,
        };
    }
}

struct rp_understood rp_understood_of(const struct rp_event_understood *event)
{
    struct rp_understood understood = {
        .moves_n = (uint8_t)event->moves_n,
        .quantities_n = (uint8_t)event->quantities_n,
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
    for (size_t i = 0; i < event->moves_n; i++) {
        const struct rp_logged_move *move = &event->moves[i];
        understood.moves[i] = (struct rp_move_found){
            .move = move->move,
            .reason = move->reason,
            .confident = move->confident,
            .score = move->score,
            .span = {move->begin, move->end},
        };
    }
    for (size_t i = 0; i < event->quantities_n; i++) {
        const struct rp_logged_quantity *quantity = &event->quantities[i];
        understood.quantities[i] = (struct rp_quantity){
            .kind = quantity->kind,
            .value = quantity->value,
            .span = {quantity->begin, quantity->end},
        };
    }
    return understood;
}
