#include "audit.h"

#include <errno.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *rp_audit_name(enum rp_audit_kind kind)
{
    static const char *const names[RP_AUDIT_KINDS] = {
        [RP_AUDIT_SIGN_IN] = "sign_in",   [RP_AUDIT_SIGN_IN_FAILED] = "sign_in_failed",
        [RP_AUDIT_SIGN_OUT] = "sign_out", [RP_AUDIT_FIRM] = "firm",
        [RP_AUDIT_ACCOUNT] = "account",   [RP_AUDIT_INVITE] = "invite",
        [RP_AUDIT_REMOVAL] = "removal",   [RP_AUDIT_RELEASE] = "release",
        [RP_AUDIT_MARK] = "mark",         [RP_AUDIT_CRITICAL] = "critical",
        [RP_AUDIT_WAIVE] = "waive",       [RP_AUDIT_EXPORT] = "export",
        [RP_AUDIT_ERASURE] = "erasure",   [RP_AUDIT_RESTORE] = "restore",
        [RP_AUDIT_RELOAD] = "reload",
    };
    RP_CHECK(kind < RP_AUDIT_KINDS);
    return names[kind];
}

static void add_number(crypto_hash_sha256_state *state, int64_t number)
{
    uint8_t bytes[8];
    for (int i = 0; i < 8; i++)
        bytes[i] = (uint8_t)((uint64_t)number >> (56 - 8 * i));
    crypto_hash_sha256_update(state, bytes, sizeof(bytes));
}

static void add_text(crypto_hash_sha256_state *state, struct rp_str text)
{
    add_number(state, text.length);
    if (text.length > 0)
        crypto_hash_sha256_update(state, (const uint8_t *)text.at, text.length);
}

void rp_audit_hash(const uint8_t before[RP_AUDIT_HASH_BYTES], const struct rp_audit_row *row,
                   uint8_t hash[RP_AUDIT_HASH_BYTES])
{
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, before, RP_AUDIT_HASH_BYTES);
    add_number(&state, row->n);
    add_number(&state, row->at_s);
    add_text(&state, row->firm);
    add_text(&state, row->kind);
    add_text(&state, row->who);
    add_text(&state, row->what);
    crypto_hash_sha256_final(&state, hash);
}

void rp_audit_head_write(const struct rp_audit_head *head, char text[RP_AUDIT_HEAD_TEXT])
{
    char hex[2 * RP_AUDIT_HASH_BYTES + 1];
    sodium_bin2hex(hex, sizeof(hex), head->hash, RP_AUDIT_HASH_BYTES);
    snprintf(text, RP_AUDIT_HEAD_TEXT, "%lld %s", (long long)head->n, hex);
}

enum rp_err rp_audit_head_read(const char *text, struct rp_audit_head *head)
{
    char *hex;
    const char *end = NULL;
    size_t length = 0;
    errno = 0;
    long long n = strtoll(text, &hex, 10);
    if (errno != 0 || n < 0 || *hex != ' ' ||
        sodium_hex2bin(head->hash, RP_AUDIT_HASH_BYTES, hex + 1, strlen(hex + 1), NULL, &length,
                       &end) != 0 ||
        length != RP_AUDIT_HASH_BYTES || end[strspn(end, "\n")] != 0)
        return RP_ERR_MALFORMED;
    head->n = n;
    return RP_OK;
}
