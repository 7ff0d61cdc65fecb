/* Any bytes as what is posted to sign in: refused, or read into bounds; and what was read is read
 * the same again. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "sign_in_body.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void check_name(const char *name, size_t room)
{
    size_t length = strnlen(name, room);
    RP_CHECK(length > 0 && length < room);
    RP_CHECK(!strchr(" \t", name[0]) && !strchr(" \t", name[length - 1]));
    RP_CHECK(name[strcspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")] == 0);
}

static void check_again(const struct rp_sign_in_ask *ask)
{
    struct rp_sign_in_ask again = {0};
    json_t *root =
        json_pack("{ssssss}", "firm", ask->firm, "login", ask->login, "password", ask->password);
    char *body = json_dumps(root, JSON_COMPACT);
    RP_CHECK(body && rp_sign_in_read(body, strlen(body), &again) == RP_OK);
    RP_CHECK(strcmp(again.firm, ask->firm) == 0 && strcmp(again.login, ask->login) == 0 &&
             strcmp(again.password, ask->password) == 0);
    free(body);
    json_decref(root);
}

static void check_own(const uint8_t *bytes, size_t length)
{
    struct rp_sign_in_ask ask = {0};
    if (rp_sign_in_read_own((const char *)bytes, length, &ask) != RP_OK)
        return;
    RP_CHECK(ask.firm[0] == 0 && ask.login[0] == 0);
    RP_CHECK(ask.password[0] && strnlen(ask.password, sizeof(ask.password)) < sizeof(ask.password));
    RP_CHECK(strnlen(ask.chosen, sizeof(ask.chosen)) < sizeof(ask.chosen));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct rp_sign_in_ask ask = {0};
    check_own(bytes, length);
    if (rp_sign_in_read((const char *)bytes, length, &ask) != RP_OK)
        return 0;
    check_name(ask.firm, sizeof(ask.firm));
    check_name(ask.login, sizeof(ask.login));
    size_t password = strnlen(ask.password, sizeof(ask.password));
    RP_CHECK(password > 0 && password <= RP_PASSWORD_BYTES_MAX);
    check_again(&ask);
    return 0;
}
