/* installed.h: what was installed with the binary: found from where the binary lies.
 *
 * Owner    the caller's room.
 * Errors   RP_ERR_NOT_FOUND: in none of the places. RP_ERR_TOO_LARGE: the room is too small.
 */
#pragma once

#include "rp_types.h"

/* The first of `places`, each relative to the binary's folder, that can be read; with `must_have`
 * in it, where that is not NULL. */
enum rp_err rp_installed_find(const char *const *places, size_t count, const char *must_have,
                              char *folder, size_t size);
