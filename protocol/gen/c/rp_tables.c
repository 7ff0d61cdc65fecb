/*  Made by protocol/generate.mjs from roleplay.json: change that. */
#include "rp_shape.h"

static const struct rp_field fields_logged_move[] = {
    {"move", .kind = RP_FIELD_INTEGER, .min = 0, .max = 63, .at = offsetof(struct rp_logged_move, move), .size = sizeof(((struct rp_logged_move *)0)->move), .see = {15, 15}},
    {"confident", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_logged_move, confident), .size = sizeof(((struct rp_logged_move *)0)->confident), .see = {15, 15}},
    {"reason", .kind = RP_FIELD_INTEGER, .min = 0, .max = 15, .at = offsetof(struct rp_logged_move, reason), .size = sizeof(((struct rp_logged_move *)0)->reason), .see = {15, 15}},
    {"score", .kind = RP_FIELD_INTEGER, .min = -32768, .max = 32767, .at = offsetof(struct rp_logged_move, score), .size = sizeof(((struct rp_logged_move *)0)->score), .is_signed = true, .see = {15, 15}},
    {"begin", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_logged_move, begin), .size = sizeof(((struct rp_logged_move *)0)->begin), .see = {15, 15}},
    {"end", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_logged_move, end), .size = sizeof(((struct rp_logged_move *)0)->end), .see = {15, 15}},
};
static const struct rp_shape shape_logged_move = {"logged_move", 0, sizeof(struct rp_logged_move), fields_logged_move, 6, {15, 15}, 0};

static const struct rp_field fields_logged_quantity[] = {
    {"kind", .kind = RP_FIELD_INTEGER, .min = 0, .max = 15, .at = offsetof(struct rp_logged_quantity, kind), .size = sizeof(((struct rp_logged_quantity *)0)->kind), .see = {15, 15}},
    {"value", .kind = RP_FIELD_INTEGER, .min = -9007199254740991, .max = 9007199254740991, .at = offsetof(struct rp_logged_quantity, value), .size = sizeof(((struct rp_logged_quantity *)0)->value), .is_signed = true, .see = {15, 15}},
    {"begin", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_logged_quantity, begin), .size = sizeof(((struct rp_logged_quantity *)0)->begin), .see = {15, 15}},
    {"end", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_logged_quantity, end), .size = sizeof(((struct rp_logged_quantity *)0)->end), .see = {15, 15}},
};
static const struct rp_shape shape_logged_quantity = {"logged_quantity", 0, sizeof(struct rp_logged_quantity), fields_logged_quantity, 4, {15, 15}, 0};

static const struct rp_field fields_card_section[] = {
    {"part", .kind = RP_FIELD_INTEGER, .min = 0, .max = 10, .at = offsetof(struct rp_card_section, part), .size = sizeof(((struct rp_card_section *)0)->part), .see = {15, 15}},
    {"lines", .kind = RP_FIELD_OUT_LIST, .count_at = offsetof(struct rp_card_section, lines_n), .max = 32, .of = &rp_shape_string, .at = offsetof(struct rp_card_section, lines), .see = {15, 15}},
};
static const struct rp_shape shape_card_section = {"card_section", 0, sizeof(struct rp_card_section), fields_card_section, 2, {15, 15}, 0};

static const struct rp_field fields_scenario_entry[] = {
    {"id", .kind = RP_FIELD_STRING, .max = 40, .at = offsetof(struct rp_scenario_entry, id), .see = {15, 15}},
    {"title", .kind = RP_FIELD_STRING, .max = 200, .at = offsetof(struct rp_scenario_entry, title), .see = {15, 15}},
    {"lang", .kind = RP_FIELD_STRING, .max = 16, .at = offsetof(struct rp_scenario_entry, lang), .see = {15, 15}},
};
static const struct rp_shape shape_scenario_entry = {"scenario_entry", 0, sizeof(struct rp_scenario_entry), fields_scenario_entry, 3, {15, 15}, 0};

static const struct rp_field fields_room_entry[] = {
    {"room", .kind = RP_FIELD_STRING, .max = 32, .at = offsetof(struct rp_room_entry, room), .see = {15, 15}},
    {"title", .kind = RP_FIELD_STRING, .max = 200, .at = offsetof(struct rp_room_entry, title), .see = {15, 15}},
    {"trainee", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_room_entry, trainee), .see = {15, 15}},
    {"customer", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_room_entry, customer), .see = {15, 15}},
    {"player", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .at = offsetof(struct rp_room_entry, player), .size = sizeof(((struct rp_room_entry *)0)->player), .see = {15, 15}},
    {"phase", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4, .at = offsetof(struct rp_room_entry, phase), .size = sizeof(((struct rp_room_entry *)0)->phase), .see = {15, 15}},
    {"anger", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .at = offsetof(struct rp_room_entry, anger), .size = sizeof(((struct rp_room_entry *)0)->anger), .see = {15, 15}},
    {"score", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .at = offsetof(struct rp_room_entry, score), .size = sizeof(((struct rp_room_entry *)0)->score), .see = {15, 15}},
};
static const struct rp_shape shape_room_entry = {"room_entry", 0, sizeof(struct rp_room_entry), fields_room_entry, 8, {15, 15}, 0};

static const struct rp_field fields_msg_hello[] = {
    {"version", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_msg_hello, version), .size = sizeof(((struct rp_msg_hello *)0)->version), .see = {15, 15}},
    {"tab", .kind = RP_FIELD_STRING, .max = 32, .at = offsetof(struct rp_msg_hello, tab), .see = {15, 15}},
    {"secret", .kind = RP_FIELD_STRING, .max = 64, .at = offsetof(struct rp_msg_hello, secret), .optional = true, .has_at = offsetof(struct rp_msg_hello, has_secret), .see = {15, 15}},
};
static const struct rp_shape shape_msg_hello = {"hello", 1, sizeof(struct rp_msg_hello), fields_msg_hello, 3, {15, 15}, 31};

static const struct rp_field fields_msg_join[] = {
    {"scenario", .kind = RP_FIELD_STRING, .max = 40, .at = offsetof(struct rp_msg_join, scenario), .see = {15, 15}},
    {"name", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_msg_join, name), .see = {15, 15}},
    {"time_pct", .kind = RP_FIELD_INTEGER, .min = 100, .max = 1000, .at = offsetof(struct rp_msg_join, time_pct), .size = sizeof(((struct rp_msg_join *)0)->time_pct), .see = {15, 15}},
    {"level", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .at = offsetof(struct rp_msg_join, level), .size = sizeof(((struct rp_msg_join *)0)->level), .see = {15, 15}},
    {"heat", .kind = RP_FIELD_INTEGER, .min = 1, .max = 5, .at = offsetof(struct rp_msg_join, heat), .size = sizeof(((struct rp_msg_join *)0)->heat), .see = {15, 15}},
};
static const struct rp_shape shape_msg_join = {"join", 2, sizeof(struct rp_msg_join), fields_msg_join, 5, {15, 15}, 31};

