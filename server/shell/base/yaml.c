#include "yaml.h"

#include <libfyaml.h>
#include <string.h>
#include <utf8proc.h>

struct reader {
    struct rp_keep *keep;
    const char *name;
    struct rp_text *complaints;
    struct rp_yaml_node *root;
    struct rp_yaml_node *open[RP_YAML_DEPTH_MAX]; /* lists and mappings around us */
    struct rp_yaml_node *last[RP_YAML_DEPTH_MAX]; /* their newest member */
    struct rp_yaml_node *key;                     /* waits for its value */
    size_t depth, nodes, documents;
    bool failed;
};

static bool complain(struct reader *r, int line, int column, const char *what)
{
    rp_text_addf(r->complaints, "%s:%d:%d: %s\n", r->name, line, column, what);
    r->failed = true;
    return false;
}

static bool complain_at(struct reader *r, struct fy_event *event, const char *what)
{
    const struct fy_mark *mark = fy_event_start_mark(event);
    return complain(r, mark ? mark->line + 1 : 1, mark ? mark->column + 1 : 1, what);
}

/* Bytes. */

static bool is_control(utf8proc_int32_t point)
{
    return (point < ' ' && point != '\t' && point != '\n' && point != '\r') || point == 0x7f;
}

/* Also what makes the parser look far ahead before it gives the first value. */
static bool check_bytes(struct reader *r, const char *bytes, size_t length)
{
    if (length > RP_YAML_BYTES_MAX)
        return complain(r, 1, 1, "the file is larger than 262144 bytes");
    int line = 1, column = 1, brackets = 0;
    for (size_t at = 0; at < length;) {
        utf8proc_int32_t point;
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)bytes + at,
                                                 (utf8proc_ssize_t)(length - at), &point);
        if (size <= 0)
            return complain(r, line, column, "these bytes are not UTF-8");
        if (is_control(point))
            return complain(r, line, column, "a control character, which no text holds");
        brackets += point == '[' || point == '{';
        if (brackets > RP_YAML_BRACKETS_MAX)
            return complain(r, line, column, "more than 2000 brackets");
        if (column > RP_YAML_LINE_MAX)
            return complain(r, line, column, "a line of more than 4000 characters");
        at += (size_t)size;
        column = point == '\n' ? 1 : column + 1;
        line += point == '\n';
    }
    return true;
}

static size_t points(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)text[i] & 0xc0) != 0x80;
    return count;
}

/* The tree. */

static bool is_new_key(struct reader *r, const struct rp_yaml_node *mapping,
                       const struct rp_yaml_node *key)
{
    if (mapping->count == RP_YAML_KEYS_MAX)
        return complain(r, key->line, key->column, "more than 80 keys in one mapping");
    const struct rp_yaml_node *same = rp_yaml_get(mapping, key->text);
    if (same) {
        rp_text_addf(r->complaints, "%s:%d:%d: duplicate key '%s', given in line %d already\n",
                     r->name, key->line, key->column, key->text, same->key->line);
        r->failed = true;
    }
    return same == NULL;
}

/* Puts the node where it belongs: the root, a list's next, a mapping's key or value. */
static bool place(struct reader *r, struct rp_yaml_node *node)
{
    if (r->depth == 0) {
        r->root = node;
        return true;
    }
    struct rp_yaml_node *parent = r->open[r->depth - 1];
    if (parent->kind == RP_YAML_MAPPING && r->key == NULL) {
        if (node->kind != RP_YAML_SCALAR)
            return complain(r, node->line, node->column, "a key must be a plain word");
        r->key = node;
        return is_new_key(r, parent, node);
    }
    node->key = r->key;
    r->key = NULL;
    if (parent->count++ == 0)
        parent->first = node;
    else
        r->last[r->depth - 1]->next = node;
    r->last[r->depth - 1] = node;
    return true;
}

static struct rp_yaml_node *new_node(struct reader *r, struct fy_event *event,
                                     enum rp_yaml_kind kind)
{
    if (r->nodes++ == RP_YAML_NODES_MAX) {
        complain_at(r, event, "more than 8000 values");
        return NULL;
    }
    if (fy_event_get_anchor_token(event) || fy_event_get_tag_token(event)) {
        complain_at(r, event, "anchors (&) and tags (!) are not allowed; write the value out");
        return NULL;
    }
    struct rp_yaml_node *node = rp_keep_take(r->keep, sizeof(*node));
    if (node == NULL) {
        complain_at(r, event, "out of memory");
        return NULL;
    }
    const struct fy_mark *mark = fy_event_start_mark(event);
    node->kind = kind;
    node->line = mark ? mark->line + 1 : 1;
    node->column = mark ? mark->column + 1 : 1;
    return node;
}

