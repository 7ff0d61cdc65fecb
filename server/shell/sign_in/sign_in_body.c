#include "sign_in_body.h"

#include <ctype.h>
#include <jansson.h>
#include <string.h>

/* What people type for a name, as it is kept. */
static bool take_name(const json_t *value, char *name, size_t room)
{
    const char *text = json_string_value(value);
    if (text == NULL)
        return false;
    text += strspn(text, " \t");
    size_t length = strlen(text);
    while (length > 0 && strchr(" \t", text[length - 1]))
        length--;
    if (length == 0 || length >= room)
        return false;
    for (size_t i = 0; i < length; i++)
        name[i] = (char)tolower((unsigned char)text[i]);
    name[length] = 0;
    return true;
}

static bool take_password(const json_t *value, char password[RP_PASSWORD_BYTES_MAX + 1])
{
    size_t length = json_string_length(value);
    if (!json_is_string(value) || length == 0 || length > RP_PASSWORD_BYTES_MAX)
        return false;
    memcpy(password, json_string_value(value), length + 1);
    return true;
}

/* Optional, beside so many keys that are not. */
static bool take_chosen(const json_t *root, size_t others, char chosen[RP_PASSWORD_BYTES_MAX + 1])
{
    const json_t *value = json_object_get(root, "new");
    if (value == NULL)
        return json_object_size(root) == others;
    return json_object_size(root) == others + 1 && take_password(value, chosen);
}

enum rp_err rp_sign_in_read(const char *body, size_t length, struct rp_sign_in_ask *ask)
{
    json_t *root = json_loadb(body, length, JSON_REJECT_DUPLICATES, NULL);
    *ask = (struct rp_sign_in_ask){.chosen = ""};
    bool sound = take_name(json_object_get(root, "firm"), ask->firm, sizeof(ask->firm)) &&
                 take_name(json_object_get(root, "login"), ask->login, sizeof(ask->login)) &&
                 take_password(json_object_get(root, "password"), ask->password) &&
                 take_chosen(root, 3, ask->chosen);
    json_decref(root);
    return sound ? RP_OK : RP_ERR_MALFORMED;
}

enum rp_err rp_sign_in_read_own(const char *body, size_t length, struct rp_sign_in_ask *ask)
{
    json_t *root = json_loadb(body, length, JSON_REJECT_DUPLICATES, NULL);
    *ask = (struct rp_sign_in_ask){.chosen = ""};
    bool sound = take_password(json_object_get(root, "password"), ask->password) &&
                 take_chosen(root, 1, ask->chosen);
    json_decref(root);
    return sound ? RP_OK : RP_ERR_MALFORMED;
}
