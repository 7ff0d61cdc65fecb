#include "keep.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES = 16384 };

struct rp_keep_block {
    struct rp_keep_block *older;
    size_t used, size;
    max_align_t bytes[];
};

static size_t aligned(size_t size)
{
    size_t step = sizeof(max_align_t);
    return (size + step - 1) / step * step;
}

static struct rp_keep_block *block_with(struct rp_keep *keep, size_t size)
{
    struct rp_keep_block *block = keep->newest;
    if (block && block->size - block->used >= size)
        return block;
    size_t wanted = size > BLOCK_BYTES ? size : BLOCK_BYTES;
    block = calloc(1, sizeof(*block) + wanted);
    if (block == NULL)
        return NULL;
    block->size = wanted;
    block->older = keep->newest;
    keep->newest = block;
    return block;
}

void *rp_keep_take(struct rp_keep *keep, size_t size)
{
    if (size > SIZE_MAX / 2)
        return NULL;
    struct rp_keep_block *block = block_with(keep, aligned(size));
    if (block == NULL)
        return NULL;
    void *taken = (char *)block->bytes + block->used;
    block->used += aligned(size);
    return taken;
}

char *rp_keep_text(struct rp_keep *keep, const char *bytes, size_t length)
{
    char *text = rp_keep_take(keep, length + 1);
    if (text)
        memcpy(text, bytes, length);
    return text;
}

void rp_keep_clear(struct rp_keep *keep)
{
    while (keep->newest) {
        struct rp_keep_block *older = keep->newest->older;
        free(keep->newest);
        keep->newest = older;
    }
}
