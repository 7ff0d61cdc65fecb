#include <string.h>

#include "method_build.h"

static struct rp_str str_of(const char *text)
{
    return (struct rp_str){text, text ? (uint32_t)strlen(text) : 0};
}

static const char *item_name(size_t index)
{
    static const char *const names[] = {"L1", "L2", "L3", "L4", "L5", "E1", "E2", "E3", "E4", "S1",
                                        "S2", "S3", "S4", "S5", "S6", "B1", "B2", "C1", "C2"};
    _Static_assert(RP_COUNT(names) == RP_ITEMS, "items");
    return names[index];
}

static bool read_item(struct rp_reader *reader, const struct rp_yaml_node *node, enum rp_item *item)
{
    size_t index;
    if (!rp_read_choice(reader, node, "item", item_name, RP_ITEMS, &index))
        return false;
    *item = (enum rp_item)index;
    return true;
}

static bool read_anchors(struct rp_reader *reader, const struct rp_yaml_node *node,
                         struct rp_str anchors[RP_METHOD_ANCHORS])
{
    if (!rp_read_list(reader, node, "anchors", RP_METHOD_ANCHORS, RP_METHOD_ANCHORS))
        return false;
    const struct rp_yaml_node *level = node->first;
    for (size_t i = 0; i < RP_METHOD_ANCHORS; i++, level = level->next) {
        const char *text;
        if (!rp_read_text(reader, level, 3, 200, &text))
            return false;
        anchors[i] = str_of(text);
    }
    return true;
}

/* The bank. */

struct bank_entry {
    struct rp_bank *bank;
    enum rp_item item;
    bool named;
    const char *name;
    struct rp_str anchors[RP_METHOD_ANCHORS];
};

static void take_bank_id(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct bank_entry *entry = into;
    entry->named = read_item(reader, node, &entry->item);
    if (entry->named && entry->bank->items[entry->item].name)
        rp_complain(reader, node, "duplicate item '%s'", node->text);
}

static void take_bank_anchors(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    read_anchors(reader, node, ((struct bank_entry *)into)->anchors);
}

static const struct rp_field bank_entry_fields[] = {
    {"id", RP_FIELD_PART, .take = take_bank_id},
    {"name", RP_FIELD_TEXT, offsetof(struct bank_entry, name), .min = 3, .max = 60},
    {"anchors", RP_FIELD_PART, .take = take_bank_anchors},
};

static void take_bank_items(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct rp_bank *bank = into;
    if (!rp_read_list(reader, node, "bank", RP_ITEMS, RP_ITEMS))
        return;
    for (const struct rp_yaml_node *one = node->first; one; one = one->next) {
        struct bank_entry entry = {.bank = bank};
        rp_read_mapping(reader, one, "an item", bank_entry_fields, RP_COUNT(bank_entry_fields),
                        &entry);
        if (!entry.named)
            continue;
        bank->items[entry.item].name = entry.name;
        memcpy(bank->items[entry.item].anchors, entry.anchors, sizeof(entry.anchors));
    }
}

static void take_format(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    int64_t format;
    (void)into;
    rp_read_int(reader, node, 1, 1, &format);
}

static const struct rp_field bank_fields[] = {
    {"format", RP_FIELD_PART, .take = take_format},
    {"bank", RP_FIELD_PART, .take = take_bank_items},
};

bool rp_bank_build(struct rp_reader *reader, const struct rp_yaml_node *root, struct rp_bank *bank)
{
    rp_read_mapping(reader, root, "a bank of items", bank_fields, RP_COUNT(bank_fields), bank);
    return reader->faults == 0;
}

/* A method. */

struct builder {
    struct rp_method_file *file;
    const struct rp_bank *bank;
    const char *title, *source;
    int64_t max_repeats, warnings;
};

struct entry {
    int64_t weight;
    enum rp_item item;
    bool named;
    struct rp_str *anchors; /* its own; NULL: the bank's */
};

static void take_entry_item(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct entry *entry = into;
    entry->named = read_item(reader, node, &entry->item);
}

static void take_entry_anchors(struct rp_reader *reader, const struct rp_yaml_node *node,
                               void *into)
{
    struct entry *entry = into;
    struct rp_str *anchors = rp_keep_take(reader->keep, RP_METHOD_ANCHORS * sizeof(*anchors));
    if (anchors && read_anchors(reader, node, anchors))
        entry->anchors = anchors;
}

static const struct rp_field entry_fields[] = {
    {"item", RP_FIELD_PART, .take = take_entry_item},
    {"weight", RP_FIELD_INT, offsetof(struct entry, weight), .min = 1, .max = 100},
    {"anchors", RP_FIELD_PART, .take = take_entry_anchors, .optional = true},
};

static void add_item(struct builder *b, const struct entry *entry)
{
    const struct rp_bank_item *text = &b->bank->items[entry->item];
    struct rp_method *method = &b->file->method;
    b->file->texts[method->items_n] = (struct rp_item_text){
        .item = entry->item,
        .weight = (uint8_t)entry->weight,
        .name = str_of(text->name),
        .anchors = entry->anchors ? entry->anchors : text->anchors,
        .anchors_n = RP_METHOD_ANCHORS,
    };
    method->items[method->items_n++] =
        (struct rp_method_item){.item = entry->item, .weight = (uint8_t)entry->weight};
}

