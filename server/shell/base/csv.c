#include "csv.h"

#include <inttypes.h>
#include <string.h>

/* What a spreadsheet passes over before it looks for a formula; some of these begin one, too. */
static const char *const blanks[] = {
    "\t",           "\r",           "\n",           "\v",           "\f",           " ",
    "\xc2\xa0",     "\xe1\x9a\x80", "\xe2\x80\x80", "\xe2\x80\x81", "\xe2\x80\x82", "\xe2\x80\x83",
    "\xe2\x80\x84", "\xe2\x80\x85", "\xe2\x80\x86", "\xe2\x80\x87", "\xe2\x80\x88", "\xe2\x80\x89",
    "\xe2\x80\x8a", "\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x80\xaf", "\xe2\x81\x9f", "\xe3\x80\x80",
    "\xef\xbb\xbf",
};

/* The wide ones of East Asia count in some languages. */
static const char *const triggers[] = {
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "\xef\xbc\x9d",
    "\xef\xbc\x8b",
    "\xef\xbc\x8d",
    "\xef\xbc\xa0",
};

static uint32_t length_of_any(struct rp_str text, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(list[i]);
        if (text.length >= length && memcmp(text.at, list[i], length) == 0)
            return (uint32_t)length;
    }
    return 0;
}

static bool is_formula(struct rp_str text)
{
    while (text.length > 0) {
        if (length_of_any(text, triggers, RP_COUNT(triggers)) > 0)
            return true;
        uint32_t blank = length_of_any(text, blanks, RP_COUNT(blanks));
        if (blank == 0)
            return false;
        text.at += blank;
        text.length -= blank;
    }
    return false;
}

void rp_csv_text(struct rp_csv *csv, struct rp_str text)
{
    if (csv->begun)
        fputc(',', csv->out);
    csv->begun = true;
    fputs(is_formula(text) ? "\"'" : "\"", csv->out);
    for (uint32_t i = 0; i < text.length; i++) {
        if (text.at[i] == '"')
            fputc('"', csv->out);
        fputc(text.at[i], csv->out);
    }
    fputc('"', csv->out);
}

void rp_csv_word(struct rp_csv *csv, const char *word)
{
    rp_csv_text(csv, (struct rp_str){word, (uint32_t)strlen(word)});
}

void rp_csv_number(struct rp_csv *csv, int64_t number)
{
    char digits[24];
    snprintf(digits, sizeof(digits), "%" PRId64, number);
    rp_csv_word(csv, digits);
}

void rp_csv_end_row(struct rp_csv *csv)
{
    fputs("\r\n", csv->out);
    csv->begun = false;
}
