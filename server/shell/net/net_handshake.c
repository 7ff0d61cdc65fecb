#include <string.h>
#include <strings.h>

#include "net_private.h"

/* libwebsockets takes any version, any key, any method and any origin. So all is judged here,
 * before it may answer. */

bool rp_net_header(struct lws *wsi, enum lws_token_indexes token, char *room, int size)
{
    room[0] = 0;
    return lws_hdr_copy(wsi, room, size, token) >= 0;
}

bool rp_net_header_once(struct lws *wsi, enum lws_token_indexes token)
{
    return lws_hdr_total_length(wsi, token) > 0 && lws_hdr_fragment_length(wsi, token, 1) == 0;
}

static bool is_exactly(struct lws *wsi, enum lws_token_indexes token, const char *wanted)
{
    char value[64];
    return rp_net_header(wsi, token, value, sizeof(value)) && strcmp(value, wanted) == 0;
}

static bool is_absent(struct lws *wsi, enum lws_token_indexes token)
{
    return lws_hdr_total_length(wsi, token) == 0;
}

/* 16 bytes in base64 are 22 letters and "=="; of the last letter only two bits count. */
static bool key_is_sound(struct lws *wsi)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char key[32];
    if (!rp_net_header_once(wsi, WSI_TOKEN_KEY) ||
        !rp_net_header(wsi, WSI_TOKEN_KEY, key, sizeof(key)))
        return false;
    return strlen(key) == 24 && strspn(key, letters) == 22 && strcmp(key + 22, "==") == 0 &&
           strchr("AQgw", key[21]) != NULL;
}

/* "http://HOST" and "https://HOST" are ours: a proxy in front may have ended TLS. Where we speak
 * TLS ourselves only the second is. */
static bool is_own_origin(const struct rp_net *net, const char *origin, const char *host)
{
    const char *rest = NULL;
    if (net->ssl == NULL && strncmp(origin, "http://", 7) == 0)
        rest = origin + 7;
    else if (strncmp(origin, "https://", 8) == 0)
        rest = origin + 8;
    return rest && strcasecmp(rest, host) == 0;
}

/* No Origin means no browser, and so no page of a stranger behind it. */
bool rp_origin_is_allowed(const struct rp_net *net, struct lws *wsi)
{
    char origin[256], host[256];
    if (is_absent(wsi, WSI_TOKEN_ORIGIN))
        return true;
    if (!rp_net_header_once(wsi, WSI_TOKEN_ORIGIN) ||
        !rp_net_header(wsi, WSI_TOKEN_ORIGIN, origin, sizeof(origin)) ||
        !rp_net_header(wsi, WSI_TOKEN_HOST, host, sizeof(host)))
        return false;
    if (is_own_origin(net, origin, host))
        return true;
    for (const char *const *allowed = net->origins; allowed && *allowed; allowed++)
        if (strcmp(origin, *allowed) == 0)
            return true;
    return false;
}

/* Of "a=1; b=2" the value that stands behind our name, when it stands there once. */
void rp_net_cookie(struct lws *wsi, char cookie[RP_NET_COOKIE_MAX + 1])
{
    static const char name[] = RP_NET_COOKIE "=";
    char all[4096];
    size_t found = 0;
    cookie[0] = 0;
    if (!rp_net_header(wsi, WSI_TOKEN_HTTP_COOKIE, all, sizeof(all)))
        return;
    for (const char *at = all; *at; at += strcspn(at, ";")) {
        at += strspn(at, "; ");
        size_t length = strcspn(at, ";");
        if (strncmp(at, name, sizeof(name) - 1) != 0)
            continue;
        length -= sizeof(name) - 1;
        if (++found == 1 && length <= RP_NET_COOKIE_MAX) {
            memcpy(cookie, at + sizeof(name) - 1, length);
            cookie[length] = 0;
        }
    }
    if (found != 1)
        cookie[0] = 0;
}

static bool offers_our_subprotocol(struct lws *wsi)
{
    char offers[128];
    if (!rp_net_header(wsi, WSI_TOKEN_PROTOCOL, offers, sizeof(offers)))
        return false;
    for (const char *at = offers; *at;) {
        at += strspn(at, " \t,");
        size_t length = strcspn(at, " \t,");
        if (length == strlen(RP_NET_SUBPROTOCOL) && strncmp(at, RP_NET_SUBPROTOCOL, length) == 0)
            return true;
        at += length;
    }
    return false;
}

const struct rp_refusal *rp_handshake_judge(const struct rp_net *net, struct lws *wsi)
{
    static const struct rp_refusal refusals[] = {
        {503, "503 Service Unavailable: this server is stopping.\n"},
        {400, "400 Bad Request: only a GET over HTTP/1.1 without a body opens a WebSocket.\n"},
        {404, "404 Not Found: the WebSocket is at /ws.\n"},
        {400, "400 Bad Request: exactly one Host header is wanted.\n"},
        {426, "426 Upgrade Required: WebSocket version 13 is spoken here.\n"},
        {400, "400 Bad Request: Sec-WebSocket-Key must be 16 bytes in base64.\n"},
        {403, "403 Forbidden: this origin may not connect.\n"},
        {400, "400 Bad Request: the subprotocol is " RP_NET_SUBPROTOCOL ".\n"},
    };
    const bool sound[] = {
        !net->stopping,
        rp_net_header_once(wsi, WSI_TOKEN_GET_URI) && is_exactly(wsi, WSI_TOKEN_HTTP, "HTTP/1.1") &&
            is_absent(wsi, WSI_TOKEN_HTTP_CONTENT_LENGTH) &&
            is_absent(wsi, WSI_TOKEN_HTTP_TRANSFER_ENCODING),
        is_exactly(wsi, WSI_TOKEN_GET_URI, "/ws"),
        rp_net_header_once(wsi, WSI_TOKEN_HOST),
        is_exactly(wsi, WSI_TOKEN_VERSION, "13"),
        key_is_sound(wsi),
        rp_origin_is_allowed(net, wsi),
        offers_our_subprotocol(wsi),
    };
    for (size_t i = 0; i < RP_COUNT(sound); i++)
        if (!sound[i])
            return &refusals[i];
    return NULL;
}