static const struct rp_field fields_msg_resume[] = {
    {"token", .kind = RP_FIELD_STRING, .max = 64, .at = offsetof(struct rp_msg_resume, token), .see = {15, 15}},
    {"n", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .at = offsetof(struct rp_msg_resume, n), .size = sizeof(((struct rp_msg_resume *)0)->n), .see = {15, 15}},
};
static const struct rp_shape shape_msg_resume = {"resume", 3, sizeof(struct rp_msg_resume), fields_msg_resume, 2, {15, 15}, 31};

static const struct rp_field fields_msg_watch[] = {
    {"room", .kind = RP_FIELD_STRING, .max = 32, .at = offsetof(struct rp_msg_watch, room), .see = {15, 15}},
    {"n", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .at = offsetof(struct rp_msg_watch, n), .size = sizeof(((struct rp_msg_watch *)0)->n), .see = {15, 15}},
};
static const struct rp_shape shape_msg_watch = {"watch", 4, sizeof(struct rp_msg_watch), fields_msg_watch, 2, {15, 15}, 8};

static const struct rp_shape shape_msg_list_rooms = {"list_rooms", 5, sizeof(struct rp_msg_list_rooms), NULL, 0, {15, 15}, 8};

static const struct rp_shape shape_msg_ready = {"ready", 6, sizeof(struct rp_msg_ready), NULL, 0, {15, 15}, 7};

static const struct rp_field fields_msg_compose[] = {
    {"state", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_msg_compose, state), .size = sizeof(((struct rp_msg_compose *)0)->state), .see = {15, 15}},
};
static const struct rp_shape shape_msg_compose = {"compose", 7, sizeof(struct rp_msg_compose), fields_msg_compose, 1, {15, 15}, 3};

static const struct rp_field fields_msg_say[] = {
    {"id", .kind = RP_FIELD_INTEGER, .min = 1, .max = 4294967295, .at = offsetof(struct rp_msg_say, id), .size = sizeof(((struct rp_msg_say *)0)->id), .see = {15, 15}},
    {"text", .kind = RP_FIELD_STRING, .max = 16000, .max_chars = 4000, .at = offsetof(struct rp_msg_say, text), .see = {15, 15}},
    {"more", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_msg_say, more), .size = sizeof(((struct rp_msg_say *)0)->more), .see = {15, 15}},
    {"yield", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_msg_say, yield), .size = sizeof(((struct rp_msg_say *)0)->yield), .see = {15, 15}},
    {"chip", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_msg_say, chip), .size = sizeof(((struct rp_msg_say *)0)->chip), .see = {15, 15}},
    {"confirm", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_msg_say, confirm), .size = sizeof(((struct rp_msg_say *)0)->confirm), .see = {15, 15}},
    {"limit", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_msg_say, limit), .size = sizeof(((struct rp_msg_say *)0)->limit), .see = {15, 15}},
    {"floor_seen", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .at = offsetof(struct rp_msg_say, floor_seen), .size = sizeof(((struct rp_msg_say *)0)->floor_seen), .see = {15, 15}},
};
static const struct rp_shape shape_msg_say = {"say", 8, sizeof(struct rp_msg_say), fields_msg_say, 8, {15, 15}, 3};

static const struct rp_field fields_msg_floor_act[] = {
    {"act", .kind = RP_FIELD_INTEGER, .min = 0, .max = 5, .at = offsetof(struct rp_msg_floor_act, act), .size = sizeof(((struct rp_msg_floor_act *)0)->act), .see = {15, 15}},
    {"expect_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3600000, .at = offsetof(struct rp_msg_floor_act, expect_ms), .size = sizeof(((struct rp_msg_floor_act *)0)->expect_ms), .see = {15, 15}},
};
static const struct rp_shape shape_msg_floor_act = {"floor_act", 9, sizeof(struct rp_msg_floor_act), fields_msg_floor_act, 2, {15, 15}, 3};

static const struct rp_field fields_msg_discard[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_msg_discard, line), .size = sizeof(((struct rp_msg_discard *)0)->line), .see = {15, 15}},
};
static const struct rp_shape shape_msg_discard = {"discard", 10, sizeof(struct rp_msg_discard), fields_msg_discard, 1, {15, 15}, 1};

static const struct rp_field fields_msg_close[] = {
    {"answer", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .at = offsetof(struct rp_msg_close, answer), .size = sizeof(((struct rp_msg_close *)0)->answer), .optional = true, .has_at = offsetof(struct rp_msg_close, has_answer), .see = {15, 15}},
};
static const struct rp_shape shape_msg_close = {"close", 11, sizeof(struct rp_msg_close), fields_msg_close, 1, {15, 15}, 3};

static const struct rp_field fields_msg_stop[] = {
    {"on", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_msg_stop, on), .size = sizeof(((struct rp_msg_stop *)0)->on), .see = {15, 15}},
};
static const struct rp_shape shape_msg_stop = {"stop", 12, sizeof(struct rp_msg_stop), fields_msg_stop, 1, {15, 15}, 3};

static const struct rp_field fields_msg_control[] = {
    {"what", .kind = RP_FIELD_INTEGER, .min = 0, .max = 6, .at = offsetof(struct rp_msg_control, what), .size = sizeof(((struct rp_msg_control *)0)->what), .see = {15, 15}},
    {"act_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .at = offsetof(struct rp_msg_control, act_ms), .size = sizeof(((struct rp_msg_control *)0)->act_ms), .see = {15, 15}},
    {"reason", .kind = RP_FIELD_STRING, .max = 800, .at = offsetof(struct rp_msg_control, reason), .see = {15, 15}},
};
static const struct rp_shape shape_msg_control = {"control", 13, sizeof(struct rp_msg_control), fields_msg_control, 3, {15, 15}, 8};

static const struct rp_shape shape_msg_recall = {"recall", 14, sizeof(struct rp_msg_recall), NULL, 0, {15, 15}, 15};

static const struct rp_field fields_msg_action[] = {
    {"id", .kind = RP_FIELD_INTEGER, .min = 1, .max = 4294967295, .at = offsetof(struct rp_msg_action, id), .size = sizeof(((struct rp_msg_action *)0)->id), .see = {15, 15}},
    {"what", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_msg_action, what), .size = sizeof(((struct rp_msg_action *)0)->what), .see = {15, 15}},
    {"text", .kind = RP_FIELD_STRING, .max = 4000, .max_chars = 1000, .at = offsetof(struct rp_msg_action, text), .see = {15, 15}},
};
static const struct rp_shape shape_msg_action = {"action", 15, sizeof(struct rp_msg_action), fields_msg_action, 3, {15, 15}, 1};

static const struct rp_field fields_msg_contest[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_msg_contest, line), .size = sizeof(((struct rp_msg_contest *)0)->line), .see = {15, 15}},
    {"finding", .kind = RP_FIELD_INTEGER, .min = 0, .max = 18, .at = offsetof(struct rp_msg_contest, finding), .size = sizeof(((struct rp_msg_contest *)0)->finding), .see = {15, 15}},
    {"move", .kind = RP_FIELD_INTEGER, .min = 0, .max = 63, .at = offsetof(struct rp_msg_contest, move), .size = sizeof(((struct rp_msg_contest *)0)->move), .see = {15, 15}},
};
static const struct rp_shape shape_msg_contest = {"contest", 16, sizeof(struct rp_msg_contest), fields_msg_contest, 3, {15, 15}, 9};

