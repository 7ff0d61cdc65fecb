/* demo.h: the links of the demo firm. What stands behind # in each follows from a key in the data
 * folder, so that the links outlive a restart while no secret of theirs lies on the disk.
 *
 * Errors   RP_ERR_IO: the key can neither be read nor made.
 */
#pragma once

#include "app.h"

enum rp_err rp_demo_secrets_make(struct rp_demo_secrets *secrets, const char *data_folder);
