/* spared.h: goes before everything else of what is a test's own beside memory that gives out
 * (scarce.h): what is asked for here is always had. */
#pragma once

#include <stdlib.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);

/* With their brackets, so that the attribute of that name stays. */
#define malloc(size) __real_malloc(size)
#define calloc(count, size) __real_calloc((count), (size))
#define realloc(old, size) __real_realloc((old), (size))
