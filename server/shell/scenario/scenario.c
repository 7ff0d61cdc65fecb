#include "scenario_build.h"

#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEARD_PER_PART = 20, HEARD_ENOUGH = 60 };

/* The head of the file. Integers and texts gather here and go where they belong at the end. */
struct head {
    struct rp_builder b; /* first, so that the fields of its own files find it */
    int64_t format, minutes;
    int64_t anger, trust;
    int64_t anger_percent, patience_turns, abuse, cools_percent;
    int64_t early_anger, early_trust;
    int64_t anger_max, trust_min;
    int64_t briefing_facts_min, warnings;
    const char *id, *title, *lang, *currency, *name, *address;
    const char *unused; /* for people who read the file */
};

#define INT_FIELD(key, member, low, high)                                                          \
    {                                                                                              \
        key, RP_FIELD_INT, offsetof(struct head, member), .min = low, .max = high                  \
    }
#define OPTIONAL_INT(key, member, low, high)                                                       \
    {                                                                                              \
        key, RP_FIELD_INT, offsetof(struct head, member), .min = low, .max = high,                 \
                                                          .optional = true                         \
    }
#define TEXT_FIELD(key, member, low, high)                                                         \
    {                                                                                              \
        key, RP_FIELD_TEXT, offsetof(struct head, member), .min = low, .max = high                 \
    }

static void take_id(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    rp_read_id(reader, node, &((struct head *)into)->id);
}

static const char *language_name(size_t index)
{
    static const char *const names[] = {"en", "de", "fr", "es", "it", "pt", "nl"};
    return names[index];
}

static void take_lang(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    size_t language;
    if (rp_read_choice(reader, node, "language", language_name, 7, &language))
        ((struct head *)into)->lang = language_name(language);
}

static void take_currency(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    const char *text = node->kind == RP_YAML_SCALAR ? node->text : "";
    if (strlen(text) != 3 || strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3)
        rp_complain(reader, node, "a currency is three capital letters, such as USD");
    ((struct head *)into)->currency = text;
}

static const struct rp_field early_fields[] = {
    INT_FIELD("anger", early_anger, -10, 20),
    INT_FIELD("trust", early_trust, -20, 10),
};

static void take_early(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    rp_read_mapping(reader, node, "early_apology", early_fields, RP_COUNT(early_fields), into);
}

static const struct rp_field persona_fields[] = {
    OPTIONAL_INT("anger_percent", anger_percent, 25, 300),
    OPTIONAL_INT("patience_turns", patience_turns, 5, 60),
    OPTIONAL_INT("abuse", abuse, 0, RP_ABUSES - 1),
    OPTIONAL_INT("cools_percent", cools_percent, 0, 100),
    {"early_apology", RP_FIELD_PART, .take = take_early, .optional = true},
};

static void take_persona(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    rp_read_mapping(reader, node, "persona", persona_fields, RP_COUNT(persona_fields), into);
}

static const struct rp_field customer_fields[] = {
    TEXT_FIELD("name", name, 2, 40),
    TEXT_FIELD("address", address, 2, 40),
    {"persona", RP_FIELD_PART, .take = take_persona, .optional = true},
};

static void take_customer(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    rp_read_mapping(reader, node, "customer", customer_fields, RP_COUNT(customer_fields), into);
}

static const struct rp_field start_fields[] = {
    INT_FIELD("anger", anger, 0, 100),
    INT_FIELD("trust", trust, 0, 100),
};

static void take_start(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    rp_read_mapping(reader, node, "start", start_fields, RP_COUNT(start_fields), into);
}

static const struct rp_field satisfied_fields[] = {
    INT_FIELD("anger_max", anger_max, 0, 100),
    INT_FIELD("trust_min", trust_min, 0, 100),
};

static void take_satisfied(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    rp_read_mapping(reader, node, "satisfied", satisfied_fields, RP_COUNT(satisfied_fields), into);
}

static const struct rp_field handover_fields[] = {
    INT_FIELD("briefing_facts_min", briefing_facts_min, 0, RP_SCRIPT_FACTS_MAX),
};

static void take_handover(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    rp_read_mapping(reader, node, "handover", handover_fields, RP_COUNT(handover_fields), into);
}

static const struct rp_field policy_fields[] = {
    INT_FIELD("warnings", warnings, 0, 5),
};

