#include "contested_export.h"

#include <string.h>

struct labels {
    uint32_t moves;     /* what the recogniser credited */
    uint32_t contested; /* of it, what a person took back */
    bool any;
};

static void take(struct labels *labels, const struct rp_event *event)
{
    if (event->type == RP_EVENT_UNDERSTOOD && event->as.understood.line <= RP_ROOM_LINES_MAX) {
        const struct rp_event_understood *understood = &event->as.understood;
        for (uint32_t i = 0; i < understood->moves_n; i++)
            if (understood->moves[i].confident)
                labels[understood->line].moves |= 1u << understood->moves[i].move;
    }
    if (event->type == RP_EVENT_CONTESTED && event->as.contested.line <= RP_ROOM_LINES_MAX) {
        labels[event->as.contested.line].contested |= 1u << event->as.contested.move;
        labels[event->as.contested.line].any = true;
    }
}

static void add_moves(struct rp_text *out, uint32_t moves)
{
    bool first = true;
    for (unsigned move = 0; move < RP_MOVES; move++) {
        if (!(moves & 1u << move))
            continue;
        rp_text_addf(out, "%s%s", first ? "" : ",", rp_move_name((enum rp_move)move));
        first = false;
    }
    if (first)
        rp_text_add(out, "-");
}

/* A row is one line of text. */
static void add_utterance(struct rp_text *out, struct rp_str text)
{
    for (uint32_t i = 0; i < text.length; i++) {
        char byte = text.at[i] == '\t' || text.at[i] == '\n' ? ' ' : text.at[i];
        rp_text_add_bytes(out, &byte, 1);
    }
}

void rp_contested_export(const struct rp_stored *stored, struct rp_text *out)
{
    static struct labels labels[RP_ROOM_LINES_MAX + 1];
    const struct rp_scenario *scenario = stored->room.scenario;
    memset(labels, 0, sizeof(labels));
    for (uint32_t n = 1; n <= stored->room.log.count; n++) {
        struct rp_event event;
        rp_stored_record(stored, n, &event);
        take(labels, &event);
    }
    for (uint16_t line = 1; line <= RP_ROOM_LINES_MAX; line++) {
        if (!labels[line].any)
            continue;
        rp_text_addf(out, "%.8s-%u\t", stored->room.id, line);
        add_moves(out, labels[line].moves & ~labels[line].contested);
        rp_text_add(out, "\t");
        add_utterance(out, rp_room_words_line(&stored->room.words, line, 0));
        rp_text_addf(out, "\t%s|%s|contested\n", scenario->id, scenario->customer_name);
    }
}
