#include <dirent.h>
#include <limits.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "method_build.h"

enum { METHODS_MAX = 100, READ_MAX = RP_YAML_BYTES_MAX + 1 };

static const char bank_name[] = "items.yaml";

struct bytes {
    char *at;
    size_t length;
};

struct rp_method_shelf {
    struct rp_keep keep;
    struct bytes bank_bytes;
    struct rp_bank bank;
    struct rp_method_file *methods[METHODS_MAX];
    size_t count;
};

/* One byte more than is allowed tells a file that is too large. */
static enum rp_err read_file(struct rp_keep *keep, const char *path, struct bytes *bytes,
                             struct rp_text *complaints)
{
    FILE *file = fopen(path, "rb");
    char *at = rp_keep_take(keep, READ_MAX);
    bytes->at = at;
    bytes->length = file && at ? fread(at, 1, READ_MAX, file) : 0;
    bool failed = file == NULL || at == NULL || ferror(file);
    if (file)
        fclose(file);
    if (failed)
        rp_text_addf(complaints, "%s:1:1: the file cannot be read\n", path);
    return failed ? RP_ERR_IO : RP_OK;
}

static bool hash(char *text, const struct bytes *bank, const struct bytes *method)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    bool done = context && EVP_DigestInit_ex(context, EVP_sha256(), NULL) == 1 &&
                EVP_DigestUpdate(context, method->at, method->length) == 1 &&
                EVP_DigestUpdate(context, bank->at, bank->length) == 1 &&
                EVP_DigestFinal_ex(context, digest, &size) == 1;
    EVP_MD_CTX_free(context);
    for (unsigned i = 0; done && i < size; i++)
        snprintf(text + (size_t)2 * i, 3, "%02x", digest[i]);
    return done;
}

static enum rp_err load_bank(struct rp_method_shelf *shelf, const char *folder,
                             struct rp_text *complaints)
{
    char path[PATH_MAX];
    snprintf(path, sizeof(path), "%s/%s", folder, bank_name);
    enum rp_err err = read_file(&shelf->keep, path, &shelf->bank_bytes, complaints);
    if (err != RP_OK)
        return err;
    struct rp_reader reader = {.keep = &shelf->keep, .file = path, .complaints = complaints};
    const struct rp_yaml_node *root = rp_yaml_read(&shelf->keep, path, shelf->bank_bytes.at,
                                                   shelf->bank_bytes.length, complaints);
    return root && rp_bank_build(&reader, root, &shelf->bank) ? RP_OK : RP_ERR_MALFORMED;
}

static enum rp_err load(struct rp_method_shelf *shelf, const char *path, struct rp_text *complaints)
{
    struct bytes bytes;
    struct rp_method_file *method = rp_keep_take(&shelf->keep, sizeof(*method));
    enum rp_err err = method ? read_file(&shelf->keep, path, &bytes, complaints) : RP_ERR_STORAGE;
    if (err != RP_OK)
        return err;
    struct rp_reader reader = {.keep = &shelf->keep, .file = path, .complaints = complaints};
    const struct rp_yaml_node *root =
        rp_yaml_read(&shelf->keep, path, bytes.at, bytes.length, complaints);
    if (root == NULL || !rp_method_build(&reader, root, &shelf->bank, method))
        return RP_ERR_MALFORMED;
    if (!hash(method->hash, &shelf->bank_bytes, &bytes))
        return RP_ERR_STORAGE;
    if (shelf->count == METHODS_MAX || rp_method_named(shelf, method->id, strlen(method->id))) {
        rp_text_addf(complaints, "%s:1:1: duplicate method id '%s', or more than %d methods\n",
                     path, method->id, METHODS_MAX);
        return RP_ERR_CONFLICT;
    }
    shelf->methods[shelf->count++] = method;
    return RP_OK;
}

static int is_method(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);
    return entry->d_name[0] != '.' && length > 5 &&
           strcmp(entry->d_name + length - 5, ".yaml") == 0 &&
           strcmp(entry->d_name, bank_name) != 0;
}

/* By bytes, whatever the locale. */
static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static enum rp_err fill(struct rp_method_shelf *shelf, const char *folder,
                        struct rp_text *complaints)
{
    struct dirent **entries;
    enum rp_err err = load_bank(shelf, folder, complaints);
    int count = err == RP_OK ? scandir(folder, &entries, is_method, by_name) : -1;
    if (count < 0)
        return err != RP_OK ? err : RP_ERR_IO;
    for (int i = 0; i < count; i++) {
        char path[PATH_MAX];
        snprintf(path, sizeof(path), "%s/%s", folder, entries[i]->d_name);
        enum rp_err wrong = load(shelf, path, complaints);
        err = wrong != RP_OK ? wrong : err;
        free(entries[i]);
    }
    free(entries);
    return err;
}

enum rp_err rp_method_shelf_open(struct rp_method_shelf **shelf, const char *folder,
                                 struct rp_text *complaints)
{
    struct rp_method_shelf *opened = calloc(1, sizeof(*opened));
    enum rp_err err = opened ? fill(opened, folder, complaints) : RP_ERR_STORAGE;
    if (err != RP_OK) {
        rp_method_shelf_close(opened);
        opened = NULL;
    }
    *shelf = opened;
    return err;
}

void rp_method_shelf_close(struct rp_method_shelf *shelf)
{
    if (shelf == NULL)
        return;
    rp_keep_clear(&shelf->keep);
    free(shelf);
}

size_t rp_method_shelf_count(const struct rp_method_shelf *shelf)
{
    return shelf->count;
}

const struct rp_method_file *rp_method_shelf_at(const struct rp_method_shelf *shelf, size_t index)
{
    RP_CHECK(index < shelf->count);
    return shelf->methods[index];
}

const struct rp_method_file *rp_method_named(const struct rp_method_shelf *shelf, const char *id,
                                             size_t length)
{
    for (size_t i = 0; i < shelf->count; i++)
        if (strlen(shelf->methods[i]->id) == length &&
            memcmp(shelf->methods[i]->id, id, length) == 0)
            return shelf->methods[i];
    return NULL;
}

static void folder_of(const char *path, char *folder, size_t size)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        snprintf(folder, size, ".");
    else
        snprintf(folder, size, "%.*s", (int)(slash - path), path);
}

/* The bank lies beside each of them. */
bool rp_method_is_file(const char *path)
{
    char folder[PATH_MAX - sizeof(bank_name) - 1], bank[PATH_MAX];
    folder_of(path, folder, sizeof(folder));
    snprintf(bank, sizeof(bank), "%s/%s", folder, bank_name);
    FILE *file = fopen(bank, "rb");
    if (file)
        fclose(file);
    return file != NULL;
}

enum rp_err rp_method_check(const char *path, struct rp_text *complaints)
{
    char folder[PATH_MAX];
    struct rp_method_shelf *shelf = calloc(1, sizeof(*shelf));
    folder_of(path, folder, sizeof(folder));
    enum rp_err err = shelf ? load_bank(shelf, folder, complaints) : RP_ERR_STORAGE;
    const char *name = strrchr(path, '/');
    if (err == RP_OK && strcmp(name ? name + 1 : path, bank_name) != 0)
        err = load(shelf, path, complaints);
    rp_method_shelf_close(shelf);
    return err;
}
