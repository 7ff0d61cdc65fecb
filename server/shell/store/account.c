#include "account.h"

#include <string.h>

#include "firm.h"
#include "store_accounts.h"

static const char *const roles[RP_STAFF_ROLES] = {
    [RP_STAFF_ROLE_INSTRUCTOR] = "instructor",
    [RP_STAFF_ROLE_GRADER] = "grader",
    [RP_STAFF_ROLE_ADMIN] = "admin",
    [RP_STAFF_ROLE_INVITED_INSTRUCTOR] = "invited_instructor",
    [RP_STAFF_ROLE_INVITED_GRADER] = "invited_grader",
};

#define LETTERS "abcdefghijklmnopqrstuvwxyz0123456789"

static bool consists_of(const char *text, const char *letters, size_t room)
{
    size_t length = strlen(text);
    return length > 0 && length < room && text[strspn(text, letters)] == 0;
}

bool rp_firm_is_sound(const char *firm)
{
    return consists_of(firm, LETTERS "-", RP_FIRM_TEXT) && firm[0] != '-' &&
           firm[strlen(firm) - 1] != '-';
}

bool rp_login_is_sound(const char *login)
{
    return consists_of(login, LETTERS "._@+-", RP_LOGIN_TEXT);
}

enum rp_err rp_role_named(const char *name, enum rp_staff_role *role)
{
    for (int i = RP_STAFF_ROLE_INSTRUCTOR; i <= RP_STAFF_ROLE_ADMIN; i++)
        if (strcmp(roles[i], name) == 0) {
            *role = (enum rp_staff_role)i;
            return RP_OK;
        }
    return RP_ERR_RANGE;
}

const char *rp_role_name(enum rp_staff_role role)
{
    return roles[role];
}