static const struct rp_field fields_event_opened[] = {
    {"scenario", .kind = RP_FIELD_STRING, .max = 40, .at = offsetof(struct rp_event_opened, scenario), .see = {8, 15}},
    {"scenario_hash", .kind = RP_FIELD_STRING, .max = 64, .at = offsetof(struct rp_event_opened, scenario_hash), .see = {0, 0}},
    {"config", .kind = RP_FIELD_STRING, .max = 3500, .at = offsetof(struct rp_event_opened, config), .see = {0, 0}},
    {"recogniser_hash", .kind = RP_FIELD_STRING, .max = 64, .at = offsetof(struct rp_event_opened, recogniser_hash), .see = {0, 0}},
    {"engine", .kind = RP_FIELD_STRING, .max = 32, .at = offsetof(struct rp_event_opened, engine), .see = {0, 0}},
    {"seed", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .at = offsetof(struct rp_event_opened, seed), .size = sizeof(((struct rp_event_opened *)0)->seed), .see = {0, 0}},
    {"medium", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_opened, medium), .size = sizeof(((struct rp_event_opened *)0)->medium), .see = {15, 15}},
    {"mode", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .at = offsetof(struct rp_event_opened, mode), .size = sizeof(((struct rp_event_opened *)0)->mode), .see = {15, 15}},
    {"level", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .at = offsetof(struct rp_event_opened, level), .size = sizeof(((struct rp_event_opened *)0)->level), .see = {15, 15}},
    {"player", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .at = offsetof(struct rp_event_opened, player), .size = sizeof(((struct rp_event_opened *)0)->player), .see = {15, 15}},
    {"read_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3600000, .at = offsetof(struct rp_event_opened, read_ms), .size = sizeof(((struct rp_event_opened *)0)->read_ms), .see = {15, 15}},
    {"play_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 7200000, .at = offsetof(struct rp_event_opened, play_ms), .size = sizeof(((struct rp_event_opened *)0)->play_ms), .see = {15, 15}},
    {"wrap_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 600000, .at = offsetof(struct rp_event_opened, wrap_ms), .size = sizeof(((struct rp_event_opened *)0)->wrap_ms), .see = {15, 15}},
    {"heat", .kind = RP_FIELD_INTEGER, .min = 1, .max = 5, .at = offsetof(struct rp_event_opened, heat), .size = sizeof(((struct rp_event_opened *)0)->heat), .see = {8, 15}},
};
static const struct rp_shape shape_event_opened = {"opened", 1, sizeof(struct rp_event_opened), fields_event_opened, 14, {15, 15}, 0};

static const struct rp_field fields_event_seated[] = {
    {"seat", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_event_seated, seat), .size = sizeof(((struct rp_event_seated *)0)->seat), .see = {15, 15}},
    {"player", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .at = offsetof(struct rp_event_seated, player), .size = sizeof(((struct rp_event_seated *)0)->player), .see = {15, 15}},
    {"time_pct", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1000, .at = offsetof(struct rp_event_seated, time_pct), .size = sizeof(((struct rp_event_seated *)0)->time_pct), .see = {8, 8}},
    {"name", .kind = RP_FIELD_NAME, .min = 0, .max = 4294967295, .at = offsetof(struct rp_event_seated, name), .size = sizeof(((struct rp_event_seated *)0)->name), .see = {15, 15}},
};
static const struct rp_shape shape_event_seated = {"seated", 2, sizeof(struct rp_event_seated), fields_event_seated, 4, {15, 15}, 0};

static const struct rp_field fields_event_ready[] = {
    {"seat", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_event_ready, seat), .size = sizeof(((struct rp_event_ready *)0)->seat), .see = {15, 15}},
};
static const struct rp_shape shape_event_ready = {"ready", 3, sizeof(struct rp_event_ready), fields_event_ready, 1, {15, 15}, 0};

static const struct rp_field fields_event_compose[] = {
    {"party", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_event_compose, party), .size = sizeof(((struct rp_event_compose *)0)->party), .see = {15, 15}},
    {"state", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_event_compose, state), .size = sizeof(((struct rp_event_compose *)0)->state), .see = {15, 15}},
    {"rtt_ms", .kind = RP_FIELD_INTEGER, .min = -1, .max = 600000, .at = offsetof(struct rp_event_compose, rtt_ms), .size = sizeof(((struct rp_event_compose *)0)->rtt_ms), .is_signed = true, .see = {8, 8}},
    {"stall_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 600000, .at = offsetof(struct rp_event_compose, stall_ms), .size = sizeof(((struct rp_event_compose *)0)->stall_ms), .see = {8, 8}},
};
static const struct rp_shape shape_event_compose = {"compose", 4, sizeof(struct rp_event_compose), fields_event_compose, 4, {15, 15}, 0};

static const struct rp_field fields_event_send[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_send, line), .size = sizeof(((struct rp_event_send *)0)->line), .see = {8, 8}},
    {"party", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_event_send, party), .size = sizeof(((struct rp_event_send *)0)->party), .see = {8, 8}},
    {"send_id", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .at = offsetof(struct rp_event_send, send_id), .size = sizeof(((struct rp_event_send *)0)->send_id), .see = {8, 8}},
    {"say", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_send, say), .size = sizeof(((struct rp_event_send *)0)->say), .see = {8, 8}},
    {"words", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4000, .at = offsetof(struct rp_event_send, words), .size = sizeof(((struct rp_event_send *)0)->words), .see = {8, 8}},
    {"more", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_send, more), .size = sizeof(((struct rp_event_send *)0)->more), .see = {8, 8}},
    {"yield", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_send, yield), .size = sizeof(((struct rp_event_send *)0)->yield), .see = {8, 8}},
    {"chip", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_event_send, chip), .size = sizeof(((struct rp_event_send *)0)->chip), .see = {8, 8}},
    {"confirm", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_send, confirm), .size = sizeof(((struct rp_event_send *)0)->confirm), .see = {8, 8}},
    {"limit", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_send, limit), .size = sizeof(((struct rp_event_send *)0)->limit), .see = {8, 8}},
    {"floor_seen", .kind = RP_FIELD_INTEGER, .min = -1, .max = 4294967295, .at = offsetof(struct rp_event_send, floor_seen), .size = sizeof(((struct rp_event_send *)0)->floor_seen), .is_signed = true, .see = {8, 8}},
    {"rtt_ms", .kind = RP_FIELD_INTEGER, .min = -1, .max = 600000, .at = offsetof(struct rp_event_send, rtt_ms), .size = sizeof(((struct rp_event_send *)0)->rtt_ms), .is_signed = true, .see = {8, 8}},
    {"stall_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 600000, .at = offsetof(struct rp_event_send, stall_ms), .size = sizeof(((struct rp_event_send *)0)->stall_ms), .see = {8, 8}},
    {"again", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_send, again), .size = sizeof(((struct rp_event_send *)0)->again), .see = {8, 8}},
};
static const struct rp_shape shape_event_send = {"send", 5, sizeof(struct rp_event_send), fields_event_send, 14, {8, 8}, 0};

