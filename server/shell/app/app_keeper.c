/* app_keeper.c: how a running server forgets: erasures that somebody asked for, and what its firm
 * keeps no longer.
 *
 * It goes in rounds. A thread of the pool looks for what is due; the loop sends the rooms concerned
 * out of memory, and lets none of them in again; the thread erases; the loop lets go of them. The
 * loop never waits for the disk.
 *
 * A session of which somebody wants to be erased is left alone while anybody is in its room. What
 * was kept for its time goes, whoever looks at it.
 */
#include <stdlib.h>
#include <time.h>

#include "app_private.h"
#include "log.h"
#include "store_people.h"

enum {
    ROUND_S = 2,        /* from one to the next */
    DAY_S = 86400,      /* how often it is looked what is outdated */
    OUTDATED_MOST = 64, /* rooms a round */
    SCRUB_WAITS_S = DAY_S,
};

struct job {
    struct rp_subject subject;
    bool outdated; /* subject.room alone, and everybody in it */
    bool go;       /* nothing stands in the way */
};

struct room_name {
    char id[RP_ID_TEXT];
    size_t job;
};

struct rp_keeper {
    struct rp_app *app;
    struct rp_people *people;
    uv_work_t work;
    bool works, closing;
    int64_t round_ns, outdated_ns; /* when the next is due */

    /* Of the round, for whoever has it: the thread while it works, or else the loop. */
    struct job *jobs;
    struct room_name *rooms;
    size_t jobs_n, rooms_n, jobs_capacity, rooms_capacity;
    bool look_for_outdated, failed;
    bool scrub_wanted; /* something was erased, and may still stand in free pages */
    bool scrub;        /* now is the time for it */
    int64_t wanted_ns; /* since when it is wanted */
};

static const int64_t s_ns = 1000000000;

/* The round's lists. */

static bool grow(void **list, size_t *capacity, size_t count, size_t size)
{
    if (count < *capacity)
        return true;
    size_t wanted = *capacity ? *capacity * 2 : 16;
    void *grown = realloc(*list, wanted * size);
    if (grown == NULL)
        return false;
    *list = grown;
    *capacity = wanted;
    return true;
}

static bool add_room(struct rp_keeper *keeper, const char *id)
{
    if (!grow((void **)&keeper->rooms, &keeper->rooms_capacity, keeper->rooms_n,
              sizeof(*keeper->rooms)))
        return false;
    struct room_name *room = &keeper->rooms[keeper->rooms_n++];
    snprintf(room->id, sizeof(room->id), "%s", id);
    room->job = keeper->jobs_n - 1;
    return true;
}

static struct job *add_job(struct rp_keeper *keeper)
{
    if (!grow((void **)&keeper->jobs, &keeper->jobs_capacity, keeper->jobs_n,
              sizeof(*keeper->jobs)))
        return NULL;
    struct job *job = &keeper->jobs[keeper->jobs_n++];
    *job = (struct job){.go = true};
    return job;
}

/* On the thread: what is due. */

static bool take_appearance(void *context, const struct rp_appearance *one)
{
    struct rp_keeper *keeper = context;
    keeper->failed |= !add_room(keeper, one->room);
    return !keeper->failed;
}

static bool take_erasure(void *context, const struct rp_erasure *one)
{
    struct rp_keeper *keeper = context;
    struct job *job = add_job(keeper);
    if (job != NULL)
        job->subject = one->subject;
    keeper->failed |= job == NULL;
    return !keeper->failed;
}

static bool take_outdated(void *context, const char *room)
{
    struct rp_keeper *keeper = context;
    struct job *job = add_job(keeper);
    keeper->failed |= job == NULL;
    if (keeper->failed)
        return false;
    job->outdated = true;
    snprintf(job->subject.room, sizeof(job->subject.room), "%s", room);
    keeper->failed |= !add_room(keeper, room);
    return !keeper->failed;
}

static void look(uv_work_t *work)
{
    struct rp_keeper *keeper = work->data;
    struct rp_people *people = keeper->people;
    enum rp_err err = rp_people_due(people, take_erasure, keeper);
    size_t asked = keeper->jobs_n;
    for (size_t i = 0; i < asked && err == RP_OK; i++) {
        keeper->jobs_n = i + 1; /* whose rooms they are */
        err = rp_people_appearances(people, &keeper->jobs[i].subject, take_appearance, keeper);
    }
    keeper->jobs_n = asked;
    if (err == RP_OK && keeper->look_for_outdated)
        err = rp_people_outdated(people, (int64_t)time(NULL), OUTDATED_MOST, take_outdated, keeper);
    if (err == RP_OK)
        err = rp_people_unscrubbed(people, &keeper->scrub_wanted);
    keeper->failed |= err != RP_OK;
}

/* On the thread: away with it. */

