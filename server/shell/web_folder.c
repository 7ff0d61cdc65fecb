#include "web_folder.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <uv.h>

enum rp_err rp_web_folder_find(char *folder, size_t size)
{
    /* From PREFIX/bin, and from build/PRESET. */
    static const char *const places[] = {"../share/hearout/web", "../../web-client/dist"};
    char binary[1024];
    size_t length = sizeof(binary);
    if (uv_exepath(binary, &length) != 0)
        return RP_ERR_NOT_FOUND;
    char *slash = strrchr(binary, '/');
    if (slash == NULL)
        return RP_ERR_NOT_FOUND;
    *slash = 0;
    for (size_t i = 0; i < RP_COUNT(places); i++) {
        char index[1200];
        snprintf(index, sizeof(index), "%s/%s/index.html", binary, places[i]);
        if (access(index, R_OK) != 0)
            continue;
        int written = snprintf(folder, size, "%s/%s", binary, places[i]);
        return written > 0 && (size_t)written < size ? RP_OK : RP_ERR_TOO_LARGE;
    }
    return RP_ERR_NOT_FOUND;
}
