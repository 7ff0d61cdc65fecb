#include "rp_floor_config.h"

static const struct rp_floor_setting settings[] = {
#define RP_FLOOR_CONFIG_SETTING(name, value, least, most, text) {#name, text, value, least, most},
    RP_FLOOR_CONFIG_LIST(RP_FLOOR_CONFIG_SETTING)
#undef RP_FLOOR_CONFIG_SETTING
};

static int32_t *field(struct rp_floor_config *config, size_t index)
{
    int32_t *fields[] = {
#define RP_FLOOR_CONFIG_ADDRESS(name, value, least, most, text) &config->name,
        RP_FLOOR_CONFIG_LIST(RP_FLOOR_CONFIG_ADDRESS)
#undef RP_FLOOR_CONFIG_ADDRESS
    };
    RP_CHECK(index < RP_COUNT(fields));
    return fields[index];
}

size_t rp_floor_settings(void)
{
    return RP_COUNT(settings);
}

const struct rp_floor_setting *rp_floor_setting(size_t index)
{
    RP_CHECK(index < RP_COUNT(settings));
    return &settings[index];
}

int32_t rp_floor_config_value(const struct rp_floor_config *config, size_t index)
{
    struct rp_floor_config copy = *config;
    return *field(&copy, index);
}

void rp_floor_config_default(struct rp_floor_config *config)
{
    for (size_t i = 0; i < RP_COUNT(settings); i++)
        *field(config, i) = settings[i].value;
}

static bool fits(const struct rp_floor_setting *setting, int64_t value)
{
    return value >= setting->least && value <= setting->most;
}

static bool is_named(const struct rp_floor_setting *setting, const char *name, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (setting->name[i] == 0 || setting->name[i] != name[i])
            return false;
    return setting->name[length] == 0;
}

enum rp_err rp_floor_config_set(struct rp_floor_config *config, const char *name, size_t length,
                                int64_t value)
{
    for (size_t i = 0; i < RP_COUNT(settings); i++) {
        if (!is_named(&settings[i], name, length))
            continue;
        if (!fits(&settings[i], value))
            return RP_ERR_RANGE;
        *field(config, i) = (int32_t)value;
        return RP_OK;
    }
    return RP_ERR_NOT_FOUND;
}
