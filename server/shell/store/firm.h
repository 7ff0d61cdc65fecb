/* firm.h: the name of a tenant. Every row and every look-up carries it; what belongs to another
 * firm answers as if it were absent. */
#pragma once

#include <stdio.h>

enum { RP_FIRM_TEXT = 41 };

#define RP_FIRM_DEMO "demo"   /* with --demo */
#define RP_FIRM_HOUSE "house" /* practice that nobody's firm has set up */

static inline void rp_firm_copy(char to[RP_FIRM_TEXT], const char *firm)
{
    snprintf(to, RP_FIRM_TEXT, "%s", firm);
}
