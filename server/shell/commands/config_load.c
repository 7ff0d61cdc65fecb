/* config_load.c: a configuration out of a file and the environment. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "address.h"
#include "config.h"
#include "scenario_read.h"

enum { LIST_MAX = 64, VALUE_MAX = 1000, COMPLAINT_LIST_MAX = 450 };

struct loading {
    struct rp_config *config;
    struct rp_reader reader;
};

static void *place(struct rp_config *config, const struct rp_setting *setting)
{
    return (char *)config + setting->offset;
}

/* The first of "a, b, c". */
static const char *first_choice(struct rp_keep *keep, const char *choices)
{
    return rp_keep_text(keep, choices, strcspn(choices, ","));
}

static bool set_default(struct rp_config *config, const struct rp_setting *setting)
{
    static const char *const none[] = {NULL};
    void *at = place(config, setting);
    switch (setting->kind) {
    case RP_SETTING_NUMBER:
        *(int32_t *)at = setting->value;
        break;
    case RP_SETTING_LIST:
        *(const char *const **)at = none;
        break;
    case RP_SETTING_CHOICE:
        *(const char **)at = first_choice(&config->keep, setting->words);
        return *(const char **)at != NULL;
    case RP_SETTING_TEXT:
        *(const char **)at = setting->words;
        break;
    }
    return true;
}

/* One value, by its node: from the file, or from the environment. */

static bool is_choice(const char *choices, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = choices; *at; at += strspn(at, ", ")) {
        size_t size = strcspn(at, ",");
        if (size == length && strncmp(at, word, length) == 0)
            return true;
        at += size;
    }
    return false;
}

static void take_choice(struct loading *loading, const struct rp_setting *setting,
                        const struct rp_yaml_node *node)
{
    if (node->kind != RP_YAML_SCALAR || !is_choice(setting->words, node->text))
        rp_complain(&loading->reader, node, "allowed are %s", setting->words);
    else
        *(const char **)place(loading->config, setting) = node->text;
}

static void take_list(struct loading *loading, const struct rp_setting *setting,
                      const struct rp_yaml_node *node)
{
    if (!rp_read_list(&loading->reader, node, setting->name, 0, LIST_MAX))
        return;
    const char **list = rp_keep_take(&loading->config->keep, (node->count + 1) * sizeof(char *));
    const char **next = list;
    for (const struct rp_yaml_node *one = node->first; one && list; one = one->next)
        if (rp_read_text(&loading->reader, one, 1, VALUE_MAX, next))
            next++;
    if (list)
        *(const char *const **)place(loading->config, setting) = list;
    else
        rp_complain(&loading->reader, node, "out of memory");
}

static void take(struct loading *loading, const struct rp_setting *setting,
                 const struct rp_yaml_node *node)
{
    void *at = place(loading->config, setting);
    int64_t number;
    switch (setting->kind) {
    case RP_SETTING_NUMBER:
        if (rp_read_int(&loading->reader, node, setting->least, setting->most, &number))
            *(int32_t *)at = (int32_t)number;
        break;
    case RP_SETTING_CHOICE:
        take_choice(loading, setting, node);
        break;
    case RP_SETTING_LIST:
        take_list(loading, setting, node);
        break;
    case RP_SETTING_TEXT:
        rp_read_text(&loading->reader, node, 0, VALUE_MAX, at);
        break;
    }
}

/* The file. */

static const struct rp_setting *find(const char *section, const char *name)
{
    for (size_t i = 0; i < rp_settings(); i++)
        if (strcmp(rp_setting(i)->section, section) == 0 && strcmp(rp_setting(i)->name, name) == 0)
            return rp_setting(i);
    return NULL;
}

static bool is_section(const char *name)
{
    for (size_t i = 0; i < rp_settings(); i++)
        if (*name && strcmp(rp_setting(i)->section, name) == 0)
            return true;
    return false;
}

/* What may stand in a section: its settings, and at the top the sections too. */
static void complain_of_unknown(struct loading *loading, const char *section,
                                const struct rp_yaml_node *key)
{
    struct rp_text list = {0};
    const char *last = section;
    for (size_t i = 0; i < rp_settings(); i++) {
        const struct rp_setting *setting = rp_setting(i);
        bool here = strcmp(setting->section, section) == 0;
        bool opens = !*section && strcmp(setting->section, last) != 0;
        if (here || opens)
            rp_text_addf(&list, "%s%s", list.length > 0 ? ", " : "",
                         here ? setting->name : setting->section);
        last = setting->section;
    }
    bool fits = list.bytes && list.length <= COMPLAINT_LIST_MAX;
    rp_complain(&loading->reader, key, "no such setting '%.60s'; allowed are %s", key->text,
                fits ? list.bytes : "those that `hearout config list` shows");
    rp_text_clear(&list);
}

static void take_section(struct loading *loading, const char *section,
                         const struct rp_yaml_node *mapping)
{
    if (mapping->kind != RP_YAML_MAPPING) {
        rp_complain(&loading->reader, mapping, "settings are wanted here, each `name: value`");
        return;
    }
    for (const struct rp_yaml_node *node = mapping->first; node; node = node->next) {
        const struct rp_setting *setting = find(section, node->key->text);
        if (setting)
            take(loading, setting, node);
        else if (!*section && is_section(node->key->text))
            take_section(loading, node->key->text, node);
        else
            complain_of_unknown(loading, section, node->key);
    }
}

