#include "rp_reader.h"

#include "rp_utf8.h"

/* The first bytes of the forms that are taken. */
enum {
    FIXARRAY = 0x90,
    FIXSTR = 0xa0,
    NIL = 0xc0,
    FALSE_ = 0xc2,
    TRUE_ = 0xc3,
    UINT8 = 0xcc, /* and 16, 32, 64 */
    UINT64 = 0xcf,
    INT8 = 0xd0, /* and 16, 32, 64 */
    INT64 = 0xd3,
    STR8 = 0xd9, /* and 16, 32 */
    STR32 = 0xdb,
    ARRAY16 = 0xdc, /* and 32 */
    ARRAY32 = 0xdd,
    NEGATIVE = 0xe0,
};

struct rp_reader rp_reader_over(const uint8_t *bytes, size_t length)
{
    return (struct rp_reader){bytes, length ? bytes + length : bytes};
}

bool rp_read_end(const struct rp_reader *reader)
{
    return reader->at == reader->end;
}

static size_t left(const struct rp_reader *reader)
{
    return (size_t)(reader->end - reader->at);
}

/* 0xc1, which MessagePack never uses, where nothing is left. */
static uint8_t peek(const struct rp_reader *reader)
{
    return rp_read_end(reader) ? 0xc1 : *reader->at;
}

/* `size` bytes after the mark, most significant first. */
static bool read_big_endian(struct rp_reader *reader, size_t size, uint64_t *value)
{
    if (left(reader) < 1 + size)
        return false;
    *value = 0;
    for (size_t i = 1; i <= size; i++)
        *value = *value << 8 | reader->at[i];
    reader->at += 1 + size;
    return true;
}

static bool read_unsigned(struct rp_reader *reader, int64_t *value)
{
    size_t size = (size_t)1 << (peek(reader) - UINT8);
    uint64_t bits;
    if (!read_big_endian(reader, size, &bits))
        return false;
    *value = bits > INT64_MAX ? INT64_MAX : (int64_t)bits;
    return size == 1 ? bits >= 0x80 : bits >> (4 * size) != 0;
}

/* Negative numbers alone: the others are shorter, or as short, unsigned. */
static bool read_signed(struct rp_reader *reader, int64_t *value)
{
    size_t size = (size_t)1 << (peek(reader) - INT8);
    uint64_t bits;
    if (!read_big_endian(reader, size, &bits))
        return false;
    uint64_t sign = (uint64_t)1 << (8 * size - 1);
    if (!(bits & sign))
        return false;
    *value = (int64_t)(bits - sign) - (int64_t)(sign - 1) - 1;
    return *value < (size == 1 ? -32 : -((int64_t)1 << (4 * size - 1)));
}

bool rp_read_integer(struct rp_reader *reader, int64_t *value)
{
    uint8_t mark = peek(reader);
    if (mark >= UINT8 && mark <= UINT64)
        return read_unsigned(reader, value);
    if (mark >= INT8 && mark <= INT64)
        return read_signed(reader, value);
    if (mark >= 0x80 && mark < NEGATIVE)
        return false;
    *value = mark < 0x80 ? mark : mark - 0x100;
    reader->at++;
    return true;
}

bool rp_read_bool(struct rp_reader *reader, bool *value)
{
    uint8_t mark = peek(reader);
    if (mark != FALSE_ && mark != TRUE_)
        return false;
    *value = mark == TRUE_;
    reader->at++;
    return true;
}

bool rp_read_nil(struct rp_reader *reader)
{
    if (peek(reader) != NIL)
        return false;
    reader->at++;
    return true;
}

/* A length in 1 << `power` bytes. It must not fit the next shorter form, whose most is `shorter`,
 * and at least as many bytes must follow. */
static bool read_count(struct rp_reader *reader, unsigned power, uint64_t shorter, uint64_t *count)
{
    return read_big_endian(reader, (size_t)1 << power, count) && *count > shorter &&
           *count <= left(reader);
}

bool rp_read_array(struct rp_reader *reader, uint32_t *count)
{
    uint8_t mark = peek(reader);
    uint64_t wide = mark & 0x0f;
    if (mark >= FIXARRAY && mark < FIXSTR) {
        reader->at++;
        *count = (uint32_t)wide;
        return wide <= left(reader);
    }
    if (mark != ARRAY16 && mark != ARRAY32)
        return false;
    if (!read_count(reader, mark == ARRAY16 ? 1 : 2, mark == ARRAY16 ? 15 : 0xffff, &wide))
        return false;
    *count = (uint32_t)wide;
    return true;
}

static bool read_string_length(struct rp_reader *reader, uint64_t *length)
{
    static const uint64_t shorter[] = {31, 0xff, 0xffff};
    uint8_t mark = peek(reader);
    if (mark >= FIXSTR && mark < NIL) {
        reader->at++;
        *length = mark & 0x1f;
        return *length <= left(reader);
    }
    if (mark < STR8 || mark > STR32)
        return false;
    return read_count(reader, mark - STR8, shorter[mark - STR8], length);
}

bool rp_read_string(struct rp_reader *reader, struct rp_str *string, uint32_t *chars)
{
    uint64_t length;
    if (!read_string_length(reader, &length))
        return false;
    if (!rp_utf8_valid(reader->at, (size_t)length, chars))
        return false;
    *string = (struct rp_str){(const char *)reader->at, (uint32_t)length};
    reader->at += length;
    return true;
}

static bool skip_scalar(struct rp_reader *reader)
{
    uint8_t mark = peek(reader);
    struct rp_str string;
    int64_t integer;
    bool truth;
    if (mark == NIL)
        return rp_read_nil(reader);
    if (mark == FALSE_ || mark == TRUE_)
        return rp_read_bool(reader, &truth);
    if ((mark >= FIXSTR && mark < NIL) || (mark >= STR8 && mark <= STR32))
        return rp_read_string(reader, &string, NULL);
    return rp_read_integer(reader, &integer);
}

static bool is_array(uint8_t mark)
{
    return (mark >= FIXARRAY && mark < FIXSTR) || mark == ARRAY16 || mark == ARRAY32;
}

bool rp_read_skip(struct rp_reader *reader, unsigned depth)
{
    uint32_t count;
    if (!is_array(peek(reader)))
        return skip_scalar(reader);
    if (depth == 0 || !rp_read_array(reader, &count))
        return false;
    while (count--)
        if (!rp_read_skip(reader, depth - 1))
            return false;
    return true;
}
