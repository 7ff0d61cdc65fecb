#include "scenario_read.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void tell(struct rp_reader *reader, const struct rp_yaml_node *node, const char *kind,
                 const char *format, va_list arguments)
{
    char what[600];
    if (reader->faults + reader->warnings > RP_COMPLAINTS_MAX)
        return;
    vsnprintf(what, sizeof(what), format, arguments);
    rp_text_addf(reader->complaints, "%s:%d:%d: %s%s\n", reader->file, node->line, node->column,
                 kind, what);
}

void rp_complain(struct rp_reader *reader, const struct rp_yaml_node *node, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    reader->faults++;
    tell(reader, node, "", format, arguments);
    va_end(arguments);
}

void rp_warn(struct rp_reader *reader, const struct rp_yaml_node *node, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    reader->warnings++;
    tell(reader, node, "warning: ", format, arguments);
    va_end(arguments);
}

static size_t points(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += ((unsigned char)*text & 0xc0) != 0x80;
    return count;
}

bool rp_read_text(struct rp_reader *reader, const struct rp_yaml_node *node, size_t min, size_t max,
                  const char **text)
{
    if (node->kind != RP_YAML_SCALAR) {
        rp_complain(reader, node, "a text is wanted here, not a list or a mapping");
        return false;
    }
    size_t length = points(node->text);
    if (length < min || length > max) {
        rp_complain(reader, node, "a text of %zu characters; %zu to %zu are allowed", length, min,
                    max);
        return false;
    }
    *text = node->text;
    return true;
}

bool rp_read_int(struct rp_reader *reader, const struct rp_yaml_node *node, int64_t min,
                 int64_t max, int64_t *value)
{
    char *end = NULL;
    bool digits = node->kind == RP_YAML_SCALAR && node->plain && *node->text &&
                  strspn(node->text, "-0123456789") == strlen(node->text) &&
                  strlen(node->text) < 19;
    int64_t number = digits ? strtoll(node->text, &end, 10) : 0;
    if (!digits || *end || number < min || number > max) {
        rp_complain(reader, node, "a whole number from %" PRId64 " to %" PRId64 " is wanted here",
                    min, max);
        return false;
    }
    *value = number;
    return true;
}

static void read_flag(struct rp_reader *reader, const struct rp_yaml_node *node, bool *flag)
{
    bool scalar = node->kind == RP_YAML_SCALAR && node->plain;
    if (scalar && strcmp(node->text, "true") == 0)
        *flag = true;
    else if (scalar && strcmp(node->text, "false") == 0)
        *flag = false;
    else
        rp_complain(reader, node, "true or false is wanted here");
}

bool rp_read_list(struct rp_reader *reader, const struct rp_yaml_node *node, const char *what,
                  size_t min, size_t max)
{
    if (node->kind != RP_YAML_LIST) {
        rp_complain(reader, node, "a list of %s is wanted here", what);
        return false;
    }
    if (node->count < min || node->count > max) {
        rp_complain(reader, node, "%zu %s; %zu to %zu are allowed", node->count, what, min, max);
        return false;
    }
    return true;
}

bool rp_read_id(struct rp_reader *reader, const struct rp_yaml_node *node, const char **id)
{
    const char *allowed = "abcdefghijklmnopqrstuvwxyz0123456789-_";
    if (node->kind != RP_YAML_SCALAR || strspn(node->text, allowed) != strlen(node->text) ||
        *node->text == 0 || strlen(node->text) > 40) {
        rp_complain(reader, node, "an id has 1 to 40 of a to z, 0 to 9, - and _");
        return false;
    }
    *id = node->text;
    return true;
}

/* ", " between, as far as there is room. */
static void append(char *list, size_t size, const char *word)
{
    size_t used = strlen(list);
    if (used + strlen(word) + 3 > size)
        return;
    if (used > 0)
        strcat(list, ", ");
    strcat(list, word);
}

bool rp_read_choice(struct rp_reader *reader, const struct rp_yaml_node *node, const char *what,
                    const char *(*name_of)(size_t index), size_t count, size_t *index)
{
    char list[500] = "";
    for (size_t i = 0; i < count; i++) {
        if (node->kind == RP_YAML_SCALAR && strcmp(node->text, name_of(i)) == 0) {
            *index = i;
            return true;
        }
        append(list, sizeof(list), name_of(i));
    }
    rp_complain(reader, node, "'%.40s' is no %s; allowed are %s",
                node->kind == RP_YAML_SCALAR ? node->text : "this", what, list);
    return false;
}

static const struct rp_field *find(const struct rp_field *fields, size_t count, const char *key)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(fields[i].key, key) == 0)
            return &fields[i];
    return NULL;
}

static void complain_of_unknown(struct rp_reader *reader, const struct rp_yaml_node *node,
                                const char *what, const struct rp_field *fields, size_t count)
{
    char list[500] = "";
    for (size_t i = 0; i < count; i++)
        append(list, sizeof(list), fields[i].key);
    for (const struct rp_yaml_node *value = node->first; value; value = value->next)
        if (!find(fields, count, value->key->text))
            rp_complain(reader, value->key, "unknown key '%.40s' of %s; allowed are %s",
                        value->key->text, what, list);
}

static void take(struct rp_reader *reader, const struct rp_yaml_node *node,
                 const struct rp_field *field, void *into)
{
    void *at = (char *)into + field->offset;
    switch (field->kind) {
    case RP_FIELD_INT:
        rp_read_int(reader, node, field->min, field->max, at);
        break;
    case RP_FIELD_FLAG:
        read_flag(reader, node, at);
        break;
    case RP_FIELD_TEXT:
        rp_read_text(reader, node, (size_t)field->min, (size_t)field->max, at);
        break;
    case RP_FIELD_PART:
        field->take(reader, node, into);
        break;
    }
}

void rp_read_mapping(struct rp_reader *reader, const struct rp_yaml_node *node, const char *what,
                     const struct rp_field *fields, size_t count, void *into)
{
    if (node->kind != RP_YAML_MAPPING) {
        rp_complain(reader, node, "%s must be a mapping of keys to values", what);
        return;
    }
    complain_of_unknown(reader, node, what, fields, count);
    for (size_t i = 0; i < count; i++) {
        const struct rp_yaml_node *value = rp_yaml_get(node, fields[i].key);
        if (value)
            take(reader, value, &fields[i], into);
        else if (!fields[i].optional)
            rp_complain(reader, node, "%s has no key '%s'", what, fields[i].key);
    }
}
