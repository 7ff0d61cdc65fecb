/* fuzz_http.c: whatever a request's headers say, the answer is sound and its head is one head.
 *
 * Input: method, path, Host, Accept-Encoding and If-None-Match, each ended by a line feed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "http_answer.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const char *const names[] = {"assets/a.js", "assets/a.js.gz", "assets/a.js.br",
                                    "assets/b.css", "index.html"};

static void write_file(const char *folder, const char *name)
{
    char path[64];
    snprintf(path, sizeof(path), "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    RP_CHECK(file && fputs(name, file) >= 0 && fclose(file) == 0);
}

static void remove_at(const char *folder, const char *name)
{
    char path[64];
    snprintf(path, sizeof(path), "%s/%s", folder, name);
    RP_CHECK(remove(path) == 0);
}

/* A small page, read once. */
static const struct rp_static_files *page(void)
{
    static struct rp_static_files *files;
    char folder[] = "/tmp/hearout-fuzz-XXXXXX", assets[64];
    if (files)
        return files;
    RP_CHECK(mkdtemp(folder));
    snprintf(assets, sizeof(assets), "%s/assets", folder);
    RP_CHECK(mkdir(assets, 0700) == 0);
    for (size_t i = 0; i < RP_COUNT(names); i++)
        write_file(folder, names[i]);
    RP_CHECK(rp_static_files_open(&files, folder) == RP_OK);
    for (size_t i = 0; i < RP_COUNT(names); i++)
        remove_at(folder, names[i]);
    remove_at(folder, "assets");
    remove_at(folder, "");
    return files;
}

/* Cuts the next line out of the text. */
static const char *next_line(char **at)
{
    char *line = *at, *end = strchr(line, '\n');
    if (end) {
        *end = 0;
        *at = end + 1;
    } else {
        *at = line + strlen(line);
    }
    return line;
}

/* Lines of printable bytes, an empty one at the end and nowhere else. */
static void check_head(const struct rp_text *head)
{
    RP_CHECK(!head->failed && strncmp(head->bytes, "HTTP/1.1 ", 9) == 0);
    RP_CHECK(strstr(head->bytes, "\r\n\r\n") == head->bytes + head->length - 4);
    for (const char *line = head->bytes; *line; line += strcspn(line, "\n") + 1) {
        size_t printable =
            strspn(line, "\t !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                         "[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");
        RP_CHECK(line[printable] == '\r' && line[printable + 1] == '\n');
    }
    RP_CHECK(strstr(head->bytes, "frame-ancestors 'none'") && !strstr(head->bytes, "'unsafe"));
}

static void check_answer(const struct rp_http_answer *answer, const struct rp_http_request *request)
{
    RP_CHECK(answer->status == 200 || answer->status == 304 || answer->status == 404 ||
             answer->status == 405);
    RP_CHECK((answer->body == NULL) == (answer->status == 304));
    RP_CHECK((answer->allow != NULL) == (answer->status == 405));
    RP_CHECK(answer->content_encoding == NULL ||
             rp_http_accepts(request->accept_encoding, answer->content_encoding));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    char *text = malloc(length + 1), *at = text;
    RP_CHECK(text);
    memcpy(text, bytes, length);
    text[length] = 0;
    struct rp_http_request request = {.method = next_line(&at)};
    request.path = next_line(&at);
    request.host = next_line(&at);
    request.accept_encoding = next_line(&at);
    request.if_none_match = next_line(&at);

    struct rp_http_answer answer = rp_http_page(page(), &request);
    check_answer(&answer, &request);
    struct rp_text head = {0};
    rp_http_head(&head, &answer, request.host, 1700000000);
    check_head(&head);
    rp_text_clear(&head);
    free(text);
    return 0;
}
