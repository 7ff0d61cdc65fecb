/* Any bytes as a method file, and as the bank of items beside it: refused with a complaint, or a
 * method that sessions can be graded by. */
#include <stdio.h>

#include "method_build.h"
#include "yaml_leak.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct loading {
    struct rp_keep keep;
    struct rp_text complaints;
    struct rp_reader reader;
    const struct rp_yaml_node *root;
};

static void begin(struct loading *loading, const char *bytes, size_t length)
{
    loading->reader = (struct rp_reader){
        .keep = &loading->keep, .file = "fuzz", .complaints = &loading->complaints};
    loading->root = rp_yaml_read(&loading->keep, "fuzz", bytes, length, &loading->complaints);
}

/* Loaded or complained of, one of the two. */
static void end(struct loading *loading, bool built)
{
    RP_CHECK(built == (loading->complaints.length == 0));
    rp_text_clear(&loading->complaints);
    rp_keep_clear(&loading->keep);
}

/* The bank that comes with the server. */
static const struct rp_bank *bank(void)
{
    static struct loading loading;
    static struct rp_bank built;
    static char bytes[RP_YAML_BYTES_MAX];
    if (loading.root)
        return &built;
    FILE *file = fopen(HEAROUT_SOURCE "/scenarios/methods/items.yaml", "rb");
    RP_CHECK(file);
    size_t length = fread(bytes, 1, sizeof(bytes), file);
    fclose(file);
    begin(&loading, bytes, length);
    RP_CHECK(loading.root && rp_bank_build(&loading.reader, loading.root, &built));
    return &built;
}

static void check_method(const struct rp_method_file *file)
{
    RP_CHECK(file->id && file->title && file->lang && rp_method_sound(&file->method));
    for (uint8_t i = 0; i < file->method.items_n; i++)
        RP_CHECK(file->texts[i].item == file->method.items[i].item);
    RP_CHECK(file->order.apology_wanted < 16 && file->order.warnings <= 3);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct loading of_method = {0}, of_bank = {0};
    struct rp_method_file method = {0};
    struct rp_bank other = {0};
    begin(&of_method, (const char *)data, size);
    bool built =
        of_method.root && rp_method_build(&of_method.reader, of_method.root, bank(), &method);
    if (built)
        check_method(&method);
    end(&of_method, built);

    begin(&of_bank, (const char *)data, size);
    built = of_bank.root && rp_bank_build(&of_bank.reader, of_bank.root, &other);
    for (size_t i = 0; built && i < RP_ITEMS; i++)
        RP_CHECK(other.items[i].name && other.items[i].anchors[RP_METHOD_ANCHORS - 1].at);
    end(&of_bank, built);
    return 0;
}
