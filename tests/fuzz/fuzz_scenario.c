/* Any bytes as a scenario file: refused with a complaint, or loaded whole. */
#include <stdlib.h>

#include "scenario.h"
#include "yaml_leak.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct rp_text complaints = {0};
    struct rp_scenario *scenario;
    enum rp_err err = rp_scenario_parse(&scenario, "fuzz", (const char *)data, size, &complaints);
    if ((err == RP_OK) != (scenario != NULL) || (err != RP_OK && complaints.length == 0))
        abort();
    rp_scenario_free(scenario);
    rp_text_clear(&complaints);
    return 0;
}
