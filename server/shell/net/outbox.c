#include "outbox.h"

#include <msgpack.h>
#include <stdlib.h>
#include <string.h>

/* [n, [..]]: one byte, at most five for n, at most five for the inner head. */
enum { ENVELOPE_MAX = 11, FIRST_CAPACITY = 4 };

struct rp_outbox_entry {
    struct rp_body *body;
    uint32_t n;
};

static struct rp_outbox_entry *entry_at(const struct rp_outbox *outbox, uint32_t index)
{
    return &outbox->entries[(outbox->first + index) % outbox->capacity];
}

static bool grow(struct rp_outbox *outbox)
{
    uint32_t capacity = outbox->capacity ? outbox->capacity * 2 : FIRST_CAPACITY;
    struct rp_outbox_entry *entries = malloc(capacity * sizeof(*entries));
    if (entries == NULL)
        return false;
    for (uint32_t i = 0; i < outbox->count; i++)
        entries[i] = *entry_at(outbox, i);
    free(outbox->entries);
    outbox->entries = entries;
    outbox->capacity = capacity;
    outbox->first = 0;
    return true;
}

enum rp_err rp_outbox_push(struct rp_outbox *outbox, struct rp_body *body, uint32_t n)
{
    /* The entry counts too: ten thousand one-byte messages are no small outbox. */
    uint32_t cost = body->length + (uint32_t)sizeof(struct rp_outbox_entry);
    if (outbox->bytes + cost > RP_OUTBOX_MAX)
        return RP_ERR_TOO_LARGE;
    if (outbox->count == outbox->capacity && !grow(outbox))
        return RP_ERR_TOO_LARGE;
    outbox->count++;
    *entry_at(outbox, outbox->count - 1) = (struct rp_outbox_entry){rp_body_hold(body), n};
    outbox->bytes += cost;
    return RP_OK;
}

static void drop_first(struct rp_outbox *outbox)
{
    struct rp_outbox_entry *entry = entry_at(outbox, 0);
    outbox->bytes -= entry->body->length + (uint32_t)sizeof(*entry);
    rp_body_release(entry->body);
    outbox->first = (outbox->first + 1) % outbox->capacity;
    outbox->count--;
}

/* How many of the waiting messages fit into one frame, and the event number they reach. */
static uint32_t measure(const struct rp_outbox *outbox, uint32_t *n)
{
    size_t length = ENVELOPE_MAX;
    uint32_t taken = 0;
    for (; taken < outbox->count; taken++) {
        const struct rp_outbox_entry *entry = entry_at(outbox, taken);
        if (length + entry->body->length > RP_OUTBOX_FRAME_MAX)
            break;
        length += entry->body->length;
        if (entry->n > *n)
            *n = entry->n;
    }
    return taken;
}

struct cursor {
    uint8_t *bytes;
    size_t length;
};

static int append(void *data, const char *bytes, size_t length)
{
    struct cursor *out = data;
    RP_CHECK(out->length + length <= RP_OUTBOX_FRAME_MAX);
    memcpy(out->bytes + out->length, bytes, length);
    out->length += length;
    return 0;
}

size_t rp_outbox_frame(struct rp_outbox *outbox, uint8_t frame[RP_OUTBOX_FRAME_MAX])
{
    if (outbox->count == 0)
        return 0;
    uint32_t count = measure(outbox, &outbox->n);
    RP_CHECK(count > 0);

    struct cursor out = {.bytes = frame};
    msgpack_packer packer;
    msgpack_packer_init(&packer, &out, append);
    msgpack_pack_array(&packer, 2);
    msgpack_pack_uint32(&packer, outbox->n);
    msgpack_pack_array(&packer, count);
    for (uint32_t i = 0; i < count; i++) {
        const struct rp_body *body = entry_at(outbox, 0)->body;
        append(&out, (const char *)body->bytes, body->length);
        drop_first(outbox);
    }
    if (outbox->count == 0)
        rp_outbox_clear(outbox);
    return out.length;
}

void rp_outbox_clear(struct rp_outbox *outbox)
{
    while (outbox->count > 0)
        drop_first(outbox);
    free(outbox->entries);
    *outbox = (struct rp_outbox){.n = outbox->n};
}
