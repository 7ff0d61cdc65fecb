/* Any bytes as the configuration file, and behind a zero byte as the environment, its variables
 * parted by line feeds: refused with complaints, or every value is one that the list allows. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "config.h"
#include "yaml_leak.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { VARIABLES_MAX = 32 };

/* Settings come out of a file: here one that is in memory alone. */
static const char *file_of(const char *bytes, size_t length)
{
    static char path[32];
    static int fd = -1;
    if (fd < 0)
        fd = memfd_create("hearout.yaml", 0);
    snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
    RP_CHECK(ftruncate(fd, 0) == 0 && pwrite(fd, bytes, length, 0) == (ssize_t)length);
    return path;
}

static void split(char *text, char *variables[VARIABLES_MAX + 1])
{
    size_t count = 0;
    for (char *one = strtok(text, "\n"); one && count < VARIABLES_MAX; one = strtok(NULL, "\n"))
        variables[count++] = one;
    variables[count] = NULL;
}

static void check_setting(const struct rp_config *config, const struct rp_setting *setting)
{
    const void *at = (const char *)config + setting->offset;
    if (setting->kind == RP_SETTING_NUMBER) {
        int32_t value = *(const int32_t *)at;
        RP_CHECK(value >= setting->least && value <= setting->most);
    } else if (setting->kind == RP_SETTING_LIST) {
        for (const char *const *one = *(const char *const *const *)at; *one; one++)
            RP_CHECK(**one);
    } else {
        const char *word = *(const char *const *)at;
        RP_CHECK(word && (setting->kind == RP_SETTING_TEXT || strstr(setting->words, word)));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1), *variables[VARIABLES_MAX + 1] = {NULL};
    struct rp_config config;
    struct rp_text complaints = {0};
    RP_CHECK(text);
    memcpy(text, data, size);
    text[size] = 0;
    size_t length = strlen(text);
    if (length < size)
        split(text + length + 1, variables);
    enum rp_err err = rp_config_load(&config, file_of(text, length), variables, &complaints);
    RP_CHECK((err == RP_OK) == (complaints.length == 0));
    for (size_t i = 0; err == RP_OK && i < rp_settings(); i++)
        check_setting(&config, rp_setting(i));
    rp_config_clear(&config);
    rp_text_clear(&complaints);
    free(text);
    return 0;
}
