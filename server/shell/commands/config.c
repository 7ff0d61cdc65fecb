#include "config.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define AT(field) offsetof(struct rp_config, field)
#define TEXT(field, section, name, value, when, text)                                              \
    {section, name, RP_SETTING_TEXT, value, 0, 0, 0, when, text, AT(field)},
#define CHOICE(field, section, name, choices, when, text)                                          \
    {section, name, RP_SETTING_CHOICE, choices, 0, 0, 0, when, text, AT(field)},
#define LIST(field, section, name, when, text)                                                     \
    {section, name, RP_SETTING_LIST, NULL, 0, 0, 0, when, text, AT(field)},
#define NUMBER(field, section, name, value, least, most, when, text)                               \
    {section, name, RP_SETTING_NUMBER, NULL, value, least, most, when, text, AT(field)},
#define LIMIT(name, value, least, most, text)                                                      \
    NUMBER(limits.name, "limits", #name, value, least, most, RP_CONFIG_ON_RELOAD, text)
#define FIXED(name, value, least, most, text)                                                      \
    NUMBER(limits.name, "limits", #name, value, least, most, RP_CONFIG_AT_START, text)
#define FLOOR(name, value, least, most, text)                                                      \
    NUMBER(floor.name, "floor", #name, value, least, most, RP_CONFIG_AT_START, text)

static const struct rp_setting settings[] = {
    RP_CONFIG_TEXTS(TEXT) RP_CONFIG_CHOICES(CHOICE) RP_CONFIG_LISTS(LIST) RP_CONFIG_NUMBERS(NUMBER)
        RP_NET_LIMITS_AT_START(FIXED) RP_NET_LIMITS_LIST(LIMIT) RP_FLOOR_CONFIG_LIST(FLOOR)};

size_t rp_settings(void)
{
    return RP_COUNT(settings);
}

const struct rp_setting *rp_setting(size_t index)
{
    RP_CHECK(index < RP_COUNT(settings));
    return &settings[index];
}

void rp_setting_name(const struct rp_setting *setting, char name[RP_SETTING_NAME_MAX])
{
    snprintf(name, RP_SETTING_NAME_MAX, "%s%s%s", setting->section, *setting->section ? "." : "",
             setting->name);
}

void rp_setting_variable(const struct rp_setting *setting, char name[RP_SETTING_NAME_MAX])
{
    snprintf(name, RP_SETTING_NAME_MAX, "HEAROUT_%s%s%s", setting->section,
             *setting->section ? "_" : "", setting->name);
    for (char *at = name; *at; at++)
        *at = (char)toupper((unsigned char)*at);
}

static const void *place(const struct rp_config *config, const struct rp_setting *setting)
{
    return (const char *)config + setting->offset;
}

static bool same_list(const char *const *a, const char *const *b)
{
    for (; *a && *b && strcmp(*a, *b) == 0; a++, b++)
        ;
    return *a == NULL && *b == NULL;
}

static bool is_same(const struct rp_setting *setting, const void *a, const void *b)
{
    switch (setting->kind) {
    case RP_SETTING_NUMBER:
        return *(const int32_t *)a == *(const int32_t *)b;
    case RP_SETTING_LIST:
        return same_list(*(const char *const *const *)a, *(const char *const *const *)b);
    default:
        return strcmp(*(const char *const *)a, *(const char *const *)b) == 0;
    }
}

void rp_config_list_unapplied(const struct rp_config *running, const struct rp_config *wanted,
                              struct rp_text *names)
{
    char name[RP_SETTING_NAME_MAX];
    for (size_t i = 0; i < RP_COUNT(settings); i++) {
        if (settings[i].when != RP_CONFIG_AT_START ||
            is_same(&settings[i], place(running, &settings[i]), place(wanted, &settings[i])))
            continue;
        rp_setting_name(&settings[i], name);
        rp_text_addf(names, "%s%s", names->length > 0 ? ", " : "", name);
    }
}

static void describe_values(const struct rp_setting *setting, struct rp_text *text)
{
    switch (setting->kind) {
    case RP_SETTING_NUMBER:
        rp_text_addf(text, "%d | %d to %d", setting->value, setting->least, setting->most);
        break;
    case RP_SETTING_CHOICE:
        rp_text_addf(text, "%.*s | %s", (int)strcspn(setting->words, ","), setting->words,
                     setting->words);
        break;
    case RP_SETTING_LIST:
        rp_text_add(text, "none | a list of texts");
        break;
    case RP_SETTING_TEXT:
        rp_text_addf(text, "%s | a text", *setting->words ? setting->words : "none");
        break;
    }
}

void rp_settings_describe(const char *section, struct rp_text *text)
{
    rp_text_add(text, "| setting | default | allowed | on SIGHUP | what it is |\n"
                      "|---|---|---|---|---|\n");
    for (size_t i = 0; i < RP_COUNT(settings); i++) {
        if (strcmp(settings[i].section, section) != 0)
            continue;
        rp_text_addf(text, "| `%s` | ", settings[i].name);
        describe_values(&settings[i], text);
        rp_text_addf(text, " | %s | %s |\n", settings[i].when == RP_CONFIG_ON_RELOAD ? "yes" : "no",
                     settings[i].text);
    }
}
