#include "demo.h"

#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { KEY_BYTES = crypto_generichash_KEYBYTES, SECRET_BYTES = 16 };

static enum rp_err read_key(const char *path, uint8_t key[KEY_BYTES])
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return RP_ERR_NOT_FOUND;
    ssize_t got = read(file, key, KEY_BYTES);
    close(file);
    return got == KEY_BYTES ? RP_OK : RP_ERR_IO;
}

static enum rp_err make_key(const char *path, uint8_t key[KEY_BYTES])
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return RP_ERR_IO;
    randombytes_buf(key, KEY_BYTES);
    bool written = write(file, key, KEY_BYTES) == KEY_BYTES && fsync(file) == 0;
    close(file);
    return written ? RP_OK : RP_ERR_IO;
}

static void derive(char secret[RP_SECRET_TEXT], const char *what, const uint8_t key[KEY_BYTES])
{
    uint8_t hash[SECRET_BYTES];
    crypto_generichash(hash, sizeof(hash), (const uint8_t *)what, strlen(what), key, KEY_BYTES);
    sodium_bin2base64(secret, RP_SECRET_TEXT, hash, sizeof(hash),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

enum rp_err rp_demo_secrets_make(struct rp_demo_secrets *secrets, const char *data_folder)
{
    char path[1200];
    uint8_t key[KEY_BYTES];
    if (snprintf(path, sizeof(path), "%s/demo.key", data_folder) >= (int)sizeof(path))
        return RP_ERR_IO;
    enum rp_err err = read_key(path, key);
    if (err == RP_ERR_NOT_FOUND)
        err = make_key(path, key);
    if (err != RP_OK)
        return err;
    derive(secrets->trainee, "trainee", key);
    derive(secrets->customer, "customer", key);
    derive(secrets->staff, "staff", key);
    derive(secrets->password, "password", key);
    sodium_memzero(key, sizeof(key));
    return RP_OK;
}
