#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"

static char answer[8192], complaint[8192];

static FILE *swapped(FILE *stream, int *kept)
{
    FILE *file = tmpfile();
    assert_non_null(file);
    fflush(stream);
    *kept = dup(fileno(stream));
    dup2(fileno(file), fileno(stream));
    return file;
}

static void restore(FILE *stream, int kept, FILE *file, char *bytes, size_t size)
{
    fflush(stream);
    rewind(file);
    size_t n = fread(bytes, 1, size - 1, file);
    bytes[n] = '\0';
    dup2(kept, fileno(stream));
    close(kept);
    fclose(file);
}

/* Runs the command over `input`; its words land in `answer` and `complaint`. */
static int explain(const char *option, const char *input, size_t length)
{
    char name[] = "explain", word[400];
    char *argv[] = {name, word, NULL};
    int in, out, err;
    FILE *source = swapped(stdin, &in), *sink = swapped(stdout, &out), *errors;
    fwrite(input, 1, length, source);
    fflush(source);
    lseek(STDIN_FILENO, 0, SEEK_SET);
    clearerr(stdin);
    errors = swapped(stderr, &err);
    snprintf(word, sizeof(word), "%s", option == NULL ? "" : option);
    int code = rp_cmd_explain(option == NULL ? 1 : 2, argv);
    restore(stderr, err, errors, complaint, sizeof(complaint));
    restore(stdout, out, sink, answer, sizeof(answer));
    restore(stdin, in, source, (char[2]){0}, 2);
    return code;
}

static void lines_are_answered_by_their_ids(void **unused)
{
    static const char input[] = "a\tThank you, Dana.\tno-such-scenario|Dana Reyes|voice\r\n"
                                "\n"
                                "b\tThe driver was called Tom.\tmoving-truck|Dana Reyes\n"
                                "c\tThank you, Dana.";
    (void)unused;
    assert_int_equal(explain(NULL, input, strlen(input)), 0);
    assert_string_equal(answer, "a\tuse_name,thank\nb\t-\nc\tthank\n");
    assert_string_equal(complaint, "");
}

static void labelled_files_are_read_by_their_header(void **unused)
{
    static const char input[] = "id\tmoves\tutterance\thint\nx\trude\tThank you.\tbank|A B|v\n";
    (void)unused;
    assert_int_equal(explain(NULL, input, strlen(input)), 0);
    assert_string_equal(answer, "x\tthank\n");
}

static void a_bad_line_is_named_and_the_others_go_through(void **unused)
{
    static const char input[] = "a\tbad \xFF\tx|y\nb\nc\tzero \0 byte\tx|y\nd\tThank you.\tx|y\n";
    (void)unused;
    assert_int_equal(explain(NULL, input, sizeof(input) - 1), 1);
    assert_string_equal(answer, "d\tthank\n");
    assert_non_null(strstr(complaint, "line 1: the utterance is not UTF-8"));
    assert_non_null(strstr(complaint, "line 2: needs id, utterance"));
    assert_non_null(strstr(complaint, "line 3: holds a zero byte"));
}

static void a_line_has_a_length(void **unused)
{
    static char input[40000];
    (void)unused;
    memset(input, 'x', sizeof(input));
    memcpy(input, "a\t", 2);
    memcpy(input + 5000, "\t\nb\tThank you.\t\nc\t", 18);
    assert_int_equal(explain(NULL, input, sizeof(input)), 1);
    assert_string_equal(answer, "b\tthank\n");
    assert_non_null(strstr(complaint, "line 1: the utterance is too long"));
    assert_non_null(strstr(complaint, "line 3: is too long"));
}

static void an_utterance_may_be_the_argument(void **unused)
{
    (void)unused;
    assert_int_equal(explain("Thank you.", "", 0), 0);
    assert_string_equal(answer, "1\tthank\n");
}

static void json_tells_evidence_and_amounts(void **unused)
{
    static const char input[] = "a\tThank you, here is $50.\tx|y\n";
    (void)unused;
    assert_int_equal(explain("--json", input, strlen(input)), 0);
    assert_non_null(strstr(answer, "\"move\":\"thank\""));
    assert_non_null(strstr(answer, "\"kind\":\"money\",\"value\":5000"));
    assert_non_null(strstr(answer, "\"evidence\":\"$50\""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_answered_by_their_ids),
        cmocka_unit_test(labelled_files_are_read_by_their_header),
        cmocka_unit_test(a_bad_line_is_named_and_the_others_go_through),
        cmocka_unit_test(a_line_has_a_length),
        cmocka_unit_test(an_utterance_may_be_the_argument),
        cmocka_unit_test(json_tells_evidence_and_amounts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
