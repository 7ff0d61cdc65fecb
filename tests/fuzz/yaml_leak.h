/* yaml_leak.h: libfyaml 0.7.12 loses the buffer of a quoted scalar whose document turns out to be
 * malformed, 4 KiB each. Only authors and administrators write YAML, and what is lost ends with the
 * command; every other leak still counts. Included once by a fuzzer that reads YAML. */
#pragma once

const char *__lsan_default_suppressions(void);

const char *__lsan_default_suppressions(void)
{
    return "leak:libfyaml.so";
}
