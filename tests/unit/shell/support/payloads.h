/* payloads.h: the files of tests/payloads. */
#pragma once

#include "rp_msg.h"

/* Calls `take` for every payload of the file; how many there were. */
unsigned payloads_each(const char *file, void (*take)(struct rp_str payload));
