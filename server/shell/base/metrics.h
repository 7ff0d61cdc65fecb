/* metrics.h: figures as Prometheus reads them.
 *
 * Owner    the text is the caller's; a name or label given here is a constant of ours.
 * Errors   none; a text that ran out of memory says so itself.
 */
#pragma once

#include "histogram.h"
#include "text.h"

/* The head of one family: type is "counter" or "gauge". */
void rp_metrics_family(struct rp_text *text, const char *name, const char *type, const char *help);

/* One sample of the family above; label and label_value may both be NULL. */
void rp_metrics_sample(struct rp_text *text, const char *name, const char *label,
                       const char *label_value, int64_t value);

/* A family of one sample. */
void rp_metrics_counter(struct rp_text *text, const char *name, const char *help, uint64_t value);
void rp_metrics_gauge(struct rp_text *text, const char *name, const char *help, int64_t value);
void rp_metrics_histogram(struct rp_text *text, const char *name, const char *help,
                          const struct rp_histogram *histogram);
