/* workshop_private.h: what the files of the workshop share. Nobody else includes it. */
#pragma once

#include "app_private.h"

/* workshop.c */
struct rp_workshop *rp_workshop_open(struct rp_app *app, const char *id, const char *firm);
void rp_workshop_forget(struct rp_workshop *ws);
/* By code, however it is typed; NULL: none, or it lets nobody in. */
struct rp_workshop *rp_workshop_coded(struct rp_app *app, struct rp_str typed);
/* The batch that the next put carries; NULL: no memory. */
struct rp_batch *rp_workshop_batch(struct rp_workshop *ws);
/* Decides one input; what it needs beside it must be in the batch before. */
enum rp_err rp_workshop_decide(struct rp_workshop *ws, const struct rp_event *input);
void rp_workshop_put(struct rp_workshop *ws);
/* The same; the member is let in once it is stored: a key that he was told is safe. */
void rp_workshop_put_member(struct rp_workshop *ws, const struct rp_guest *guest);
void rp_workshop_keep_keys(struct rp_workshop *ws, uint16_t person);
void rp_workshop_keep_name(struct rp_workshop *ws, uint32_t number, struct rp_str name);

/* workshop_door.c */
void rp_workshop_enter(struct rp_app *app, struct rp_guest *guest, const struct rp_msg_enter *msg);
void rp_workshop_come_back(struct rp_app *app, struct rp_guest *guest,
                           const struct rp_msg_come_back *msg);
void rp_workshop_change_device(struct rp_app *app, struct rp_guest *guest,
                               const struct rp_msg_change_device *msg);
void rp_workshop_project(struct rp_app *app, struct rp_guest *guest,
                         const struct rp_msg_project *msg);
void rp_workshop_look_up(struct rp_app *app, struct rp_guest *guest,
                         const struct rp_msg_look_up *msg);
/* The member's keys are stored: he is told them, and sits down. */
void rp_workshop_let_in(struct rp_workshop *ws, struct rp_guest *guest);

/* workshop_staff.c */
void rp_workshop_set_up(struct rp_app *app, struct rp_guest *guest,
                        const struct rp_msg_open_workshop *msg);
void rp_workshop_watch(struct rp_app *app, struct rp_guest *guest,
                       const struct rp_msg_watch_workshop *msg);
void rp_workshop_list_methods(struct rp_app *app, struct rp_guest *guest);
void rp_workshop_steer(struct rp_app *app, struct rp_guest *guest, const struct rp_msg_steer *msg);
void rp_workshop_watch_group(struct rp_app *app, struct rp_guest *guest,
                             const struct rp_msg_watch_group *msg);

/* workshop_rooms.c: everything that is safe becomes true in the rooms. `seen` events of room
 * `seen_room` are known to the guest who has just come; NULL: nobody has. */
void rp_workshop_arrange(struct rp_workshop *ws);
void rp_workshop_seat(struct rp_workshop *ws, uint16_t person, struct rp_str seen_room,
                      uint32_t seen);
void rp_workshop_room_id(const struct rp_workshop *ws, uint8_t session, uint16_t group,
                         uint8_t take, char id[RP_ID_TEXT]);

/* workshop_tell.c */
void rp_workshop_tell(struct rp_workshop *ws);
void rp_workshop_tell_lobby(struct rp_workshop *ws, const struct rp_guest *guest);
void rp_workshop_tell_staff(struct rp_workshop *ws, const struct rp_guest *guest);

/* workshop_pin.c */
void rp_workshop_tell_pinned(const struct rp_workshop *ws, const struct rp_guest *guest);
void rp_workshop_clear_pinned(struct rp_workshop *ws);

/* workshop_wall.c */
void rp_workshop_tell_wall(struct rp_workshop *ws, int64_t now_ns);

/* workshop_queue.c */
/* Follows the rooms; at most one comes out of the store a beat. */
void rp_workshop_queue_beat(struct rp_workshop *ws);
/* Whom a fold has found in a room, or the running session now. */
void rp_workshop_queue_note(struct rp_workshop *ws);
/* Of the group's rooms in that session the first that waits for marks, else the last. */
uint8_t rp_workshop_queue_take(const struct rp_workshop *ws, uint8_t session, uint16_t group);
void rp_workshop_tell_queue(struct rp_workshop *ws, const struct rp_guest *guest);

/* Each guest of the workshop. */
#define RP_WORKSHOP_GUESTS(ws, guest)                                                              \
    for (uint32_t guest##_at = 0; guest##_at < (ws)->app->guests_n; guest##_at++)                  \
        for (struct rp_guest *guest = (ws)->app->guests[guest##_at];                               \
             guest != NULL && guest->workshop == (ws); guest = NULL)