static const struct rp_field fields_event_floor_act[] = {
    {"party", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_event_floor_act, party), .size = sizeof(((struct rp_event_floor_act *)0)->party), .see = {8, 8}},
    {"act", .kind = RP_FIELD_INTEGER, .min = 0, .max = 5, .at = offsetof(struct rp_event_floor_act, act), .size = sizeof(((struct rp_event_floor_act *)0)->act), .see = {8, 8}},
    {"expect_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3600000, .at = offsetof(struct rp_event_floor_act, expect_ms), .size = sizeof(((struct rp_event_floor_act *)0)->expect_ms), .see = {8, 8}},
    {"rtt_ms", .kind = RP_FIELD_INTEGER, .min = -1, .max = 600000, .at = offsetof(struct rp_event_floor_act, rtt_ms), .size = sizeof(((struct rp_event_floor_act *)0)->rtt_ms), .is_signed = true, .see = {8, 8}},
};
static const struct rp_shape shape_event_floor_act = {"floor_act", 6, sizeof(struct rp_event_floor_act), fields_event_floor_act, 4, {8, 8}, 0};

static const struct rp_field fields_event_discard[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_discard, line), .size = sizeof(((struct rp_event_discard *)0)->line), .see = {8, 8}},
};
static const struct rp_shape shape_event_discard = {"discard", 7, sizeof(struct rp_event_discard), fields_event_discard, 1, {8, 8}, 0};

static const struct rp_field fields_event_control[] = {
    {"what", .kind = RP_FIELD_INTEGER, .min = 0, .max = 6, .at = offsetof(struct rp_event_control, what), .size = sizeof(((struct rp_event_control *)0)->what), .see = {8, 8}},
    {"by", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_event_control, by), .size = sizeof(((struct rp_event_control *)0)->by), .see = {8, 8}},
    {"outage", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_control, outage), .size = sizeof(((struct rp_event_control *)0)->outage), .see = {8, 8}},
    {"act_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .at = offsetof(struct rp_event_control, act_ms), .size = sizeof(((struct rp_event_control *)0)->act_ms), .see = {8, 8}},
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_control, line), .size = sizeof(((struct rp_event_control *)0)->line), .see = {8, 8}},
    {"text", .kind = RP_FIELD_WORDS, .at = offsetof(struct rp_event_control, line), .count_at = 0, .see = {8, 8}},
};
static const struct rp_shape shape_event_control = {"control", 8, sizeof(struct rp_event_control), fields_event_control, 6, {8, 8}, 0};

static const struct rp_field fields_event_link[] = {
    {"party", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_event_link, party), .size = sizeof(((struct rp_event_link *)0)->party), .see = {15, 15}},
    {"up", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_link, up), .size = sizeof(((struct rp_event_link *)0)->up), .see = {15, 15}},
};
static const struct rp_shape shape_event_link = {"link", 9, sizeof(struct rp_event_link), fields_event_link, 2, {15, 15}, 0};

static const struct rp_field fields_event_understood[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_understood, line), .size = sizeof(((struct rp_event_understood *)0)->line), .see = {8, 8}},
    {"moves", .kind = RP_FIELD_LIST, .count_at = offsetof(struct rp_event_understood, moves_n), .max = 16, .of = &shape_logged_move, .at = offsetof(struct rp_event_understood, moves), .see = {8, 8}},
    {"quantities", .kind = RP_FIELD_LIST, .count_at = offsetof(struct rp_event_understood, quantities_n), .max = 8, .of = &shape_logged_quantity, .at = offsetof(struct rp_event_understood, quantities), .see = {8, 8}},
    {"asked", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .at = offsetof(struct rp_event_understood, asked), .size = sizeof(((struct rp_event_understood *)0)->asked), .see = {8, 8}},
    {"told", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .at = offsetof(struct rp_event_understood, told), .size = sizeof(((struct rp_event_understood *)0)->told), .see = {8, 8}},
    {"contradicted", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .at = offsetof(struct rp_event_understood, contradicted), .size = sizeof(((struct rp_event_understood *)0)->contradicted), .see = {8, 8}},
    {"apology_for", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .at = offsetof(struct rp_event_understood, apology_for), .size = sizeof(((struct rp_event_understood *)0)->apology_for), .see = {8, 8}},
    {"remedies", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .at = offsetof(struct rp_event_understood, remedies), .size = sizeof(((struct rp_event_understood *)0)->remedies), .see = {8, 8}},
    {"words", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4000, .at = offsetof(struct rp_event_understood, words), .size = sizeof(((struct rp_event_understood *)0)->words), .see = {8, 8}},
    {"questions", .kind = RP_FIELD_INTEGER, .min = 0, .max = 255, .at = offsetof(struct rp_event_understood, questions), .size = sizeof(((struct rp_event_understood *)0)->questions), .see = {8, 8}},
    {"name_uses", .kind = RP_FIELD_INTEGER, .min = 0, .max = 255, .at = offsetof(struct rp_event_understood, name_uses), .size = sizeof(((struct rp_event_understood *)0)->name_uses), .see = {8, 8}},
    {"shouting", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_understood, shouting), .size = sizeof(((struct rp_event_understood *)0)->shouting), .see = {8, 8}},
};
static const struct rp_shape shape_event_understood = {"understood", 10, sizeof(struct rp_event_understood), fields_event_understood, 12, {8, 8}, 0};

static const struct rp_field fields_event_close[] = {
    {"party", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_event_close, party), .size = sizeof(((struct rp_event_close *)0)->party), .see = {15, 15}},
    {"answered", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_close, answered), .size = sizeof(((struct rp_event_close *)0)->answered), .see = {15, 15}},
    {"answer", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .at = offsetof(struct rp_event_close, answer), .size = sizeof(((struct rp_event_close *)0)->answer), .see = {15, 15}},
};
static const struct rp_shape shape_event_close = {"close", 11, sizeof(struct rp_event_close), fields_event_close, 3, {15, 15}, 0};

static const struct rp_field fields_event_action[] = {
    {"what", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_action, what), .size = sizeof(((struct rp_event_action *)0)->what), .see = {9, 9}},
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_action, line), .size = sizeof(((struct rp_event_action *)0)->line), .see = {9, 9}},
    {"send_id", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .at = offsetof(struct rp_event_action, send_id), .size = sizeof(((struct rp_event_action *)0)->send_id), .see = {9, 9}},
    {"text", .kind = RP_FIELD_WORDS, .at = offsetof(struct rp_event_action, line), .count_at = 0, .see = {9, 9}},
};
static const struct rp_shape shape_event_action = {"action", 12, sizeof(struct rp_event_action), fields_event_action, 4, {9, 9}, 0};

