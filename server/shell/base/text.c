#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Makes room for more bytes and the zero byte behind them. */
static bool grow(struct rp_text *text, size_t more)
{
    if (text->failed)
        return false;
    size_t wanted = text->length + more + 1;
    if (wanted <= text->capacity)
        return true;
    size_t capacity = text->capacity ? text->capacity : 256;
    while (capacity < wanted)
        capacity *= 2;
    char *bytes = realloc(text->bytes, capacity);
    if (bytes == NULL) {
        text->failed = true;
        return false;
    }
    text->bytes = bytes;
    text->capacity = capacity;
    return true;
}

void rp_text_add_bytes(struct rp_text *text, const char *bytes, size_t length)
{
    if (!grow(text, length))
        return;
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = 0;
}

void rp_text_add(struct rp_text *text, const char *words)
{
    rp_text_add_bytes(text, words, strlen(words));
}

void rp_text_addf(struct rp_text *text, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        text->failed = true;
    else if (grow(text, (size_t)length)) {
        vsnprintf(text->bytes + text->length, (size_t)length + 1, format, again);
        text->length += (size_t)length;
    }
    va_end(again);
}

void rp_text_clear(struct rp_text *text)
{
    free(text->bytes);
    *text = (struct rp_text){0};
}
