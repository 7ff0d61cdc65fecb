#include "doctor_private.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/timex.h>
#include <unistd.h>

#include "store.h"

enum { FREE_LEAST_MB = 500, FREE_WISHED_MB = 5000, FILES_WISHED = 4096, DAYS_WISHED = 21 };

void rp_doctor_find(struct rp_visit *visit, enum rp_health health, const char *about,
                    const char *format, ...)
{
    struct rp_symptom finding = {.health = health, .about = about};
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(finding.words, sizeof(finding.words), format, arguments);
    va_end(arguments);
    if (health > visit->worst)
        visit->worst = health;
    visit->tell(visit->context, &finding);
}

static void look_at_clock(struct rp_visit *visit)
{
    struct timex state = {0};
    int answer = ntp_adjtime(&state);
    if (answer == TIME_ERROR || answer < 0)
        rp_doctor_find(
            visit, RP_HEALTH_DOUBT, "clock",
            "nothing sets it; times in reports may be off. Install systemd-timesyncd or chrony");
    else
        rp_doctor_find(visit, RP_HEALTH_GOOD, "clock", "is set from the network");
}

static void look_at_disk(struct rp_visit *visit)
{
    struct statvfs disk;
    const char *data = visit->config->data;
    if (statvfs(data, &disk) != 0) {
        rp_doctor_find(visit, RP_HEALTH_DOUBT, "disk", "%s is not there yet; serve makes it", data);
        return;
    }
    unsigned long long mb = (unsigned long long)disk.f_bavail * disk.f_frsize / 1000000;
    enum rp_health health = mb < FREE_LEAST_MB    ? RP_HEALTH_BAD
                            : mb < FREE_WISHED_MB ? RP_HEALTH_DOUBT
                                                  : RP_HEALTH_GOOD;
    rp_doctor_find(visit, health, "disk", "%llu MB free at %s%s", mb, data,
                   health ? ": make room; without it nothing is stored and rooms stand still" : "");
    if (disk.f_flag & ST_RDONLY)
        rp_doctor_find(visit, RP_HEALTH_BAD, "disk", "%s can only be read", data);
}

static void look_at_modes(struct rp_visit *visit)
{
    struct stat folder;
    const char *data = visit->config->data;
    if (stat(data, &folder) != 0)
        return;
    if (folder.st_mode & 077)
        rp_doctor_find(visit, RP_HEALTH_BAD, "permissions",
                       "others on this machine can look into %s: chmod 700 it", data);
    else if (folder.st_uid != geteuid() && geteuid() != 0)
        rp_doctor_find(visit, RP_HEALTH_BAD, "permissions", "%s belongs to somebody else", data);
    else
        rp_doctor_find(visit, RP_HEALTH_GOOD, "permissions", "%s is its owner's alone", data);
}

static void look_at_lock(struct rp_visit *visit)
{
    char path[1100];
    snprintf(path, sizeof(path), "%s/hearout.lock", visit->config->data);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return;
    bool held = flock(file, LOCK_EX | LOCK_NB) != 0;
    close(file);
    rp_doctor_find(visit, RP_HEALTH_GOOD, "lock",
                   held ? "a server runs on this folder" : "nobody serves it");
}

/* The header of an SQLite file holds the number of our schema: no lock is needed to see it. */
static void look_at_schema(struct rp_visit *visit)
{
    enum { VERSION_AT = 60, HEADER = 100 };
    char path[1100];
    uint8_t header[HEADER];
    snprintf(path, sizeof(path), "%s/hearout.db", visit->config->data);
    FILE *file = fopen(path, "re");
    if (file == NULL)
        return;
    size_t length = fread(header, 1, HEADER, file);
    fclose(file);
    if (length == 0)
        return;
    const uint8_t *at = header + VERSION_AT;
    unsigned schema =
        length < HEADER ? 0 : (unsigned)(at[0] << 24 | at[1] << 16 | at[2] << 8 | at[3]);
    if (length < HEADER || memcmp(header, "SQLite format 3", 16) != 0)
        rp_doctor_find(visit, RP_HEALTH_BAD, "schema", "%s is no database: restore a backup", path);
    else if (schema == 0) /* all of it is in the journal still */
        rp_doctor_find(visit, RP_HEALTH_GOOD, "schema", "is looked at by the next start");
    else if (schema > RP_STORE_SCHEMA)
        rp_doctor_find(visit, RP_HEALTH_BAD, "schema",
                       "%u, and this version knows %d: install a newer one", schema,
                       RP_STORE_SCHEMA);
    else
        rp_doctor_find(visit, RP_HEALTH_GOOD, "schema", "%u of %d", schema, RP_STORE_SCHEMA);
}

