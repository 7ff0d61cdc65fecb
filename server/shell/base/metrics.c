#include "metrics.h"

#include <inttypes.h>

void rp_metrics_family(struct rp_text *text, const char *name, const char *type, const char *help)
{
    rp_text_addf(text, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type);
}

void rp_metrics_sample(struct rp_text *text, const char *name, const char *label,
                       const char *label_value, int64_t value)
{
    if (label)
        rp_text_addf(text, "%s{%s=\"%s\"} %" PRId64 "\n", name, label, label_value, value);
    else
        rp_text_addf(text, "%s %" PRId64 "\n", name, value);
}

void rp_metrics_counter(struct rp_text *text, const char *name, const char *help, uint64_t value)
{
    rp_metrics_family(text, name, "counter", help);
    rp_metrics_sample(text, name, NULL, NULL, (int64_t)value);
}

void rp_metrics_gauge(struct rp_text *text, const char *name, const char *help, int64_t value)
{
    rp_metrics_family(text, name, "gauge", help);
    rp_metrics_sample(text, name, NULL, NULL, value);
}

void rp_metrics_histogram(struct rp_text *text, const char *name, const char *help,
                          const struct rp_histogram *histogram)
{
    rp_metrics_family(text, name, "histogram", help);
    for (size_t i = 0; i < RP_HISTOGRAM_BOUNDS; i++)
        rp_text_addf(text, "%s_bucket{le=\"%g\"} %" PRIu64 "\n", name, rp_histogram_ms[i] / 1000.0,
                     histogram->le[i]);
    rp_text_addf(text, "%s_bucket{le=\"+Inf\"} %" PRIu64 "\n", name, histogram->count);
    rp_text_addf(text, "%s_sum %.6f\n", name, (double)histogram->us_sum / 1e6);
    rp_text_addf(text, "%s_count %" PRIu64 "\n", name, histogram->count);
}
