#include "sign_in_body.h"

#include <ctype.h>
#include <jansson.h>
#include <string.h>

/* What people type for a name, as it is kept. */
static bool take_name(json_t *value, char *name, size_t room)
{
    const char *text = json_string_value(value);
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

static bool take_password(json_t *value, char password[RP_PASSWORD_BYTES_MAX + 1])
{
    size_t length = json_string_length(value);
    if (length == 0 || length > RP_PASSWORD_BYTES_MAX)
        return false;
    memcpy(password, json_string_value(value), length + 1);
    return true;
}

enum rp_err rp_sign_in_read(const char *body, size_t length, struct rp_sign_in_ask *ask)
{
    json_t *root = json_loadb(body, length, JSON_REJECT_DUPLICATES, NULL);
    json_t *firm = json_object_get(root, "firm"), *login = json_object_get(root, "login");
    json_t *password = json_object_get(root, "password");
    bool sound = json_is_string(firm) && json_is_string(login) && json_is_string(password) &&
                 json_object_size(root) == 3 && take_name(firm, ask->firm, sizeof(ask->firm)) &&
                 take_name(login, ask->login, sizeof(ask->login)) &&
                 take_password(password, ask->password);
    json_decref(root);
    return sound ? RP_OK : RP_ERR_MALFORMED;
}
