/* Every text that people write into a session, through its whole way into the table of marks: no
 * cell of it is a formula for a spreadsheet. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "marks_export.h"
#include "shell/support/payloads.h"
#include "shell/support/table_of_cells.h"
#include "support/play.h"

enum { CELLS_MAX = 200, COLUMNS = 9, NAME_POINTS = 24 };

static struct sim sim;
static struct sim_guest *staff;
static unsigned reasons, raters;

static int open_all(void **unused)
{
    (void)unused;
    if (play_stage_open(NULL) != 0)
        return -1;
    const struct sim_options options = play_options(1);
    sim_open(&sim, &options);
    staff = sim_staff(&sim, "staff");
    return 0;
}

static int close_all(void **unused)
{
    (void)unused;
    if (sim.app != NULL) {
        sim_close(&sim);
        sim_clear(&sim);
    }
    return play_stage_close(NULL);
}

/* As much of it as a name may have. */
static struct rp_str as_name(struct rp_str payload)
{
    unsigned points = 0;
    uint32_t length = 0;
    for (; length < payload.length; length++)
        if (((uint8_t)payload.at[length] & 0xc0) != 0x80 && points++ == NAME_POINTS)
            break;
    return (struct rp_str){payload.at, length};
}

static void mark_all(const struct rp_room *room, struct rp_str reason)
{
    const struct rp_method *method = &room->method->method;
    struct rp_msg msg = {.type = RP_MSG_MARK};
    for (uint32_t i = 0; i < method->items_n; i++) {
        msg.as.mark = (struct rp_msg_mark){
            .id = i + 1, .item = method->items[i].item, .level = 3, .reason = reason};
        sim_send(staff, &msg);
    }
    msg = (struct rp_msg){.type = RP_MSG_CRITICAL};
    msg.as.critical = (struct rp_msg_critical){
        .id = 90, .critical = RP_CRITICAL_K1, .cited = 1, .on = true, .reason = reason};
    sim_send(staff, &msg);
}

static void rate_self(struct sim_guest *trainee, const struct rp_room *room)
{
    const struct rp_method *method = &room->method->method;
    struct rp_msg msg = {.type = RP_MSG_RATE_SELF};
    msg.as.rate_self.marks_n = method->items_n;
    for (uint32_t i = 0; i < method->items_n; i++)
        msg.as.rate_self.marks[i] = (struct rp_own_mark){method->items[i].item, 2};
    sim_send(trainee, &msg);
}

/* A session in which every text is the payload; its room's id. */
static const char *play(struct rp_str payload)
{
    struct sim_guest *trainee = sim_come(&sim, "a trainee", NULL);
    struct rp_msg msg = {.type = RP_MSG_JOIN};
    msg.as.join = (struct rp_msg_join){.scenario = sim_str("moving-truck"),
                                       .name = as_name(payload),
                                       .time_pct = 100,
                                       .level = RP_LEVEL_STANDARD,
                                       .heat = 3};
    sim_send(trainee, &msg);
    sim_pass(&sim, 100);
    assert_true(trainee->seated);
    sim_watch(staff, trainee->room);
    sim_simple(trainee, RP_MSG_READY);
    sim_pass(&sim, 30000);
    msg = (struct rp_msg){.type = RP_MSG_CONTROL};
    msg.as.control.what = RP_CONTROL_END;
    sim_send(staff, &msg);
    sim_pass(&sim, 100);
    mark_all(sim_room(trainee), payload);
    rate_self(trainee, sim_room(trainee));
    sim_pass(&sim, 100);
    return trainee->room;
}

static void look_at_cell(const struct cell *cell, size_t column)
{
    if (!cell->quoted || cell_is_formula(cell->text))
        fail_msg("a formula in column %u: %s", (unsigned)column, cell->text);
    raters += cell->row > 0 && column == 2 && cell->text[0] == '\'';
    reasons += cell->row > 0 && column == 8 && cell->text[0] == '\'';
}

static void look(struct rp_str payload)
{
    static struct rp_stored stored;
    static struct cell cells[CELLS_MAX];
    char *bytes;
    size_t length;
    FILE *out = open_memstream(&bytes, &length);
    const char *room = play(payload);
    assert_int_equal(rp_stored_open(&stored, "test", sim.folder, HEAROUT_SOURCE "/scenarios", room),
                     RP_OK);
    rp_marks_export(&stored, out);
    rp_stored_close(&stored);
    fclose(out);
    size_t count = cells_read(bytes, length, cells, CELLS_MAX);
    assert_int_equal(count % COLUMNS, 0);
    assert_true(count / COLUMNS >= 12);
    for (size_t i = 0; i < count; i++)
        look_at_cell(&cells[i], i % COLUMNS);
    free(bytes);
}

static void no_cell_of_the_marks_is_a_formula(void **unused)
{
    (void)unused;
    unsigned payloads = payloads_each("formula.txt", look);
    assert_true(payloads >= 40);
    assert_true(reasons > payloads && raters > payloads); /* or nothing was tried */
    print_message("%u payloads, %u reasons and %u raters quoted\n", payloads, reasons, raters);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_cell_of_the_marks_is_a_formula),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
