#include "service.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static void tell(const char *words)
{
    const char *path = getenv("NOTIFY_SOCKET");
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    size_t length = path ? strlen(path) : 0;
    if (length == 0 || length >= sizeof(address.sun_path))
        return;
    memcpy(address.sun_path, path, length);
    if (path[0] == '@') /* not in the file system */
        address.sun_path[0] = 0;
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return;
    socklen_t size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length);
    sendto(fd, words, strlen(words), MSG_NOSIGNAL, (const struct sockaddr *)&address, size);
    close(fd);
}

static void on_watchdog(uv_timer_t *timer)
{
    (void)timer;
    tell("WATCHDOG=1");
}

/* The watchdog is asked for this process, or for whichever it is. */
static uint64_t watchdog_ms(void)
{
    const char *microseconds = getenv("WATCHDOG_USEC"), *process = getenv("WATCHDOG_PID");
    if (microseconds == NULL || (process && atol(process) != (long)getpid()))
        return 0;
    return strtoull(microseconds, NULL, 10) / 1000;
}

void rp_service_open(struct rp_service *service, uv_loop_t *loop)
{
    uint64_t ms = watchdog_ms();
    service->watched = ms > 1;
    if (!service->watched)
        return;
    uv_timer_init(loop, &service->watchdog);
    uv_timer_start(&service->watchdog, on_watchdog, 0, ms / 2);
}

void rp_service_ready(const char *status)
{
    char words[256];
    snprintf(words, sizeof(words), "READY=1\nSTATUS=%s", status);
    tell(words);
}

void rp_service_stopping(void)
{
    tell("STOPPING=1");
}

void rp_service_close(struct rp_service *service)
{
    if (service->watched)
        uv_close((uv_handle_t *)&service->watchdog, NULL);
    service->watched = false;
}
