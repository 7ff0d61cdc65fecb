/* doctor.h: what an administrator would look at, looked at.
 *
 * Reads only, beside a running server too; makes no file but SQLite's own beside the database.
 *
 * Errors   each finding says what is, and where it is not as it should be what to do.
 */
#pragma once

#include "config.h"

enum rp_health { RP_HEALTH_GOOD = 0, RP_HEALTH_DOUBT, RP_HEALTH_BAD };

struct rp_symptom {
    enum rp_health health;
    const char *about;
    char words[300];
};

struct rp_doctor_options {
    const struct rp_config *config;
    const char *audit_head; /* of the audit log, kept elsewhere since an earlier look; or NULL */
};

/* Calls tell once for each thing looked at; the worst of them. */
enum rp_health rp_doctor_look(const struct rp_doctor_options *options,
                              void (*tell)(void *context, const struct rp_symptom *finding),
                              void *context);
