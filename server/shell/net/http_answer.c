#include "http_answer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#define PLAIN "text/plain; charset=utf-8"

static const char *const codings[RP_ENCODINGS] = {NULL, "gzip", "br"};

static const char *reason_of(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 426:
        return "Upgrade Required";
    case 429:
        return "Too Many Requests";
    case 503:
        return "Service Unavailable";
    default:
        return "Answer";
    }
}

struct rp_http_answer rp_http_say(int status, const char *words)
{
    return (struct rp_http_answer){
        .status = status,
        .content_type = PLAIN,
        .body = words,
        .body_length = strlen(words),
        .content_length = strlen(words),
        .cache_control = "no-store",
    };
}

/* "q=0", "q=0.0" and so on refuse what they stand behind. */
static bool refused_by_weight(const char *parameters, size_t length)
{
    char copy[32];
    snprintf(copy, sizeof(copy), "%.*s", (int)length, parameters);
    const char *weight = strstr(copy, "q=");
    return weight && strtod(weight + 2, NULL) <= 0;
}

bool rp_http_accepts(const char *accept_encoding, const char *coding)
{
    for (const char *at = accept_encoding; *at;) {
        at += strspn(at, " \t,");
        size_t item = strcspn(at, ",");
        size_t name = strcspn(at, " \t;,");
        if (name == strlen(coding) && strncasecmp(at, coding, name) == 0)
            return !refused_by_weight(at + name, item - name);
        at += item;
    }
    return false;
}

static bool is_under(const char *path, const char *folder)
{
    return strncmp(path, folder, strlen(folder)) == 0;
}

/* Only what is the same for everybody and names its own content is sent compressed: the length of
 * anything else could tell what stands in it. */
static bool has_twin(const struct rp_static_file *file)
{
    return is_under(file->path, "/assets/") &&
           (file->variants[RP_ENCODING_GZIP].bytes || file->variants[RP_ENCODING_BR].bytes);
}

static enum rp_encoding choose(const struct rp_static_file *file, const char *accept_encoding)
{
    if (!has_twin(file))
        return RP_ENCODING_IDENTITY;
    for (int i = RP_ENCODING_BR; i > RP_ENCODING_IDENTITY; i--)
        if (file->variants[i].bytes && rp_http_accepts(accept_encoding, codings[i]))
            return (enum rp_encoding)i;
    return RP_ENCODING_IDENTITY;
}

/* Any of our forms of the file will do: a cache that holds one holds what we would send. */
static bool is_known(const char *if_none_match, const char *hash)
{
    return strcmp(if_none_match, "*") == 0 || strstr(if_none_match, hash) != NULL;
}

static struct rp_http_answer serve(const struct rp_static_file *file,
                                   const struct rp_http_request *request)
{
    enum rp_encoding encoding = choose(file, request->accept_encoding);
    const struct rp_static_variant *variant = &file->variants[encoding];
    struct rp_http_answer answer = {
        .status = 200,
        .content_type = file->content_type,
        .body = (const char *)variant->bytes,
        .body_length = variant->length,
        .content_length = variant->length,
        .content_encoding = codings[encoding],
        .cache_control =
            is_under(file->path, "/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
        .vary = has_twin(file),
    };
    /* The forms differ in bytes, so their strong tags must differ too. */
    snprintf(answer.etag, sizeof(answer.etag), "\"%s%s%s\"", file->hash, encoding ? "-" : "",
             encoding ? codings[encoding] : "");
    if (is_known(request->if_none_match, file->hash)) {
        answer.status = 304;
        answer.body = NULL;
        answer.body_length = 0;
    }
    return answer;
}

struct rp_http_answer rp_http_page(const struct rp_static_files *files,
                                   const struct rp_http_request *request)
{
    const char *path = request->path;
    const struct rp_static_file *file = rp_static_files_find(files, path);
    bool ours = !is_under(path, "/assets/") && !is_under(path, "/api/") && strcmp(path, "/ws");
    if (file == NULL && ours)
        file = rp_static_files_find(files, "/index.html");
    if (file == NULL)
        return rp_http_say(404, "404 Not Found: there is nothing under this address.\n");

    bool head = strcmp(request->method, "HEAD") == 0;
    if (!head && strcmp(request->method, "GET") != 0) {
        struct rp_http_answer no =
            rp_http_say(405, "405 Method Not Allowed: this address can only be read.\n");
        no.allow = "GET, HEAD";
        return no;
    }
    return serve(file, request);
}

static void add_date(struct rp_text *text, int64_t unix_seconds)
{
    static const char *const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const time_t seconds = (time_t)unix_seconds;
    struct tm at;
    gmtime_r(&seconds, &at);
    rp_text_addf(text, "Date: %s, %02d %s %d %02d:%02d:%02d GMT\r\n", days[at.tm_wday], at.tm_mday,
                 months[at.tm_mon], at.tm_year + 1900, at.tm_hour, at.tm_min, at.tm_sec);
}

/* Some browsers do not count ws: as 'self', so our own host is named, when it is a plain name. */
static void add_policy(struct rp_text *text, const char *host)
{
    rp_text_add(text, "Content-Security-Policy: default-src 'none'; script-src 'self'; "
                      "style-src 'self'; img-src 'self' data:; font-src 'self'; "
                      "connect-src 'self'");
    const char *plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:[]";
    if (host && *host && host[strspn(host, plain)] == 0)
        rp_text_addf(text, " ws://%s wss://%s", host, host);
    rp_text_add(text, "; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
                      "frame-ancestors 'none'\r\n");
}

static void add_header(struct rp_text *text, const char *name, const char *value)
{
    if (value && *value)
        rp_text_addf(text, "%s: %s\r\n", name, value);
}

void rp_http_head(struct rp_text *text, const struct rp_http_answer *answer, const char *host,
                  int64_t unix_seconds)
{
    rp_text_addf(text, "HTTP/1.1 %d %s\r\n", answer->status, reason_of(answer->status));
    add_date(text, unix_seconds);
    add_header(text, "Content-Type", answer->content_type);
    if (answer->status != 304)
        rp_text_addf(text, "Content-Length: %zu\r\n", answer->content_length);
    add_header(text, "Content-Encoding", answer->content_encoding);
    add_header(text, "ETag", answer->etag);
    add_header(text, "Cache-Control", answer->cache_control);
    add_header(text, "Vary", answer->vary ? "Accept-Encoding" : NULL);
    add_header(text, "Allow", answer->allow);
    add_header(text, "Set-Cookie", answer->set_cookie);
    if (answer->retry_after_s > 0)
        rp_text_addf(text, "Retry-After: %d\r\n", (int)answer->retry_after_s);
    add_header(text, "Connection", answer->close ? "close" : NULL);
    if (answer->status == 426)
        add_header(text, "Sec-WebSocket-Version", "13");
    add_policy(text, host);
    add_header(text, "Strict-Transport-Security",
               answer->secure ? "max-age=31536000; includeSubDomains" : NULL);
    rp_text_add(text, "X-Content-Type-Options: nosniff\r\n"
                      "Referrer-Policy: no-referrer\r\n"
                      "Cross-Origin-Opener-Policy: same-origin\r\n\r\n");
}