static const struct rp_field fields_event_contested[] = {
    {"by", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_event_contested, by), .size = sizeof(((struct rp_event_contested *)0)->by), .see = {8, 9}},
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_contested, line), .size = sizeof(((struct rp_event_contested *)0)->line), .see = {8, 9}},
    {"finding", .kind = RP_FIELD_INTEGER, .min = 0, .max = 18, .at = offsetof(struct rp_event_contested, finding), .size = sizeof(((struct rp_event_contested *)0)->finding), .see = {8, 9}},
    {"move", .kind = RP_FIELD_INTEGER, .min = 0, .max = 63, .at = offsetof(struct rp_event_contested, move), .size = sizeof(((struct rp_event_contested *)0)->move), .see = {8, 9}},
};
static const struct rp_shape shape_event_contested = {"contested", 13, sizeof(struct rp_event_contested), fields_event_contested, 4, {8, 9}, 0};

static const struct rp_field fields_event_phase[] = {
    {"phase", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4, .at = offsetof(struct rp_event_phase, phase), .size = sizeof(((struct rp_event_phase *)0)->phase), .see = {15, 15}},
    {"ends_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .at = offsetof(struct rp_event_phase, ends_ms), .size = sizeof(((struct rp_event_phase *)0)->ends_ms), .see = {15, 15}},
};
static const struct rp_shape shape_event_phase = {"phase", 20, sizeof(struct rp_event_phase), fields_event_phase, 2, {15, 15}, 0};

static const struct rp_field fields_event_floor[] = {
    {"number", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .at = offsetof(struct rp_event_floor, number), .size = sizeof(((struct rp_event_floor *)0)->number), .see = {15, 15}},
    {"holder", .kind = RP_FIELD_INTEGER, .min = 0, .max = 5, .at = offsetof(struct rp_event_floor, holder), .size = sizeof(((struct rp_event_floor *)0)->holder), .see = {15, 15}},
    {"activity", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .at = offsetof(struct rp_event_floor, activity), .size = sizeof(((struct rp_event_floor *)0)->activity), .see = {15, 15}},
    {"flag", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .at = offsetof(struct rp_event_floor, flag), .size = sizeof(((struct rp_event_floor *)0)->flag), .see = {15, 15}},
    {"vent", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_floor, vent), .size = sizeof(((struct rp_event_floor *)0)->vent), .see = {15, 15}},
    {"since_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .at = offsetof(struct rp_event_floor, since_ms), .size = sizeof(((struct rp_event_floor *)0)->since_ms), .see = {15, 15}},
    {"until_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .at = offsetof(struct rp_event_floor, until_ms), .size = sizeof(((struct rp_event_floor *)0)->until_ms), .see = {15, 15}},
    {"rest_until_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .at = offsetof(struct rp_event_floor, rest_until_ms), .size = sizeof(((struct rp_event_floor *)0)->rest_until_ms), .see = {9, 15}},
    {"repair_until_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .at = offsetof(struct rp_event_floor, repair_until_ms), .size = sizeof(((struct rp_event_floor *)0)->repair_until_ms), .see = {9, 15}},
    {"step_in_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .at = offsetof(struct rp_event_floor, step_in_ms), .size = sizeof(((struct rp_event_floor *)0)->step_in_ms), .see = {9, 15}},
    {"queued", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_event_floor, queued), .size = sizeof(((struct rp_event_floor *)0)->queued), .see = {15, 15}},
};
static const struct rp_shape shape_event_floor = {"floor", 30, sizeof(struct rp_event_floor), fields_event_floor, 11, {15, 15}, 0};

static const struct rp_field fields_event_delivered[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_delivered, line), .size = sizeof(((struct rp_event_delivered *)0)->line), .see = {15, 15}},
    {"party", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_event_delivered, party), .size = sizeof(((struct rp_event_delivered *)0)->party), .see = {15, 15}},
    {"more", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_delivered, more), .size = sizeof(((struct rp_event_delivered *)0)->more), .see = {15, 15}},
    {"chip", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_event_delivered, chip), .size = sizeof(((struct rp_event_delivered *)0)->chip), .see = {15, 15}},
    {"again", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_delivered, again), .size = sizeof(((struct rp_event_delivered *)0)->again), .see = {15, 15}},
    {"written_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .at = offsetof(struct rp_event_delivered, written_ms), .size = sizeof(((struct rp_event_delivered *)0)->written_ms), .see = {15, 15}},
    {"say", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_delivered, say), .size = sizeof(((struct rp_event_delivered *)0)->say), .see = {8, 8}},
    {"text", .kind = RP_FIELD_WORDS, .at = offsetof(struct rp_event_delivered, line), .count_at = offsetof(struct rp_event_delivered, say), .see = {15, 15}},
};
static const struct rp_shape shape_event_delivered = {"delivered", 31, sizeof(struct rp_event_delivered), fields_event_delivered, 8, {15, 15}, 0};

static const struct rp_field fields_event_held[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_held, line), .size = sizeof(((struct rp_event_held *)0)->line), .see = {9, 9}},
    {"why", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_event_held, why), .size = sizeof(((struct rp_event_held *)0)->why), .see = {9, 9}},
    {"stale", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_held, stale), .size = sizeof(((struct rp_event_held *)0)->stale), .see = {9, 9}},
    {"text", .kind = RP_FIELD_WORDS, .at = offsetof(struct rp_event_held, line), .count_at = 0, .see = {9, 9}},
};
static const struct rp_shape shape_event_held = {"held", 32, sizeof(struct rp_event_held), fields_event_held, 4, {9, 9}, 0};

static const struct rp_field fields_event_refused[] = {
    {"party", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_event_refused, party), .size = sizeof(((struct rp_event_refused *)0)->party), .see = {11, 11}},
    {"send_id", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .at = offsetof(struct rp_event_refused, send_id), .size = sizeof(((struct rp_event_refused *)0)->send_id), .see = {11, 11}},
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_refused, line), .size = sizeof(((struct rp_event_refused *)0)->line), .see = {11, 11}},
    {"why", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4, .at = offsetof(struct rp_event_refused, why), .size = sizeof(((struct rp_event_refused *)0)->why), .see = {11, 11}},
};
static const struct rp_shape shape_event_refused = {"refused", 33, sizeof(struct rp_event_refused), fields_event_refused, 4, {11, 11}, 0};

static const struct rp_field fields_event_dropped[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_dropped, line), .size = sizeof(((struct rp_event_dropped *)0)->line), .see = {9, 9}},
    {"why", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .at = offsetof(struct rp_event_dropped, why), .size = sizeof(((struct rp_event_dropped *)0)->why), .see = {9, 9}},
};
static const struct rp_shape shape_event_dropped = {"dropped", 34, sizeof(struct rp_event_dropped), fields_event_dropped, 2, {9, 9}, 0};

