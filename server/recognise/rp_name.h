/* rp_name.h: the customer's name, said to the customer and not of somebody.
 *
 * Owner    nobody.
 */
#pragma once

#include "rp_reading.h"

/* How often the name is said to the customer; `span` is the first time. */
uint8_t rp_name_uses(const struct rp_reading *text, struct rp_span *span);
