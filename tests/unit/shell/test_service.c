/* What a service manager hears. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cmocka.h>

#include "service.h"

/* A manager's ear at an abstract address. */
static int listen_as_manager(void)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    char name[64];
    snprintf(name, sizeof(name), "@hearout-test-%d", (int)getpid());
    memcpy(address.sun_path + 1, name + 1, strlen(name) - 1);
    int ear = socket(AF_UNIX, SOCK_DGRAM, 0);
    socklen_t size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + strlen(name));
    assert_int_equal(bind(ear, (const struct sockaddr *)&address, size), 0);
    setenv("NOTIFY_SOCKET", name, 1);
    return ear;
}

static void assert_heard(int ear, const char *words)
{
    char heard[256] = "";
    assert_true(recv(ear, heard, sizeof(heard) - 1, 0) > 0);
    assert_string_equal(heard, words);
}

/* A timer of no length comes at once or in the next round, as libuv's version has it. */
static void run_until_heard(uv_loop_t *loop, int ear, const char *words)
{
    char heard[256] = "";
    while (recv(ear, heard, sizeof(heard) - 1, MSG_DONTWAIT) < 0)
        uv_run(loop, UV_RUN_ONCE);
    assert_string_equal(heard, words);
}

static void it_is_told_ready_alive_and_stopping(void **unused)
{
    (void)unused;
    uv_loop_t loop;
    struct rp_service service;
    int ear = listen_as_manager();
    setenv("WATCHDOG_USEC", "20000", 1);
    uv_loop_init(&loop);
    rp_service_open(&service, &loop);
    rp_service_ready("serving");
    assert_heard(ear, "READY=1\nSTATUS=serving");
    run_until_heard(&loop, ear, "WATCHDOG=1"); /* at once, */
    run_until_heard(&loop, ear, "WATCHDOG=1"); /* and when the first half of the time has gone */
    rp_service_close(&service);
    rp_service_stopping();
    assert_heard(ear, "STOPPING=1");
    uv_run(&loop, UV_RUN_DEFAULT);
    assert_int_equal(uv_loop_close(&loop), 0);
    close(ear);
}

static void without_a_manager_nothing_runs(void **unused)
{
    (void)unused;
    uv_loop_t loop;
    struct rp_service service;
    unsetenv("NOTIFY_SOCKET");
    unsetenv("WATCHDOG_USEC");
    uv_loop_init(&loop);
    rp_service_open(&service, &loop);
    rp_service_ready("serving");
    rp_service_stopping();
    rp_service_close(&service);
    assert_int_equal(uv_loop_close(&loop), 0);
}

static void another_process_s_watchdog_is_not_ours(void **unused)
{
    (void)unused;
    uv_loop_t loop;
    struct rp_service service;
    setenv("WATCHDOG_USEC", "20000", 1);
    setenv("WATCHDOG_PID", "1", 1);
    uv_loop_init(&loop);
    rp_service_open(&service, &loop);
    assert_int_equal(uv_loop_close(&loop), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_told_ready_alive_and_stopping),
        cmocka_unit_test(without_a_manager_nothing_runs),
        cmocka_unit_test(another_process_s_watchdog_is_not_ours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
