#include "scarce.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "rp_types.h"
#include "spared.h"

static struct {
    bool on;
    enum scarce_whose whose;
    uint64_t nth, asked;
} now;

static sqlite3_mem_methods real;

/* One more request; true: there is nothing for it. */
static bool is_gone(enum scarce_whose whose)
{
    return now.on && now.whose == whose && ++now.asked == now.nth;
}

void scarce_begin(enum scarce_whose whose, uint64_t nth)
{
    now.on = true;
    now.whose = whose;
    now.nth = nth;
    now.asked = 0;
}

uint64_t scarce_end(void)
{
    now.on = false;
    return now.asked;
}

/* Ours. */

void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
char *__wrap_strdup(const char *text);
char *__wrap_strndup(const char *text, size_t most);
char *__real_strdup(const char *text);
char *__real_strndup(const char *text, size_t most);

void *__wrap_malloc(size_t size)
{
    return is_gone(SCARCE_OURS) ? NULL : malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return is_gone(SCARCE_OURS) ? NULL : calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    return is_gone(SCARCE_OURS) ? NULL : realloc(old, size);
}

char *__wrap_strdup(const char *text)
{
    return is_gone(SCARCE_OURS) ? NULL : __real_strdup(text);
}

char *__wrap_strndup(const char *text, size_t most)
{
    return is_gone(SCARCE_OURS) ? NULL : __real_strndup(text, most);
}

/* SQLite's. */

static void *take(int size)
{
    return is_gone(SCARCE_SQLITES) ? NULL : real.xMalloc(size);
}

static void *take_again(void *old, int size)
{
    return is_gone(SCARCE_SQLITES) ? NULL : real.xRealloc(old, size);
}

void scarce_setup(void)
{
    RP_CHECK(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real) == SQLITE_OK);
    sqlite3_mem_methods ours = real;
    ours.xMalloc = take;
    ours.xRealloc = take_again;
    RP_CHECK(sqlite3_config(SQLITE_CONFIG_MALLOC, &ours) == SQLITE_OK);
    RP_CHECK(sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0) == SQLITE_OK);
}
