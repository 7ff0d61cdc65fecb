/* A room whose log ends the process that folds it: it ends one process, the next start sets the
 * room aside with a report, and the rest are served. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app_private.h"
#include "support/play.h"
#include "support/refold.h"

static struct sim sim;

static struct sim_guest *practise(const char *who)
{
    struct sim_guest *trainee = sim_come(&sim, who, NULL);
    sim_join(trainee, "moving-truck", "Asha");
    sim_pass(&sim, 50);
    assert_true(trainee->seated);
    sim_simple(trainee, RP_MSG_READY);
    sim_pass(&sim, 3000);
    return trainee;
}

/* The room's last input came before all others: time went backwards, which only a bug can do. */
static void spoil(const char *room)
{
    char path[600], sql[300];
    sqlite3 *db = NULL;
    snprintf(path, sizeof(path), "%s/hearout.db", sim.folder);
    snprintf(sql, sizeof(sql),
             "UPDATE record SET at_ms = -1 WHERE room = '%s' AND n ="
             " (SELECT max(n) FROM record WHERE room = '%s' AND kind = 0)",
             room, room);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_changes(db), 1);
    sqlite3_close(db);
}

/* Starts in a process of its own; true: the start itself ended it. */
static bool start_ends(void)
{
    int status = 0;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        signal(SIGILL, SIG_DFL); /* which cmocka has caught */
        sim_reopen(&sim);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status);
}

/* What the start has to say goes there. */
static FILE *start_and_listen(void)
{
    FILE *words = tmpfile();
    int stderr_was = dup(STDERR_FILENO);
    assert_non_null(words);
    dup2(fileno(words), STDERR_FILENO);
    sim_reopen(&sim);
    sim_pass(&sim, 100);
    dup2(stderr_was, STDERR_FILENO);
    close(stderr_was);
    rewind(words);
    return words;
}

static bool says(FILE *words, const char *event, const char *room)
{
    char line[600];
    bool found = false;
    while (fgets(line, sizeof(line), words) != NULL)
        found |= strstr(line, event) != NULL && strstr(line, room) != NULL;
    return found;
}

static void resume(const char *token)
{
    struct sim_guest *back = sim_come(&sim, "somebody who is back", NULL);
    sim_resume(back, token, 0);
    sim_pass(&sim, 100);
}

static void one_room_ends_one_process_and_no_more(void **unused)
{
    (void)unused;
    const struct sim_options options = play_options(1);
    sim_open(&sim, &options);
    const struct sim_guest *lost = practise("in the spoilt room"), *kept = practise("beside it");
    sim_close(&sim);
    spoil(lost->room);

    assert_true(start_ends());
    FILE *words = start_and_listen();
    assert_true(says(words, "room_set_aside", lost->room));
    fclose(words);
    assert_null(sim_room(lost));
    assert_non_null(sim_room(kept));
    resume(kept->token);
    assert_true(sim.guests[sim.guests_n - 1]->seated);
    assert_string_equal(sim.guests[sim.guests_n - 1]->room, kept->room);
    resume(lost->token);
    assert_false(sim.guests[sim.guests_n - 1]->seated);
    assert_int_equal(sim.guests[sim.guests_n - 1]->error, RP_ERROR_NOT_FOUND);
    assert_int_equal(refold_all(&sim), 0);
    sim_close(&sim);

    assert_false(start_ends()); /* it stays aside */
    sim_clear(&sim);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_room_ends_one_process_and_no_more),
    };
    return cmocka_run_group_tests(tests, play_stage_open, play_stage_close);
}