static void take_policy(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    rp_read_mapping(reader, node, "policy", policy_fields, RP_COUNT(policy_fields), into);
}

static void take_trains(struct rp_reader *reader, const struct rp_yaml_node *node, void *into)
{
    (void)into;
    (void)rp_build_words(reader, node);
}

/* In the order in which they are read: what others name comes first. */
static const struct rp_field head_fields[] = {
    INT_FIELD("format", format, 1, 1),
    {"id", RP_FIELD_PART, .take = take_id},
    TEXT_FIELD("title", title, 3, 80),
    {"lang", RP_FIELD_PART, .take = take_lang},
    INT_FIELD("minutes", minutes, 2, 60),
    {"source", RP_FIELD_TEXT, offsetof(struct head, unused), 1, 2000, .optional = true},
    {"trap", RP_FIELD_TEXT, offsetof(struct head, unused), 1, 2000, .optional = true},
    {"trains", RP_FIELD_PART, .take = take_trains, .optional = true},
    {"customer", RP_FIELD_PART, .take = take_customer},
    {"start", RP_FIELD_PART, .take = take_start},
    {"currency", RP_FIELD_PART, .take = take_currency, .optional = true},
    {"facts", RP_FIELD_PART, .take = rp_build_facts},
    {"apology_targets", RP_FIELD_PART, .take = rp_build_apology_targets, .optional = true},
    {"remedies", RP_FIELD_PART, .take = rp_build_remedies, .optional = true},
    {"resolution", RP_FIELD_PART, .take = rp_build_resolution},
    {"triggers", RP_FIELD_PART, .take = rp_build_triggers, .optional = true},
    {"handover", RP_FIELD_PART, .take = take_handover, .optional = true},
    {"policy", RP_FIELD_PART, .take = take_policy, .optional = true},
    {"satisfied", RP_FIELD_PART, .take = take_satisfied, .optional = true},
    {"lines", RP_FIELD_PART, .take = rp_build_lines},
    {"cards", RP_FIELD_PART, .take = rp_build_cards},
};

static void fill_script(struct rp_script *script, const struct head *head)
{
    script->start_anger = (uint8_t)head->anger;
    script->start_trust = (uint8_t)head->trust;
    script->persona = (struct rp_script_persona){
        .anger_percent = (uint16_t)head->anger_percent,
        .patience_turns = (uint16_t)head->patience_turns,
        .abuse = (uint8_t)head->abuse,
        .cools_percent = (uint8_t)head->cools_percent,
        .early_apology_anger = (int8_t)head->early_anger,
        .early_apology_trust = (int8_t)head->early_trust,
    };
    script->satisfied_anger_max = (uint8_t)head->anger_max;
    script->satisfied_trust_min = (uint8_t)head->trust_min;
    script->briefing_facts_min = (uint8_t)head->briefing_facts_min;
    script->policy_warnings = (uint8_t)head->warnings;
    for (uint8_t i = 0; i < script->facts_n; i++) {
        uint8_t vent = script->facts[i].vent;
        script->story_n = (uint8_t)rp_max(script->story_n, vent);
        if (vent)
            script->story[vent - 1] = i;
    }
    int64_t share = script->story_n ? (HEARD_ENOUGH + script->story_n - 1) / script->story_n : 0;
    script->heard_per_part = (uint8_t)rp_max(HEARD_PER_PART, share);
}

static const void *keep_copy(struct rp_keep *keep, const void *bytes, size_t size)
{
    void *copy = rp_keep_take(keep, size);
    if (copy)
        memcpy(copy, bytes, size);
    return copy;
}

/* "Dana Reyes" is Dana Reyes, "Mrs. Petrovic" only Petrovic: what stands first, what stands last.
 */
static void fill_words(struct rp_scenario *scenario, const struct head *head)
{
    const struct rp_builder *b = &head->b;
    const char *space = strchr(head->name, ' ');
    size_t first = space ? (size_t)(space - head->name) : strlen(head->name);
    bool titled = first > 0 && head->name[first - 1] == '.';
    scenario->words = (struct rp_case_words){
        .first_name = titled ? "" : rp_keep_text(&scenario->keep, head->name, first),
        .last_name = space ? strrchr(head->name, ' ') + 1 : "",
        .currency = head->currency,
        .facts = keep_copy(&scenario->keep, b->fact_words, sizeof(b->fact_words)),
        .facts_n = b->script->facts_n,
        .remedies = keep_copy(&scenario->keep, b->remedy_words, sizeof(b->remedy_words)),
        .remedies_n = b->script->remedies_n,
    };
}

