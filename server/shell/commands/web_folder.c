#include "web_folder.h"

#include "installed.h"

enum rp_err rp_web_folder_find(char *folder, size_t size)
{
    /* From PREFIX/bin, and from build/PRESET. */
    static const char *const places[] = {"../share/hearout/web", "../../web-client/dist"};
    return rp_installed_find(places, RP_COUNT(places), "index.html", folder, size);
}
