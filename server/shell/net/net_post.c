/* net_post.c: POSTs that the application answers. Only a page of an allowed origin gets as far: a
 * form of another site can send neither our origin nor JSON. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "net_private.h"

enum { BODY_S = 10, DECISION_S = 60 };

static const char *taken_path(const struct rp_net *net, const char *path)
{
    for (const char *const *at = net->handler.posts; at && *at; at++)
        if (strcmp(*at, path) == 0)
            return *at;
    return NULL;
}

/* "application/json", with or without "; charset=utf-8". */
static bool is_json(struct lws *wsi)
{
    char type[64];
    return rp_net_header_once(wsi, WSI_TOKEN_HTTP_CONTENT_TYPE) &&
           rp_net_header(wsi, WSI_TOKEN_HTTP_CONTENT_TYPE, type, sizeof(type)) &&
           strncasecmp(type, "application/json", 16) == 0 && strchr(" ;", type[16]) != NULL;
}

static const struct rp_refusal *judge(const struct rp_net *net, struct lws *wsi, long long length)
{
    static const struct rp_refusal foreign = {403, "403 Forbidden: this origin may not ask.\n"};
    static const struct rp_refusal typed = {
        415, "415 Unsupported Media Type: application/json is wanted.\n"};
    static const struct rp_refusal large = {413, "413 Content Too Large: at most 1024 bytes.\n"};
    if (lws_hdr_total_length(wsi, WSI_TOKEN_ORIGIN) == 0 || !rp_origin_is_allowed(net, wsi))
        return &foreign;
    if (!is_json(wsi))
        return &typed;
    return length > RP_NET_POST_MAX ? &large : NULL;
}

const struct rp_refusal *rp_post_begin(struct rp_net *net, struct lws *wsi, const char *path,
                                       long long length, struct rp_post **out)
{
    static const struct rp_refusal full = {503, "503 Service Unavailable: no memory.\n"};
    const char *taken = taken_path(net, path);
    const struct rp_refusal *refusal = taken ? judge(net, wsi, length) : NULL;
    if (taken == NULL || refusal)
        return refusal;
    struct rp_post *post = calloc(1, sizeof(*post));
    if (post == NULL)
        return &full;
    post->id = ++net->posts_made;
    post->wsi = wsi;
    post->path = taken;
    post->began_ns = (int64_t)uv_hrtime();
    rp_limit_asker(net, wsi, post->address);
    rp_net_cookie(wsi, post->cookie);
    post->next = net->posts;
    net->posts = *out = post;
    return NULL;
}

int rp_post_collect(struct rp_post *post, const void *bytes, size_t length)
{
    if (length > RP_NET_POST_MAX - post->length)
        return -1;
    if (length > 0) /* of an empty body NULL is told */
        memcpy(post->body + post->length, bytes, length);
    post->length += length;
    return 0;
}

void rp_post_hand_over(struct rp_net *net, struct rp_post *post)
{
    const struct rp_net_post whole = {post->id,     post->path, post->address,
                                      post->cookie, post->body, post->length};
    post->handed = true;
    lws_set_timeout(post->wsi, PENDING_TIMEOUT_USER_OK, DECISION_S);
    net->handler.posted(net->handler.context, &whole);
}

static struct rp_post *find(const struct rp_net *net, uint64_t id)
{
    struct rp_post *post = net->posts;
    while (post && post->id != id)
        post = post->next;
    return post;
}

void rp_net_answer(struct rp_net *net, uint64_t id, const struct rp_net_reply *reply)
{
    struct rp_post *post = find(net, id);
    if (post == NULL || post->answered)
        return;
    if (post->wsi == NULL) {
        rp_post_close(net, post);
        return;
    }
    post->answered = true;
    post->status = reply->status;
    post->retry_after_s = reply->retry_after_s;
    snprintf(post->reply, sizeof(post->reply), "%s", reply->json);
    if (reply->cookie)
        snprintf(post->set_cookie, sizeof(post->set_cookie),
                 RP_NET_COOKIE "=%s; Path=/; Secure; HttpOnly; SameSite=Strict%s", reply->cookie,
                 *reply->cookie ? "" : "; Max-Age=0");
    lws_callback_on_writable(post->wsi);
}

struct rp_http_answer rp_post_answer(const struct rp_post *post)
{
    struct rp_http_answer answer = rp_http_say(post->status, post->reply);
    answer.content_type = "application/json";
    answer.set_cookie = post->set_cookie;
    answer.retry_after_s = post->retry_after_s;
    return answer;
}

void rp_post_close(struct rp_net *net, struct rp_post *post)
{
    struct rp_post **at = &net->posts;
    while (*at != post)
        at = &(*at)->next;
    *at = post->next;
    explicit_bzero(post, sizeof(*post)); /* a password was in it */
    free(post);
}

/* What the application has in hand is kept for its answer. */
void rp_post_abandon(struct rp_net *net, const struct lws *wsi)
{
    for (struct rp_post *post = net->posts, *next; post; post = next) {
        next = post->next;
        if (post->wsi != wsi)
            continue;
        post->wsi = NULL;
        if (!post->handed || post->answered)
            rp_post_close(net, post);
    }
}

void rp_post_tick(struct rp_net *net, int64_t now_ns)
{
    for (struct rp_post *post = net->posts; post; post = post->next)
        if (post->wsi && !post->handed && now_ns - post->began_ns > BODY_S * INT64_C(1000000000))
            lws_set_timeout(post->wsi, PENDING_TIMEOUT_USER_OK, LWS_TO_KILL_ASYNC);
}