static void carry_out(uv_work_t *work)
{
    struct rp_keeper *keeper = work->data;
    int64_t now_s = (int64_t)time(NULL);
    for (size_t i = 0; i < keeper->jobs_n; i++) {
        const struct job *job = &keeper->jobs[i];
        if (!job->go)
            continue;
        enum rp_err err = job->outdated
                              ? rp_people_erase_room(keeper->people, job->subject.room, now_s)
                              : rp_people_erase(keeper->people, &job->subject, now_s);
        keeper->failed |= err != RP_OK;
    }
    bool wanted = keeper->scrub_wanted || keeper->jobs_n > 0;
    if (keeper->scrub && wanted && !keeper->failed)
        rp_people_scrub(keeper->people, now_s); /* or in a later round */
}

/* On the loop. */

static bool is_quiet(const struct rp_app *app)
{
    for (uint32_t i = 0; i < RP_APP_ROOMS_MAX; i++)
        if (app->rooms[i] != NULL && rp_session_plays(&app->rooms[i]->session))
            return false;
    return true;
}

static void clear_rooms(struct rp_keeper *keeper)
{
    for (size_t i = 0; i < keeper->rooms_n; i++) {
        struct job *job = &keeper->jobs[keeper->rooms[i].job];
        const char *id = keeper->rooms[i].id;
        const struct rp_room *room = rp_app_room_named(keeper->app, id, strlen(id));
        bool in_hand = room != NULL && (room->in_flight > 0 || room->batch != NULL);
        bool used = room != NULL && room->guests != NULL && !job->outdated;
        job->go &= !in_hand && !used;
    }
    for (size_t i = 0; i < keeper->rooms_n; i++) {
        const char *id = keeper->rooms[i].id;
        struct rp_room *room = rp_app_room_named(keeper->app, id, strlen(id));
        if (room == NULL || !keeper->jobs[keeper->rooms[i].job].go)
            continue;
        /* Whoever is in it comes back by himself, and finds it as it is then. */
        rp_app_empty_room(keeper->app, room, RP_CLOSE_GOING_AWAY);
        rp_app_forget_room(keeper->app, room);
    }
}

bool rp_app_is_being_erased(const struct rp_app *app, const char *room)
{
    const struct rp_keeper *keeper = app->keeper;
    if (keeper == NULL || !keeper->works)
        return false;
    for (size_t i = 0; i < keeper->rooms_n; i++)
        if (keeper->jobs[keeper->rooms[i].job].go && strcmp(keeper->rooms[i].id, room) == 0)
            return true;
    return false;
}

static void clear(struct rp_keeper *keeper)
{
    rp_people_close(keeper->people);
    free(keeper->jobs);
    free(keeper->rooms);
    free(keeper);
}

static void end_round(struct rp_keeper *keeper)
{
    bool more = keeper->look_for_outdated && keeper->jobs_n >= OUTDATED_MOST;
    if (keeper->look_for_outdated && !more && !keeper->failed)
        keeper->outdated_ns = (int64_t)uv_hrtime() + DAY_S * s_ns;
    keeper->jobs_n = keeper->rooms_n = 0;
    keeper->works = false;
}

static void on_carried_out(uv_work_t *work, int status)
{
    struct rp_keeper *keeper = work->data;
    (void)status;
    if (keeper->closing)
        clear(keeper);
    else
        end_round(keeper);
}

static void on_looked(uv_work_t *work, int status)
{
    struct rp_keeper *keeper = work->data;
    int64_t now_ns = (int64_t)uv_hrtime();
    (void)status;
    if (keeper->closing) {
        clear(keeper);
        return;
    }
    if (keeper->failed)
        keeper->jobs_n = keeper->rooms_n = 0;
    clear_rooms(keeper);
    if (!keeper->scrub_wanted)
        keeper->wanted_ns = now_ns;
    keeper->scrub = is_quiet(keeper->app) || now_ns - keeper->wanted_ns > SCRUB_WAITS_S * s_ns;
    if (keeper->jobs_n == 0 && !(keeper->scrub && keeper->scrub_wanted))
        end_round(keeper);
    else
        uv_queue_work(keeper->app->options.loop, &keeper->work, carry_out, on_carried_out);
}

void rp_app_keep(struct rp_app *app, int64_t now_ns)
{
    struct rp_keeper *keeper = app->keeper;
    if (keeper == NULL || keeper->works || now_ns < keeper->round_ns || app->draining)
        return;
    keeper->round_ns = now_ns + ROUND_S * s_ns;
    keeper->look_for_outdated = now_ns >= keeper->outdated_ns;
    keeper->failed = false;
    keeper->works = uv_queue_work(app->options.loop, &keeper->work, look, on_looked) == 0;
}

enum rp_err rp_app_open_keeper(struct rp_app *app)
{
    struct rp_keeper *keeper = calloc(1, sizeof(*keeper));
    if (keeper == NULL)
        return RP_ERR_IO;
    keeper->app = app;
    keeper->work.data = keeper;
    enum rp_err err = rp_people_open(&keeper->people, app->options.data);
    if (err == RP_OK)
        app->keeper = keeper;
    else
        free(keeper);
    return err;
}

void rp_app_close_keeper(struct rp_app *app)
{
    struct rp_keeper *keeper = app->keeper;
    app->keeper = NULL;
    if (keeper == NULL)
        return;
    keeper->closing = true;
    if (!keeper->works)
        clear(keeper);
}
