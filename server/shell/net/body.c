#include "body.h"

#include <stdlib.h>
#include <string.h>

struct rp_body *rp_body_open(const uint8_t *bytes, size_t length)
{
    RP_CHECK(length > 0);
    if (length > RP_BODY_MAX)
        return NULL;
    struct rp_body *body = malloc(sizeof(*body) + length);
    if (body == NULL)
        return NULL;
    body->holders = 1;
    body->length = (uint32_t)length;
    memcpy(body->bytes, bytes, length);
    return body;
}

struct rp_body *rp_body_hold(struct rp_body *body)
{
    RP_CHECK(body->holders > 0 && body->holders < UINT32_MAX);
    body->holders++;
    return body;
}

void rp_body_release(struct rp_body *body)
{
    RP_CHECK(body->holders > 0);
    if (--body->holders == 0)
        free(body);
}
