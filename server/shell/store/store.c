/* store.c: opens and closes what is kept. */
#include "store.h"

#include <stdlib.h>
#include <unistd.h>

#include "store_private.h"

static enum rp_err open_parts(struct rp_store *store, const struct rp_store_options *options)
{
    char path[RP_PATH_TEXT];
    enum rp_err err = rp_folder_path(path, options->folder, "hearout.db");
    if (!err)
        err = rp_folder_lock(&store->lock, options->folder);
    if (!err)
        err = rp_writer_open(&store->writer, path, options);
    if (!err)
        err = rp_connect(&store->reader, path, RP_CONNECT_READ, options->vfs);
    return err;
}

enum rp_err rp_store_open(struct rp_store **store, const struct rp_store_options *options)
{
    struct rp_store *opened = calloc(1, sizeof(*opened));
    if (opened == NULL)
        return RP_ERR_STORAGE;
    opened->lock = -1;
    enum rp_err err = open_parts(opened, options);
    if (err)
        rp_store_close(opened);
    else
        *store = opened;
    return err;
}

enum rp_err rp_store_open_read(struct rp_store **store, const char *folder)
{
    char path[RP_PATH_TEXT];
    struct rp_store *opened = calloc(1, sizeof(*opened));
    if (opened == NULL)
        return RP_ERR_STORAGE;
    opened->lock = -1;
    enum rp_err err = rp_folder_path(path, folder, "hearout.db");
    if (!err)
        err = rp_connect(&opened->reader, path, RP_CONNECT_READ, NULL);
    if (!err)
        err = rp_schema_check(opened->reader, path, RP_STORE_SCHEMA);
    if (err)
        rp_store_close(opened);
    else
        *store = opened;
    return err;
}

/* The lock goes last: until then the folder is not free. */
void rp_store_close(struct rp_store *store)
{
    if (store->writer)
        rp_writer_close(store->writer);
    sqlite3_close(store->reader);
    if (store->lock >= 0)
        close(store->lock);
    free(store);
}
