#include "scenario.h"

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "installed.h"
#include "yaml.h"

/* One byte more than is allowed tells a file that is too large. */
enum { READ_MAX = RP_YAML_BYTES_MAX + 1, SCENARIOS_MAX = 200 };

struct rp_scenario_shelf {
    struct rp_scenario *scenarios[SCENARIOS_MAX];
    size_t count;
    struct rp_scenario *old[SCENARIOS_MAX];
    size_t old_count;
};

enum rp_err rp_scenario_load(struct rp_scenario **scenario, const char *path,
                             struct rp_text *complaints)
{
    *scenario = NULL;
    FILE *file = fopen(path, "rb");
    char *bytes = malloc(READ_MAX);
    size_t length = file && bytes ? fread(bytes, 1, READ_MAX, file) : 0;
    enum rp_err err = RP_OK;
    if (file == NULL || bytes == NULL || ferror(file)) {
        rp_text_addf(complaints, "%s:1:1: the file cannot be read\n", path);
        err = RP_ERR_IO;
    }
    if (file)
        fclose(file);
    if (err == RP_OK)
        err = rp_scenario_parse(scenario, path, bytes, length, complaints);
    free(bytes);
    return err;
}

static int is_scenario(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);
    return entry->d_name[0] != '.' && length > 5 &&
           strcmp(entry->d_name + length - 5, ".yaml") == 0;
}

/* By bytes, whatever the locale. */
static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static enum rp_err put(struct rp_scenario_shelf *shelf, const char *path,
                       struct rp_text *complaints)
{
    struct rp_scenario *scenario;
    if (shelf->count == SCENARIOS_MAX) {
        rp_text_addf(complaints, "%s:1:1: more than %d scenarios\n", path, SCENARIOS_MAX);
        return RP_ERR_TOO_LARGE;
    }
    enum rp_err err = rp_scenario_load(&scenario, path, complaints);
    if (err != RP_OK)
        return err;
    if (rp_scenario_named(shelf, scenario->id, strlen(scenario->id))) {
        rp_text_addf(complaints, "%s:1:1: duplicate scenario id '%s'\n", path, scenario->id);
        rp_scenario_free(scenario);
        return RP_ERR_CONFLICT;
    }
    shelf->scenarios[shelf->count++] = scenario;
    return RP_OK;
}

static enum rp_err fill(struct rp_scenario_shelf *shelf, const char *folder,
                        struct rp_text *complaints)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, is_scenario, by_name);
    enum rp_err err = RP_OK;
    if (count < 0) {
        rp_text_addf(complaints, "%s:1:1: the folder cannot be read\n", folder);
        return RP_ERR_IO;
    }
    for (int i = 0; i < count; i++) {
        char path[PATH_MAX];
        snprintf(path, sizeof(path), "%s/%s", folder, entries[i]->d_name);
        enum rp_err wrong = put(shelf, path, complaints);
        err = wrong != RP_OK ? wrong : err;
        free(entries[i]);
    }
    free(entries);
    return err;
}

enum rp_err rp_scenario_shelf_open(struct rp_scenario_shelf **shelf, const char *folder,
                                   struct rp_text *complaints)
{
    struct rp_scenario_shelf *opened = calloc(1, sizeof(*opened));
    enum rp_err err = opened ? fill(opened, folder, complaints) : RP_ERR_STORAGE;
    if (err != RP_OK) {
        rp_scenario_shelf_close(opened);
        opened = NULL;
    }
    *shelf = opened;
    return err;
}

void rp_scenario_shelf_close(struct rp_scenario_shelf *shelf)
{
    if (shelf == NULL)
        return;
    for (size_t i = 0; i < shelf->count; i++)
        rp_scenario_free(shelf->scenarios[i]);
    for (size_t i = 0; i < shelf->old_count; i++)
        rp_scenario_free(shelf->old[i]);
    free(shelf);
}

size_t rp_scenario_shelf_count(const struct rp_scenario_shelf *shelf)
{
    return shelf->count;
}

const struct rp_scenario *rp_scenario_shelf_at(const struct rp_scenario_shelf *shelf, size_t index)
{
    RP_CHECK(index < shelf->count);
    return shelf->scenarios[index];
}

static bool same(const char *text, const char *bytes, size_t length)
{
    return strlen(text) == length && memcmp(text, bytes, length) == 0;
}

const struct rp_scenario *rp_scenario_named(const struct rp_scenario_shelf *shelf, const char *id,
                                            size_t length)
{
    for (size_t i = 0; i < shelf->count; i++)
        if (same(shelf->scenarios[i]->id, id, length))
            return shelf->scenarios[i];
    return NULL;
}

const struct rp_scenario *rp_scenario_hashed(const struct rp_scenario_shelf *shelf,
                                             const char *hash, size_t length)
{
    for (size_t i = 0; i < shelf->count; i++)
        if (same(shelf->scenarios[i]->hash, hash, length))
            return shelf->scenarios[i];
    for (size_t i = 0; i < shelf->old_count; i++)
        if (same(shelf->old[i]->hash, hash, length))
            return shelf->old[i];
    return NULL;
}

enum rp_err rp_scenario_shelf_add_old(struct rp_scenario_shelf *shelf, struct rp_str source)
{
    struct rp_text complaints = {0};
    struct rp_scenario *scenario;
    if (shelf->old_count == SCENARIOS_MAX)
        return RP_ERR_TOO_LARGE;
    enum rp_err err =
        rp_scenario_parse(&scenario, "an older form", source.at, source.length, &complaints);
    rp_text_clear(&complaints);
    if (err == RP_OK)
        shelf->old[shelf->old_count++] = scenario;
    return err;
}

enum rp_err rp_scenario_folder_find(char *folder, size_t size)
{
    /* From PREFIX/bin, and from build/PRESET. */
    static const char *const places[] = {"../share/hearout/scenarios", "../../scenarios"};
    return rp_installed_find(places, RP_COUNT(places), NULL, folder, size);
}
