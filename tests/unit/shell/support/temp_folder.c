#include "temp_folder.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "rp_types.h"

void temp_folder_make(char path[TEMP_PATH])
{
    const char *root = getenv("TMPDIR");
    snprintf(path, TEMP_PATH, "%s/hearout-test-XXXXXX", root ? root : "/tmp");
    RP_CHECK(mkdtemp(path) != NULL);
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *walk)
{
    (void)info, (void)kind, (void)walk;
    return remove(path);
}

void temp_folder_remove(const char *path)
{
    RP_CHECK(nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS) == 0);
}

static void copy_file(const char *from, const char *to)
{
    char bytes[65536];
    ssize_t length;
    int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    RP_CHECK(in >= 0 && out >= 0);
    while ((length = read(in, bytes, sizeof(bytes))) > 0)
        RP_CHECK(write(out, bytes, (size_t)length) == length);
    RP_CHECK(length == 0 && close(out) == 0);
    close(in);
}

void temp_folder_copy(const char *from, const char *to)
{
    static const char *const names[] = {"hearout.db", "hearout.db-wal"};
    for (size_t i = 0; i < RP_COUNT(names); i++) {
        char source[TEMP_PATH + 32], target[TEMP_PATH + 32];
        snprintf(source, sizeof(source), "%s/%s", from, names[i]);
        snprintf(target, sizeof(target), "%s/%s", to, names[i]);
        copy_file(source, target);
    }
}