/* The server takes as many as it may have: see serve. */
static void look_at_files(struct rp_visit *visit)
{
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    bool few = limit.rlim_max != RLIM_INFINITY && limit.rlim_max < FILES_WISHED;
    rp_doctor_find(visit, few ? RP_HEALTH_DOUBT : RP_HEALTH_GOOD, "open files",
                   "%lld may be open at once%s", (long long)limit.rlim_max,
                   few ? ", one for each connection: raise LimitNOFILE or ulimit -Hn" : "");
}

static void look_at_plugin(struct rp_visit *visit)
{
    static const char *const folders[] = {"/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu",
                                          "/usr/lib", "/usr/local/lib"};
    char path[128];
    for (size_t i = 0; i < RP_COUNT(folders); i++) {
        snprintf(path, sizeof(path), "%s/libwebsockets-evlib_uv.so", folders[i]);
        if (access(path, R_OK) != 0)
            continue;
        rp_doctor_find(visit, RP_HEALTH_GOOD, "event library", "%s", path);
        return;
    }
    rp_doctor_find(
        visit, RP_HEALTH_BAD, "event library",
        "not found: apt-get install libwebsockets-evlib-uv, or the server does not start");
}

static X509 *read_certificate(const char *path)
{
    FILE *file = fopen(path, "re");
    X509 *certificate = file ? PEM_read_X509(file, NULL, NULL, NULL) : NULL;
    if (file)
        fclose(file);
    return certificate;
}

static void look_at_certificate(struct rp_visit *visit)
{
    int days = 0, seconds = 0;
    const char *path = visit->config->tls_certificate;
    if (*path == 0) {
        bool loopback = strncmp(visit->config->listen, "127.", 4) == 0 ||
                        strncmp(visit->config->listen, "[::1]", 5) == 0;
        rp_doctor_find(visit, loopback ? RP_HEALTH_GOOD : RP_HEALTH_DOUBT, "certificate", "none%s",
                       loopback ? ": a proxy on this machine is to speak TLS"
                                : ", and others can connect: what is said can be read on the way");
        return;
    }
    X509 *certificate = read_certificate(path);
    if (certificate == NULL) {
        rp_doctor_find(visit, RP_HEALTH_BAD, "certificate", "%s cannot be read as PEM", path);
        return;
    }
    ASN1_TIME_diff(&days, &seconds, NULL, X509_get0_notAfter(certificate));
    X509_free(certificate);
    enum rp_health health = days < 0 || seconds < 0 ? RP_HEALTH_BAD
                            : days < DAYS_WISHED    ? RP_HEALTH_DOUBT
                                                    : RP_HEALTH_GOOD;
    rp_doctor_find(visit, health, "certificate", "%d days left%s", days,
                   health ? ": renew it" : "");
}

static void look_at_key(struct rp_visit *visit)
{
    struct stat key;
    const char *path = visit->config->tls_key;
    if (*path == 0)
        return;
    if (stat(path, &key) != 0)
        rp_doctor_find(visit, RP_HEALTH_BAD, "private key", "%s: %s", path, strerror(errno));
    else if (key.st_mode & 007)
        rp_doctor_find(visit, RP_HEALTH_BAD, "private key", "everybody can read %s: chmod 640 it",
                       path);
    else
        rp_doctor_find(visit, RP_HEALTH_GOOD, "private key", "is kept from others");
}

enum rp_health rp_doctor_look(const struct rp_doctor_options *options,
                              void (*tell)(void *context, const struct rp_symptom *finding),
                              void *context)
{
    struct rp_visit visit = {options, options->config, tell, context, RP_HEALTH_GOOD};
    look_at_clock(&visit);
    look_at_disk(&visit);
    look_at_modes(&visit);
    look_at_lock(&visit);
    look_at_schema(&visit);
    rp_doctor_look_at_audit(&visit);
    look_at_files(&visit);
    look_at_plugin(&visit);
    look_at_certificate(&visit);
    look_at_key(&visit);
    return visit.worst;
}