static bool fill(struct rp_scenario *scenario, const struct head *head)
{
    const struct rp_builder *b = &head->b;
    scenario->id = head->id;
    scenario->title = head->title;
    scenario->lang = head->lang;
    scenario->customer_name = head->name;
    scenario->customer_address = head->address;
    scenario->play_ms = (uint32_t)head->minutes * 60000;
    scenario->says_n = b->script->says_n;
    scenario->says = keep_copy(&scenario->keep, b->says, sizeof(b->says));
    scenario->line_ids = keep_copy(&scenario->keep, b->line_ids, sizeof(b->line_ids));
    scenario->fact_ids = keep_copy(&scenario->keep, b->fact_ids, sizeof(b->fact_ids));
    fill_words(scenario, head);
    return scenario->says && scenario->line_ids && scenario->fact_ids && scenario->words.facts &&
           scenario->words.remedies && scenario->words.first_name;
}

static void start_with_defaults(struct head *head, struct rp_scenario *scenario)
{
    *head = (struct head){
        .b = {.scenario = scenario, .script = &scenario->script},
        .anger_percent = 100,
        .patience_turns = 24,
        .cools_percent = 100,
        .early_anger = 2,
        .early_trust = -3,
        .anger_max = 30,
        .trust_min = 55,
        .briefing_facts_min = 3,
        .warnings = 2,
    };
    head->b.says[0] = "";
    head->b.line_ids[0] = "";
    scenario->script.says_n = 1; /* number 0 is none */
    scenario->script.lines_n = 1;
    scenario->script.lines[0].fact = RP_SCRIPT_NO_FACT;
}

static enum rp_err build(struct rp_scenario *scenario, struct head *head, const char *name,
                         const struct rp_yaml_node *root, struct rp_text *complaints)
{
    struct rp_reader reader = {.keep = &scenario->keep, .file = name, .complaints = complaints};
    start_with_defaults(head, scenario);
    rp_read_mapping(&reader, root, "a scenario", head_fields, RP_COUNT(head_fields), head);
    if (reader.faults)
        return RP_ERR_MALFORMED;
    fill_script(&scenario->script, head);
    rp_build_check(&reader, &head->b, root);
    if (reader.faults)
        return RP_ERR_MALFORMED;
    return fill(scenario, head) ? RP_OK : RP_ERR_STORAGE;
}

static bool hash(char *text, const char *bytes, size_t length)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    if (EVP_Digest(bytes, length, digest, &size, EVP_sha256(), NULL) != 1)
        return false;
    for (unsigned i = 0; i < size; i++)
        snprintf(text + (size_t)2 * i, 3, "%02x", digest[i]);
    return true;
}

static enum rp_err parse(struct rp_scenario *scenario, struct head *head, const char *name,
                         const char *bytes, size_t length, struct rp_text *complaints)
{
    const struct rp_yaml_node *root =
        rp_yaml_read(&scenario->keep, name, bytes, length, complaints);
    if (root == NULL)
        return RP_ERR_MALFORMED;
    scenario->source.at = rp_keep_text(&scenario->keep, bytes, length);
    scenario->source.length = (uint32_t)length;
    if (scenario->source.at == NULL || !hash(scenario->hash, bytes, length))
        return RP_ERR_STORAGE;
    return build(scenario, head, name, root, complaints);
}

enum rp_err rp_scenario_parse(struct rp_scenario **scenario, const char *name, const char *bytes,
                              size_t length, struct rp_text *complaints)
{
    struct rp_scenario *made = calloc(1, sizeof(*made));
    struct head *head = calloc(1, sizeof(*head));
    enum rp_err err =
        made && head ? parse(made, head, name, bytes, length, complaints) : RP_ERR_STORAGE;
    free(head);
    if (err != RP_OK) {
        rp_scenario_free(made);
        made = NULL;
    }
    *scenario = made;
    return err;
}

void rp_scenario_free(struct rp_scenario *scenario)
{
    if (scenario == NULL)
        return;
    rp_keep_clear(&scenario->keep);
    free(scenario);
}
