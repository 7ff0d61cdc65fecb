/* service.h: what a service manager is told: ready, alive, stopping (sd_notify's protocol).
 *
 * Without NOTIFY_SOCKET in the environment nothing is said and nothing runs.
 *
 * Owner    the caller's memory; open/close. The timer of the watchdog is the loop's: a loop that
 *          hangs says nothing, and the manager starts the server again.
 * Errors   none: a manager that does not listen is not our trouble.
 */
#pragma once

#include <uv.h>

#include "rp_types.h"

struct rp_service {
    uv_timer_t watchdog;
    bool watched;
};

void rp_service_open(struct rp_service *service, uv_loop_t *loop);
void rp_service_ready(const char *status);
void rp_service_stopping(void);
void rp_service_close(struct rp_service *service);
