/* doctor_data.c: whether what is kept is whole. */
#include <string.h>
#include <unistd.h>

#include "doctor_private.h"
#include "store.h"

static void look_at_kept(struct rp_visit *visit, struct rp_store *store, const char *where,
                         const struct rp_audit_head *kept)
{
    struct rp_audit_check check;
    char head[RP_AUDIT_HEAD_TEXT];
    if (rp_store_audit_check(store, kept, &check) != RP_OK) {
        rp_doctor_find(visit, RP_HEALTH_BAD, "audit log", "cannot be read: restore a backup");
        return;
    }
    rp_audit_head_write(&check.head, head);
    if (check.changed)
        rp_doctor_find(visit, RP_HEALTH_BAD, "audit log",
                       "entry %lld is not as it was written: ask who can write the data folder, "
                       "and compare with a backup",
                       (long long)check.changed);
    else if (check.cut)
        rp_doctor_find(visit, RP_HEALTH_BAD, "audit log",
                       "ends with entry %lld, and %s knows of entry %lld: its end was cut off",
                       (long long)check.head.n, where, (long long)kept->n);
    else
        rp_doctor_find(visit, RP_HEALTH_GOOD, "audit log",
                       "whole, as far as %s knows; its head: %s", where, head);
}

static void look_at_folder_head(struct rp_visit *visit, struct rp_store *store)
{
    struct rp_audit_head kept;
    enum rp_err err = rp_store_audit_kept(visit->config->data, &kept);
    if (err == RP_ERR_MALFORMED || err == RP_ERR_STORAGE)
        rp_doctor_find(visit, RP_HEALTH_DOUBT, "audit log",
                       "audit-head in %s cannot be read: a cut would not be seen",
                       visit->config->data);
    look_at_kept(visit, store, "audit-head", err == RP_OK ? &kept : NULL);
}

static void look_at_given_head(struct rp_visit *visit, struct rp_store *store, const char *given)
{
    struct rp_audit_head kept;
    if (rp_audit_head_read(given, &kept) == RP_OK)
        look_at_kept(visit, store, "the head that you gave", &kept);
    else
        rp_doctor_find(visit, RP_HEALTH_BAD, "audit log",
                       "the head that you gave is none: wanted "
                       "is NUMBER HASH as an earlier look said");
}

/* What is older is brought up to date by the server; that it is, the schema's finding says. */
void rp_doctor_look_at_audit(struct rp_visit *visit)
{
    char path[1100];
    struct rp_store *store = NULL;
    snprintf(path, sizeof(path), "%s/hearout.db", visit->config->data);
    if (access(path, R_OK) != 0)
        return;
    if (rp_store_open_read(&store, visit->config->data) != RP_OK) {
        rp_doctor_find(visit, RP_HEALTH_DOUBT, "audit log",
                       "not looked at: the database cannot be opened by this version");
        return;
    }
    look_at_folder_head(visit, store);
    if (visit->options->audit_head)
        look_at_given_head(visit, store, visit->options->audit_head);
    rp_store_close(store);
}
