/* fault_vfs.h: a disk that fails when it is told to: a layer over SQLite's own way to the disk.
 *
 * Give FAULT_VFS as the store's vfs. One disk for the process; from any thread.
 */
#pragma once

#include <stdbool.h>

#define FAULT_VFS "fault"

enum fault {
    FAULT_NONE = 0,
    FAULT_FULL,      /* no write has room */
    FAULT_HALF,      /* the first write after it is set succeeds, the others have no room */
    FAULT_SYNC,      /* what was written is not made safe */
    FAULT_READ_ONLY, /* remounted so after an error, say */
};

void fault_vfs_install(void);
void fault_set(enum fault fault);

/* A slow disk: from now on a sync waits. */
void fault_hold(void);
/* Until one waits. */
void fault_await_held(void);
void fault_release(void);
