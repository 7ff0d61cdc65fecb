#include "password.h"

#include <ctype.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "clean.h"

/* What is left of common passwords once the digits and signs around them are gone,
 * each between blanks. */
static const char common[] =
    " "
    "password passwort passw0rd p@ssw0rd p@ssword qwerty qwertz azerty qwertyuiop qwertzuiop "
    "asdfghjkl zxcvbnm asdfghjklqwertyuiop letmein welcome willkommen bienvenue admin "
    "administrator administrateur instructor instruktor trainer training teacher hearout "
    "iloveyou ichliebedich superman batman football baseball princess sunshine monkey dragon "
    "master shadow michael jennifer changeme change changeit secret geheim default test "
    "testtest testing login access abcdefgh abcdefghijkl abcdefghijklmnop abcabcabcabc "
    "passwordpassword trustno whatever computer internet summer winter spring autumn sommer "
    "januar monday company server mustermann correcthorsebatterystaple ";

static char lower(char letter)
{
    return (char)tolower((unsigned char)letter);
}

/* From its first to its last letter, in small letters; "" when it has none. */
static void find_stem(const char *password, char stem[RP_PASSWORD_BYTES_MAX + 1])
{
    size_t length = 0, end = 0;
    for (const char *at = password; *at; at++) {
        if (length == 0 && isascii(*at) && !isalpha((unsigned char)*at))
            continue;
        stem[length++] = lower(*at);
        if (!isascii(*at) || isalpha((unsigned char)*at))
            end = length;
    }
    stem[end] = 0;
}

static bool is_same_word(const char *a, const char *b)
{
    while (*a && lower(*a) == lower(*b))
        a++, b++;
    return *a == 0 && *b == 0;
}

/* Nothing but digits and signs, too. */
static bool is_common(const char *stem)
{
    char word[RP_PASSWORD_BYTES_MAX + 3];
    snprintf(word, sizeof(word), " %s ", stem);
    return *stem == 0 || (strchr(stem, ' ') == NULL && strstr(common, word) != NULL);
}

/* aaaaaaaaaaaa, abababababab: at most three different characters. */
static bool is_monotonous(const char *password)
{
    char seen[4] = "";
    for (const char *at = password; *at; at++)
        if (strchr(seen, *at) == NULL) {
            size_t count = strlen(seen);
            if (count == sizeof(seen) - 1)
                return false;
            seen[count] = *at;
            seen[count + 1] = 0;
        }
    return true;
}

enum rp_password_flaw rp_password_judge(const char *password, const char *firm, const char *login)
{
    char stem[RP_PASSWORD_BYTES_MAX + 1];
    size_t length = strlen(password);
    if (length > RP_PASSWORD_BYTES_MAX)
        return RP_PASSWORD_LONG;
    if (rp_count_points((struct rp_str){password, (uint32_t)length}) < RP_PASSWORD_POINTS_MIN)
        return RP_PASSWORD_SHORT;
    find_stem(password, stem);
    if (is_common(stem) || is_monotonous(password))
        return RP_PASSWORD_COMMON;
    if (is_same_word(stem, login) || is_same_word(password, login) || is_same_word(stem, firm))
        return RP_PASSWORD_NAMED;
    return RP_PASSWORD_SOUND;
}

const char *rp_password_complaint(enum rp_password_flaw flaw)
{
    static const char *const words[RP_PASSWORD_FLAWS] = {
        [RP_PASSWORD_SHORT] = "at least 12 characters are wanted",
        [RP_PASSWORD_LONG] = "it is longer than 256 bytes",
        [RP_PASSWORD_COMMON] = "it is one of the first that somebody would try",
        [RP_PASSWORD_NAMED] = "it is the login or the firm",
    };
    return words[flaw];
}

const char *rp_password_flaw_name(enum rp_password_flaw flaw)
{
    static const char *const names[RP_PASSWORD_FLAWS] = {
        [RP_PASSWORD_SHORT] = "short",
        [RP_PASSWORD_LONG] = "long",
        [RP_PASSWORD_COMMON] = "common",
        [RP_PASSWORD_NAMED] = "named",
    };
    return names[flaw];
}

static enum rp_err hash_with(const char *password, char hash[RP_PASSWORD_TEXT],
                             unsigned long long operations, size_t memory)
{
    _Static_assert(RP_PASSWORD_TEXT >= crypto_pwhash_STRBYTES, "the string fits");
    size_t length = strlen(password);
    if (length > RP_PASSWORD_BYTES_MAX)
        return RP_ERR_RANGE;
    return crypto_pwhash_str_alg(hash, password, length, operations, memory,
                                 crypto_pwhash_ALG_ARGON2ID13) == 0
               ? RP_OK
               : RP_ERR_IO;
}

enum rp_err rp_password_hash(const char *password, char hash[RP_PASSWORD_TEXT])
{
    return hash_with(password, hash, crypto_pwhash_OPSLIMIT_INTERACTIVE,
                     crypto_pwhash_MEMLIMIT_INTERACTIVE);
}

enum rp_err rp_password_hash_made(const char *password, char hash[RP_PASSWORD_TEXT])
{
    return hash_with(password, hash, crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN);
}

/* Of a password that nobody has. */
static const char nobodys[] = "$argon2id$v=19$m=65536,t=2,p=1$0gzVj6/"
                              "+2OlLbHsST7Luqw$YMJjDlReeJsYNcSM8Cr9WcOZ3/PyEVTkl7rihw/GwjE";

bool rp_password_is(const char *password, const char *hash)
{
    const char *judged = hash ? hash : nobodys;
    bool same = crypto_pwhash_str_verify(judged, password, strlen(password)) == 0;
    return same && hash != NULL;
}

void rp_password_make(char password[RP_PASSWORD_MADE_TEXT])
{
    static const char letters[] = "abcdefghjkmnpqrstuvwxyz23456789";
    for (int i = 0; i < RP_PASSWORD_MADE_TEXT - 1; i++)
        password[i] = i % 5 == 4 ? '-' : letters[randombytes_uniform(sizeof(letters) - 1)];
    password[RP_PASSWORD_MADE_TEXT - 1] = 0;
}
