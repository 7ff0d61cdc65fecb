/* static_files.h: the page as it was shipped: every file, known by its path, in memory.
 *
 * A request names an entry of this table or nothing: no request ever touches the disk, so there
 * is no path to escape from and no file to change under a running answer.
 *
 * Owner    open/close. Opened again for a reload; the old table serves until then.
 * Errors   RP_ERR_NOT_FOUND: no index.html there. RP_ERR_IO: a file could not be read.
 *          Both leave a line in the log.
 */
#pragma once

#include "rp_types.h"

enum rp_encoding { RP_ENCODING_IDENTITY = 0, RP_ENCODING_GZIP, RP_ENCODING_BR, RP_ENCODINGS };

struct rp_static_variant {
    uint8_t *bytes; /* NULL: not shipped in this encoding */
    size_t length;
};

struct rp_static_file {
    char *path; /* as a request names it: "/assets/index-3f2a.js" */
    const char *content_type;
    char hash[33]; /* of the identity bytes, in hexadecimal */
    struct rp_static_variant variants[RP_ENCODINGS];
};

struct rp_static_files;

enum rp_err rp_static_files_open(struct rp_static_files **files, const char *dir);
void rp_static_files_close(struct rp_static_files *files);

/* NULL where nothing of that path was shipped. */
const struct rp_static_file *rp_static_files_find(const struct rp_static_files *files,
                                                  const char *path);