static bool take_scalar(struct reader *r, struct fy_event *event)
{
    struct rp_yaml_node *node = new_node(r, event, RP_YAML_SCALAR);
    if (node == NULL)
        return false;
    struct fy_token *token = fy_event_get_token(event);
    size_t length = 0;
    const char *text = token ? fy_token_get_text(token, &length) : "";
    if (text == NULL || memchr(text, 0, length))
        return complain_at(r, event, "a text with a zero byte in it");
    if (points(text, length) > RP_YAML_STRING_MAX)
        return complain_at(r, event, "a text of more than 2000 characters");
    node->plain = token == NULL || fy_scalar_token_get_style(token) == FYSS_PLAIN;
    node->text = rp_keep_text(r->keep, text, length);
    if (node->text == NULL)
        return complain_at(r, event, "out of memory");
    return place(r, node);
}

static bool begin(struct reader *r, struct fy_event *event, enum rp_yaml_kind kind)
{
    struct rp_yaml_node *node = new_node(r, event, kind);
    if (node == NULL || !place(r, node))
        return false;
    if (r->depth == RP_YAML_DEPTH_MAX)
        return complain_at(r, event, "nested deeper than 8 levels");
    r->open[r->depth++] = node;
    return true;
}

static bool take(struct reader *r, struct fy_event *event)
{
    switch (event->type) {
    case FYET_DOCUMENT_START:
        return r->documents++ == 0 || complain_at(r, event, "a second document; one is allowed");
    case FYET_ALIAS:
        return complain_at(r, event, "aliases (*) are not allowed; write the value out");
    case FYET_SCALAR:
        return take_scalar(r, event);
    case FYET_SEQUENCE_START:
        return begin(r, event, RP_YAML_LIST);
    case FYET_MAPPING_START:
        return begin(r, event, RP_YAML_MAPPING);
    case FYET_SEQUENCE_END:
    case FYET_MAPPING_END:
        r->depth--;
        return true;
    default:
        return true;
    }
}

/* What the parser itself has to say. */
static void complain_of_syntax(struct reader *r, struct fy_diag *diag)
{
    void *at = NULL;
    const struct fy_diag_error *error = fy_diag_errors_iterate(diag, &at);
    if (error)
        complain(r, error->line > 0 ? error->line : 1, error->column > 0 ? error->column : 1,
                 error->msg);
    else
        complain(r, 1, 1, "this is not YAML");
}

static void parse(struct reader *r, struct fy_parser *parser, struct fy_diag *diag)
{
    struct fy_event *event;
    while (!r->failed && (event = fy_parser_parse(parser))) {
        take(r, event);
        fy_parser_event_free(parser, event);
    }
    if (!r->failed && fy_parser_get_stream_error(parser))
        complain_of_syntax(r, diag);
}

static void parse_with(struct reader *r, struct fy_diag *diag, const char *bytes, size_t length)
{
    struct fy_parse_cfg cfg = {.flags = FYPCF_QUIET | FYPCF_COLLECT_DIAG, .diag = diag};
    struct fy_parser *parser = fy_parser_create(&cfg);
    if (parser && fy_parser_set_string(parser, bytes, length) == 0)
        parse(r, parser, diag);
    else
        complain(r, 1, 1, "out of memory");
    if (parser)
        fy_parser_destroy(parser);
}

const struct rp_yaml_node *rp_yaml_read(struct rp_keep *keep, const char *name, const char *bytes,
                                        size_t length, struct rp_text *complaints)
{
    struct reader r = {.keep = keep, .name = name, .complaints = complaints};
    if (!check_bytes(&r, bytes, length))
        return NULL;
    struct fy_diag_cfg cfg;
    fy_diag_cfg_default(&cfg);
    struct fy_diag *diag = fy_diag_create(&cfg);
    if (diag == NULL) {
        complain(&r, 1, 1, "out of memory");
        return NULL;
    }
    fy_diag_set_collect_errors(diag, true);
    parse_with(&r, diag, bytes, length);
    fy_diag_destroy(diag);
    if (!r.failed && r.root == NULL)
        complain(&r, 1, 1, "the file is empty");
    return r.failed ? NULL : r.root;
}

const struct rp_yaml_node *rp_yaml_get(const struct rp_yaml_node *mapping, const char *key)
{
    if (mapping->kind != RP_YAML_MAPPING)
        return NULL;
    for (const struct rp_yaml_node *node = mapping->first; node; node = node->next)
        if (strcmp(node->key->text, key) == 0)
            return node;
    return NULL;
}
