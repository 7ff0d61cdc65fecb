/* http_answer.h: what to say to one HTTP request: status, headers, body. No socket in sight.
 *
 * Owner    answers point into their inputs and constants; made and written in one go.
 * Errors   none: whatever was asked, there is an answer in plain words.
 */
#pragma once

#include "static_files.h"
#include "text.h"

struct rp_http_request {
    const char *method; /* "GET"; as sent */
    const char *path;   /* decoded, without the query */
    const char *host;   /* of the Host header: names our own origin in the policy */
    const char *accept_encoding;
    const char *if_none_match;
};

struct rp_http_answer {
    int status;
    const char *content_type;
    const char *body; /* NULL: none */
    size_t body_length;
    size_t content_length; /* what is announced: for HEAD and 304 no body follows it */
    const char *cache_control;
    const char *allow;            /* with 405 */
    const char *set_cookie;       /* NULL: none */
    int32_t retry_after_s;        /* 0: none */
    const char *content_encoding; /* NULL: identity */
    char etag[48];                /* empty: none */
    bool vary;
    bool secure; /* over TLS: browsers are to stay with it */
    bool close;  /* the connection ends with this answer */
};

/* An answer in words: "404 Not Found: there is no ..." */
struct rp_http_answer rp_http_say(int status, const char *words);

/* A file of the page, or index.html where the page's own router decides, or why neither. */
struct rp_http_answer rp_http_page(const struct rp_static_files *files,
                                   const struct rp_http_request *request);

/* Whether the comma list in an Accept-Encoding header takes the coding. */
bool rp_http_accepts(const char *accept_encoding, const char *coding);

/* Writes the whole head. host may be NULL. */
void rp_http_head(struct rp_text *text, const struct rp_http_answer *answer, const char *host,
                  int64_t unix_seconds);