static const struct rp_field fields_event_verdict[] = {
    {"act_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .at = offsetof(struct rp_event_verdict, act_ms), .size = sizeof(((struct rp_event_verdict *)0)->act_ms), .see = {9, 15}},
    {"decided_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .at = offsetof(struct rp_event_verdict, decided_ms), .size = sizeof(((struct rp_event_verdict *)0)->decided_ms), .see = {9, 15}},
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_verdict, line), .size = sizeof(((struct rp_event_verdict *)0)->line), .see = {9, 15}},
    {"party", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_event_verdict, party), .size = sizeof(((struct rp_event_verdict *)0)->party), .see = {9, 15}},
    {"verdict", .kind = RP_FIELD_INTEGER, .min = 0, .max = 20, .at = offsetof(struct rp_event_verdict, verdict), .size = sizeof(((struct rp_event_verdict *)0)->verdict), .see = {9, 15}},
    {"penalty", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_verdict, penalty), .size = sizeof(((struct rp_event_verdict *)0)->penalty), .see = {9, 15}},
    {"floor_taken", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_verdict, floor_taken), .size = sizeof(((struct rp_event_verdict *)0)->floor_taken), .see = {9, 15}},
    {"delivered", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_verdict, delivered), .size = sizeof(((struct rp_event_verdict *)0)->delivered), .see = {9, 15}},
    {"vent", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_verdict, vent), .size = sizeof(((struct rp_event_verdict *)0)->vent), .see = {9, 15}},
    {"base", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1000, .at = offsetof(struct rp_event_verdict, base), .size = sizeof(((struct rp_event_verdict *)0)->base), .see = {8, 9}},
    {"points", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1000, .at = offsetof(struct rp_event_verdict, points), .size = sizeof(((struct rp_event_verdict *)0)->points), .see = {8, 9}},
    {"would_be_points", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1000, .at = offsetof(struct rp_event_verdict, would_be_points), .size = sizeof(((struct rp_event_verdict *)0)->would_be_points), .see = {8, 9}},
    {"rule", .kind = RP_FIELD_STRING, .max = 32, .at = offsetof(struct rp_event_verdict, rule), .see = {8, 9}},
    {"measured_ms", .kind = RP_FIELD_INTEGER, .min = -9007199254740991, .max = 9007199254740991, .at = offsetof(struct rp_event_verdict, measured_ms), .size = sizeof(((struct rp_event_verdict *)0)->measured_ms), .is_signed = true, .see = {8, 9}},
    {"limit_ms", .kind = RP_FIELD_INTEGER, .min = -9007199254740991, .max = 9007199254740991, .at = offsetof(struct rp_event_verdict, limit_ms), .size = sizeof(((struct rp_event_verdict *)0)->limit_ms), .is_signed = true, .see = {8, 9}},
    {"margin_ms", .kind = RP_FIELD_INTEGER, .min = -9007199254740991, .max = 9007199254740991, .at = offsetof(struct rp_event_verdict, margin_ms), .size = sizeof(((struct rp_event_verdict *)0)->margin_ms), .is_signed = true, .see = {8, 9}},
    {"rtt_ms", .kind = RP_FIELD_INTEGER, .min = -1, .max = 600000, .at = offsetof(struct rp_event_verdict, rtt_ms), .size = sizeof(((struct rp_event_verdict *)0)->rtt_ms), .is_signed = true, .see = {8, 9}},
};
static const struct rp_shape shape_event_verdict = {"verdict", 35, sizeof(struct rp_event_verdict), fields_event_verdict, 17, {9, 15}, 0};

static const struct rp_field fields_event_cut_in[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_cut_in, line), .size = sizeof(((struct rp_event_cut_in *)0)->line), .see = {15, 15}},
    {"cut_line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_cut_in, cut_line), .size = sizeof(((struct rp_event_cut_in *)0)->cut_line), .see = {15, 15}},
};
static const struct rp_shape shape_event_cut_in = {"cut_in", 36, sizeof(struct rp_event_cut_in), fields_event_cut_in, 2, {15, 15}, 0};

static const struct rp_field fields_event_repaired[] = {
    {"act_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .at = offsetof(struct rp_event_repaired, act_ms), .size = sizeof(((struct rp_event_repaired *)0)->act_ms), .see = {9, 9}},
    {"points_back", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1000, .at = offsetof(struct rp_event_repaired, points_back), .size = sizeof(((struct rp_event_repaired *)0)->points_back), .see = {8, 9}},
};
static const struct rp_shape shape_event_repaired = {"repaired", 37, sizeof(struct rp_event_repaired), fields_event_repaired, 2, {9, 9}, 0};

static const struct rp_field fields_event_waived[] = {
    {"act_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .at = offsetof(struct rp_event_waived, act_ms), .size = sizeof(((struct rp_event_waived *)0)->act_ms), .see = {9, 9}},
    {"points_back", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1000, .at = offsetof(struct rp_event_waived, points_back), .size = sizeof(((struct rp_event_waived *)0)->points_back), .see = {8, 9}},
};
static const struct rp_shape shape_event_waived = {"waived", 38, sizeof(struct rp_event_waived), fields_event_waived, 2, {9, 9}, 0};

static const struct rp_field fields_event_transfer[] = {
    {"from", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_event_transfer, from), .size = sizeof(((struct rp_event_transfer *)0)->from), .see = {8, 9}},
    {"to", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_event_transfer, to), .size = sizeof(((struct rp_event_transfer *)0)->to), .see = {8, 9}},
    {"at_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .at = offsetof(struct rp_event_transfer, at_ms), .size = sizeof(((struct rp_event_transfer *)0)->at_ms), .see = {8, 9}},
    {"has_offset", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_transfer, has_offset), .size = sizeof(((struct rp_event_transfer *)0)->has_offset), .see = {8, 9}},
    {"offset_ms", .kind = RP_FIELD_INTEGER, .min = -9007199254740991, .max = 9007199254740991, .at = offsetof(struct rp_event_transfer, offset_ms), .size = sizeof(((struct rp_event_transfer *)0)->offset_ms), .is_signed = true, .see = {8, 9}},
    {"band", .kind = RP_FIELD_INTEGER, .min = 0, .max = 6, .at = offsetof(struct rp_event_transfer, band), .size = sizeof(((struct rp_event_transfer *)0)->band), .see = {8, 9}},
};
static const struct rp_shape shape_event_transfer = {"transfer", 39, sizeof(struct rp_event_transfer), fields_event_transfer, 6, {8, 9}, 0};

