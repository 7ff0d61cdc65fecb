/* Any bytes as a line: no crash, spans inside the line and on character borders, bounds kept. */
#include <stdint.h>
#include <string.h>

#include "rp_recognise.h"

static const char *const late[] = {"3 pm", "two hours", "late"};
static const char *const booked[] = {"1 pm", "booked"};
static const char *const refund[] = {"50 dollars", "half"};

static bool on_border(const uint8_t *bytes, size_t size, uint16_t at)
{
    return at == size || (at < size && (bytes[at] & 0xC0) != 0x80);
}

static void check_span(const uint8_t *bytes, size_t size, struct rp_span span)
{
    RP_CHECK(span.begin < span.end && span.end <= size);
    RP_CHECK(on_border(bytes, size, span.begin) && on_border(bytes, size, span.end));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static struct rp_recogniser *recogniser;
    const struct rp_words groups[] = {{booked, RP_COUNT(booked)}, {late, RP_COUNT(late)}};
    const struct rp_words remedy = {refund, RP_COUNT(refund)};
    const struct rp_groups remedies = {&remedy, 1};
    const struct rp_fact_words fact = {{late, RP_COUNT(late)}, {groups, RP_COUNT(groups)}};
    const struct rp_case_words words = {.first_name = "Dana",
                                        .last_name = "Reyes",
                                        .facts = &fact,
                                        .facts_n = 1,
                                        .remedies = &remedies,
                                        .remedies_n = 1};
    struct rp_understood found;
    if (recogniser == NULL)
        RP_CHECK(rp_recogniser_open(&recogniser) == RP_OK);
    if (rp_recognise(recogniser, &words, (const char *)bytes, size, &found) != RP_OK)
        return 0;
    RP_CHECK(found.moves_n <= RP_UNDERSTOOD_MOVES_MAX);
    RP_CHECK(found.quantities_n <= RP_UNDERSTOOD_QUANTITIES_MAX);
    for (size_t i = 0; i < found.moves_n; i++) {
        check_span(bytes, size, found.moves[i].span);
        RP_CHECK(i == 0 || found.moves[i - 1].move < found.moves[i].move);
    }
    for (size_t i = 0; i < found.quantities_n; i++)
        check_span(bytes, size, found.quantities[i].span);
    return 0;
}
