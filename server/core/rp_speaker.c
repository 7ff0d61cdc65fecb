#include "rp_speaker.h"

#include <string.h>

void rp_speaker_init(struct rp_speaker *speaker)
{
    memset(speaker, 0, sizeof(*speaker));
    speaker->due_ms = RP_NEVER;
    speaker->keepalive_ms = RP_NEVER;
}

static const struct rp_utterance *head(const struct rp_speaker *speaker)
{
    return &speaker->queue[speaker->first];
}

static int64_t write_ms(const struct rp_utterance *utterance)
{
    return (int64_t)utterance->words * RP_SPEAKER_WRITE_MS_PER_WORD;
}

void rp_speaker_reads(struct rp_speaker *speaker, uint16_t words, int64_t now_ms)
{
    int64_t read_ms = rp_max(RP_SPEAKER_READ_MIN_MS, (int64_t)words * RP_SPEAKER_READ_MS_PER_WORD);
    speaker->read_until_ms = rp_max(speaker->read_until_ms, now_ms) + read_ms;
    if (speaker->state == RP_SPEAKER_READING)
        speaker->due_ms = rp_max(speaker->due_ms, speaker->read_until_ms);
}

/* Decides when the head of the queue is typed or, typing already, sent. */
static void schedule(struct rp_speaker *speaker, int64_t now_ms)
{
    int64_t ready_ms = rp_max(now_ms, speaker->read_until_ms);
    if (speaker->state == RP_SPEAKER_WRITING) {
        speaker->due_ms = ready_ms + write_ms(head(speaker));
        return;
    }
    speaker->state = RP_SPEAKER_READING;
    speaker->due_ms = ready_ms;
}

void rp_speaker_plans(struct rp_speaker *speaker, const struct rp_utterance *utterances,
                      size_t count, int64_t now_ms)
{
    bool had_none = speaker->count == 0;
    for (size_t i = 0; i < count && speaker->count < RP_SPEAKER_QUEUE; i++) {
        size_t at = (size_t)(speaker->first + speaker->count) % RP_SPEAKER_QUEUE;
        speaker->queue[at] = utterances[i];
        speaker->count++;
    }
    if (had_none && speaker->count > 0)
        schedule(speaker, now_ms);
}

void rp_speaker_forgets(struct rp_speaker *speaker, int64_t now_ms)
{
    bool types = speaker->state == RP_SPEAKER_WRITING;
    speaker->count = 0;
    speaker->due_ms = types ? now_ms : RP_NEVER;
    if (!types)
        speaker->state = RP_SPEAKER_SILENT;
}

/* He was typing at something that he no longer wants to say. */
static bool lost_his_words(const struct rp_speaker *speaker)
{
    return speaker->state == RP_SPEAKER_WRITING && speaker->count == 0;
}

void rp_speaker_hold_back(struct rp_speaker *speaker, bool held_back, int64_t now_ms)
{
    if (speaker->held_back && !held_back && speaker->due_ms != RP_NEVER)
        speaker->due_ms = rp_max(speaker->due_ms, rp_max(now_ms, speaker->read_until_ms));
    speaker->held_back = held_back;
}

int64_t rp_speaker_next_ms(const struct rp_speaker *speaker)
{
    bool waits = speaker->held_back && !lost_his_words(speaker);
    int64_t due_ms = waits ? RP_NEVER : speaker->due_ms;
    return rp_min(due_ms, speaker->keepalive_ms);
}

static enum rp_speaker_act begin(struct rp_speaker *speaker, int64_t now_ms)
{
    speaker->state = RP_SPEAKER_WRITING;
    speaker->keepalive_ms = now_ms + RP_SPEAKER_KEEPALIVE_MS;
    speaker->due_ms = now_ms + write_ms(head(speaker));
    return RP_SPEAKER_BEGINS;
}

static enum rp_speaker_act send(struct rp_speaker *speaker, int64_t now_ms,
                                struct rp_utterance *utterance)
{
    *utterance = *head(speaker);
    speaker->first = (uint8_t)((speaker->first + 1) % RP_SPEAKER_QUEUE);
    speaker->count--;
    speaker->keepalive_ms = RP_NEVER;
    speaker->state = speaker->count > 0 ? RP_SPEAKER_READING : RP_SPEAKER_SILENT;
    speaker->due_ms = speaker->count > 0 ? now_ms + RP_SPEAKER_PAUSE_MS : RP_NEVER;
    return RP_SPEAKER_SENDS;
}

enum rp_speaker_act rp_speaker_act(struct rp_speaker *speaker, int64_t now_ms,
                                   struct rp_utterance *utterance)
{
    if (lost_his_words(speaker)) {
        rp_speaker_init(speaker);
        return RP_SPEAKER_STOPS;
    }
    if (!speaker->held_back && speaker->due_ms <= now_ms)
        return speaker->state == RP_SPEAKER_READING ? begin(speaker, now_ms)
                                                    : send(speaker, now_ms, utterance);
    if (speaker->keepalive_ms <= now_ms) {
        speaker->keepalive_ms = now_ms + RP_SPEAKER_KEEPALIVE_MS;
        return RP_SPEAKER_TYPES_ON;
    }
    return RP_SPEAKER_NOTHING;
}

static void shift(int64_t *time_ms, int64_t gap_ms)
{
    if (*time_ms != RP_NEVER)
        *time_ms += gap_ms;
}

void rp_speaker_shift(struct rp_speaker *speaker, int64_t gap_ms)
{
    shift(&speaker->due_ms, gap_ms);
    shift(&speaker->keepalive_ms, gap_ms);
    shift(&speaker->read_until_ms, gap_ms);
}

const struct rp_utterance *rp_speaker_types(const struct rp_speaker *speaker)
{
    bool types = speaker->state == RP_SPEAKER_WRITING && speaker->count > 0;
    return types ? head(speaker) : NULL;
}

bool rp_speaker_silent(const struct rp_speaker *speaker)
{
    return speaker->count == 0 && speaker->state == RP_SPEAKER_SILENT;
}
