/* doctor_private.h: what the doctor's files share. Nobody else includes it. */
#pragma once

#include "doctor.h"

struct rp_visit {
    const struct rp_doctor_options *options;
    const struct rp_config *config;
    void (*tell)(void *context, const struct rp_symptom *finding);
    void *context;
    enum rp_health worst;
};

__attribute__((format(printf, 4, 5))) void rp_doctor_find(struct rp_visit *visit,
                                                          enum rp_health health, const char *about,
                                                          const char *format, ...);

/* doctor_data.c: what is kept. */
void rp_doctor_look_at_audit(struct rp_visit *visit);
