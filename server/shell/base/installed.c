#include "installed.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <uv.h>

static bool binary_folder(char *folder, size_t size)
{
    size_t length = size;
    if (uv_exepath(folder, &length) != 0)
        return false;
    char *slash = strrchr(folder, '/');
    if (slash == NULL)
        return false;
    *slash = 0;
    return true;
}

enum rp_err rp_installed_find(const char *const *places, size_t count, const char *must_have,
                              char *folder, size_t size)
{
    char binary[1024], wanted[1300];
    if (!binary_folder(binary, sizeof(binary)))
        return RP_ERR_NOT_FOUND;
    for (size_t i = 0; i < count; i++) {
        snprintf(wanted, sizeof(wanted), "%s/%s/%s", binary, places[i],
                 must_have ? must_have : ".");
        if (access(wanted, R_OK) != 0)
            continue;
        int written = snprintf(folder, size, "%s/%s", binary, places[i]);
        return written > 0 && (size_t)written < size ? RP_OK : RP_ERR_TOO_LARGE;
    }
    return RP_ERR_NOT_FOUND;
}
