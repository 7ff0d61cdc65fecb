/* room.h: a live room: one session, its log, and the connections that take part in it.
 *
 * What happens here is stored before it is shown: an input is decided at once, its records go to
 * the store, and when they are safe they are told to everyone who may see them (rp_visible). If
 * they could not be stored they never happened: the session is decided again from what is stored,
 * and the room stands still until storage is back.
 *
 * Times    *_ns is uv_hrtime; the room turns it into session time, which stands still while the
 *          room waits for its people after a restart.
 * Owner    the app holds rooms by slot; one loop thread.
 * Errors   as rp_session_step, and RP_ERR_STORAGE while the room stands still.
 */
#pragma once

#include "guest.h"
#include "room_log.h"
#include "scenario.h"
#include "store.h"

enum { RP_ROOM_NAME_MAX = 97, RP_ROOM_PEOPLE_MAX = 16 };

/* The one place in a seat that is somebody's, whether connected or not. */
struct rp_seat_holder {
    bool taken;
    uint32_t person;          /* whose name it shows */
    uint32_t last_send_id;    /* newest say.id that is decided */
    char tab[33];             /* the tab that sits here */
    struct rp_conn_id conn;   /* generation 0: away */
    uint8_t token[RP_TOKEN_HASH_BYTES], old_token[RP_TOKEN_HASH_BYTES];
};

struct rp_room {
    char id[RP_ID_TEXT];
    uint32_t slot;
    struct rp_app *app;
    const struct rp_scenario *scenario;
    struct rp_session session;
    struct rp_room_log log;
    uint32_t stored, told;  /* records that are safe, and shown */
    struct rp_line_text *texts;
    struct rp_seat_holder holders[RP_SEATS];
    int64_t base_ns;        /* session time 0 on the loop's clock */
    bool clock_runs, stopped;
};
