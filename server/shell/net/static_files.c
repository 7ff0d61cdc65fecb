#include "static_files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "log.h"

enum { FILES_MAX = 1024, FILE_BYTES_MAX = 16 * 1024 * 1024, DEPTH_MAX = 4, PATH_BYTES_MAX = 1024 };

struct rp_static_files {
    struct rp_static_file *files; /* by path, ascending */
    size_t count;
};

static const struct {
    const char *suffix, *content_type;
} types[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".wasm", "application/wasm"},
    {".onnx", "application/octet-stream"},
    {".ftl", "text/plain; charset=utf-8"},
    {".txt", "text/plain; charset=utf-8"},
};

static bool ends_with(const char *name, const char *suffix)
{
    size_t length = strlen(name), tail = strlen(suffix);
    return length > tail && strcmp(name + length - tail, suffix) == 0;
}

static const char *content_type_of(const char *path)
{
    for (size_t i = 0; i < RP_COUNT(types); i++)
        if (ends_with(path, types[i].suffix))
            return types[i].content_type;
    return "application/octet-stream";
}

static enum rp_err read_all(int fd, struct rp_static_variant *variant, size_t length)
{
    variant->bytes = malloc(length + 1);
    if (variant->bytes == NULL)
        return RP_ERR_IO;
    while (variant->length < length) {
        ssize_t got = read(fd, variant->bytes + variant->length, length - variant->length);
        if (got <= 0)
            return RP_ERR_IO;
        variant->length += (size_t)got;
    }
    return RP_OK;
}

/* Only plain files: a link could lead out of the folder. Absent is RP_ERR_NOT_FOUND. */
static enum rp_err read_variant(const char *disk_path, struct rp_static_variant *variant)
{
    int fd = open(disk_path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0)
        return errno == ENOENT ? RP_ERR_NOT_FOUND : RP_ERR_IO;
    struct stat facts;
    enum rp_err err = RP_ERR_IO;
    if (fstat(fd, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size <= FILE_BYTES_MAX)
        err = read_all(fd, variant, (size_t)facts.st_size);
    close(fd);
    if (err)
        rp_log(RP_LOG_ERROR, "page_file_unreadable", RP_TEXT("path", disk_path));
    return err;
}

static void hash_bytes(struct rp_static_file *file)
{
    const struct rp_static_variant *identity = &file->variants[RP_ENCODING_IDENTITY];
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    RP_CHECK(EVP_Digest(identity->bytes, identity->length, digest, &length, EVP_sha256(), NULL));
    for (size_t i = 0; i < 16; i++)
        snprintf(file->hash + 2 * i, 3, "%02x", digest[i]);
}

static void clear_file(struct rp_static_file *file)
{
    free(file->path);
    for (size_t i = 0; i < RP_ENCODINGS; i++)
        free(file->variants[i].bytes);
}

static enum rp_err read_file(struct rp_static_file *file, const char *disk_path, const char *path)
{
    static const char *const twins[RP_ENCODINGS] = {"", ".gz", ".br"};
    *file = (struct rp_static_file){.path = strdup(path), .content_type = content_type_of(path)};
    enum rp_err err = file->path ? RP_OK : RP_ERR_IO;
    for (size_t i = 0; i < RP_ENCODINGS && err == RP_OK; i++) {
        char twin[PATH_BYTES_MAX + 4];
        snprintf(twin, sizeof(twin), "%s%s", disk_path, twins[i]);
        err = read_variant(twin, &file->variants[i]);
        if (err == RP_ERR_NOT_FOUND && i != RP_ENCODING_IDENTITY)
            err = RP_OK;
    }
    if (err == RP_OK)
        hash_bytes(file);
    else
        clear_file(file);
    return err;
}

static enum rp_err add_file(struct rp_static_files *files, const char *disk_path, const char *path)
{
    if (files->count == FILES_MAX)
        return RP_ERR_TOO_LARGE;
    enum rp_err err = read_file(&files->files[files->count], disk_path, path);
    if (err == RP_OK)
        files->count++;
    return err;
}

/* root_length: how much of the disk path the request does not name. */
static enum rp_err add_folder(struct rp_static_files *files, const char *folder, size_t root_length,
                              int depth);

static enum rp_err add_entry(struct rp_static_files *files, const char *folder, const char *name,
                             size_t root_length, int depth)
{
    char disk_path[PATH_BYTES_MAX];
    int length = snprintf(disk_path, sizeof(disk_path), "%s/%s", folder, name);
    if (length < 0 || (size_t)length >= sizeof(disk_path))
        return RP_ERR_TOO_LARGE;
    struct stat facts;
    if (lstat(disk_path, &facts) != 0)
        return RP_ERR_IO;
    if (S_ISDIR(facts.st_mode))
        return add_folder(files, disk_path, root_length, depth + 1);
    if (!S_ISREG(facts.st_mode) || ends_with(name, ".gz") || ends_with(name, ".br"))
        return RP_OK;
    return add_file(files, disk_path, disk_path + root_length);
}

static enum rp_err add_folder(struct rp_static_files *files, const char *folder, size_t root_length,
                              int depth)
{
    if (depth > DEPTH_MAX)
        return RP_ERR_TOO_LARGE;
    DIR *dir = opendir(folder);
    if (dir == NULL)
        return RP_ERR_NOT_FOUND;
    enum rp_err err = RP_OK;
    const struct dirent *entry;
    while (err == RP_OK && (entry = readdir(dir)) != NULL)
        if (entry->d_name[0] != '.')
            err = add_entry(files, folder, entry->d_name, root_length, depth);
    closedir(dir);
    return err;
}

static int by_path(const void *left, const void *right)
{
    const struct rp_static_file *a = left, *b = right;
    return strcmp(a->path, b->path);
}

enum rp_err rp_static_files_open(struct rp_static_files **out, const char *dir)
{
    struct rp_static_files *files = calloc(1, sizeof(*files));
    if (files)
        files->files = calloc(FILES_MAX, sizeof(files->files[0]));
    if (files == NULL || files->files == NULL) {
        free(files);
        return RP_ERR_IO;
    }
    enum rp_err err = add_folder(files, dir, strlen(dir), 0);
    qsort(files->files, files->count, sizeof(files->files[0]), by_path);
    if (err == RP_OK && rp_static_files_find(files, "/index.html") == NULL)
        err = RP_ERR_NOT_FOUND;
    if (err) {
        rp_log(RP_LOG_ERROR, "page_not_found", RP_TEXT("folder", dir),
               RP_TEXT("wanted", "a folder with index.html: build the page, or name it by --web"));
        rp_static_files_close(files);
        return err;
    }
    *out = files;
    return RP_OK;
}

void rp_static_files_close(struct rp_static_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        clear_file(&files->files[i]);
    free(files->files);
    free(files);
}

const struct rp_static_file *rp_static_files_find(const struct rp_static_files *files,
                                                  const char *path)
{
    const struct rp_static_file wanted = {.path = (char *)path};
    return bsearch(&wanted, files->files, files->count, sizeof(files->files[0]), by_path);
}