static const struct rp_field fields_event_delta[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_delta, line), .size = sizeof(((struct rp_event_delta *)0)->line), .see = {8, 9}},
    {"change", .kind = RP_FIELD_INTEGER, .min = 0, .max = 8, .at = offsetof(struct rp_event_delta, change), .size = sizeof(((struct rp_event_delta *)0)->change), .see = {8, 9}},
    {"move", .kind = RP_FIELD_INTEGER, .min = 0, .max = 63, .at = offsetof(struct rp_event_delta, move), .size = sizeof(((struct rp_event_delta *)0)->move), .see = {8, 9}},
    {"begin", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_delta, begin), .size = sizeof(((struct rp_event_delta *)0)->begin), .see = {8, 9}},
    {"end", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_delta, end), .size = sizeof(((struct rp_event_delta *)0)->end), .see = {8, 9}},
    {"finding", .kind = RP_FIELD_INTEGER, .min = 0, .max = 18, .at = offsetof(struct rp_event_delta, finding), .size = sizeof(((struct rp_event_delta *)0)->finding), .see = {8, 9}},
    {"anger", .kind = RP_FIELD_INTEGER, .min = -100, .max = 100, .at = offsetof(struct rp_event_delta, anger), .size = sizeof(((struct rp_event_delta *)0)->anger), .is_signed = true, .see = {8, 9}},
    {"trust", .kind = RP_FIELD_INTEGER, .min = -100, .max = 100, .at = offsetof(struct rp_event_delta, trust), .size = sizeof(((struct rp_event_delta *)0)->trust), .is_signed = true, .see = {8, 9}},
    {"heard", .kind = RP_FIELD_INTEGER, .min = -100, .max = 100, .at = offsetof(struct rp_event_delta, heard), .size = sizeof(((struct rp_event_delta *)0)->heard), .is_signed = true, .see = {8, 9}},
    {"grasped", .kind = RP_FIELD_INTEGER, .min = -100, .max = 100, .at = offsetof(struct rp_event_delta, grasped), .size = sizeof(((struct rp_event_delta *)0)->grasped), .is_signed = true, .see = {8, 9}},
    {"anger_now", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .at = offsetof(struct rp_event_delta, anger_now), .size = sizeof(((struct rp_event_delta *)0)->anger_now), .see = {8, 9}},
    {"trust_now", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .at = offsetof(struct rp_event_delta, trust_now), .size = sizeof(((struct rp_event_delta *)0)->trust_now), .see = {8, 9}},
    {"heard_now", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .at = offsetof(struct rp_event_delta, heard_now), .size = sizeof(((struct rp_event_delta *)0)->heard_now), .see = {8, 9}},
    {"grasped_now", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .at = offsetof(struct rp_event_delta, grasped_now), .size = sizeof(((struct rp_event_delta *)0)->grasped_now), .see = {8, 9}},
};
static const struct rp_shape shape_event_delta = {"delta", 40, sizeof(struct rp_event_delta), fields_event_delta, 14, {8, 9}, 0};

static const struct rp_field fields_event_evidence[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_evidence, line), .size = sizeof(((struct rp_event_evidence *)0)->line), .see = {8, 9}},
    {"grade", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_event_evidence, grade), .size = sizeof(((struct rp_event_evidence *)0)->grade), .see = {8, 9}},
    {"finding", .kind = RP_FIELD_INTEGER, .min = 0, .max = 18, .at = offsetof(struct rp_event_evidence, finding), .size = sizeof(((struct rp_event_evidence *)0)->finding), .see = {8, 9}},
    {"move", .kind = RP_FIELD_INTEGER, .min = 0, .max = 63, .at = offsetof(struct rp_event_evidence, move), .size = sizeof(((struct rp_event_evidence *)0)->move), .see = {8, 9}},
    {"begin", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_evidence, begin), .size = sizeof(((struct rp_event_evidence *)0)->begin), .see = {8, 9}},
    {"end", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_evidence, end), .size = sizeof(((struct rp_event_evidence *)0)->end), .see = {8, 9}},
    {"value", .kind = RP_FIELD_INTEGER, .min = -9007199254740991, .max = 9007199254740991, .at = offsetof(struct rp_event_evidence, value), .size = sizeof(((struct rp_event_evidence *)0)->value), .is_signed = true, .see = {8, 9}},
};
static const struct rp_shape shape_event_evidence = {"evidence", 41, sizeof(struct rp_event_evidence), fields_event_evidence, 7, {8, 9}, 0};

static const struct rp_field fields_event_revealed[] = {
    {"fact", .kind = RP_FIELD_INTEGER, .min = 0, .max = 31, .at = offsetof(struct rp_event_revealed, fact), .size = sizeof(((struct rp_event_revealed *)0)->fact), .see = {8, 15}},
    {"key", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_event_revealed, key), .size = sizeof(((struct rp_event_revealed *)0)->key), .see = {8, 15}},
};
static const struct rp_shape shape_event_revealed = {"revealed", 42, sizeof(struct rp_event_revealed), fields_event_revealed, 2, {8, 15}, 0};

static const struct rp_field fields_event_outcome[] = {
    {"outcome", .kind = RP_FIELD_INTEGER, .min = 0, .max = 8, .at = offsetof(struct rp_event_outcome, outcome), .size = sizeof(((struct rp_event_outcome *)0)->outcome), .see = {15, 15}},
    {"reason", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4, .at = offsetof(struct rp_event_outcome, reason), .size = sizeof(((struct rp_event_outcome *)0)->reason), .see = {15, 15}},
    {"answer", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .at = offsetof(struct rp_event_outcome, answer), .size = sizeof(((struct rp_event_outcome *)0)->answer), .see = {15, 15}},
};
static const struct rp_shape shape_event_outcome = {"outcome", 43, sizeof(struct rp_event_outcome), fields_event_outcome, 3, {15, 15}, 0};

static const struct rp_field fields_event_score[] = {
    {"floor_score", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .at = offsetof(struct rp_event_score, floor_score), .size = sizeof(((struct rp_event_score *)0)->floor_score), .see = {8, 9}},
    {"interruptions", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_event_score, interruptions), .size = sizeof(((struct rp_event_score *)0)->interruptions), .see = {8, 9}},
};
static const struct rp_shape shape_event_score = {"score", 44, sizeof(struct rp_event_score), fields_event_score, 2, {8, 9}, 0};

static const struct rp_field fields_out_welcome[] = {
    {"version", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_out_welcome, version), .size = sizeof(((struct rp_out_welcome *)0)->version), .see = {15, 15}},
    {"server", .kind = RP_FIELD_STRING, .max = 64, .at = offsetof(struct rp_out_welcome, server), .see = {15, 15}},
    {"staff", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_out_welcome, staff), .size = sizeof(((struct rp_out_welcome *)0)->staff), .see = {15, 15}},
    {"scenarios", .kind = RP_FIELD_OUT_LIST, .count_at = offsetof(struct rp_out_welcome, scenarios_n), .max = 256, .of = &shape_scenario_entry, .at = offsetof(struct rp_out_welcome, scenarios), .see = {15, 15}},
};
static const struct rp_shape shape_out_welcome = {"welcome", 64, sizeof(struct rp_out_welcome), fields_out_welcome, 4, {15, 15}, 0};

