/* stored.h: a room as it lies in the data folder, for the commands that look at one.
 *
 * Owner    rp_stored_open fills the caller's memory; rp_stored_close frees what it holds.
 * Errors   told on stderr, with the command's name; the exit code is RP_EXIT_FAILED.
 */
#pragma once

#include "room.h"

struct rp_stored {
    const char *command; /* for messages */
    struct rp_scenario_shelf *scenarios;
    struct rp_room room; /* without an app */
};

/* `scenarios` may be NULL: they are found beside the binary. Works beside a running server. */
enum rp_err rp_stored_open(struct rp_stored *stored, const char *command, const char *data,
                           const char *scenarios, const char *room);
void rp_stored_close(struct rp_stored *stored);

/* The record with that number, decoded. */
const struct rp_log_entry *rp_stored_record(const struct rp_stored *stored, uint32_t n,
                                            struct rp_event *event);