static enum rp_err read_bytes(const char *path, char *bytes, size_t size, size_t *length)
{
    FILE *file = fopen(path, "re");
    if (file == NULL)
        return RP_ERR_IO;
    *length = fread(bytes, 1, size, file);
    enum rp_err err = ferror(file) ? RP_ERR_IO : RP_OK;
    fclose(file);
    return err;
}

static enum rp_err take_file(struct loading *loading, const char *path)
{
    enum { SIZE = RP_YAML_BYTES_MAX + 1 }; /* one more tells a file that is too large */
    char *bytes = malloc(SIZE);
    size_t length = 0;
    enum rp_err err = bytes ? read_bytes(path, bytes, SIZE, &length) : RP_ERR_IO;
    const struct rp_yaml_node *root = NULL;
    if (err != RP_OK)
        rp_text_addf(loading->reader.complaints, "%s:1:1: cannot be read: %s\n", path,
                     strerror(errno));
    else
        root =
            rp_yaml_read(&loading->config->keep, path, bytes, length, loading->reader.complaints);
    free(bytes);
    if (root == NULL)
        return err ? err : RP_ERR_RANGE;
    take_section(loading, "", root);
    return RP_OK;
}

/* The environment. */

/* "a, b" as the list that it stands for. */
static struct rp_yaml_node *split(struct rp_keep *keep, const struct rp_yaml_node *whole)
{
    struct rp_yaml_node *list = rp_keep_take(keep, sizeof(*list)), **tail;
    if (list == NULL)
        return NULL;
    *list = (struct rp_yaml_node){.kind = RP_YAML_LIST};
    tail = &list->first;
    for (const char *at = whole->text + strspn(whole->text, ", "); *at; at += strspn(at, ", ")) {
        size_t size = strcspn(at, ", ");
        struct rp_yaml_node *one = rp_keep_take(keep, sizeof(*one));
        if (one == NULL || (one->text = rp_keep_text(keep, at, size)) == NULL)
            return NULL;
        *tail = one;
        tail = &one->next;
        list->count++;
        at += size;
    }
    return list;
}

/* Complaints name the variable instead of the file. */
static void take_variable(struct loading *loading, const struct rp_setting *setting,
                          const char *variable, const char *value)
{
    struct rp_keep *keep = &loading->config->keep;
    struct rp_yaml_node node = {.plain = true, .line = 1, .column = 1};
    const struct rp_yaml_node *given = &node;
    node.text = rp_keep_text(keep, value, strlen(value));
    if (node.text && setting->kind == RP_SETTING_LIST)
        given = split(keep, &node);
    loading->reader.file = variable;
    if (node.text == NULL || given == NULL)
        rp_complain(&loading->reader, &node, "out of memory");
    else
        take(loading, setting, given);
}

static const char *look_up(char *const *environment, const char *variable)
{
    size_t length = strlen(variable);
    for (; *environment; environment++)
        if (strncmp(*environment, variable, length) == 0 && (*environment)[length] == '=')
            return *environment + length + 1;
    return NULL;
}

static void take_environment(struct loading *loading, char *const *environment)
{
    char variable[RP_SETTING_NAME_MAX];
    for (size_t i = 0; i < rp_settings(); i++) {
        rp_setting_variable(rp_setting(i), variable);
        const char *value = look_up(environment, variable);
        if (value)
            take_variable(loading, rp_setting(i), variable, value);
    }
}

static void check_networks(struct loading *loading, const char *file, const char *setting,
                           const char *const *given)
{
    for (; *given; given++) {
        struct rp_network network;
        if (rp_network_parse(*given, &network) == RP_OK)
            continue;
        loading->reader.faults++;
        rp_text_addf(loading->reader.complaints,
                     "%s:1:1: %s: '%s' is no address or network, such as 10.0.0.0/8\n", file,
                     setting, *given);
    }
}

/* What no single value shows. */
static void check_whole(struct loading *loading, const char *path)
{
    const struct rp_config *config = loading->config;
    const char *file = path ? path : "environment";
    if (!*config->tls_certificate != !*config->tls_key) {
        loading->reader.faults++;
        rp_text_addf(loading->reader.complaints,
                     "%s:1:1: tls.certificate and tls.key are wanted both, or neither\n", file);
    }
    check_networks(loading, file, "proxies", config->proxies);
    check_networks(loading, file, "metrics_readers", config->metrics_readers);
}

enum rp_err rp_config_load(struct rp_config *config, const char *path, char *const *environment,
                           struct rp_text *complaints)
{
    struct loading loading = {config, {.file = path, .complaints = complaints}};
    *config = (struct rp_config){0};
    loading.reader.keep = &config->keep;
    bool defaults = true;
    for (size_t i = 0; i < rp_settings(); i++)
        defaults &= set_default(config, rp_setting(i));
    enum rp_err err = defaults ? RP_OK : RP_ERR_IO;
    if (err == RP_OK && path)
        err = take_file(&loading, path);
    if (err == RP_OK && environment)
        take_environment(&loading, environment);
    if (err == RP_OK)
        check_whole(&loading, path);
    return err == RP_OK && loading.reader.faults > 0 ? RP_ERR_RANGE : err;
}

void rp_config_clear(struct rp_config *config)
{
    rp_keep_clear(&config->keep);
    *config = (struct rp_config){0};
}
