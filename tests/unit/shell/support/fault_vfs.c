#include "fault_vfs.h"

#include <sqlite3.h>
#include <uv.h>

#include "rp_types.h"

/* SQLite's memory for it is followed by the real file. */
struct layer {
    sqlite3_file base;
    sqlite3_file *real;
};

static struct {
    uv_mutex_t mutex;
    uv_cond_t changed;
    enum fault fault;
    uint32_t writes; /* since the fault was set */
    bool held;
    uint32_t waiting;
    sqlite3_vfs *real, vfs;
} disk;

void fault_set(enum fault fault)
{
    uv_mutex_lock(&disk.mutex);
    disk.fault = fault;
    disk.writes = 0;
    uv_mutex_unlock(&disk.mutex);
}

static void set_held(bool held)
{
    uv_mutex_lock(&disk.mutex);
    disk.held = held;
    uv_cond_broadcast(&disk.changed);
    uv_mutex_unlock(&disk.mutex);
}

void fault_hold(void)
{
    set_held(true);
}

void fault_release(void)
{
    set_held(false);
}

void fault_await_held(void)
{
    uv_mutex_lock(&disk.mutex);
    while (disk.waiting == 0)
        uv_cond_wait(&disk.changed, &disk.mutex);
    uv_mutex_unlock(&disk.mutex);
}

/* What a write answers at this moment. */
static int write_fault(void)
{
    uv_mutex_lock(&disk.mutex);
    enum fault fault = disk.fault;
    bool first = disk.writes++ == 0;
    uv_mutex_unlock(&disk.mutex);
    if (fault == FAULT_FULL || (fault == FAULT_HALF && !first))
        return SQLITE_FULL;
    return fault == FAULT_READ_ONLY ? SQLITE_IOERR_WRITE : SQLITE_OK;
}

static int sync_fault(void)
{
    uv_mutex_lock(&disk.mutex);
    disk.waiting++;
    uv_cond_broadcast(&disk.changed);
    while (disk.held)
        uv_cond_wait(&disk.changed, &disk.mutex);
    disk.waiting--;
    enum fault fault = disk.fault;
    uv_mutex_unlock(&disk.mutex);
    return fault == FAULT_SYNC || fault == FAULT_READ_ONLY ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

#define REAL(file) (((struct layer *)(file))->real)
#define METHODS(file) REAL(file)->pMethods

static int layer_close(sqlite3_file *file)
{
    return METHODS(file)->xClose(REAL(file));
}

static int layer_read(sqlite3_file *file, void *bytes, int length, sqlite3_int64 at)
{
    return METHODS(file)->xRead(REAL(file), bytes, length, at);
}

static int layer_write(sqlite3_file *file, const void *bytes, int length, sqlite3_int64 at)
{
    int fault = write_fault();
    return fault ? fault : METHODS(file)->xWrite(REAL(file), bytes, length, at);
}

static int layer_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    int fault = write_fault();
    return fault ? fault : METHODS(file)->xTruncate(REAL(file), size);
}

static int layer_sync(sqlite3_file *file, int flags)
{
    int fault = sync_fault();
    return fault ? fault : METHODS(file)->xSync(REAL(file), flags);
}

static int layer_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return METHODS(file)->xFileSize(REAL(file), size);
}

static int layer_lock(sqlite3_file *file, int level)
{
    return METHODS(file)->xLock(REAL(file), level);
}

static int layer_unlock(sqlite3_file *file, int level)
{
    return METHODS(file)->xUnlock(REAL(file), level);
}

static int layer_check_lock(sqlite3_file *file, int *reserved)
{
    return METHODS(file)->xCheckReservedLock(REAL(file), reserved);
}

static int layer_control(sqlite3_file *file, int what, void *argument)
{
    return METHODS(file)->xFileControl(REAL(file), what, argument);
}

static int layer_sector(sqlite3_file *file)
{
    return METHODS(file)->xSectorSize(REAL(file));
}

static int layer_traits(sqlite3_file *file)
{
    return METHODS(file)->xDeviceCharacteristics(REAL(file));
}

static int layer_shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **at)
{
    return METHODS(file)->xShmMap(REAL(file), page, size, extend, at);
}

static int layer_shm_lock(sqlite3_file *file, int offset, int count, int flags)
{
    return METHODS(file)->xShmLock(REAL(file), offset, count, flags);
}

static void layer_shm_barrier(sqlite3_file *file)
{
    METHODS(file)->xShmBarrier(REAL(file));
}

static int layer_shm_unmap(sqlite3_file *file, int gone)
{
    return METHODS(file)->xShmUnmap(REAL(file), gone);
}

static const sqlite3_io_methods layer_methods = {
    .iVersion = 2, /* without memory-mapped reading: what is read passes here, too */
    .xClose = layer_close,
    .xRead = layer_read,
    .xWrite = layer_write,
    .xTruncate = layer_truncate,
    .xSync = layer_sync,
    .xFileSize = layer_size,
    .xLock = layer_lock,
    .xUnlock = layer_unlock,
    .xCheckReservedLock = layer_check_lock,
    .xFileControl = layer_control,
    .xSectorSize = layer_sector,
    .xDeviceCharacteristics = layer_traits,
    .xShmMap = layer_shm_map,
    .xShmLock = layer_shm_lock,
    .xShmBarrier = layer_shm_barrier,
    .xShmUnmap = layer_shm_unmap,
};

static bool is_read_only(void)
{
    uv_mutex_lock(&disk.mutex);
    bool read_only = disk.fault == FAULT_READ_ONLY;
    uv_mutex_unlock(&disk.mutex);
    return read_only;
}

static int layer_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *got)
{
    struct layer *layer = (struct layer *)file;
    (void)vfs;
    layer->real = (sqlite3_file *)(layer + 1);
    if (is_read_only())
        flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
    int code = disk.real->xOpen(disk.real, name, layer->real, flags, got);
    layer->base.pMethods = layer->real->pMethods ? &layer_methods : NULL;
    return code;
}

void fault_vfs_install(void)
{
    RP_CHECK(uv_mutex_init(&disk.mutex) == 0 && uv_cond_init(&disk.changed) == 0);
    disk.real = sqlite3_vfs_find(NULL);
    disk.vfs = *disk.real;
    disk.vfs.zName = FAULT_VFS;
    disk.vfs.pNext = NULL;
    disk.vfs.szOsFile = (int)sizeof(struct layer) + disk.real->szOsFile;
    disk.vfs.xOpen = layer_open;
    RP_CHECK(sqlite3_vfs_register(&disk.vfs, 0) == SQLITE_OK);
}
