/* web_folder.h: where the built page lies: beside the binary as installed, or in the source tree.
 *
 * Errors   RP_ERR_NOT_FOUND: in neither place.
 */
#pragma once

#include "rp_types.h"

enum rp_err rp_web_folder_find(char *folder, size_t size);