static const struct rp_field fields_out_seated[] = {
    {"room", .kind = RP_FIELD_STRING, .max = 32, .at = offsetof(struct rp_out_seated, room), .see = {15, 15}},
    {"seat", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .at = offsetof(struct rp_out_seated, seat), .size = sizeof(((struct rp_out_seated *)0)->seat), .see = {15, 15}},
    {"token", .kind = RP_FIELD_STRING, .max = 64, .at = offsetof(struct rp_out_seated, token), .see = {15, 15}},
    {"title", .kind = RP_FIELD_STRING, .max = 200, .at = offsetof(struct rp_out_seated, title), .see = {15, 15}},
    {"customer", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_out_seated, customer), .see = {15, 15}},
    {"address", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_out_seated, address), .see = {15, 15}},
    {"lang", .kind = RP_FIELD_STRING, .max = 16, .at = offsetof(struct rp_out_seated, lang), .see = {15, 15}},
    {"last_id", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .at = offsetof(struct rp_out_seated, last_id), .size = sizeof(((struct rp_out_seated *)0)->last_id), .see = {15, 15}},
    {"now_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .at = offsetof(struct rp_out_seated, now_ms), .size = sizeof(((struct rp_out_seated *)0)->now_ms), .see = {15, 15}},
    {"clock_runs", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .at = offsetof(struct rp_out_seated, clock_runs), .size = sizeof(((struct rp_out_seated *)0)->clock_runs), .see = {15, 15}},
    {"card", .kind = RP_FIELD_OUT_LIST, .count_at = offsetof(struct rp_out_seated, card_n), .max = 12, .of = &shape_card_section, .at = offsetof(struct rp_out_seated, card), .see = {15, 15}},
};
static const struct rp_shape shape_out_seated = {"seated", 65, sizeof(struct rp_out_seated), fields_out_seated, 11, {15, 15}, 0};

static const struct rp_field fields_out_event[] = {
    {"at_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .at = offsetof(struct rp_out_event, at_ms), .size = sizeof(((struct rp_out_event *)0)->at_ms), .see = {15, 15}},
    {"event", .kind = RP_FIELD_EVENT, .at = offsetof(struct rp_out_event, event), .see = {15, 15}},
};
static const struct rp_shape shape_out_event = {"event", 66, sizeof(struct rp_out_event), fields_out_event, 2, {15, 15}, 0};

static const struct rp_field fields_out_ack[] = {
    {"id", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .at = offsetof(struct rp_out_ack, id), .size = sizeof(((struct rp_out_ack *)0)->id), .see = {15, 15}},
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .at = offsetof(struct rp_out_ack, line), .size = sizeof(((struct rp_out_ack *)0)->line), .see = {15, 15}},
};
static const struct rp_shape shape_out_ack = {"ack", 67, sizeof(struct rp_out_ack), fields_out_ack, 2, {15, 15}, 0};

static const struct rp_field fields_out_error[] = {
    {"code", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9, .at = offsetof(struct rp_out_error, code), .size = sizeof(((struct rp_out_error *)0)->code), .see = {15, 15}},
    {"ref", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .at = offsetof(struct rp_out_error, ref), .size = sizeof(((struct rp_out_error *)0)->ref), .see = {15, 15}},
};
static const struct rp_shape shape_out_error = {"error", 68, sizeof(struct rp_out_error), fields_out_error, 2, {15, 15}, 0};

static const struct rp_field fields_out_rooms[] = {
    {"rooms", .kind = RP_FIELD_OUT_LIST, .count_at = offsetof(struct rp_out_rooms, rooms_n), .max = 1024, .of = &shape_room_entry, .at = offsetof(struct rp_out_rooms, rooms), .see = {15, 15}},
};
static const struct rp_shape shape_out_rooms = {"rooms", 69, sizeof(struct rp_out_rooms), fields_out_rooms, 1, {15, 15}, 0};

static const struct rp_field fields_out_recalled[] = {
    {"at_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .at = offsetof(struct rp_out_recalled, at_ms), .size = sizeof(((struct rp_out_recalled *)0)->at_ms), .see = {15, 15}},
    {"event", .kind = RP_FIELD_EVENT, .at = offsetof(struct rp_out_recalled, event), .see = {15, 15}},
};
static const struct rp_shape shape_out_recalled = {"recalled", 70, sizeof(struct rp_out_recalled), fields_out_recalled, 2, {15, 15}, 0};

static const struct rp_field fields_out_recalled_all[] = {
    {"count", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .at = offsetof(struct rp_out_recalled_all, count), .size = sizeof(((struct rp_out_recalled_all *)0)->count), .see = {15, 15}},
};
static const struct rp_shape shape_out_recalled_all = {"recalled_all", 71, sizeof(struct rp_out_recalled_all), fields_out_recalled_all, 1, {15, 15}, 0};

static const struct rp_field fields_out_link[] = {
    {"rtt_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 600000, .at = offsetof(struct rp_out_link, rtt_ms), .size = sizeof(((struct rp_out_link *)0)->rtt_ms), .see = {15, 15}},
};
static const struct rp_shape shape_out_link = {"link", 72, sizeof(struct rp_out_link), fields_out_link, 1, {15, 15}, 0};

const struct rp_shape *rp_msg_shape(unsigned number)
{
    static const struct rp_shape *const shapes[] = {
        [1] = &shape_msg_hello,
        [2] = &shape_msg_join,
        [3] = &shape_msg_resume,
        [4] = &shape_msg_watch,
        [5] = &shape_msg_list_rooms,
        [6] = &shape_msg_ready,
        [7] = &shape_msg_compose,
        [8] = &shape_msg_say,
        [9] = &shape_msg_floor_act,
        [10] = &shape_msg_discard,
        [11] = &shape_msg_close,
        [12] = &shape_msg_stop,
        [13] = &shape_msg_control,
        [14] = &shape_msg_recall,
        [15] = &shape_msg_action,
        [16] = &shape_msg_contest,
    };
    return number < RP_COUNT(shapes) ? shapes[number] : NULL;
}

const struct rp_shape *rp_event_shape(unsigned number)
{
    static const struct rp_shape *const shapes[] = {
        [1] = &shape_event_opened,
        [2] = &shape_event_seated,
        [3] = &shape_event_ready,
        [4] = &shape_event_compose,
        [5] = &shape_event_send,
        [6] = &shape_event_floor_act,
        [7] = &shape_event_discard,
        [8] = &shape_event_control,
        [9] = &shape_event_link,
        [10] = &shape_event_understood,
        [11] = &shape_event_close,
        [12] = &shape_event_action,
        [13] = &shape_event_contested,
        [20] = &shape_event_phase,
        [30] = &shape_event_floor,
        [31] = &shape_event_delivered,
        [32] = &shape_event_held,
        [33] = &shape_event_refused,
        [34] = &shape_event_dropped,
        [35] = &shape_event_verdict,
        [36] = &shape_event_cut_in,
        [37] = &shape_event_repaired,
        [38] = &shape_event_waived,
        [39] = &shape_event_transfer,
        [40] = &shape_event_delta,
        [41] = &shape_event_evidence,
        [42] = &shape_event_revealed,
        [43] = &shape_event_outcome,
        [44] = &shape_event_score,
    };
    return number < RP_COUNT(shapes) ? shapes[number] : NULL;
}

const struct rp_shape *rp_out_shape(unsigned number)
{
    static const struct rp_shape *const shapes[] = {
        [64] = &shape_out_welcome,
        [65] = &shape_out_seated,
        [66] = &shape_out_event,
        [67] = &shape_out_ack,
        [68] = &shape_out_error,
        [69] = &shape_out_rooms,
        [70] = &shape_out_recalled,
        [71] = &shape_out_recalled_all,
        [72] = &shape_out_link,
    };
    return number < RP_COUNT(shapes) ? shapes[number] : NULL;
}