static void take_items(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    struct builder *b = into;
    if (!rp_read_list(reader, node, "items", 1, RP_ITEMS))
        return;
    for (const struct rp_yaml_node *one = node->first; one; one = one->next) {
        struct entry entry = {0};
        rp_read_mapping(reader, one, "an item", entry_fields, RP_COUNT(entry_fields), &entry);
        if (entry.named && entry.weight > 0)
            add_item(b, &entry);
    }
    if (reader->faults == 0 && !rp_method_sound(&b->file->method))
        rp_complain(reader, node, "each item may stand once, and the weights must sum to 100");
}

/* Words of the order rules, by the numbers of their enums. */

#define WORDS(name, ...)                                                                           \
    static const char *name(size_t index)                                                          \
    {                                                                                              \
        static const char *const words[] = {__VA_ARGS__};                                          \
        return words[index];                                                                       \
    }

WORDS(earliest_word, "any_time", "after_first_fact", "after_summary")
WORDS(apology_word, "none", "regret", "firm", "own")
WORDS(clarifying_word, "allowed", "tolerated", "forbidden")
WORDS(solution_word, "ask_first", "offer_first", "joint")
WORDS(explanation_word, "after_ownership", "any_time")
WORDS(handover_word, "encouraged", "last_resort", "on_request")

static struct rp_method_order *order_of(void *into)
{
    return &((struct builder *)into)->file->order;
}

static size_t choice(struct rp_reader *reader, const struct rp_yaml_node *node, const char *what,
                     const char *(*word)(size_t index), size_t count)
{
    size_t index = 0;
    rp_read_choice(reader, node, what, word, count, &index);
    return index;
}

static void take_earliest(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    order_of(into)->apology_earliest =
        (enum rp_apology_earliest)choice(reader, node, "earliest apology", earliest_word, 3);
}

static void take_wanted(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    if (!rp_read_list(reader, node, "wanted", 1, 4))
        return;
    for (const struct rp_yaml_node *one = node->first; one; one = one->next)
        order_of(into)->apology_wanted |= 1u << choice(reader, one, "apology", apology_word, 4);
}

static const struct rp_field apology_fields[] = {
    {"earliest", RP_FIELD_PART, .take = take_earliest},
    {"max_repeats", RP_FIELD_INT, offsetof(struct builder, max_repeats), .min = 0, .max = 9},
    {"wanted", RP_FIELD_PART, .take = take_wanted},
};

static void take_apology(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    rp_read_mapping(reader, node, "apology", apology_fields, RP_COUNT(apology_fields), into);
}

static void take_clarifying(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    order_of(into)->clarifying_in_vent =
        (enum rp_clarifying)choice(reader, node, "clarifying", clarifying_word, 3);
}

static void take_solution(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    order_of(into)->solution_order =
        (enum rp_solution_order)choice(reader, node, "order of the solution", solution_word, 3);
}

static void take_explanation(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    order_of(into)->explanation =
        (enum rp_explanation)choice(reader, node, "explanation", explanation_word, 2);
}

static void take_handover(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    order_of(into)->handover = (enum rp_handover)choice(reader, node, "handover", handover_word, 3);
}

static const struct rp_field order_fields[] = {
    {"apology", RP_FIELD_PART, .take = take_apology},
    {"clarifying_in_vent", RP_FIELD_PART, .take = take_clarifying},
    {"solution", RP_FIELD_PART, .take = take_solution},
    {"explanation", RP_FIELD_PART, .take = take_explanation},
    {"handover", RP_FIELD_PART, .take = take_handover},
    {"warnings", RP_FIELD_INT, offsetof(struct builder, warnings), .min = 0, .max = 3},
};

static void take_order(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    rp_read_mapping(reader, node, "order", order_fields, RP_COUNT(order_fields), into);
}

static void take_id(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    rp_read_id(reader, node, &((struct builder *)into)->file->id);
}

static void take_lang(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    rp_read_text(reader, node, 2, 2, &((struct builder *)into)->file->lang);
}

static const struct rp_field method_fields[] = {
    {"format", RP_FIELD_PART, .take = take_format},
    {"id", RP_FIELD_PART, .take = take_id},
    {"title", RP_FIELD_TEXT, offsetof(struct builder, title), .min = 3, .max = 80},
    {"lang", RP_FIELD_PART, .take = take_lang},
    {"source", RP_FIELD_TEXT, offsetof(struct builder, source), .max = 2000, .optional = true},
    {"items", RP_FIELD_PART, .take = take_items},
    {"order", RP_FIELD_PART, .take = take_order},
};

bool rp_method_build(struct rp_reader *reader, const struct rp_yaml_node *root,
                     const struct rp_bank *bank, struct rp_method_file *method)
{
    struct builder b = {.file = method, .bank = bank};
    rp_read_mapping(reader, root, "a method", method_fields, RP_COUNT(method_fields), &b);
    method->title = b.title;
    method->order.apology_max_repeats = (uint8_t)b.max_repeats;
    method->order.warnings = (uint8_t)b.warnings;
    return reader->faults == 0;
}
