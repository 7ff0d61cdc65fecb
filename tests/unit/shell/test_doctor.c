/* The doctor's findings on folders that are well and folders that are not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "doctor.h"
#include "shell/support/temp_folder.h"
#include "store.h"

static char place[TEMP_PATH];

static int make_folder(void **state)
{
    temp_folder_make(place);
    *state = place;
    return 0;
}

static int drop_folder(void **state)
{
    temp_folder_remove(*state);
    return 0;
}

struct heard {
    struct rp_text text;
};

static void hear(void *context, const struct rp_symptom *symptom)
{
    struct heard *heard = context;
    rp_text_addf(&heard->text, "%d %s: %s\n", symptom->health, symptom->about, symptom->words);
}

static void assert_said(const char *folder, const char *key, const char *words)
{
    struct heard heard = {0};
    struct rp_config config;
    struct rp_text complaints = {0};
    assert_int_equal(rp_config_load(&config, NULL, NULL, &complaints), RP_OK);
    config.data = folder;
    config.tls_key = key;
    rp_doctor_look(&(struct rp_doctor_options){.config = &config}, hear, &heard);
    if (!strstr(heard.text.bytes, words))
        fail_msg("wanted '%s' in\n%s", words, heard.text.bytes);
    rp_text_clear(&heard.text);
    rp_config_clear(&config);
}

static void a_folder_is_looked_into(void **state)
{
    const char *folder = *state;
    struct rp_store *store;
    const struct rp_store_options options = {.folder = folder};
    assert_int_equal(rp_store_open(&store, &options), RP_OK);
    assert_said(folder, "", "0 lock: a server runs on this folder");
    rp_store_close(store);
    char words[64];
    snprintf(words, sizeof(words), "0 schema: %d of %d", RP_STORE_SCHEMA, RP_STORE_SCHEMA);
    assert_said(folder, "", "0 lock: nobody serves it");
    assert_said(folder, "", words);
    assert_said(folder, "", "MB free at");
    assert_said(folder, "", "0 permissions: ");
    chmod(folder, 0755);
    assert_said(folder, "", "2 permissions: others on this machine can look into");
}

static void write_database(const char *folder, const char *bytes, size_t length)
{
    char path[1100];
    snprintf(path, sizeof(path), "%s/hearout.db", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    fclose(file);
}

static void a_database_that_is_none_or_too_new_is_told(void **state)
{
    const char *folder = *state;
    char header[100] = "SQLite format 3";
    write_database(folder, "oh", 2);
    assert_said(folder, "", "2 schema: ");
    header[63] = 99;
    write_database(folder, header, sizeof(header));
    assert_said(folder, "", "2 schema: 99, and this version knows");
}

static void a_key_that_all_can_read_is_told(void **state)
{
    char key[1100];
    snprintf(key, sizeof(key), "%s/key.pem", (const char *)*state);
    assert_said(*state, key, "2 private key: ");
    fclose(fopen(key, "w"));
    chmod(key, 0644);
    assert_said(*state, key, "2 private key: everybody can read");
    chmod(key, 0640);
    assert_said(*state, key, "0 private key: is kept from others");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_folder_is_looked_into, make_folder, drop_folder),
        cmocka_unit_test_setup_teardown(a_database_that_is_none_or_too_new_is_told, make_folder,
                                        drop_folder),
        cmocka_unit_test_setup_teardown(a_key_that_all_can_read_is_told, make_folder, drop_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
