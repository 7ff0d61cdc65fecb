/* person_export.h: everything that is kept of one person, as JSON.
 *
 * Of a room in which he was the trainee, all that staff may see of it: it is about him. Of others,
 * what his own seat was told. Other people's names are left out; what they said to him is not.
 *
 * Errors   told on stderr.
 */
#pragma once

#include <jansson.h>

#include "person_command.h"

/* NULL: it could not be read. `scenarios` may be NULL, as for rp_stored_open. */
json_t *rp_person_export(struct rp_person_command *command, const char *scenarios);
