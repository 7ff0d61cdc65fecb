/* Made by protocol/generate.mjs from roleplay.json: change that. */
/* clang-format off */
#include "rp_shape.h"

static const char *const names_party[] = {"trainee", "customer", "instructor", "none"};
static const char *const names_seat[] = {"trainee", "customer", "observer", "staff"};
static const char *const names_staff_role[] = {"instructor", "grader", "admin", "invited_instructor", "invited_grader"};
static const char *const names_player[] = {"bot", "peer", "instructor"};
static const char *const names_medium[] = {"text", "voice"};
static const char *const names_mode[] = {"soft", "strict", "coach"};
static const char *const names_level[] = {"guided", "standard", "exam"};
static const char *const names_phase[] = {"read", "play", "wrap", "debrief", "closed"};
static const char *const names_holder[] = {"none", "trainee", "customer", "instructor", "hold", "suspended"};
static const char *const names_activity[] = {"active", "paused", "hold"};
static const char *const names_flag[] = {"none", "more", "draft"};
static const char *const names_compose_state[] = {"start", "keepalive", "stop", "empty"};
static const char *const names_chip[] = {"none", "mm_hm", "i_see", "go_on"};
static const char *const names_floor_act[] = {"yield", "request", "cancel", "give_back", "hold_start", "hold_end"};
static const char *const names_action[] = {"hand_over", "end_by_policy"};
static const char *const names_control[] = {"pause", "resume", "barge_in_start", "barge_in_end", "tag_abusive", "waive", "end"};
static const char *const names_held_why[] = {"collision", "attempt", "early", "void"};
static const char *const names_refused_why[] = {"resting", "suspended", "instructor_holds", "queue_full", "closed"};
static const char *const names_dropped_why[] = {"replaced", "discarded", "ended"};
static const char *const names_verdict[] = {"interruption", "no_yield", "backchannel", "backchannel_excess", "collision", "smooth", "overlap_terminal", "short_turn", "customer_overlap", "held_early", "attempt", "resting", "step_in", "boundary", "grace", "void_link", "void_pause", "void_instructor", "dead_air", "hold_overrun", "unresolved"};
static const char *const names_band[] = {"none", "overlap", "prompt", "considered", "slow", "dead_air", "too_fast"};
static const char *const names_change[] = {"move", "cut_in", "chip", "dead_air", "vent_heard", "hold_overrun", "cooling", "silence", "clamp", "temper"};
static const char *const names_grade[] = {"credit", "fault", "hint", "note"};
static const char *const names_finding[] = {"move", "premature_apology", "wrong_apology", "parroting", "repeat_question", "name_overuse", "summary_full", "summary_part", "summary_wrong", "offer_below_floor", "offer_counter", "offer_accepted", "offer_over_loss", "offer_over_authority", "offer_in_vent", "no_credit_left", "not_understood", "promise", "vent_heard"};
static const char *const names_outcome[] = {"none", "satisfied", "grudging", "manager", "walk_out", "unresolved", "handed_over", "ended_by_policy", "safety_miss"};
static const char *const names_answer[] = {"yes", "partly", "no"};
static const char *const names_end_reason[] = {"settled", "outcome", "time", "staff", "left"};
static const char *const names_card_part[] = {"situation", "may_offer", "steps", "who", "happened", "feel", "openings", "facts", "satisfies", "worse", "limits"};
static const char *const names_pairing[] = {"bot", "pairs", "threes"};
static const char *const names_gathering[] = {"open", "read", "play", "wrap", "debrief", "switch", "over"};
static const char *const names_steer[] = {"start", "extend", "pause", "resume", "end", "remove", "apart", "lock", "shut", "bell", "block", "swap", "move", "bot", "extend_room"};
static const char *const names_choice[] = {"bot", "watch", "wait"};
static const char *const names_asked[] = {"nothing", "trainee_lost", "alone"};
static const char *const names_need[] = {"none", "help", "stopped", "lost", "anger", "cut_ins", "not_begun", "silent", "colleague", "reported"};
static const char *const names_error[] = {"malformed", "version", "not_found", "denied", "not_stored", "too_long", "too_fast", "wrong_phase", "seat_taken", "full", "conflict", "incomplete", "reason_wanted", "stopping"};
static const char *const names_item[] = {"L1", "L2", "L3", "L4", "L5", "E1", "E2", "E3", "E4", "S1", "S2", "S3", "S4", "S5", "S6", "B1", "B2", "C1", "C2"};
static const char *const names_mark_source[] = {"human", "hint", "machine"};
static const char *const names_moment[] = {"good", "growth", "flag"};
static const char *const names_critical[] = {"K1", "K2", "K3", "K4"};
static const char *const names_note[] = {"feel", "keep", "try", "helped", "would_help", "hoped"};
static const char *const names_recognition[] = {"thats_right", "feel_heard"};
static const char *const names_stop_why[] = {"break", "beyond", "technical"};
static const char *const names_passing[] = {"passed", "total_low", "floor_low", "critical", "not_gradable"};

static const struct rp_field fields_logged_move[] = {
    {"move", .kind = RP_FIELD_INTEGER, .min = 0, .max = 63, .size = sizeof(((struct rp_logged_move *)0)->move), .at = offsetof(struct rp_logged_move, move), .see = {{15, 15, 15, 15}}},
    {"confident", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_logged_move, confident), .see = {{15, 15, 15, 15}}},
    {"reason", .kind = RP_FIELD_INTEGER, .min = 0, .max = 15, .size = sizeof(((struct rp_logged_move *)0)->reason), .at = offsetof(struct rp_logged_move, reason), .see = {{15, 15, 15, 15}}},
    {"score", .kind = RP_FIELD_INTEGER, .min = -32768, .max = 32767, .size = sizeof(((struct rp_logged_move *)0)->score), .is_signed = true, .at = offsetof(struct rp_logged_move, score), .see = {{15, 15, 15, 15}}},
    {"begin", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_logged_move *)0)->begin), .at = offsetof(struct rp_logged_move, begin), .see = {{15, 15, 15, 15}}},
    {"end", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_logged_move *)0)->end), .at = offsetof(struct rp_logged_move, end), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_logged_move = {"logged_move", .number = 0, .size = sizeof(struct rp_logged_move), .fields = fields_logged_move, .fields_n = 6, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_logged_quantity[] = {
    {"kind", .kind = RP_FIELD_INTEGER, .min = 0, .max = 15, .size = sizeof(((struct rp_logged_quantity *)0)->kind), .at = offsetof(struct rp_logged_quantity, kind), .see = {{15, 15, 15, 15}}},
    {"value", .kind = RP_FIELD_INTEGER, .min = -9007199254740991, .max = 9007199254740991, .size = sizeof(((struct rp_logged_quantity *)0)->value), .is_signed = true, .at = offsetof(struct rp_logged_quantity, value), .see = {{15, 15, 15, 15}}},
    {"begin", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_logged_quantity *)0)->begin), .at = offsetof(struct rp_logged_quantity, begin), .see = {{15, 15, 15, 15}}},
    {"end", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_logged_quantity *)0)->end), .at = offsetof(struct rp_logged_quantity, end), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_logged_quantity = {"logged_quantity", .number = 0, .size = sizeof(struct rp_logged_quantity), .fields = fields_logged_quantity, .fields_n = 4, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_method_item[] = {
    {"item", .kind = RP_FIELD_INTEGER, .min = 0, .max = 18, .size = sizeof(((struct rp_method_item *)0)->item), .names = names_item, .at = offsetof(struct rp_method_item, item), .see = {{15, 15, 15, 15}}},
    {"weight", .kind = RP_FIELD_INTEGER, .min = 1, .max = 100, .size = sizeof(((struct rp_method_item *)0)->weight), .at = offsetof(struct rp_method_item, weight), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_method_item = {"method_item", .number = 0, .size = sizeof(struct rp_method_item), .fields = fields_method_item, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_item_text[] = {
    {"item", .kind = RP_FIELD_INTEGER, .min = 0, .max = 18, .size = sizeof(((struct rp_item_text *)0)->item), .names = names_item, .at = offsetof(struct rp_item_text, item), .see = {{15, 15, 15, 15}}},
    {"weight", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .size = sizeof(((struct rp_item_text *)0)->weight), .at = offsetof(struct rp_item_text, weight), .see = {{15, 15, 15, 15}}},
    {"name", .kind = RP_FIELD_STRING, .max = 200, .at = offsetof(struct rp_item_text, name), .see = {{15, 15, 15, 15}}},
    {"anchors", .kind = RP_FIELD_OUT_LIST, .max = 5, .count_at = offsetof(struct rp_item_text, anchors_n), .of = &rp_shape_string, .item_max = 400, .at = offsetof(struct rp_item_text, anchors), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_item_text = {"item_text", .number = 0, .size = sizeof(struct rp_item_text), .fields = fields_item_text, .fields_n = 4, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_own_mark[] = {
    {"item", .kind = RP_FIELD_INTEGER, .min = 0, .max = 18, .size = sizeof(((struct rp_own_mark *)0)->item), .names = names_item, .at = offsetof(struct rp_own_mark, item), .see = {{15, 15, 15, 15}}},
    {"level", .kind = RP_FIELD_INTEGER, .min = 0, .max = 5, .size = sizeof(((struct rp_own_mark *)0)->level), .at = offsetof(struct rp_own_mark, level), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_own_mark = {"own_mark", .number = 0, .size = sizeof(struct rp_own_mark), .fields = fields_own_mark, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_card_section[] = {
    {"part", .kind = RP_FIELD_INTEGER, .min = 0, .max = 10, .size = sizeof(((struct rp_card_section *)0)->part), .names = names_card_part, .at = offsetof(struct rp_card_section, part), .see = {{15, 15, 15, 15}}},
    {"lines", .kind = RP_FIELD_OUT_LIST, .max = 32, .count_at = offsetof(struct rp_card_section, lines_n), .of = &rp_shape_string, .item_max = 2000, .at = offsetof(struct rp_card_section, lines), .see = {{15, 15, 15, 15}}},
    {"ticks", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_card_section *)0)->ticks), .at = offsetof(struct rp_card_section, ticks), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_card_section = {"card_section", .number = 0, .size = sizeof(struct rp_card_section), .fields = fields_card_section, .fields_n = 3, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_scenario_entry[] = {
    {"id", .kind = RP_FIELD_STRING, .max = 40, .at = offsetof(struct rp_scenario_entry, id), .see = {{15, 15, 15, 15}}},
    {"title", .kind = RP_FIELD_STRING, .max = 200, .at = offsetof(struct rp_scenario_entry, title), .see = {{15, 15, 15, 15}}},
    {"lang", .kind = RP_FIELD_STRING, .max = 16, .at = offsetof(struct rp_scenario_entry, lang), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_scenario_entry = {"scenario_entry", .number = 0, .size = sizeof(struct rp_scenario_entry), .fields = fields_scenario_entry, .fields_n = 3, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_room_entry[] = {
    {"room", .kind = RP_FIELD_STRING, .max = 32, .at = offsetof(struct rp_room_entry, room), .see = {{15, 15, 15, 15}}},
    {"title", .kind = RP_FIELD_STRING, .max = 200, .at = offsetof(struct rp_room_entry, title), .see = {{15, 15, 15, 15}}},
    {"trainee", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_room_entry, trainee), .see = {{15, 15, 15, 15}}},
    {"customer", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_room_entry, customer), .see = {{15, 15, 15, 15}}},
    {"player", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_room_entry *)0)->player), .names = names_player, .at = offsetof(struct rp_room_entry, player), .see = {{15, 15, 15, 15}}},
    {"phase", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4, .size = sizeof(((struct rp_room_entry *)0)->phase), .names = names_phase, .at = offsetof(struct rp_room_entry, phase), .see = {{15, 15, 15, 15}}},
    {"anger", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .size = sizeof(((struct rp_room_entry *)0)->anger), .at = offsetof(struct rp_room_entry, anger), .see = {{15, 15, 15, 15}}},
    {"score", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .size = sizeof(((struct rp_room_entry *)0)->score), .at = offsetof(struct rp_room_entry, score), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_room_entry = {"room_entry", .number = 0, .size = sizeof(struct rp_room_entry), .fields = fields_room_entry, .fields_n = 8, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_workshop_entry[] = {
    {"code", .kind = RP_FIELD_STRING, .max = 8, .at = offsetof(struct rp_workshop_entry, code), .see = {{15, 15, 15, 15}}},
    {"title", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_workshop_entry, title), .see = {{15, 15, 15, 15}}},
    {"phase", .kind = RP_FIELD_INTEGER, .min = 0, .max = 6, .size = sizeof(((struct rp_workshop_entry *)0)->phase), .names = names_gathering, .at = offsetof(struct rp_workshop_entry, phase), .see = {{15, 15, 15, 15}}},
    {"people", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_workshop_entry *)0)->people), .at = offsetof(struct rp_workshop_entry, people), .see = {{15, 15, 15, 15}}},
    {"session", .kind = RP_FIELD_INTEGER, .min = 0, .max = 255, .size = sizeof(((struct rp_workshop_entry *)0)->session), .at = offsetof(struct rp_workshop_entry, session), .see = {{15, 15, 15, 15}}},
    {"sessions", .kind = RP_FIELD_INTEGER, .min = 0, .max = 255, .size = sizeof(((struct rp_workshop_entry *)0)->sessions), .at = offsetof(struct rp_workshop_entry, sessions), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_workshop_entry = {"workshop_entry", .number = 0, .size = sizeof(struct rp_workshop_entry), .fields = fields_workshop_entry, .fields_n = 6, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_sign_in_entry[] = {
    {"age_s", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_sign_in_entry *)0)->age_s), .at = offsetof(struct rp_sign_in_entry, age_s), .see = {{15, 15, 15, 15}}},
    {"idle_s", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_sign_in_entry *)0)->idle_s), .at = offsetof(struct rp_sign_in_entry, idle_s), .see = {{15, 15, 15, 15}}},
    {"here", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_sign_in_entry, here), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_sign_in_entry = {"sign_in_entry", .number = 0, .size = sizeof(struct rp_sign_in_entry), .fields = fields_sign_in_entry, .fields_n = 3, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_member[] = {
    {"person", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_member *)0)->person), .at = offsetof(struct rp_member, person), .see = {{15, 15, 15, 15}}},
    {"name", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_member, name), .see = {{15, 15, 15, 15}}},
    {"here", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_member, here), .see = {{15, 15, 15, 15}}},
    {"help_s", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_member *)0)->help_s), .at = offsetof(struct rp_member, help_s), .see = {{15, 15, 15, 15}}},
    {"group", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_member *)0)->group), .at = offsetof(struct rp_member, group), .see = {{15, 15, 15, 15}}},
    {"seat", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_member *)0)->seat), .names = names_seat, .at = offsetof(struct rp_member, seat), .see = {{15, 15, 15, 15}}},
    {"time_pct", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1000, .size = sizeof(((struct rp_member *)0)->time_pct), .at = offsetof(struct rp_member, time_pct), .see = {{15, 15, 15, 15}}},
    {"locked", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_member *)0)->locked), .at = offsetof(struct rp_member, locked), .see = {{15, 15, 15, 15}}},
    {"asked", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_member *)0)->asked), .names = names_asked, .at = offsetof(struct rp_member, asked), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_member = {"member", .number = 0, .size = sizeof(struct rp_member), .fields = fields_member, .fields_n = 9, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_story[] = {
    {"scenario", .kind = RP_FIELD_STRING, .max = 40, .at = offsetof(struct rp_story, scenario), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_story = {"story", .number = 0, .size = sizeof(struct rp_story), .fields = fields_story, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_two[] = {
    {"a", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_two *)0)->a), .at = offsetof(struct rp_two, a), .see = {{15, 15, 15, 15}}},
    {"b", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_two *)0)->b), .at = offsetof(struct rp_two, b), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_two = {"two", .number = 0, .size = sizeof(struct rp_two), .fields = fields_two, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_method_entry[] = {
    {"id", .kind = RP_FIELD_STRING, .max = 40, .at = offsetof(struct rp_method_entry, id), .see = {{15, 15, 15, 15}}},
    {"title", .kind = RP_FIELD_STRING, .max = 200, .at = offsetof(struct rp_method_entry, title), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_method_entry = {"method_entry", .number = 0, .size = sizeof(struct rp_method_entry), .fields = fields_method_entry, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_tile[] = {
    {"group", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_tile *)0)->group), .at = offsetof(struct rp_tile, group), .see = {{15, 15, 15, 15}}},
    {"room", .kind = RP_FIELD_STRING, .max = 32, .at = offsetof(struct rp_tile, room), .see = {{15, 15, 15, 15}}},
    {"trainee", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_tile, trainee), .see = {{15, 15, 15, 15}}},
    {"customer", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_tile, customer), .see = {{15, 15, 15, 15}}},
    {"observer", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_tile, observer), .see = {{15, 15, 15, 15}}},
    {"player", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_tile *)0)->player), .names = names_player, .at = offsetof(struct rp_tile, player), .see = {{15, 15, 15, 15}}},
    {"phase", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4, .size = sizeof(((struct rp_tile *)0)->phase), .names = names_phase, .at = offsetof(struct rp_tile, phase), .see = {{15, 15, 15, 15}}},
    {"holder", .kind = RP_FIELD_INTEGER, .min = 0, .max = 5, .size = sizeof(((struct rp_tile *)0)->holder), .names = names_holder, .at = offsetof(struct rp_tile, holder), .see = {{15, 15, 15, 15}}},
    {"anger", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .size = sizeof(((struct rp_tile *)0)->anger), .at = offsetof(struct rp_tile, anger), .see = {{15, 15, 15, 15}}},
    {"anger_before", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .size = sizeof(((struct rp_tile *)0)->anger_before), .at = offsetof(struct rp_tile, anger_before), .see = {{15, 15, 15, 15}}},
    {"score", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .size = sizeof(((struct rp_tile *)0)->score), .at = offsetof(struct rp_tile, score), .see = {{15, 15, 15, 15}}},
    {"cut_ins", .kind = RP_FIELD_INTEGER, .min = 0, .max = 255, .size = sizeof(((struct rp_tile *)0)->cut_ins), .at = offsetof(struct rp_tile, cut_ins), .see = {{15, 15, 15, 15}}},
    {"attention", .kind = RP_FIELD_INTEGER, .min = 0, .max = 255, .size = sizeof(((struct rp_tile *)0)->attention), .at = offsetof(struct rp_tile, attention), .see = {{15, 15, 15, 15}}},
    {"need", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9, .size = sizeof(((struct rp_tile *)0)->need), .names = names_need, .at = offsetof(struct rp_tile, need), .see = {{15, 15, 15, 15}}},
    {"need_s", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_tile *)0)->need_s), .at = offsetof(struct rp_tile, need_s), .see = {{15, 15, 15, 15}}},
    {"last", .kind = RP_FIELD_STRING, .max = 160, .at = offsetof(struct rp_tile, last), .see = {{15, 15, 15, 15}}},
    {"seen_by", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_tile, seen_by), .see = {{15, 15, 15, 15}}},
    {"seen_s", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_tile *)0)->seen_s), .at = offsetof(struct rp_tile, seen_s), .see = {{15, 15, 15, 15}}},
    {"play_s", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_tile *)0)->play_s), .at = offsetof(struct rp_tile, play_s), .see = {{15, 15, 15, 15}}},
    {"reported_s", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_tile *)0)->reported_s), .at = offsetof(struct rp_tile, reported_s), .see = {{15, 15, 15, 15}}},
    {"reported_by", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_tile *)0)->reported_by), .names = names_seat, .at = offsetof(struct rp_tile, reported_by), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_tile = {"tile", .number = 0, .size = sizeof(struct rp_tile), .fields = fields_tile, .fields_n = 21, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_queue_entry[] = {
    {"session", .kind = RP_FIELD_INTEGER, .min = 0, .max = 255, .size = sizeof(((struct rp_queue_entry *)0)->session), .at = offsetof(struct rp_queue_entry, session), .see = {{15, 15, 15, 15}}},
    {"group", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_queue_entry *)0)->group), .at = offsetof(struct rp_queue_entry, group), .see = {{15, 15, 15, 15}}},
    {"trainee", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_queue_entry, trainee), .see = {{15, 15, 15, 15}}},
    {"age_s", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_queue_entry *)0)->age_s), .at = offsetof(struct rp_queue_entry, age_s), .see = {{15, 15, 15, 15}}},
    {"hints", .kind = RP_FIELD_INTEGER, .min = 0, .max = 255, .size = sizeof(((struct rp_queue_entry *)0)->hints), .at = offsetof(struct rp_queue_entry, hints), .see = {{15, 15, 15, 15}}},
    {"marked", .kind = RP_FIELD_INTEGER, .min = 0, .max = 255, .size = sizeof(((struct rp_queue_entry *)0)->marked), .at = offsetof(struct rp_queue_entry, marked), .see = {{15, 15, 15, 15}}},
    {"items", .kind = RP_FIELD_INTEGER, .min = 0, .max = 255, .size = sizeof(((struct rp_queue_entry *)0)->items), .at = offsetof(struct rp_queue_entry, items), .see = {{15, 15, 15, 15}}},
    {"take", .kind = RP_FIELD_INTEGER, .min = 0, .max = 255, .size = sizeof(((struct rp_queue_entry *)0)->take), .at = offsetof(struct rp_queue_entry, take), .see = {{15, 15, 15, 15}}},
    {"reported", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_queue_entry, reported), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_queue_entry = {"queue_entry", .number = 0, .size = sizeof(struct rp_queue_entry), .fields = fields_queue_entry, .fields_n = 9, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_pinned_line[] = {
    {"party", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_pinned_line *)0)->party), .names = names_party, .at = offsetof(struct rp_pinned_line, party), .see = {{15, 15, 15, 15}}},
    {"text", .kind = RP_FIELD_STRING, .max = 16000, .at = offsetof(struct rp_pinned_line, text), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_pinned_line = {"pinned_line", .number = 0, .size = sizeof(struct rp_pinned_line), .fields = fields_pinned_line, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_msg_hello[] = {
    {"version", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_msg_hello *)0)->version), .at = offsetof(struct rp_msg_hello, version), .see = {{15, 15, 15, 15}}},
    {"tab", .kind = RP_FIELD_STRING, .max = 32, .at = offsetof(struct rp_msg_hello, tab), .see = {{15, 15, 15, 15}}},
    {"secret", .kind = RP_FIELD_STRING, .max = 64, .at = offsetof(struct rp_msg_hello, secret), .optional = true, .has_at = offsetof(struct rp_msg_hello, has_secret), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_hello = {"hello", .number = 1, .size = sizeof(struct rp_msg_hello), .fields = fields_msg_hello, .fields_n = 3, .see = {{15, 15, 15, 15}}, .seats = 31, .roles = 31};

static const struct rp_field fields_msg_join[] = {
    {"scenario", .kind = RP_FIELD_STRING, .max = 40, .at = offsetof(struct rp_msg_join, scenario), .see = {{15, 15, 15, 15}}},
    {"name", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_msg_join, name), .see = {{15, 15, 15, 15}}},
    {"time_pct", .kind = RP_FIELD_INTEGER, .min = 100, .max = 1000, .size = sizeof(((struct rp_msg_join *)0)->time_pct), .at = offsetof(struct rp_msg_join, time_pct), .see = {{15, 15, 15, 15}}},
    {"level", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_msg_join *)0)->level), .names = names_level, .at = offsetof(struct rp_msg_join, level), .see = {{15, 15, 15, 15}}},
    {"heat", .kind = RP_FIELD_INTEGER, .min = 1, .max = 5, .size = sizeof(((struct rp_msg_join *)0)->heat), .at = offsetof(struct rp_msg_join, heat), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_join = {"join", .number = 2, .size = sizeof(struct rp_msg_join), .fields = fields_msg_join, .fields_n = 5, .see = {{15, 15, 15, 15}}, .seats = 31, .roles = 31};

static const struct rp_field fields_msg_resume[] = {
    {"token", .kind = RP_FIELD_STRING, .max = 64, .at = offsetof(struct rp_msg_resume, token), .see = {{15, 15, 15, 15}}},
    {"n", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_msg_resume *)0)->n), .at = offsetof(struct rp_msg_resume, n), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_resume = {"resume", .number = 3, .size = sizeof(struct rp_msg_resume), .fields = fields_msg_resume, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 31, .roles = 31};

static const struct rp_field fields_msg_watch[] = {
    {"room", .kind = RP_FIELD_STRING, .max = 32, .at = offsetof(struct rp_msg_watch, room), .see = {{15, 15, 15, 15}}},
    {"n", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_msg_watch *)0)->n), .at = offsetof(struct rp_msg_watch, n), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_watch = {"watch", .number = 4, .size = sizeof(struct rp_msg_watch), .fields = fields_msg_watch, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 8, .roles = 31};

static const struct rp_shape shape_msg_list_rooms = {"list_rooms", .number = 5, .size = sizeof(struct rp_msg_list_rooms), .see = {{15, 15, 15, 15}}, .seats = 8, .roles = 31};

static const struct rp_shape shape_msg_ready = {"ready", .number = 6, .size = sizeof(struct rp_msg_ready), .see = {{15, 15, 15, 15}}, .seats = 7, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_compose[] = {
    {"state", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_msg_compose *)0)->state), .names = names_compose_state, .at = offsetof(struct rp_msg_compose, state), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_compose = {"compose", .number = 7, .size = sizeof(struct rp_msg_compose), .fields = fields_msg_compose, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 11, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_say[] = {
    {"id", .kind = RP_FIELD_INTEGER, .min = 1, .max = 4294967295, .size = sizeof(((struct rp_msg_say *)0)->id), .at = offsetof(struct rp_msg_say, id), .see = {{15, 15, 15, 15}}},
    {"text", .kind = RP_FIELD_STRING, .max = 16000, .max_chars = 4000, .at = offsetof(struct rp_msg_say, text), .see = {{15, 15, 15, 15}}},
    {"more", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_msg_say, more), .see = {{15, 15, 15, 15}}},
    {"yield", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_msg_say, yield), .see = {{15, 15, 15, 15}}},
    {"chip", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_msg_say *)0)->chip), .names = names_chip, .at = offsetof(struct rp_msg_say, chip), .see = {{15, 15, 15, 15}}},
    {"confirm", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_msg_say, confirm), .see = {{15, 15, 15, 15}}},
    {"limit", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_msg_say, limit), .see = {{15, 15, 15, 15}}},
    {"floor_seen", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_msg_say *)0)->floor_seen), .at = offsetof(struct rp_msg_say, floor_seen), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_say = {"say", .number = 8, .size = sizeof(struct rp_msg_say), .fields = fields_msg_say, .fields_n = 8, .see = {{15, 15, 15, 15}}, .seats = 11, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_floor_act[] = {
    {"act", .kind = RP_FIELD_INTEGER, .min = 0, .max = 5, .size = sizeof(((struct rp_msg_floor_act *)0)->act), .names = names_floor_act, .at = offsetof(struct rp_msg_floor_act, act), .see = {{15, 15, 15, 15}}},
    {"expect_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3600000, .size = sizeof(((struct rp_msg_floor_act *)0)->expect_ms), .at = offsetof(struct rp_msg_floor_act, expect_ms), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_floor_act = {"floor_act", .number = 9, .size = sizeof(struct rp_msg_floor_act), .fields = fields_msg_floor_act, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 11, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_discard[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_msg_discard *)0)->line), .at = offsetof(struct rp_msg_discard, line), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_discard = {"discard", .number = 10, .size = sizeof(struct rp_msg_discard), .fields = fields_msg_discard, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 1, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_close[] = {
    {"answer", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_msg_close *)0)->answer), .names = names_answer, .at = offsetof(struct rp_msg_close, answer), .optional = true, .has_at = offsetof(struct rp_msg_close, has_answer), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_close = {"close", .number = 11, .size = sizeof(struct rp_msg_close), .fields = fields_msg_close, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 11, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_stop[] = {
    {"on", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_msg_stop, on), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_stop = {"stop", .number = 12, .size = sizeof(struct rp_msg_stop), .fields = fields_msg_stop, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 3, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_control[] = {
    {"what", .kind = RP_FIELD_INTEGER, .min = 0, .max = 6, .size = sizeof(((struct rp_msg_control *)0)->what), .names = names_control, .at = offsetof(struct rp_msg_control, what), .see = {{15, 15, 15, 15}}},
    {"act_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_msg_control *)0)->act_ms), .at = offsetof(struct rp_msg_control, act_ms), .see = {{15, 15, 15, 15}}},
    {"reason", .kind = RP_FIELD_STRING, .max = 800, .at = offsetof(struct rp_msg_control, reason), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_control = {"control", .number = 13, .size = sizeof(struct rp_msg_control), .fields = fields_msg_control, .fields_n = 3, .see = {{15, 15, 15, 15}}, .seats = 8, .roles = 13, .in_room = true};

static const struct rp_shape shape_msg_recall = {"recall", .number = 14, .size = sizeof(struct rp_msg_recall), .see = {{15, 15, 15, 15}}, .seats = 15, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_action[] = {
    {"id", .kind = RP_FIELD_INTEGER, .min = 1, .max = 4294967295, .size = sizeof(((struct rp_msg_action *)0)->id), .at = offsetof(struct rp_msg_action, id), .see = {{15, 15, 15, 15}}},
    {"what", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .size = sizeof(((struct rp_msg_action *)0)->what), .names = names_action, .at = offsetof(struct rp_msg_action, what), .see = {{15, 15, 15, 15}}},
    {"text", .kind = RP_FIELD_STRING, .max = 4000, .max_chars = 1000, .at = offsetof(struct rp_msg_action, text), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_action = {"action", .number = 15, .size = sizeof(struct rp_msg_action), .fields = fields_msg_action, .fields_n = 3, .see = {{15, 15, 15, 15}}, .seats = 1, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_contest[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_msg_contest *)0)->line), .at = offsetof(struct rp_msg_contest, line), .see = {{15, 15, 15, 15}}},
    {"finding", .kind = RP_FIELD_INTEGER, .min = 0, .max = 18, .size = sizeof(((struct rp_msg_contest *)0)->finding), .names = names_finding, .at = offsetof(struct rp_msg_contest, finding), .see = {{15, 15, 15, 15}}},
    {"move", .kind = RP_FIELD_INTEGER, .min = 0, .max = 63, .size = sizeof(((struct rp_msg_contest *)0)->move), .at = offsetof(struct rp_msg_contest, move), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_contest = {"contest", .number = 16, .size = sizeof(struct rp_msg_contest), .fields = fields_msg_contest, .fields_n = 3, .see = {{15, 15, 15, 15}}, .seats = 9, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_tell[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 31, .size = sizeof(((struct rp_msg_tell *)0)->line), .at = offsetof(struct rp_msg_tell, line), .see = {{15, 15, 15, 15}}},
    {"on", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_msg_tell, on), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_tell = {"tell", .number = 17, .size = sizeof(struct rp_msg_tell), .fields = fields_msg_tell, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 10, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_temper[] = {
    {"level", .kind = RP_FIELD_INTEGER, .min = 0, .max = 10, .size = sizeof(((struct rp_msg_temper *)0)->level), .at = offsetof(struct rp_msg_temper, level), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_temper = {"temper", .number = 18, .size = sizeof(struct rp_msg_temper), .fields = fields_msg_temper, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 10, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_recognise[] = {
    {"what", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .size = sizeof(((struct rp_msg_recognise *)0)->what), .names = names_recognition, .at = offsetof(struct rp_msg_recognise, what), .see = {{15, 15, 15, 15}}},
    {"line", .kind = RP_FIELD_INTEGER, .min = 1, .max = 65535, .size = sizeof(((struct rp_msg_recognise *)0)->line), .at = offsetof(struct rp_msg_recognise, line), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_recognise = {"recognise", .number = 19, .size = sizeof(struct rp_msg_recognise), .fields = fields_msg_recognise, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 10, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_report[] = {
    {"text", .kind = RP_FIELD_STRING, .max = 1600, .max_chars = 400, .at = offsetof(struct rp_msg_report, text), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_report = {"report", .number = 20, .size = sizeof(struct rp_msg_report), .fields = fields_msg_report, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 3, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_stop_why[] = {
    {"why", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_msg_stop_why *)0)->why), .names = names_stop_why, .at = offsetof(struct rp_msg_stop_why, why), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_stop_why = {"stop_why", .number = 21, .size = sizeof(struct rp_msg_stop_why), .fields = fields_msg_stop_why, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 3, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_view[] = {
    {"id", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_msg_view *)0)->id), .at = offsetof(struct rp_msg_view, id), .see = {{15, 15, 15, 15}}},
    {"item", .kind = RP_FIELD_INTEGER, .min = 0, .max = 18, .size = sizeof(((struct rp_msg_view *)0)->item), .names = names_item, .at = offsetof(struct rp_msg_view, item), .see = {{15, 15, 15, 15}}},
    {"level", .kind = RP_FIELD_INTEGER, .min = 0, .max = 5, .size = sizeof(((struct rp_msg_view *)0)->level), .at = offsetof(struct rp_msg_view, level), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_view = {"view", .number = 22, .size = sizeof(struct rp_msg_view), .fields = fields_msg_view, .fields_n = 3, .see = {{15, 15, 15, 15}}, .seats = 4, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_comfort[] = {
    {"time_pct", .kind = RP_FIELD_INTEGER, .min = 100, .max = 1000, .size = sizeof(((struct rp_msg_comfort *)0)->time_pct), .at = offsetof(struct rp_msg_comfort, time_pct), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_comfort = {"comfort", .number = 23, .size = sizeof(struct rp_msg_comfort), .fields = fields_msg_comfort, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 31, .roles = 31};

static const struct rp_field fields_msg_play_customer[] = {
    {"on", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_msg_play_customer, on), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_play_customer = {"play_customer", .number = 33, .size = sizeof(struct rp_msg_play_customer), .fields = fields_msg_play_customer, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 8, .roles = 13, .in_room = true};

static const struct rp_field fields_msg_colleague[] = {
    {"on", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_msg_colleague, on), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_colleague = {"colleague", .number = 34, .size = sizeof(struct rp_msg_colleague), .fields = fields_msg_colleague, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 8, .roles = 13, .in_room = true};

static const struct rp_field fields_msg_colleague_say[] = {
    {"id", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_msg_colleague_say *)0)->id), .at = offsetof(struct rp_msg_colleague_say, id), .see = {{15, 15, 15, 15}}},
    {"text", .kind = RP_FIELD_STRING, .max = 4000, .max_chars = 1000, .at = offsetof(struct rp_msg_colleague_say, text), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_colleague_say = {"colleague_say", .number = 35, .size = sizeof(struct rp_msg_colleague_say), .fields = fields_msg_colleague_say, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 8, .roles = 13, .in_room = true};

static const struct rp_field fields_msg_pin[] = {
    {"first", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_msg_pin *)0)->first), .at = offsetof(struct rp_msg_pin, first), .see = {{15, 15, 15, 15}}},
    {"last", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_msg_pin *)0)->last), .at = offsetof(struct rp_msg_pin, last), .see = {{15, 15, 15, 15}}},
    {"on", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_msg_pin, on), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_pin = {"pin", .number = 36, .size = sizeof(struct rp_msg_pin), .fields = fields_msg_pin, .fields_n = 3, .see = {{15, 15, 15, 15}}, .seats = 8, .roles = 13, .in_room = true};

static const struct rp_field fields_msg_mark[] = {
    {"id", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_msg_mark *)0)->id), .at = offsetof(struct rp_msg_mark, id), .see = {{15, 15, 15, 15}}},
    {"item", .kind = RP_FIELD_INTEGER, .min = 0, .max = 18, .size = sizeof(((struct rp_msg_mark *)0)->item), .names = names_item, .at = offsetof(struct rp_msg_mark, item), .see = {{15, 15, 15, 15}}},
    {"level", .kind = RP_FIELD_INTEGER, .min = 0, .max = 5, .size = sizeof(((struct rp_msg_mark *)0)->level), .at = offsetof(struct rp_msg_mark, level), .see = {{15, 15, 15, 15}}},
    {"version", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_msg_mark *)0)->version), .at = offsetof(struct rp_msg_mark, version), .see = {{15, 15, 15, 15}}},
    {"accepts", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_msg_mark, accepts), .see = {{15, 15, 15, 15}}},
    {"reason", .kind = RP_FIELD_STRING, .max = 800, .at = offsetof(struct rp_msg_mark, reason), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_mark = {"mark", .number = 40, .size = sizeof(struct rp_msg_mark), .fields = fields_msg_mark, .fields_n = 6, .see = {{15, 15, 15, 15}}, .seats = 8, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_overall[] = {
    {"id", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_msg_overall *)0)->id), .at = offsetof(struct rp_msg_overall, id), .see = {{15, 15, 15, 15}}},
    {"level", .kind = RP_FIELD_INTEGER, .min = 1, .max = 5, .size = sizeof(((struct rp_msg_overall *)0)->level), .at = offsetof(struct rp_msg_overall, level), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_overall = {"overall", .number = 41, .size = sizeof(struct rp_msg_overall), .fields = fields_msg_overall, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 8, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_moment[] = {
    {"id", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_msg_moment *)0)->id), .at = offsetof(struct rp_msg_moment, id), .see = {{15, 15, 15, 15}}},
    {"line", .kind = RP_FIELD_INTEGER, .min = 1, .max = 65535, .size = sizeof(((struct rp_msg_moment *)0)->line), .at = offsetof(struct rp_msg_moment, line), .see = {{15, 15, 15, 15}}},
    {"moment", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_msg_moment *)0)->moment), .names = names_moment, .at = offsetof(struct rp_msg_moment, moment), .see = {{15, 15, 15, 15}}},
    {"on", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_msg_moment, on), .see = {{15, 15, 15, 15}}},
    {"item", .kind = RP_FIELD_INTEGER, .min = 0, .max = 18, .size = sizeof(((struct rp_msg_moment *)0)->item), .names = names_item, .at = offsetof(struct rp_msg_moment, item), .optional = true, .has_at = offsetof(struct rp_msg_moment, has_item), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_moment = {"moment", .number = 42, .size = sizeof(struct rp_msg_moment), .fields = fields_msg_moment, .fields_n = 5, .see = {{15, 15, 15, 15}}, .seats = 12, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_critical[] = {
    {"id", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_msg_critical *)0)->id), .at = offsetof(struct rp_msg_critical, id), .see = {{15, 15, 15, 15}}},
    {"critical", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_msg_critical *)0)->critical), .names = names_critical, .at = offsetof(struct rp_msg_critical, critical), .see = {{15, 15, 15, 15}}},
    {"cited", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_msg_critical *)0)->cited), .at = offsetof(struct rp_msg_critical, cited), .see = {{15, 15, 15, 15}}},
    {"on", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_msg_critical, on), .see = {{15, 15, 15, 15}}},
    {"reason", .kind = RP_FIELD_STRING, .max = 800, .at = offsetof(struct rp_msg_critical, reason), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_critical = {"critical", .number = 43, .size = sizeof(struct rp_msg_critical), .fields = fields_msg_critical, .fields_n = 5, .see = {{15, 15, 15, 15}}, .seats = 8, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_release[] = {
    {"id", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_msg_release *)0)->id), .at = offsetof(struct rp_msg_release, id), .see = {{15, 15, 15, 15}}},
    {"on", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_msg_release, on), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_release = {"release", .number = 44, .size = sizeof(struct rp_msg_release), .fields = fields_msg_release, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 8, .roles = 13, .in_room = true};

static const struct rp_field fields_msg_whisper[] = {
    {"id", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_msg_whisper *)0)->id), .at = offsetof(struct rp_msg_whisper, id), .see = {{15, 15, 15, 15}}},
    {"text", .kind = RP_FIELD_STRING, .max = 800, .max_chars = 200, .at = offsetof(struct rp_msg_whisper, text), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_whisper = {"whisper", .number = 45, .size = sizeof(struct rp_msg_whisper), .fields = fields_msg_whisper, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 8, .roles = 13, .in_room = true};

static const struct rp_field fields_msg_rate_self[] = {
    {"marks", .kind = RP_FIELD_LIST, .max = 19, .count_at = offsetof(struct rp_msg_rate_self, marks_n), .of = &shape_own_mark, .at = offsetof(struct rp_msg_rate_self, marks), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_rate_self = {"rate_self", .number = 46, .size = sizeof(struct rp_msg_rate_self), .fields = fields_msg_rate_self, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 1, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_note[] = {
    {"note", .kind = RP_FIELD_INTEGER, .min = 0, .max = 5, .size = sizeof(((struct rp_msg_note *)0)->note), .names = names_note, .at = offsetof(struct rp_msg_note, note), .see = {{15, 15, 15, 15}}},
    {"text", .kind = RP_FIELD_STRING, .max = 1600, .max_chars = 400, .at = offsetof(struct rp_msg_note, text), .see = {{15, 15, 15, 15}}},
    {"cited", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_msg_note *)0)->cited), .at = offsetof(struct rp_msg_note, cited), .optional = true, .has_at = offsetof(struct rp_msg_note, has_cited), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_note = {"note", .number = 47, .size = sizeof(struct rp_msg_note), .fields = fields_msg_note, .fields_n = 3, .see = {{15, 15, 15, 15}}, .seats = 3, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_felt_heard[] = {
    {"level", .kind = RP_FIELD_INTEGER, .min = 1, .max = 5, .size = sizeof(((struct rp_msg_felt_heard *)0)->level), .at = offsetof(struct rp_msg_felt_heard, level), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_felt_heard = {"felt_heard", .number = 48, .size = sizeof(struct rp_msg_felt_heard), .fields = fields_msg_felt_heard, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 2, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_try_again[] = {
    {"at_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_msg_try_again *)0)->at_ms), .at = offsetof(struct rp_msg_try_again, at_ms), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_try_again = {"try_again", .number = 49, .size = sizeof(struct rp_msg_try_again), .fields = fields_msg_try_again, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 1, .roles = 31, .in_room = true};

static const struct rp_field fields_msg_enter[] = {
    {"code", .kind = RP_FIELD_STRING, .max = 24, .at = offsetof(struct rp_msg_enter, code), .see = {{15, 15, 15, 15}}},
    {"name", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_msg_enter, name), .see = {{15, 15, 15, 15}}},
    {"time_pct", .kind = RP_FIELD_INTEGER, .min = 100, .max = 1000, .size = sizeof(((struct rp_msg_enter *)0)->time_pct), .at = offsetof(struct rp_msg_enter, time_pct), .see = {{15, 15, 15, 15}}},
    {"token", .kind = RP_FIELD_STRING, .max = 64, .at = offsetof(struct rp_msg_enter, token), .optional = true, .has_at = offsetof(struct rp_msg_enter, has_token), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_enter = {"enter", .number = 52, .size = sizeof(struct rp_msg_enter), .fields = fields_msg_enter, .fields_n = 4, .see = {{15, 15, 15, 15}}, .seats = 31, .roles = 31};

static const struct rp_field fields_msg_come_back[] = {
    {"token", .kind = RP_FIELD_STRING, .max = 64, .at = offsetof(struct rp_msg_come_back, token), .see = {{15, 15, 15, 15}}},
    {"room", .kind = RP_FIELD_STRING, .max = 32, .at = offsetof(struct rp_msg_come_back, room), .see = {{15, 15, 15, 15}}},
    {"n", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_msg_come_back *)0)->n), .at = offsetof(struct rp_msg_come_back, n), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_come_back = {"come_back", .number = 53, .size = sizeof(struct rp_msg_come_back), .fields = fields_msg_come_back, .fields_n = 3, .see = {{15, 15, 15, 15}}, .seats = 31, .roles = 31};

static const struct rp_field fields_msg_change_device[] = {
    {"code", .kind = RP_FIELD_STRING, .max = 24, .at = offsetof(struct rp_msg_change_device, code), .see = {{15, 15, 15, 15}}},
    {"name", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_msg_change_device, name), .see = {{15, 15, 15, 15}}},
    {"pin", .kind = RP_FIELD_STRING, .max = 8, .at = offsetof(struct rp_msg_change_device, pin), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_change_device = {"change_device", .number = 54, .size = sizeof(struct rp_msg_change_device), .fields = fields_msg_change_device, .fields_n = 3, .see = {{15, 15, 15, 15}}, .seats = 31, .roles = 31};

static const struct rp_field fields_msg_project[] = {
    {"code", .kind = RP_FIELD_STRING, .max = 24, .at = offsetof(struct rp_msg_project, code), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_project = {"project", .number = 55, .size = sizeof(struct rp_msg_project), .fields = fields_msg_project, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 31, .roles = 31};

static const struct rp_field fields_msg_open_workshop[] = {
    {"title", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_msg_open_workshop, title), .see = {{15, 15, 15, 15}}},
    {"pairing", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_msg_open_workshop *)0)->pairing), .names = names_pairing, .at = offsetof(struct rp_msg_open_workshop, pairing), .see = {{15, 15, 15, 15}}},
    {"scenario", .kind = RP_FIELD_STRING, .max = 40, .at = offsetof(struct rp_msg_open_workshop, scenario), .see = {{15, 15, 15, 15}}},
    {"level", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_msg_open_workshop *)0)->level), .names = names_level, .at = offsetof(struct rp_msg_open_workshop, level), .see = {{15, 15, 15, 15}}},
    {"heat", .kind = RP_FIELD_INTEGER, .min = 1, .max = 5, .size = sizeof(((struct rp_msg_open_workshop *)0)->heat), .at = offsetof(struct rp_msg_open_workshop, heat), .see = {{15, 15, 15, 15}}},
    {"sessions", .kind = RP_FIELD_INTEGER, .min = 1, .max = 24, .size = sizeof(((struct rp_msg_open_workshop *)0)->sessions), .at = offsetof(struct rp_msg_open_workshop, sessions), .see = {{15, 15, 15, 15}}},
    {"read_ms", .kind = RP_FIELD_INTEGER, .min = 1000, .max = 600000, .size = sizeof(((struct rp_msg_open_workshop *)0)->read_ms), .at = offsetof(struct rp_msg_open_workshop, read_ms), .see = {{15, 15, 15, 15}}},
    {"play_ms", .kind = RP_FIELD_INTEGER, .min = 1000, .max = 3600000, .size = sizeof(((struct rp_msg_open_workshop *)0)->play_ms), .at = offsetof(struct rp_msg_open_workshop, play_ms), .see = {{15, 15, 15, 15}}},
    {"debrief_ms", .kind = RP_FIELD_INTEGER, .min = 1000, .max = 3600000, .size = sizeof(((struct rp_msg_open_workshop *)0)->debrief_ms), .at = offsetof(struct rp_msg_open_workshop, debrief_ms), .see = {{15, 15, 15, 15}}},
    {"switch_ms", .kind = RP_FIELD_INTEGER, .min = 1000, .max = 600000, .size = sizeof(((struct rp_msg_open_workshop *)0)->switch_ms), .at = offsetof(struct rp_msg_open_workshop, switch_ms), .see = {{15, 15, 15, 15}}},
    {"method", .kind = RP_FIELD_STRING, .max = 40, .at = offsetof(struct rp_msg_open_workshop, method), .optional = true, .has_at = offsetof(struct rp_msg_open_workshop, has_method), .see = {{15, 15, 15, 15}}},
    {"stories", .kind = RP_FIELD_LIST, .max = 7, .count_at = offsetof(struct rp_msg_open_workshop, stories_n), .of = &shape_story, .at = offsetof(struct rp_msg_open_workshop, stories), .optional = true, .has_at = offsetof(struct rp_msg_open_workshop, has_stories), .see = {{15, 15, 15, 15}}},
    {"buffer_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3600000, .size = sizeof(((struct rp_msg_open_workshop *)0)->buffer_ms), .at = offsetof(struct rp_msg_open_workshop, buffer_ms), .optional = true, .has_at = offsetof(struct rp_msg_open_workshop, has_buffer_ms), .see = {{15, 15, 15, 15}}},
    {"patience_pct", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .size = sizeof(((struct rp_msg_open_workshop *)0)->patience_pct), .at = offsetof(struct rp_msg_open_workshop, patience_pct), .optional = true, .has_at = offsetof(struct rp_msg_open_workshop, has_patience_pct), .see = {{15, 15, 15, 15}}},
    {"consent", .kind = RP_FIELD_STRING, .max = 1600, .max_chars = 400, .at = offsetof(struct rp_msg_open_workshop, consent), .optional = true, .has_at = offsetof(struct rp_msg_open_workshop, has_consent), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_open_workshop = {"open_workshop", .number = 56, .size = sizeof(struct rp_msg_open_workshop), .fields = fields_msg_open_workshop, .fields_n = 15, .see = {{15, 15, 15, 15}}, .seats = 8, .roles = 5};

static const struct rp_field fields_msg_watch_workshop[] = {
    {"code", .kind = RP_FIELD_STRING, .max = 24, .at = offsetof(struct rp_msg_watch_workshop, code), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_watch_workshop = {"watch_workshop", .number = 57, .size = sizeof(struct rp_msg_watch_workshop), .fields = fields_msg_watch_workshop, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 8, .roles = 31};

static const struct rp_field fields_msg_watch_group[] = {
    {"session", .kind = RP_FIELD_INTEGER, .min = 0, .max = 255, .size = sizeof(((struct rp_msg_watch_group *)0)->session), .at = offsetof(struct rp_msg_watch_group, session), .see = {{15, 15, 15, 15}}},
    {"group", .kind = RP_FIELD_INTEGER, .min = 1, .max = 65535, .size = sizeof(((struct rp_msg_watch_group *)0)->group), .at = offsetof(struct rp_msg_watch_group, group), .see = {{15, 15, 15, 15}}},
    {"n", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_msg_watch_group *)0)->n), .at = offsetof(struct rp_msg_watch_group, n), .see = {{15, 15, 15, 15}}},
    {"take", .kind = RP_FIELD_INTEGER, .min = 0, .max = 255, .size = sizeof(((struct rp_msg_watch_group *)0)->take), .at = offsetof(struct rp_msg_watch_group, take), .optional = true, .has_at = offsetof(struct rp_msg_watch_group, has_take), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_watch_group = {"watch_group", .number = 37, .size = sizeof(struct rp_msg_watch_group), .fields = fields_msg_watch_group, .fields_n = 4, .see = {{15, 15, 15, 15}}, .seats = 8, .roles = 31};

static const struct rp_field fields_msg_steer[] = {
    {"what", .kind = RP_FIELD_INTEGER, .min = 0, .max = 14, .size = sizeof(((struct rp_msg_steer *)0)->what), .names = names_steer, .at = offsetof(struct rp_msg_steer, what), .see = {{15, 15, 15, 15}}},
    {"person", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_msg_steer *)0)->person), .at = offsetof(struct rp_msg_steer, person), .see = {{15, 15, 15, 15}}},
    {"other", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_msg_steer *)0)->other), .at = offsetof(struct rp_msg_steer, other), .see = {{15, 15, 15, 15}}},
    {"on", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_msg_steer, on), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_steer = {"steer", .number = 58, .size = sizeof(struct rp_msg_steer), .fields = fields_msg_steer, .fields_n = 4, .see = {{15, 15, 15, 15}}, .seats = 8, .roles = 13};

static const struct rp_field fields_msg_ask_help[] = {
    {"on", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_msg_ask_help, on), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_ask_help = {"ask_help", .number = 59, .size = sizeof(struct rp_msg_ask_help), .fields = fields_msg_ask_help, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 31, .roles = 31};

static const struct rp_field fields_msg_choose[] = {
    {"what", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_msg_choose *)0)->what), .names = names_choice, .at = offsetof(struct rp_msg_choose, what), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_choose = {"choose", .number = 60, .size = sizeof(struct rp_msg_choose), .fields = fields_msg_choose, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 31, .roles = 31};

static const struct rp_field fields_msg_look_up[] = {
    {"code", .kind = RP_FIELD_STRING, .max = 24, .at = offsetof(struct rp_msg_look_up, code), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_look_up = {"look_up", .number = 61, .size = sizeof(struct rp_msg_look_up), .fields = fields_msg_look_up, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 31, .roles = 31};

static const struct rp_shape shape_msg_list_methods = {"list_methods", .number = 62, .size = sizeof(struct rp_msg_list_methods), .see = {{15, 15, 15, 15}}, .seats = 8, .roles = 31};

static const struct rp_shape shape_msg_list_workshops = {"list_workshops", .number = 110, .size = sizeof(struct rp_msg_list_workshops), .see = {{15, 15, 15, 15}}, .seats = 8, .roles = 31};

static const struct rp_field fields_msg_invite[] = {
    {"role", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4, .size = sizeof(((struct rp_msg_invite *)0)->role), .names = names_staff_role, .at = offsetof(struct rp_msg_invite, role), .see = {{15, 15, 15, 15}}},
    {"on", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_msg_invite, on), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_invite = {"invite", .number = 111, .size = sizeof(struct rp_msg_invite), .fields = fields_msg_invite, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 8, .roles = 5};

static const struct rp_field fields_msg_be_called[] = {
    {"name", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_msg_be_called, name), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_msg_be_called = {"be_called", .number = 112, .size = sizeof(struct rp_msg_be_called), .fields = fields_msg_be_called, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 31, .roles = 31};

static const struct rp_shape shape_msg_list_sign_ins = {"list_sign_ins", .number = 113, .size = sizeof(struct rp_msg_list_sign_ins), .see = {{15, 15, 15, 15}}, .seats = 8, .roles = 7};

static const struct rp_field fields_event_opened[] = {
    {"scenario", .kind = RP_FIELD_STRING, .max = 40, .at = offsetof(struct rp_event_opened, scenario), .see = {{8, 15, 15, 15}}},
    {"scenario_hash", .kind = RP_FIELD_STRING, .max = 64, .at = offsetof(struct rp_event_opened, scenario_hash), .see = {{0, 0, 0, 0}}},
    {"config", .kind = RP_FIELD_STRING, .max = 3500, .at = offsetof(struct rp_event_opened, config), .see = {{0, 0, 0, 0}}},
    {"recogniser_hash", .kind = RP_FIELD_STRING, .max = 64, .at = offsetof(struct rp_event_opened, recogniser_hash), .see = {{0, 0, 0, 0}}},
    {"engine", .kind = RP_FIELD_STRING, .max = 32, .at = offsetof(struct rp_event_opened, engine), .see = {{0, 0, 0, 0}}},
    {"seed", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_event_opened *)0)->seed), .at = offsetof(struct rp_event_opened, seed), .see = {{0, 0, 0, 0}}},
    {"medium", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .size = sizeof(((struct rp_event_opened *)0)->medium), .names = names_medium, .at = offsetof(struct rp_event_opened, medium), .see = {{15, 15, 15, 15}}},
    {"mode", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_event_opened *)0)->mode), .names = names_mode, .at = offsetof(struct rp_event_opened, mode), .see = {{15, 15, 15, 15}}},
    {"level", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_event_opened *)0)->level), .names = names_level, .at = offsetof(struct rp_event_opened, level), .see = {{15, 15, 15, 15}}},
    {"player", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_event_opened *)0)->player), .names = names_player, .at = offsetof(struct rp_event_opened, player), .see = {{15, 15, 15, 15}}},
    {"read_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3600000, .size = sizeof(((struct rp_event_opened *)0)->read_ms), .at = offsetof(struct rp_event_opened, read_ms), .see = {{15, 15, 15, 15}}},
    {"play_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 7200000, .size = sizeof(((struct rp_event_opened *)0)->play_ms), .at = offsetof(struct rp_event_opened, play_ms), .see = {{15, 15, 15, 15}}},
    {"wrap_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 600000, .size = sizeof(((struct rp_event_opened *)0)->wrap_ms), .at = offsetof(struct rp_event_opened, wrap_ms), .see = {{15, 15, 15, 15}}},
    {"heat", .kind = RP_FIELD_INTEGER, .min = 1, .max = 5, .size = sizeof(((struct rp_event_opened *)0)->heat), .at = offsetof(struct rp_event_opened, heat), .see = {{8, 15, 15, 15}}},
};
static const struct rp_shape shape_event_opened = {"opened", .number = 1, .size = sizeof(struct rp_event_opened), .fields = fields_event_opened, .fields_n = 14, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_event_seated[] = {
    {"seat", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_seated *)0)->seat), .names = names_seat, .at = offsetof(struct rp_event_seated, seat), .see = {{15, 15, 15, 15}}},
    {"player", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_event_seated *)0)->player), .names = names_player, .at = offsetof(struct rp_event_seated, player), .see = {{15, 15, 15, 15}}},
    {"time_pct", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1000, .size = sizeof(((struct rp_event_seated *)0)->time_pct), .at = offsetof(struct rp_event_seated, time_pct), .see = {{8, 8, 8, 8}}},
    {"name", .kind = RP_FIELD_NAME, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_event_seated *)0)->name), .at = offsetof(struct rp_event_seated, name), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_event_seated = {"seated", .number = 2, .size = sizeof(struct rp_event_seated), .fields = fields_event_seated, .fields_n = 4, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_event_ready[] = {
    {"seat", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_ready *)0)->seat), .names = names_seat, .at = offsetof(struct rp_event_ready, seat), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_event_ready = {"ready", .number = 3, .size = sizeof(struct rp_event_ready), .fields = fields_event_ready, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_event_compose[] = {
    {"party", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_compose *)0)->party), .names = names_party, .at = offsetof(struct rp_event_compose, party), .see = {{15, 15, 15, 15}}},
    {"state", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_compose *)0)->state), .names = names_compose_state, .at = offsetof(struct rp_event_compose, state), .see = {{15, 15, 15, 15}}},
    {"rtt_ms", .kind = RP_FIELD_INTEGER, .min = -1, .max = 600000, .size = sizeof(((struct rp_event_compose *)0)->rtt_ms), .is_signed = true, .at = offsetof(struct rp_event_compose, rtt_ms), .see = {{8, 8, 8, 8}}},
    {"stall_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 600000, .size = sizeof(((struct rp_event_compose *)0)->stall_ms), .at = offsetof(struct rp_event_compose, stall_ms), .see = {{8, 8, 8, 8}}},
};
static const struct rp_shape shape_event_compose = {"compose", .number = 4, .size = sizeof(struct rp_event_compose), .fields = fields_event_compose, .fields_n = 4, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_event_send[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_send *)0)->line), .at = offsetof(struct rp_event_send, line), .see = {{8, 8, 8, 8}}},
    {"party", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_send *)0)->party), .names = names_party, .at = offsetof(struct rp_event_send, party), .see = {{8, 8, 8, 8}}},
    {"send_id", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_event_send *)0)->send_id), .at = offsetof(struct rp_event_send, send_id), .see = {{8, 8, 8, 8}}},
    {"say", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_send *)0)->say), .at = offsetof(struct rp_event_send, say), .see = {{8, 8, 8, 8}}},
    {"words", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4000, .size = sizeof(((struct rp_event_send *)0)->words), .at = offsetof(struct rp_event_send, words), .see = {{8, 8, 8, 8}}},
    {"more", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_send, more), .see = {{8, 8, 8, 8}}},
    {"yield", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_send, yield), .see = {{8, 8, 8, 8}}},
    {"chip", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_send *)0)->chip), .names = names_chip, .at = offsetof(struct rp_event_send, chip), .see = {{8, 8, 8, 8}}},
    {"confirm", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_send, confirm), .see = {{8, 8, 8, 8}}},
    {"limit", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_send, limit), .see = {{8, 8, 8, 8}}},
    {"floor_seen", .kind = RP_FIELD_INTEGER, .min = -1, .max = 4294967295, .size = sizeof(((struct rp_event_send *)0)->floor_seen), .is_signed = true, .at = offsetof(struct rp_event_send, floor_seen), .see = {{8, 8, 8, 8}}},
    {"rtt_ms", .kind = RP_FIELD_INTEGER, .min = -1, .max = 600000, .size = sizeof(((struct rp_event_send *)0)->rtt_ms), .is_signed = true, .at = offsetof(struct rp_event_send, rtt_ms), .see = {{8, 8, 8, 8}}},
    {"stall_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 600000, .size = sizeof(((struct rp_event_send *)0)->stall_ms), .at = offsetof(struct rp_event_send, stall_ms), .see = {{8, 8, 8, 8}}},
    {"again", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_send, again), .see = {{8, 8, 8, 8}}},
};
static const struct rp_shape shape_event_send = {"send", .number = 5, .size = sizeof(struct rp_event_send), .fields = fields_event_send, .fields_n = 14, .see = {{8, 8, 8, 8}}, .seats = 0};

static const struct rp_field fields_event_floor_act[] = {
    {"party", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_floor_act *)0)->party), .names = names_party, .at = offsetof(struct rp_event_floor_act, party), .see = {{8, 8, 8, 8}}},
    {"act", .kind = RP_FIELD_INTEGER, .min = 0, .max = 5, .size = sizeof(((struct rp_event_floor_act *)0)->act), .names = names_floor_act, .at = offsetof(struct rp_event_floor_act, act), .see = {{8, 8, 8, 8}}},
    {"expect_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3600000, .size = sizeof(((struct rp_event_floor_act *)0)->expect_ms), .at = offsetof(struct rp_event_floor_act, expect_ms), .see = {{8, 8, 8, 8}}},
    {"rtt_ms", .kind = RP_FIELD_INTEGER, .min = -1, .max = 600000, .size = sizeof(((struct rp_event_floor_act *)0)->rtt_ms), .is_signed = true, .at = offsetof(struct rp_event_floor_act, rtt_ms), .see = {{8, 8, 8, 8}}},
};
static const struct rp_shape shape_event_floor_act = {"floor_act", .number = 6, .size = sizeof(struct rp_event_floor_act), .fields = fields_event_floor_act, .fields_n = 4, .see = {{8, 8, 8, 8}}, .seats = 0};

static const struct rp_field fields_event_discard[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_discard *)0)->line), .at = offsetof(struct rp_event_discard, line), .see = {{8, 8, 8, 8}}},
};
static const struct rp_shape shape_event_discard = {"discard", .number = 7, .size = sizeof(struct rp_event_discard), .fields = fields_event_discard, .fields_n = 1, .see = {{8, 8, 8, 8}}, .seats = 0};

static const struct rp_field fields_event_control[] = {
    {"what", .kind = RP_FIELD_INTEGER, .min = 0, .max = 6, .size = sizeof(((struct rp_event_control *)0)->what), .names = names_control, .at = offsetof(struct rp_event_control, what), .see = {{8, 8, 8, 8}}},
    {"by", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_control *)0)->by), .names = names_seat, .at = offsetof(struct rp_event_control, by), .see = {{8, 8, 8, 8}}},
    {"outage", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_control, outage), .see = {{8, 8, 8, 8}}},
    {"act_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_event_control *)0)->act_ms), .at = offsetof(struct rp_event_control, act_ms), .see = {{8, 8, 8, 8}}},
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_control *)0)->line), .at = offsetof(struct rp_event_control, line), .see = {{8, 8, 8, 8}}},
    {"text", .kind = RP_FIELD_WORDS, .at = offsetof(struct rp_event_control, line), .see = {{8, 8, 8, 8}}},
};
static const struct rp_shape shape_event_control = {"control", .number = 8, .size = sizeof(struct rp_event_control), .fields = fields_event_control, .fields_n = 6, .see = {{8, 8, 8, 8}}, .seats = 0};

static const struct rp_field fields_event_link[] = {
    {"party", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_link *)0)->party), .names = names_party, .at = offsetof(struct rp_event_link, party), .see = {{15, 15, 15, 15}}},
    {"up", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_link, up), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_event_link = {"link", .number = 9, .size = sizeof(struct rp_event_link), .fields = fields_event_link, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_event_understood[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_understood *)0)->line), .at = offsetof(struct rp_event_understood, line), .see = {{8, 8, 8, 8}}},
    {"moves", .kind = RP_FIELD_LIST, .max = 16, .count_at = offsetof(struct rp_event_understood, moves_n), .of = &shape_logged_move, .at = offsetof(struct rp_event_understood, moves), .see = {{8, 8, 8, 8}}},
    {"quantities", .kind = RP_FIELD_LIST, .max = 8, .count_at = offsetof(struct rp_event_understood, quantities_n), .of = &shape_logged_quantity, .at = offsetof(struct rp_event_understood, quantities), .see = {{8, 8, 8, 8}}},
    {"asked", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_event_understood *)0)->asked), .at = offsetof(struct rp_event_understood, asked), .see = {{8, 8, 8, 8}}},
    {"told", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_event_understood *)0)->told), .at = offsetof(struct rp_event_understood, told), .see = {{8, 8, 8, 8}}},
    {"contradicted", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_event_understood *)0)->contradicted), .at = offsetof(struct rp_event_understood, contradicted), .see = {{8, 8, 8, 8}}},
    {"apology_for", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_event_understood *)0)->apology_for), .at = offsetof(struct rp_event_understood, apology_for), .see = {{8, 8, 8, 8}}},
    {"remedies", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_event_understood *)0)->remedies), .at = offsetof(struct rp_event_understood, remedies), .see = {{8, 8, 8, 8}}},
    {"words", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4000, .size = sizeof(((struct rp_event_understood *)0)->words), .at = offsetof(struct rp_event_understood, words), .see = {{8, 8, 8, 8}}},
    {"questions", .kind = RP_FIELD_INTEGER, .min = 0, .max = 255, .size = sizeof(((struct rp_event_understood *)0)->questions), .at = offsetof(struct rp_event_understood, questions), .see = {{8, 8, 8, 8}}},
    {"name_uses", .kind = RP_FIELD_INTEGER, .min = 0, .max = 255, .size = sizeof(((struct rp_event_understood *)0)->name_uses), .at = offsetof(struct rp_event_understood, name_uses), .see = {{8, 8, 8, 8}}},
    {"shouting", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_understood, shouting), .see = {{8, 8, 8, 8}}},
};
static const struct rp_shape shape_event_understood = {"understood", .number = 10, .size = sizeof(struct rp_event_understood), .fields = fields_event_understood, .fields_n = 12, .see = {{8, 8, 8, 8}}, .seats = 0};

static const struct rp_field fields_event_close[] = {
    {"party", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_close *)0)->party), .names = names_party, .at = offsetof(struct rp_event_close, party), .see = {{15, 15, 15, 15}}},
    {"answered", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_close, answered), .see = {{15, 15, 15, 15}}},
    {"answer", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_event_close *)0)->answer), .names = names_answer, .at = offsetof(struct rp_event_close, answer), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_event_close = {"close", .number = 11, .size = sizeof(struct rp_event_close), .fields = fields_event_close, .fields_n = 3, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_event_action[] = {
    {"what", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .size = sizeof(((struct rp_event_action *)0)->what), .names = names_action, .at = offsetof(struct rp_event_action, what), .see = {{9, 9, 9, 9}}},
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_action *)0)->line), .at = offsetof(struct rp_event_action, line), .see = {{9, 9, 9, 9}}},
    {"send_id", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_event_action *)0)->send_id), .at = offsetof(struct rp_event_action, send_id), .see = {{9, 9, 9, 9}}},
    {"text", .kind = RP_FIELD_WORDS, .at = offsetof(struct rp_event_action, line), .see = {{9, 9, 9, 9}}},
    {"offer_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 600000, .size = sizeof(((struct rp_event_action *)0)->offer_ms), .at = offsetof(struct rp_event_action, offer_ms), .see = {{8, 8, 8, 8}}},
};
static const struct rp_shape shape_event_action = {"action", .number = 12, .size = sizeof(struct rp_event_action), .fields = fields_event_action, .fields_n = 5, .see = {{9, 9, 9, 9}}, .seats = 0};

static const struct rp_field fields_event_contested[] = {
    {"by", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_contested *)0)->by), .names = names_seat, .at = offsetof(struct rp_event_contested, by), .see = {{8, 9, 9, 9}}},
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_contested *)0)->line), .at = offsetof(struct rp_event_contested, line), .see = {{8, 9, 9, 9}}},
    {"finding", .kind = RP_FIELD_INTEGER, .min = 0, .max = 18, .size = sizeof(((struct rp_event_contested *)0)->finding), .names = names_finding, .at = offsetof(struct rp_event_contested, finding), .see = {{8, 9, 9, 9}}},
    {"move", .kind = RP_FIELD_INTEGER, .min = 0, .max = 63, .size = sizeof(((struct rp_event_contested *)0)->move), .at = offsetof(struct rp_event_contested, move), .see = {{8, 9, 9, 9}}},
};
static const struct rp_shape shape_event_contested = {"contested", .number = 13, .size = sizeof(struct rp_event_contested), .fields = fields_event_contested, .fields_n = 4, .see = {{8, 9, 9, 9}}, .seats = 0};

static const struct rp_field fields_event_phase[] = {
    {"phase", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4, .size = sizeof(((struct rp_event_phase *)0)->phase), .names = names_phase, .at = offsetof(struct rp_event_phase, phase), .see = {{15, 15, 15, 15}}},
    {"ends_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_event_phase *)0)->ends_ms), .at = offsetof(struct rp_event_phase, ends_ms), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_event_phase = {"phase", .number = 20, .size = sizeof(struct rp_event_phase), .fields = fields_event_phase, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_event_mood[] = {
    {"vents", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_mood, vents), .see = {{8, 9, 9, 9}}},
    {"abusive", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_mood, abusive), .see = {{8, 9, 9, 9}}},
};
static const struct rp_shape shape_event_mood = {"mood", .number = 21, .size = sizeof(struct rp_event_mood), .fields = fields_event_mood, .fields_n = 2, .see = {{8, 9, 9, 9}}, .seats = 0};

static const struct rp_field fields_event_floor[] = {
    {"number", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_event_floor *)0)->number), .at = offsetof(struct rp_event_floor, number), .see = {{15, 15, 15, 15}}},
    {"holder", .kind = RP_FIELD_INTEGER, .min = 0, .max = 5, .size = sizeof(((struct rp_event_floor *)0)->holder), .names = names_holder, .at = offsetof(struct rp_event_floor, holder), .see = {{15, 15, 15, 15}}},
    {"activity", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_event_floor *)0)->activity), .names = names_activity, .at = offsetof(struct rp_event_floor, activity), .see = {{15, 15, 15, 15}}},
    {"flag", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_event_floor *)0)->flag), .names = names_flag, .at = offsetof(struct rp_event_floor, flag), .see = {{15, 15, 15, 15}}},
    {"vent", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_floor, vent), .see = {{15, 15, 15, 15}}},
    {"since_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_event_floor *)0)->since_ms), .at = offsetof(struct rp_event_floor, since_ms), .see = {{15, 15, 15, 15}}},
    {"until_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_event_floor *)0)->until_ms), .at = offsetof(struct rp_event_floor, until_ms), .see = {{15, 15, 15, 15}}},
    {"rest_until_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_event_floor *)0)->rest_until_ms), .at = offsetof(struct rp_event_floor, rest_until_ms), .see = {{9, 15, 15, 15}}},
    {"repair_until_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_event_floor *)0)->repair_until_ms), .at = offsetof(struct rp_event_floor, repair_until_ms), .see = {{9, 15, 15, 15}}},
    {"step_in_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_event_floor *)0)->step_in_ms), .at = offsetof(struct rp_event_floor, step_in_ms), .see = {{9, 15, 15, 15}}},
    {"queued", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_floor *)0)->queued), .names = names_party, .at = offsetof(struct rp_event_floor, queued), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_event_floor = {"floor", .number = 30, .size = sizeof(struct rp_event_floor), .fields = fields_event_floor, .fields_n = 11, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_event_delivered[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_delivered *)0)->line), .at = offsetof(struct rp_event_delivered, line), .see = {{15, 15, 15, 15}}},
    {"party", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_delivered *)0)->party), .names = names_party, .at = offsetof(struct rp_event_delivered, party), .see = {{15, 15, 15, 15}}},
    {"more", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_delivered, more), .see = {{15, 15, 15, 15}}},
    {"chip", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_delivered *)0)->chip), .names = names_chip, .at = offsetof(struct rp_event_delivered, chip), .see = {{15, 15, 15, 15}}},
    {"again", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_delivered, again), .see = {{15, 15, 15, 15}}},
    {"written_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_event_delivered *)0)->written_ms), .at = offsetof(struct rp_event_delivered, written_ms), .see = {{15, 15, 15, 15}}},
    {"say", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_delivered *)0)->say), .at = offsetof(struct rp_event_delivered, say), .see = {{8, 8, 8, 8}}},
    {"text", .kind = RP_FIELD_WORDS, .at = offsetof(struct rp_event_delivered, line), .say_at = offsetof(struct rp_event_delivered, say), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_event_delivered = {"delivered", .number = 31, .size = sizeof(struct rp_event_delivered), .fields = fields_event_delivered, .fields_n = 8, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_event_held[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_held *)0)->line), .at = offsetof(struct rp_event_held, line), .see = {{9, 9, 9, 9}}},
    {"why", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_held *)0)->why), .names = names_held_why, .at = offsetof(struct rp_event_held, why), .see = {{9, 9, 9, 9}}},
    {"stale", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_held, stale), .see = {{9, 9, 9, 9}}},
    {"text", .kind = RP_FIELD_WORDS, .at = offsetof(struct rp_event_held, line), .see = {{9, 9, 9, 9}}},
};
static const struct rp_shape shape_event_held = {"held", .number = 32, .size = sizeof(struct rp_event_held), .fields = fields_event_held, .fields_n = 4, .see = {{9, 9, 9, 9}}, .seats = 0};

static const struct rp_field fields_event_refused[] = {
    {"party", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_refused *)0)->party), .names = names_party, .at = offsetof(struct rp_event_refused, party), .see = {{11, 11, 11, 11}}},
    {"send_id", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_event_refused *)0)->send_id), .at = offsetof(struct rp_event_refused, send_id), .see = {{11, 11, 11, 11}}},
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_refused *)0)->line), .at = offsetof(struct rp_event_refused, line), .see = {{11, 11, 11, 11}}},
    {"why", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4, .size = sizeof(((struct rp_event_refused *)0)->why), .names = names_refused_why, .at = offsetof(struct rp_event_refused, why), .see = {{11, 11, 11, 11}}},
};
static const struct rp_shape shape_event_refused = {"refused", .number = 33, .size = sizeof(struct rp_event_refused), .fields = fields_event_refused, .fields_n = 4, .see = {{11, 11, 11, 11}}, .seats = 0, .own = &fields_event_refused[0], .own_seats = 2};

static const struct rp_field fields_event_dropped[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_dropped *)0)->line), .at = offsetof(struct rp_event_dropped, line), .see = {{9, 9, 9, 9}}},
    {"why", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_event_dropped *)0)->why), .names = names_dropped_why, .at = offsetof(struct rp_event_dropped, why), .see = {{9, 9, 9, 9}}},
};
static const struct rp_shape shape_event_dropped = {"dropped", .number = 34, .size = sizeof(struct rp_event_dropped), .fields = fields_event_dropped, .fields_n = 2, .see = {{9, 9, 9, 9}}, .seats = 0};

static const struct rp_field fields_event_verdict[] = {
    {"act_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_event_verdict *)0)->act_ms), .at = offsetof(struct rp_event_verdict, act_ms), .see = {{9, 15, 15, 15}}},
    {"decided_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_event_verdict *)0)->decided_ms), .at = offsetof(struct rp_event_verdict, decided_ms), .see = {{9, 15, 15, 15}}},
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_verdict *)0)->line), .at = offsetof(struct rp_event_verdict, line), .see = {{9, 15, 15, 15}}},
    {"party", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_verdict *)0)->party), .names = names_party, .at = offsetof(struct rp_event_verdict, party), .see = {{9, 15, 15, 15}}},
    {"verdict", .kind = RP_FIELD_INTEGER, .min = 0, .max = 20, .size = sizeof(((struct rp_event_verdict *)0)->verdict), .names = names_verdict, .at = offsetof(struct rp_event_verdict, verdict), .see = {{9, 15, 15, 15}}},
    {"penalty", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_verdict, penalty), .see = {{9, 15, 15, 15}}},
    {"floor_taken", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_verdict, floor_taken), .see = {{9, 15, 15, 15}}},
    {"delivered", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_verdict, delivered), .see = {{9, 15, 15, 15}}},
    {"vent", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_verdict, vent), .see = {{9, 15, 15, 15}}},
    {"base", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1000, .size = sizeof(((struct rp_event_verdict *)0)->base), .at = offsetof(struct rp_event_verdict, base), .see = {{8, 9, 9, 9}}},
    {"points", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1000, .size = sizeof(((struct rp_event_verdict *)0)->points), .at = offsetof(struct rp_event_verdict, points), .see = {{8, 9, 9, 9}}},
    {"would_be_points", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1000, .size = sizeof(((struct rp_event_verdict *)0)->would_be_points), .at = offsetof(struct rp_event_verdict, would_be_points), .see = {{8, 9, 9, 9}}},
    {"rule", .kind = RP_FIELD_STRING, .max = 32, .at = offsetof(struct rp_event_verdict, rule), .see = {{8, 9, 9, 9}}},
    {"measured_ms", .kind = RP_FIELD_INTEGER, .min = -9007199254740991, .max = 9007199254740991, .size = sizeof(((struct rp_event_verdict *)0)->measured_ms), .is_signed = true, .at = offsetof(struct rp_event_verdict, measured_ms), .see = {{8, 9, 9, 9}}},
    {"limit_ms", .kind = RP_FIELD_INTEGER, .min = -9007199254740991, .max = 9007199254740991, .size = sizeof(((struct rp_event_verdict *)0)->limit_ms), .is_signed = true, .at = offsetof(struct rp_event_verdict, limit_ms), .see = {{8, 9, 9, 9}}},
    {"margin_ms", .kind = RP_FIELD_INTEGER, .min = -9007199254740991, .max = 9007199254740991, .size = sizeof(((struct rp_event_verdict *)0)->margin_ms), .is_signed = true, .at = offsetof(struct rp_event_verdict, margin_ms), .see = {{8, 9, 9, 9}}},
    {"rtt_ms", .kind = RP_FIELD_INTEGER, .min = -1, .max = 600000, .size = sizeof(((struct rp_event_verdict *)0)->rtt_ms), .is_signed = true, .at = offsetof(struct rp_event_verdict, rtt_ms), .see = {{8, 9, 9, 9}}},
};
static const struct rp_shape shape_event_verdict = {"verdict", .number = 35, .size = sizeof(struct rp_event_verdict), .fields = fields_event_verdict, .fields_n = 17, .see = {{9, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_event_cut_in[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_cut_in *)0)->line), .at = offsetof(struct rp_event_cut_in, line), .see = {{15, 15, 15, 15}}},
    {"cut_line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_cut_in *)0)->cut_line), .at = offsetof(struct rp_event_cut_in, cut_line), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_event_cut_in = {"cut_in", .number = 36, .size = sizeof(struct rp_event_cut_in), .fields = fields_event_cut_in, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_event_repaired[] = {
    {"act_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_event_repaired *)0)->act_ms), .at = offsetof(struct rp_event_repaired, act_ms), .see = {{9, 9, 9, 9}}},
    {"points_back", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1000, .size = sizeof(((struct rp_event_repaired *)0)->points_back), .at = offsetof(struct rp_event_repaired, points_back), .see = {{8, 9, 9, 9}}},
};
static const struct rp_shape shape_event_repaired = {"repaired", .number = 37, .size = sizeof(struct rp_event_repaired), .fields = fields_event_repaired, .fields_n = 2, .see = {{9, 9, 9, 9}}, .seats = 0};

static const struct rp_field fields_event_waived[] = {
    {"act_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_event_waived *)0)->act_ms), .at = offsetof(struct rp_event_waived, act_ms), .see = {{9, 9, 9, 9}}},
    {"points_back", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1000, .size = sizeof(((struct rp_event_waived *)0)->points_back), .at = offsetof(struct rp_event_waived, points_back), .see = {{8, 9, 9, 9}}},
};
static const struct rp_shape shape_event_waived = {"waived", .number = 38, .size = sizeof(struct rp_event_waived), .fields = fields_event_waived, .fields_n = 2, .see = {{9, 9, 9, 9}}, .seats = 0};

static const struct rp_field fields_event_transfer[] = {
    {"from", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_transfer *)0)->from), .names = names_party, .at = offsetof(struct rp_event_transfer, from), .see = {{8, 9, 9, 9}}},
    {"to", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_transfer *)0)->to), .names = names_party, .at = offsetof(struct rp_event_transfer, to), .see = {{8, 9, 9, 9}}},
    {"at_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_event_transfer *)0)->at_ms), .at = offsetof(struct rp_event_transfer, at_ms), .see = {{8, 9, 9, 9}}},
    {"has_offset", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_transfer, has_offset), .see = {{8, 9, 9, 9}}},
    {"offset_ms", .kind = RP_FIELD_INTEGER, .min = -9007199254740991, .max = 9007199254740991, .size = sizeof(((struct rp_event_transfer *)0)->offset_ms), .is_signed = true, .at = offsetof(struct rp_event_transfer, offset_ms), .see = {{8, 9, 9, 9}}},
    {"band", .kind = RP_FIELD_INTEGER, .min = 0, .max = 6, .size = sizeof(((struct rp_event_transfer *)0)->band), .names = names_band, .at = offsetof(struct rp_event_transfer, band), .see = {{8, 9, 9, 9}}},
};
static const struct rp_shape shape_event_transfer = {"transfer", .number = 39, .size = sizeof(struct rp_event_transfer), .fields = fields_event_transfer, .fields_n = 6, .see = {{8, 9, 9, 9}}, .seats = 0};

static const struct rp_field fields_event_delta[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_delta *)0)->line), .at = offsetof(struct rp_event_delta, line), .see = {{8, 9, 9, 9}}},
    {"change", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9, .size = sizeof(((struct rp_event_delta *)0)->change), .names = names_change, .at = offsetof(struct rp_event_delta, change), .see = {{8, 9, 9, 9}}},
    {"move", .kind = RP_FIELD_INTEGER, .min = 0, .max = 63, .size = sizeof(((struct rp_event_delta *)0)->move), .at = offsetof(struct rp_event_delta, move), .see = {{8, 9, 9, 9}}},
    {"begin", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_delta *)0)->begin), .at = offsetof(struct rp_event_delta, begin), .see = {{8, 9, 9, 9}}},
    {"end", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_delta *)0)->end), .at = offsetof(struct rp_event_delta, end), .see = {{8, 9, 9, 9}}},
    {"finding", .kind = RP_FIELD_INTEGER, .min = 0, .max = 18, .size = sizeof(((struct rp_event_delta *)0)->finding), .names = names_finding, .at = offsetof(struct rp_event_delta, finding), .see = {{8, 9, 9, 9}}},
    {"anger", .kind = RP_FIELD_INTEGER, .min = -100, .max = 100, .size = sizeof(((struct rp_event_delta *)0)->anger), .is_signed = true, .at = offsetof(struct rp_event_delta, anger), .see = {{8, 9, 9, 9}}},
    {"trust", .kind = RP_FIELD_INTEGER, .min = -100, .max = 100, .size = sizeof(((struct rp_event_delta *)0)->trust), .is_signed = true, .at = offsetof(struct rp_event_delta, trust), .see = {{8, 9, 9, 9}}},
    {"heard", .kind = RP_FIELD_INTEGER, .min = -100, .max = 100, .size = sizeof(((struct rp_event_delta *)0)->heard), .is_signed = true, .at = offsetof(struct rp_event_delta, heard), .see = {{8, 9, 9, 9}}},
    {"grasped", .kind = RP_FIELD_INTEGER, .min = -100, .max = 100, .size = sizeof(((struct rp_event_delta *)0)->grasped), .is_signed = true, .at = offsetof(struct rp_event_delta, grasped), .see = {{8, 9, 9, 9}}},
    {"anger_now", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .size = sizeof(((struct rp_event_delta *)0)->anger_now), .at = offsetof(struct rp_event_delta, anger_now), .see = {{8, 9, 9, 9}}},
    {"trust_now", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .size = sizeof(((struct rp_event_delta *)0)->trust_now), .at = offsetof(struct rp_event_delta, trust_now), .see = {{8, 9, 9, 9}}},
    {"heard_now", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .size = sizeof(((struct rp_event_delta *)0)->heard_now), .at = offsetof(struct rp_event_delta, heard_now), .see = {{8, 9, 9, 9}}},
    {"grasped_now", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .size = sizeof(((struct rp_event_delta *)0)->grasped_now), .at = offsetof(struct rp_event_delta, grasped_now), .see = {{8, 9, 9, 9}}},
};
static const struct rp_shape shape_event_delta = {"delta", .number = 40, .size = sizeof(struct rp_event_delta), .fields = fields_event_delta, .fields_n = 14, .see = {{8, 9, 9, 9}}, .seats = 0};

static const struct rp_field fields_event_evidence[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_evidence *)0)->line), .at = offsetof(struct rp_event_evidence, line), .see = {{8, 9, 9, 9}}},
    {"grade", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_evidence *)0)->grade), .names = names_grade, .at = offsetof(struct rp_event_evidence, grade), .see = {{8, 9, 9, 9}}},
    {"finding", .kind = RP_FIELD_INTEGER, .min = 0, .max = 18, .size = sizeof(((struct rp_event_evidence *)0)->finding), .names = names_finding, .at = offsetof(struct rp_event_evidence, finding), .see = {{8, 9, 9, 9}}},
    {"move", .kind = RP_FIELD_INTEGER, .min = 0, .max = 63, .size = sizeof(((struct rp_event_evidence *)0)->move), .at = offsetof(struct rp_event_evidence, move), .see = {{8, 9, 9, 9}}},
    {"begin", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_evidence *)0)->begin), .at = offsetof(struct rp_event_evidence, begin), .see = {{8, 9, 9, 9}}},
    {"end", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_evidence *)0)->end), .at = offsetof(struct rp_event_evidence, end), .see = {{8, 9, 9, 9}}},
    {"value", .kind = RP_FIELD_INTEGER, .min = -9007199254740991, .max = 9007199254740991, .size = sizeof(((struct rp_event_evidence *)0)->value), .is_signed = true, .at = offsetof(struct rp_event_evidence, value), .see = {{8, 9, 9, 9}}},
};
static const struct rp_shape shape_event_evidence = {"evidence", .number = 41, .size = sizeof(struct rp_event_evidence), .fields = fields_event_evidence, .fields_n = 7, .see = {{8, 9, 9, 9}}, .seats = 0};

static const struct rp_field fields_event_revealed[] = {
    {"fact", .kind = RP_FIELD_INTEGER, .min = 0, .max = 31, .size = sizeof(((struct rp_event_revealed *)0)->fact), .at = offsetof(struct rp_event_revealed, fact), .see = {{8, 15, 15, 15}}},
    {"key", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_revealed, key), .see = {{8, 15, 15, 15}}},
    {"undone", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_revealed, undone), .see = {{8, 15, 15, 15}}},
};
static const struct rp_shape shape_event_revealed = {"revealed", .number = 42, .size = sizeof(struct rp_event_revealed), .fields = fields_event_revealed, .fields_n = 3, .see = {{8, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_event_outcome[] = {
    {"outcome", .kind = RP_FIELD_INTEGER, .min = 0, .max = 8, .size = sizeof(((struct rp_event_outcome *)0)->outcome), .names = names_outcome, .at = offsetof(struct rp_event_outcome, outcome), .see = {{15, 15, 15, 15}}},
    {"reason", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4, .size = sizeof(((struct rp_event_outcome *)0)->reason), .names = names_end_reason, .at = offsetof(struct rp_event_outcome, reason), .see = {{15, 15, 15, 15}}},
    {"answer", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_event_outcome *)0)->answer), .names = names_answer, .at = offsetof(struct rp_event_outcome, answer), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_event_outcome = {"outcome", .number = 43, .size = sizeof(struct rp_event_outcome), .fields = fields_event_outcome, .fields_n = 3, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_event_score[] = {
    {"floor_score", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .size = sizeof(((struct rp_event_score *)0)->floor_score), .at = offsetof(struct rp_event_score, floor_score), .see = {{8, 9, 9, 9}}},
    {"interruptions", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_score *)0)->interruptions), .at = offsetof(struct rp_event_score, interruptions), .see = {{8, 9, 9, 9}}},
};
static const struct rp_shape shape_event_score = {"score", .number = 44, .size = sizeof(struct rp_event_score), .fields = fields_event_score, .fields_n = 2, .see = {{8, 9, 9, 9}}, .seats = 0};

static const struct rp_field fields_event_temper[] = {
    {"level", .kind = RP_FIELD_INTEGER, .min = 0, .max = 10, .size = sizeof(((struct rp_event_temper *)0)->level), .at = offsetof(struct rp_event_temper, level), .see = {{10, 11, 11, 11}}},
};
static const struct rp_shape shape_event_temper = {"temper", .number = 45, .size = sizeof(struct rp_event_temper), .fields = fields_event_temper, .fields_n = 1, .see = {{10, 11, 11, 11}}, .seats = 0};

static const struct rp_field fields_event_told[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 31, .size = sizeof(((struct rp_event_told *)0)->line), .at = offsetof(struct rp_event_told, line), .see = {{10, 15, 15, 15}}},
    {"on", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_told, on), .see = {{10, 15, 15, 15}}},
};
static const struct rp_shape shape_event_told = {"told", .number = 46, .size = sizeof(struct rp_event_told), .fields = fields_event_told, .fields_n = 2, .see = {{10, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_event_recognised[] = {
    {"what", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1, .size = sizeof(((struct rp_event_recognised *)0)->what), .names = names_recognition, .at = offsetof(struct rp_event_recognised, what), .see = {{15, 15, 15, 15}}},
    {"cited", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_recognised *)0)->cited), .at = offsetof(struct rp_event_recognised, cited), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_event_recognised = {"recognised", .number = 47, .size = sizeof(struct rp_event_recognised), .fields = fields_event_recognised, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_event_reported[] = {
    {"by", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_reported *)0)->by), .names = names_seat, .at = offsetof(struct rp_event_reported, by), .see = {{8, 8, 8, 8}}},
    {"from", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_reported *)0)->from), .at = offsetof(struct rp_event_reported, from), .see = {{8, 8, 8, 8}}},
    {"upto", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_reported *)0)->upto), .at = offsetof(struct rp_event_reported, upto), .see = {{8, 8, 8, 8}}},
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_reported *)0)->line), .at = offsetof(struct rp_event_reported, line), .see = {{8, 8, 8, 8}}},
    {"text", .kind = RP_FIELD_WORDS, .at = offsetof(struct rp_event_reported, line), .see = {{8, 8, 8, 8}}},
};
static const struct rp_shape shape_event_reported = {"reported", .number = 48, .size = sizeof(struct rp_event_reported), .fields = fields_event_reported, .fields_n = 5, .see = {{8, 8, 8, 8}}, .seats = 0};

static const struct rp_field fields_event_stop_reason[] = {
    {"by", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_stop_reason *)0)->by), .names = names_seat, .at = offsetof(struct rp_event_stop_reason, by), .see = {{8, 8, 8, 8}}},
    {"why", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_event_stop_reason *)0)->why), .names = names_stop_why, .at = offsetof(struct rp_event_stop_reason, why), .see = {{8, 8, 8, 8}}},
};
static const struct rp_shape shape_event_stop_reason = {"stop_reason", .number = 49, .size = sizeof(struct rp_event_stop_reason), .fields = fields_event_stop_reason, .fields_n = 2, .see = {{8, 8, 8, 8}}, .seats = 0};

static const struct rp_field fields_event_observed_moment[] = {
    {"cited", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_observed_moment *)0)->cited), .at = offsetof(struct rp_event_observed_moment, cited), .see = {{12, 12, 13, 13}}},
    {"moment", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_event_observed_moment *)0)->moment), .names = names_moment, .at = offsetof(struct rp_event_observed_moment, moment), .see = {{12, 12, 13, 13}}},
    {"on", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_observed_moment, on), .see = {{12, 12, 13, 13}}},
    {"has_item", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_observed_moment, has_item), .see = {{12, 12, 13, 13}}},
    {"item", .kind = RP_FIELD_INTEGER, .min = 0, .max = 18, .size = sizeof(((struct rp_event_observed_moment *)0)->item), .names = names_item, .at = offsetof(struct rp_event_observed_moment, item), .see = {{12, 12, 13, 13}}},
};
static const struct rp_shape shape_event_observed_moment = {"observed_moment", .number = 50, .size = sizeof(struct rp_event_observed_moment), .fields = fields_event_observed_moment, .fields_n = 5, .see = {{12, 12, 13, 13}}, .seats = 0};

static const struct rp_field fields_event_observed_view[] = {
    {"item", .kind = RP_FIELD_INTEGER, .min = 0, .max = 18, .size = sizeof(((struct rp_event_observed_view *)0)->item), .names = names_item, .at = offsetof(struct rp_event_observed_view, item), .see = {{12, 12, 13, 13}}},
    {"level", .kind = RP_FIELD_INTEGER, .min = 0, .max = 5, .size = sizeof(((struct rp_event_observed_view *)0)->level), .at = offsetof(struct rp_event_observed_view, level), .see = {{12, 12, 13, 13}}},
};
static const struct rp_shape shape_event_observed_view = {"observed_view", .number = 51, .size = sizeof(struct rp_event_observed_view), .fields = fields_event_observed_view, .fields_n = 2, .see = {{12, 12, 13, 13}}, .seats = 0};

static const struct rp_field fields_event_workshop_comfort[] = {
    {"person", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_workshop_comfort *)0)->person), .at = offsetof(struct rp_event_workshop_comfort, person), .see = {{0, 0, 0, 0}}},
    {"time_pct", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1000, .size = sizeof(((struct rp_event_workshop_comfort *)0)->time_pct), .at = offsetof(struct rp_event_workshop_comfort, time_pct), .see = {{0, 0, 0, 0}}},
};
static const struct rp_shape shape_event_workshop_comfort = {"workshop_comfort", .number = 52, .size = sizeof(struct rp_event_workshop_comfort), .fields = fields_event_workshop_comfort, .fields_n = 2, .see = {{0, 0, 0, 0}}, .seats = 0};

static const struct rp_field fields_event_colleague_offer[] = {
    {"until_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_event_colleague_offer *)0)->until_ms), .at = offsetof(struct rp_event_colleague_offer, until_ms), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_event_colleague_offer = {"colleague_offer", .number = 53, .size = sizeof(struct rp_event_colleague_offer), .fields = fields_event_colleague_offer, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_event_colleague[] = {
    {"on", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_colleague, on), .see = {{15, 15, 15, 15}}},
    {"by", .kind = RP_FIELD_NAME, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_event_colleague *)0)->by), .at = offsetof(struct rp_event_colleague, by), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_event_colleague = {"colleague", .number = 54, .size = sizeof(struct rp_event_colleague), .fields = fields_event_colleague, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_event_colleague_said[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_colleague_said *)0)->line), .at = offsetof(struct rp_event_colleague_said, line), .see = {{15, 15, 15, 15}}},
    {"text", .kind = RP_FIELD_WORDS, .at = offsetof(struct rp_event_colleague_said, line), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_event_colleague_said = {"colleague_said", .number = 55, .size = sizeof(struct rp_event_colleague_said), .fields = fields_event_colleague_said, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_event_graded_by[] = {
    {"method", .kind = RP_FIELD_STRING, .max = 40, .at = offsetof(struct rp_event_graded_by, method), .see = {{13, 13, 13, 13}}},
    {"hash", .kind = RP_FIELD_STRING, .max = 64, .at = offsetof(struct rp_event_graded_by, hash), .see = {{0, 0, 0, 0}}},
    {"items", .kind = RP_FIELD_LIST, .max = 19, .count_at = offsetof(struct rp_event_graded_by, items_n), .of = &shape_method_item, .at = offsetof(struct rp_event_graded_by, items), .see = {{13, 13, 13, 13}}},
};
static const struct rp_shape shape_event_graded_by = {"graded_by", .number = 60, .size = sizeof(struct rp_event_graded_by), .fields = fields_event_graded_by, .fields_n = 3, .see = {{13, 13, 13, 13}}, .seats = 0};

static const struct rp_field fields_event_mark[] = {
    {"item", .kind = RP_FIELD_INTEGER, .min = 0, .max = 18, .size = sizeof(((struct rp_event_mark *)0)->item), .names = names_item, .at = offsetof(struct rp_event_mark, item), .see = {{8, 8, 8, 9}}},
    {"level", .kind = RP_FIELD_INTEGER, .min = 0, .max = 5, .size = sizeof(((struct rp_event_mark *)0)->level), .at = offsetof(struct rp_event_mark, level), .see = {{8, 8, 8, 9}}},
    {"version", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_mark *)0)->version), .at = offsetof(struct rp_event_mark, version), .see = {{8, 8, 8, 9}}},
    {"source", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_event_mark *)0)->source), .names = names_mark_source, .at = offsetof(struct rp_event_mark, source), .see = {{8, 8, 8, 9}}},
    {"by", .kind = RP_FIELD_NAME, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_event_mark *)0)->by), .at = offsetof(struct rp_event_mark, by), .see = {{8, 8, 8, 9}}},
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_mark *)0)->line), .at = offsetof(struct rp_event_mark, line), .see = {{8, 8, 8, 9}}},
    {"text", .kind = RP_FIELD_WORDS, .at = offsetof(struct rp_event_mark, line), .see = {{8, 8, 8, 9}}},
};
static const struct rp_shape shape_event_mark = {"mark", .number = 61, .size = sizeof(struct rp_event_mark), .fields = fields_event_mark, .fields_n = 7, .see = {{8, 8, 8, 9}}, .seats = 0};

static const struct rp_field fields_event_overall[] = {
    {"level", .kind = RP_FIELD_INTEGER, .min = 1, .max = 5, .size = sizeof(((struct rp_event_overall *)0)->level), .at = offsetof(struct rp_event_overall, level), .see = {{8, 8, 8, 8}}},
    {"by", .kind = RP_FIELD_NAME, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_event_overall *)0)->by), .at = offsetof(struct rp_event_overall, by), .see = {{8, 8, 8, 8}}},
};
static const struct rp_shape shape_event_overall = {"overall", .number = 62, .size = sizeof(struct rp_event_overall), .fields = fields_event_overall, .fields_n = 2, .see = {{8, 8, 8, 8}}, .seats = 0};

static const struct rp_field fields_event_moment[] = {
    {"cited", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_moment *)0)->cited), .at = offsetof(struct rp_event_moment, cited), .see = {{8, 8, 8, 9}}},
    {"moment", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_event_moment *)0)->moment), .names = names_moment, .at = offsetof(struct rp_event_moment, moment), .see = {{8, 8, 8, 9}}},
    {"on", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_moment, on), .see = {{8, 8, 8, 9}}},
    {"by", .kind = RP_FIELD_NAME, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_event_moment *)0)->by), .at = offsetof(struct rp_event_moment, by), .see = {{8, 8, 8, 9}}},
};
static const struct rp_shape shape_event_moment = {"moment", .number = 63, .size = sizeof(struct rp_event_moment), .fields = fields_event_moment, .fields_n = 4, .see = {{8, 8, 8, 9}}, .seats = 0};

static const struct rp_field fields_event_critical[] = {
    {"critical", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_event_critical *)0)->critical), .names = names_critical, .at = offsetof(struct rp_event_critical, critical), .see = {{8, 8, 8, 9}}},
    {"cited", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_critical *)0)->cited), .at = offsetof(struct rp_event_critical, cited), .see = {{8, 8, 8, 9}}},
    {"on", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_critical, on), .see = {{8, 8, 8, 9}}},
    {"by", .kind = RP_FIELD_NAME, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_event_critical *)0)->by), .at = offsetof(struct rp_event_critical, by), .see = {{8, 8, 8, 9}}},
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_critical *)0)->line), .at = offsetof(struct rp_event_critical, line), .see = {{8, 8, 8, 9}}},
    {"text", .kind = RP_FIELD_WORDS, .at = offsetof(struct rp_event_critical, line), .see = {{8, 8, 8, 9}}},
};
static const struct rp_shape shape_event_critical = {"critical", .number = 64, .size = sizeof(struct rp_event_critical), .fields = fields_event_critical, .fields_n = 6, .see = {{8, 8, 8, 9}}, .seats = 0};

static const struct rp_field fields_event_release[] = {
    {"on", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_release, on), .see = {{8, 8, 8, 8}}},
    {"by", .kind = RP_FIELD_NAME, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_event_release *)0)->by), .at = offsetof(struct rp_event_release, by), .see = {{8, 8, 8, 8}}},
};
static const struct rp_shape shape_event_release = {"release", .number = 65, .size = sizeof(struct rp_event_release), .fields = fields_event_release, .fields_n = 2, .see = {{8, 8, 8, 8}}, .seats = 0};

static const struct rp_field fields_event_whisper[] = {
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_whisper *)0)->line), .at = offsetof(struct rp_event_whisper, line), .see = {{8, 8, 8, 8}}},
    {"text", .kind = RP_FIELD_WORDS, .at = offsetof(struct rp_event_whisper, line), .see = {{9, 9, 9, 9}}},
};
static const struct rp_shape shape_event_whisper = {"whisper", .number = 66, .size = sizeof(struct rp_event_whisper), .fields = fields_event_whisper, .fields_n = 2, .see = {{9, 9, 9, 9}}, .seats = 0};

static const struct rp_field fields_event_rated_self[] = {
    {"marks", .kind = RP_FIELD_LIST, .max = 19, .count_at = offsetof(struct rp_event_rated_self, marks_n), .of = &shape_own_mark, .at = offsetof(struct rp_event_rated_self, marks), .see = {{9, 9, 9, 9}}},
};
static const struct rp_shape shape_event_rated_self = {"rated_self", .number = 67, .size = sizeof(struct rp_event_rated_self), .fields = fields_event_rated_self, .fields_n = 1, .see = {{9, 9, 9, 9}}, .seats = 0};

static const struct rp_field fields_event_note[] = {
    {"note", .kind = RP_FIELD_INTEGER, .min = 0, .max = 5, .size = sizeof(((struct rp_event_note *)0)->note), .names = names_note, .at = offsetof(struct rp_event_note, note), .see = {{9, 9, 9, 9}}},
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_note *)0)->line), .at = offsetof(struct rp_event_note, line), .see = {{8, 8, 8, 8}}},
    {"text", .kind = RP_FIELD_WORDS, .at = offsetof(struct rp_event_note, line), .see = {{9, 9, 9, 9}}},
    {"cited", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_note *)0)->cited), .at = offsetof(struct rp_event_note, cited), .see = {{9, 9, 9, 9}}},
};
static const struct rp_shape shape_event_note = {"note", .number = 68, .size = sizeof(struct rp_event_note), .fields = fields_event_note, .fields_n = 4, .see = {{9, 9, 9, 9}}, .seats = 0};

static const struct rp_field fields_event_felt_heard[] = {
    {"level", .kind = RP_FIELD_INTEGER, .min = 1, .max = 5, .size = sizeof(((struct rp_event_felt_heard *)0)->level), .at = offsetof(struct rp_event_felt_heard, level), .see = {{10, 10, 11, 11}}},
};
static const struct rp_shape shape_event_felt_heard = {"felt_heard", .number = 69, .size = sizeof(struct rp_event_felt_heard), .fields = fields_event_felt_heard, .fields_n = 1, .see = {{10, 10, 11, 11}}, .seats = 0};

static const struct rp_field fields_event_customer_note[] = {
    {"note", .kind = RP_FIELD_INTEGER, .min = 0, .max = 5, .size = sizeof(((struct rp_event_customer_note *)0)->note), .names = names_note, .at = offsetof(struct rp_event_customer_note, note), .see = {{10, 10, 11, 11}}},
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_customer_note *)0)->line), .at = offsetof(struct rp_event_customer_note, line), .see = {{8, 8, 8, 8}}},
    {"text", .kind = RP_FIELD_WORDS, .at = offsetof(struct rp_event_customer_note, line), .see = {{10, 10, 11, 11}}},
};
static const struct rp_shape shape_event_customer_note = {"customer_note", .number = 70, .size = sizeof(struct rp_event_customer_note), .fields = fields_event_customer_note, .fields_n = 3, .see = {{10, 10, 11, 11}}, .seats = 0};

static const struct rp_field fields_event_released[] = {
    {"by", .kind = RP_FIELD_NAME, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_event_released *)0)->by), .at = offsetof(struct rp_event_released, by), .see = {{9, 9, 9, 9}}},
};
static const struct rp_shape shape_event_released = {"released", .number = 71, .size = sizeof(struct rp_event_released), .fields = fields_event_released, .fields_n = 1, .see = {{9, 9, 9, 9}}, .seats = 0};

static const struct rp_field fields_event_hint[] = {
    {"item", .kind = RP_FIELD_INTEGER, .min = 0, .max = 18, .size = sizeof(((struct rp_event_hint *)0)->item), .names = names_item, .at = offsetof(struct rp_event_hint, item), .see = {{8, 8, 8, 8}}},
    {"level", .kind = RP_FIELD_INTEGER, .min = 0, .max = 5, .size = sizeof(((struct rp_event_hint *)0)->level), .at = offsetof(struct rp_event_hint, level), .see = {{8, 8, 8, 8}}},
    {"cited", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_hint *)0)->cited), .at = offsetof(struct rp_event_hint, cited), .see = {{8, 8, 8, 8}}},
};
static const struct rp_shape shape_event_hint = {"hint", .number = 72, .size = sizeof(struct rp_event_hint), .fields = fields_event_hint, .fields_n = 3, .see = {{8, 8, 8, 8}}, .seats = 0};

static const struct rp_field fields_event_graded[] = {
    {"rubric", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .size = sizeof(((struct rp_event_graded *)0)->rubric), .at = offsetof(struct rp_event_graded, rubric), .see = {{8, 8, 8, 9}}},
    {"floor", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .size = sizeof(((struct rp_event_graded *)0)->floor), .at = offsetof(struct rp_event_graded, floor), .see = {{8, 8, 8, 9}}},
    {"total", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .size = sizeof(((struct rp_event_graded *)0)->total), .at = offsetof(struct rp_event_graded, total), .see = {{8, 8, 8, 9}}},
    {"passing", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4, .size = sizeof(((struct rp_event_graded *)0)->passing), .names = names_passing, .at = offsetof(struct rp_event_graded, passing), .see = {{8, 8, 8, 9}}},
};
static const struct rp_shape shape_event_graded = {"graded", .number = 73, .size = sizeof(struct rp_event_graded), .fields = fields_event_graded, .fields_n = 4, .see = {{8, 8, 8, 9}}, .seats = 0};

static const struct rp_field fields_event_extended[] = {
    {"more_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3600000, .size = sizeof(((struct rp_event_extended *)0)->more_ms), .at = offsetof(struct rp_event_extended, more_ms), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_event_extended = {"extended", .number = 80, .size = sizeof(struct rp_event_extended), .fields = fields_event_extended, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_event_workshop_opened[] = {
    {"code", .kind = RP_FIELD_STRING, .max = 8, .at = offsetof(struct rp_event_workshop_opened, code), .see = {{0, 0, 0, 0}}},
    {"seed", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_event_workshop_opened *)0)->seed), .at = offsetof(struct rp_event_workshop_opened, seed), .see = {{0, 0, 0, 0}}},
    {"pairing", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_event_workshop_opened *)0)->pairing), .names = names_pairing, .at = offsetof(struct rp_event_workshop_opened, pairing), .see = {{0, 0, 0, 0}}},
    {"scenario", .kind = RP_FIELD_STRING, .max = 40, .at = offsetof(struct rp_event_workshop_opened, scenario), .see = {{0, 0, 0, 0}}},
    {"level", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_event_workshop_opened *)0)->level), .names = names_level, .at = offsetof(struct rp_event_workshop_opened, level), .see = {{0, 0, 0, 0}}},
    {"heat", .kind = RP_FIELD_INTEGER, .min = 1, .max = 5, .size = sizeof(((struct rp_event_workshop_opened *)0)->heat), .at = offsetof(struct rp_event_workshop_opened, heat), .see = {{0, 0, 0, 0}}},
    {"sessions", .kind = RP_FIELD_INTEGER, .min = 1, .max = 24, .size = sizeof(((struct rp_event_workshop_opened *)0)->sessions), .at = offsetof(struct rp_event_workshop_opened, sessions), .see = {{0, 0, 0, 0}}},
    {"read_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3600000, .size = sizeof(((struct rp_event_workshop_opened *)0)->read_ms), .at = offsetof(struct rp_event_workshop_opened, read_ms), .see = {{0, 0, 0, 0}}},
    {"play_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 7200000, .size = sizeof(((struct rp_event_workshop_opened *)0)->play_ms), .at = offsetof(struct rp_event_workshop_opened, play_ms), .see = {{0, 0, 0, 0}}},
    {"wrap_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 600000, .size = sizeof(((struct rp_event_workshop_opened *)0)->wrap_ms), .at = offsetof(struct rp_event_workshop_opened, wrap_ms), .see = {{0, 0, 0, 0}}},
    {"debrief_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3600000, .size = sizeof(((struct rp_event_workshop_opened *)0)->debrief_ms), .at = offsetof(struct rp_event_workshop_opened, debrief_ms), .see = {{0, 0, 0, 0}}},
    {"switch_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 600000, .size = sizeof(((struct rp_event_workshop_opened *)0)->switch_ms), .at = offsetof(struct rp_event_workshop_opened, switch_ms), .see = {{0, 0, 0, 0}}},
    {"method", .kind = RP_FIELD_STRING, .max = 40, .at = offsetof(struct rp_event_workshop_opened, method), .see = {{0, 0, 0, 0}}},
    {"stories", .kind = RP_FIELD_LIST, .max = 7, .count_at = offsetof(struct rp_event_workshop_opened, stories_n), .of = &shape_story, .at = offsetof(struct rp_event_workshop_opened, stories), .see = {{0, 0, 0, 0}}},
    {"buffer_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3600000, .size = sizeof(((struct rp_event_workshop_opened *)0)->buffer_ms), .at = offsetof(struct rp_event_workshop_opened, buffer_ms), .see = {{0, 0, 0, 0}}},
    {"patience_pct", .kind = RP_FIELD_INTEGER, .min = 0, .max = 100, .size = sizeof(((struct rp_event_workshop_opened *)0)->patience_pct), .at = offsetof(struct rp_event_workshop_opened, patience_pct), .see = {{0, 0, 0, 0}}},
};
static const struct rp_shape shape_event_workshop_opened = {"workshop_opened", .number = 81, .size = sizeof(struct rp_event_workshop_opened), .fields = fields_event_workshop_opened, .fields_n = 16, .see = {{0, 0, 0, 0}}, .seats = 0};

static const struct rp_field fields_event_workshop_came[] = {
    {"person", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_workshop_came *)0)->person), .at = offsetof(struct rp_event_workshop_came, person), .see = {{0, 0, 0, 0}}},
    {"time_pct", .kind = RP_FIELD_INTEGER, .min = 0, .max = 1000, .size = sizeof(((struct rp_event_workshop_came *)0)->time_pct), .at = offsetof(struct rp_event_workshop_came, time_pct), .see = {{0, 0, 0, 0}}},
};
static const struct rp_shape shape_event_workshop_came = {"workshop_came", .number = 82, .size = sizeof(struct rp_event_workshop_came), .fields = fields_event_workshop_came, .fields_n = 2, .see = {{0, 0, 0, 0}}, .seats = 0};

static const struct rp_field fields_event_workshop_link[] = {
    {"person", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_workshop_link *)0)->person), .at = offsetof(struct rp_event_workshop_link, person), .see = {{0, 0, 0, 0}}},
    {"up", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_workshop_link, up), .see = {{0, 0, 0, 0}}},
};
static const struct rp_shape shape_event_workshop_link = {"workshop_link", .number = 83, .size = sizeof(struct rp_event_workshop_link), .fields = fields_event_workshop_link, .fields_n = 2, .see = {{0, 0, 0, 0}}, .seats = 0};

static const struct rp_field fields_event_workshop_steered[] = {
    {"what", .kind = RP_FIELD_INTEGER, .min = 0, .max = 14, .size = sizeof(((struct rp_event_workshop_steered *)0)->what), .names = names_steer, .at = offsetof(struct rp_event_workshop_steered, what), .see = {{0, 0, 0, 0}}},
    {"person", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_workshop_steered *)0)->person), .at = offsetof(struct rp_event_workshop_steered, person), .see = {{0, 0, 0, 0}}},
    {"other", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_workshop_steered *)0)->other), .at = offsetof(struct rp_event_workshop_steered, other), .see = {{0, 0, 0, 0}}},
    {"on", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_workshop_steered, on), .see = {{0, 0, 0, 0}}},
};
static const struct rp_shape shape_event_workshop_steered = {"workshop_steered", .number = 84, .size = sizeof(struct rp_event_workshop_steered), .fields = fields_event_workshop_steered, .fields_n = 4, .see = {{0, 0, 0, 0}}, .seats = 0};

static const struct rp_field fields_event_workshop_help[] = {
    {"person", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_workshop_help *)0)->person), .at = offsetof(struct rp_event_workshop_help, person), .see = {{0, 0, 0, 0}}},
    {"on", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_workshop_help, on), .see = {{0, 0, 0, 0}}},
};
static const struct rp_shape shape_event_workshop_help = {"workshop_help", .number = 85, .size = sizeof(struct rp_event_workshop_help), .fields = fields_event_workshop_help, .fields_n = 2, .see = {{0, 0, 0, 0}}, .seats = 0};

static const struct rp_field fields_event_workshop_staff[] = {
    {"here", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_event_workshop_staff, here), .see = {{0, 0, 0, 0}}},
};
static const struct rp_shape shape_event_workshop_staff = {"workshop_staff", .number = 86, .size = sizeof(struct rp_event_workshop_staff), .fields = fields_event_workshop_staff, .fields_n = 1, .see = {{0, 0, 0, 0}}, .seats = 0};

static const struct rp_field fields_event_workshop_beat[] = {
    {"phase", .kind = RP_FIELD_INTEGER, .min = 0, .max = 6, .size = sizeof(((struct rp_event_workshop_beat *)0)->phase), .names = names_gathering, .at = offsetof(struct rp_event_workshop_beat, phase), .see = {{0, 0, 0, 0}}},
};
static const struct rp_shape shape_event_workshop_beat = {"workshop_beat", .number = 87, .size = sizeof(struct rp_event_workshop_beat), .fields = fields_event_workshop_beat, .fields_n = 1, .see = {{0, 0, 0, 0}}, .seats = 0};

static const struct rp_field fields_event_workshop_chose[] = {
    {"person", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_event_workshop_chose *)0)->person), .at = offsetof(struct rp_event_workshop_chose, person), .see = {{0, 0, 0, 0}}},
    {"what", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_event_workshop_chose *)0)->what), .names = names_choice, .at = offsetof(struct rp_event_workshop_chose, what), .see = {{0, 0, 0, 0}}},
};
static const struct rp_shape shape_event_workshop_chose = {"workshop_chose", .number = 88, .size = sizeof(struct rp_event_workshop_chose), .fields = fields_event_workshop_chose, .fields_n = 2, .see = {{0, 0, 0, 0}}, .seats = 0};

static const struct rp_field fields_out_welcome[] = {
    {"version", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_out_welcome *)0)->version), .at = offsetof(struct rp_out_welcome, version), .see = {{15, 15, 15, 15}}},
    {"server", .kind = RP_FIELD_STRING, .max = 64, .at = offsetof(struct rp_out_welcome, server), .see = {{15, 15, 15, 15}}},
    {"staff", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_out_welcome, staff), .see = {{15, 15, 15, 15}}},
    {"scenarios", .kind = RP_FIELD_OUT_LIST, .max = 256, .count_at = offsetof(struct rp_out_welcome, scenarios_n), .of = &shape_scenario_entry, .at = offsetof(struct rp_out_welcome, scenarios), .see = {{15, 15, 15, 15}}},
    {"role", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4, .size = sizeof(((struct rp_out_welcome *)0)->role), .names = names_staff_role, .at = offsetof(struct rp_out_welcome, role), .see = {{15, 15, 15, 15}}},
    {"name", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_out_welcome, name), .see = {{15, 15, 15, 15}}},
    {"invited", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_out_welcome, invited), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_welcome = {"welcome", .number = 64, .size = sizeof(struct rp_out_welcome), .fields = fields_out_welcome, .fields_n = 7, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_seated[] = {
    {"room", .kind = RP_FIELD_STRING, .max = 32, .at = offsetof(struct rp_out_seated, room), .see = {{15, 15, 15, 15}}},
    {"seat", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3, .size = sizeof(((struct rp_out_seated *)0)->seat), .names = names_seat, .at = offsetof(struct rp_out_seated, seat), .see = {{15, 15, 15, 15}}},
    {"token", .kind = RP_FIELD_STRING, .max = 64, .at = offsetof(struct rp_out_seated, token), .see = {{15, 15, 15, 15}}},
    {"title", .kind = RP_FIELD_STRING, .max = 200, .at = offsetof(struct rp_out_seated, title), .see = {{15, 15, 15, 15}}},
    {"customer", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_out_seated, customer), .see = {{15, 15, 15, 15}}},
    {"address", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_out_seated, address), .see = {{15, 15, 15, 15}}},
    {"lang", .kind = RP_FIELD_STRING, .max = 16, .at = offsetof(struct rp_out_seated, lang), .see = {{15, 15, 15, 15}}},
    {"last_id", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_out_seated *)0)->last_id), .at = offsetof(struct rp_out_seated, last_id), .see = {{15, 15, 15, 15}}},
    {"now_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_out_seated *)0)->now_ms), .at = offsetof(struct rp_out_seated, now_ms), .see = {{15, 15, 15, 15}}},
    {"clock_runs", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_out_seated, clock_runs), .see = {{15, 15, 15, 15}}},
    {"card", .kind = RP_FIELD_OUT_LIST, .max = 12, .count_at = offsetof(struct rp_out_seated, card_n), .of = &shape_card_section, .at = offsetof(struct rp_out_seated, card), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_seated = {"seated", .number = 65, .size = sizeof(struct rp_out_seated), .fields = fields_out_seated, .fields_n = 11, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_event[] = {
    {"at_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_out_event *)0)->at_ms), .at = offsetof(struct rp_out_event, at_ms), .see = {{15, 15, 15, 15}}},
    {"event", .kind = RP_FIELD_EVENT, .at = offsetof(struct rp_out_event, event), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_event = {"event", .number = 66, .size = sizeof(struct rp_out_event), .fields = fields_out_event, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_ack[] = {
    {"id", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_out_ack *)0)->id), .at = offsetof(struct rp_out_ack, id), .see = {{15, 15, 15, 15}}},
    {"line", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_out_ack *)0)->line), .at = offsetof(struct rp_out_ack, line), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_ack = {"ack", .number = 67, .size = sizeof(struct rp_out_ack), .fields = fields_out_ack, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_error[] = {
    {"code", .kind = RP_FIELD_INTEGER, .min = 0, .max = 13, .size = sizeof(((struct rp_out_error *)0)->code), .names = names_error, .at = offsetof(struct rp_out_error, code), .see = {{15, 15, 15, 15}}},
    {"ref", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_out_error *)0)->ref), .at = offsetof(struct rp_out_error, ref), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_error = {"error", .number = 68, .size = sizeof(struct rp_out_error), .fields = fields_out_error, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_rooms[] = {
    {"rooms", .kind = RP_FIELD_OUT_LIST, .max = 1024, .count_at = offsetof(struct rp_out_rooms, rooms_n), .of = &shape_room_entry, .at = offsetof(struct rp_out_rooms, rooms), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_rooms = {"rooms", .number = 69, .size = sizeof(struct rp_out_rooms), .fields = fields_out_rooms, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_recalled[] = {
    {"at_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_out_recalled *)0)->at_ms), .at = offsetof(struct rp_out_recalled, at_ms), .see = {{15, 15, 15, 15}}},
    {"event", .kind = RP_FIELD_EVENT, .at = offsetof(struct rp_out_recalled, event), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_recalled = {"recalled", .number = 70, .size = sizeof(struct rp_out_recalled), .fields = fields_out_recalled, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_recalled_all[] = {
    {"count", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_out_recalled_all *)0)->count), .at = offsetof(struct rp_out_recalled_all, count), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_recalled_all = {"recalled_all", .number = 71, .size = sizeof(struct rp_out_recalled_all), .fields = fields_out_recalled_all, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_link[] = {
    {"rtt_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 600000, .size = sizeof(((struct rp_out_link *)0)->rtt_ms), .at = offsetof(struct rp_out_link, rtt_ms), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_link = {"link", .number = 72, .size = sizeof(struct rp_out_link), .fields = fields_out_link, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_shape shape_out_report_kept = {"report_kept", .number = 73, .size = sizeof(struct rp_out_report_kept), .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_method[] = {
    {"id", .kind = RP_FIELD_STRING, .max = 40, .at = offsetof(struct rp_out_method, id), .see = {{15, 15, 15, 15}}},
    {"title", .kind = RP_FIELD_STRING, .max = 200, .at = offsetof(struct rp_out_method, title), .see = {{15, 15, 15, 15}}},
    {"items", .kind = RP_FIELD_OUT_LIST, .max = 19, .count_at = offsetof(struct rp_out_method, items_n), .of = &shape_item_text, .at = offsetof(struct rp_out_method, items), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_method = {"method", .number = 80, .size = sizeof(struct rp_out_method), .fields = fields_out_method, .fields_n = 3, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_branched[] = {
    {"room", .kind = RP_FIELD_STRING, .max = 32, .at = offsetof(struct rp_out_branched, room), .see = {{15, 15, 15, 15}}},
    {"token", .kind = RP_FIELD_STRING, .max = 64, .at = offsetof(struct rp_out_branched, token), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_branched = {"branched", .number = 81, .size = sizeof(struct rp_out_branched), .fields = fields_out_branched, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_methods[] = {
    {"methods", .kind = RP_FIELD_OUT_LIST, .max = 64, .count_at = offsetof(struct rp_out_methods, methods_n), .of = &shape_method_entry, .at = offsetof(struct rp_out_methods, methods), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_methods = {"methods", .number = 82, .size = sizeof(struct rp_out_methods), .fields = fields_out_methods, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_member[] = {
    {"code", .kind = RP_FIELD_STRING, .max = 8, .at = offsetof(struct rp_out_member, code), .see = {{15, 15, 15, 15}}},
    {"name", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_out_member, name), .see = {{15, 15, 15, 15}}},
    {"token", .kind = RP_FIELD_STRING, .max = 64, .at = offsetof(struct rp_out_member, token), .see = {{15, 15, 15, 15}}},
    {"pin", .kind = RP_FIELD_STRING, .max = 8, .at = offsetof(struct rp_out_member, pin), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_member = {"member", .number = 96, .size = sizeof(struct rp_out_member), .fields = fields_out_member, .fields_n = 4, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_lobby[] = {
    {"code", .kind = RP_FIELD_STRING, .max = 8, .at = offsetof(struct rp_out_lobby, code), .see = {{15, 15, 15, 15}}},
    {"title", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_out_lobby, title), .see = {{15, 15, 15, 15}}},
    {"phase", .kind = RP_FIELD_INTEGER, .min = 0, .max = 6, .size = sizeof(((struct rp_out_lobby *)0)->phase), .names = names_gathering, .at = offsetof(struct rp_out_lobby, phase), .see = {{15, 15, 15, 15}}},
    {"left_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_out_lobby *)0)->left_ms), .at = offsetof(struct rp_out_lobby, left_ms), .see = {{15, 15, 15, 15}}},
    {"paused", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_out_lobby, paused), .see = {{15, 15, 15, 15}}},
    {"people", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_out_lobby *)0)->people), .at = offsetof(struct rp_out_lobby, people), .see = {{15, 15, 15, 15}}},
    {"session", .kind = RP_FIELD_INTEGER, .min = 0, .max = 255, .size = sizeof(((struct rp_out_lobby *)0)->session), .at = offsetof(struct rp_out_lobby, session), .see = {{15, 15, 15, 15}}},
    {"sessions", .kind = RP_FIELD_INTEGER, .min = 0, .max = 255, .size = sizeof(((struct rp_out_lobby *)0)->sessions), .at = offsetof(struct rp_out_lobby, sessions), .see = {{15, 15, 15, 15}}},
    {"placed", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_out_lobby, placed), .see = {{15, 15, 15, 15}}},
    {"help", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_out_lobby, help), .see = {{15, 15, 15, 15}}},
    {"bells", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_out_lobby *)0)->bells), .at = offsetof(struct rp_out_lobby, bells), .see = {{15, 15, 15, 15}}},
    {"next_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_out_lobby *)0)->next_ms), .at = offsetof(struct rp_out_lobby, next_ms), .see = {{15, 15, 15, 15}}},
    {"staff_away", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_out_lobby, staff_away), .see = {{15, 15, 15, 15}}},
    {"asked", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_out_lobby *)0)->asked), .names = names_asked, .at = offsetof(struct rp_out_lobby, asked), .see = {{15, 15, 15, 15}}},
    {"may_watch", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_out_lobby, may_watch), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_lobby = {"lobby", .number = 97, .size = sizeof(struct rp_out_lobby), .fields = fields_out_lobby, .fields_n = 15, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_workshop[] = {
    {"code", .kind = RP_FIELD_STRING, .max = 8, .at = offsetof(struct rp_out_workshop, code), .see = {{15, 15, 15, 15}}},
    {"shut", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_out_workshop, shut), .see = {{15, 15, 15, 15}}},
    {"title", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_out_workshop, title), .see = {{15, 15, 15, 15}}},
    {"phase", .kind = RP_FIELD_INTEGER, .min = 0, .max = 6, .size = sizeof(((struct rp_out_workshop *)0)->phase), .names = names_gathering, .at = offsetof(struct rp_out_workshop, phase), .see = {{15, 15, 15, 15}}},
    {"left_ms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 9007199254740991, .size = sizeof(((struct rp_out_workshop *)0)->left_ms), .at = offsetof(struct rp_out_workshop, left_ms), .see = {{15, 15, 15, 15}}},
    {"paused", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_out_workshop, paused), .see = {{15, 15, 15, 15}}},
    {"pairing", .kind = RP_FIELD_INTEGER, .min = 0, .max = 2, .size = sizeof(((struct rp_out_workshop *)0)->pairing), .names = names_pairing, .at = offsetof(struct rp_out_workshop, pairing), .see = {{15, 15, 15, 15}}},
    {"session", .kind = RP_FIELD_INTEGER, .min = 0, .max = 255, .size = sizeof(((struct rp_out_workshop *)0)->session), .at = offsetof(struct rp_out_workshop, session), .see = {{15, 15, 15, 15}}},
    {"sessions", .kind = RP_FIELD_INTEGER, .min = 0, .max = 255, .size = sizeof(((struct rp_out_workshop *)0)->sessions), .at = offsetof(struct rp_out_workshop, sessions), .see = {{15, 15, 15, 15}}},
    {"people", .kind = RP_FIELD_OUT_LIST, .max = 200, .count_at = offsetof(struct rp_out_workshop, people_n), .of = &shape_member, .at = offsetof(struct rp_out_workshop, people), .see = {{15, 15, 15, 15}}},
    {"apart", .kind = RP_FIELD_OUT_LIST, .max = 200, .count_at = offsetof(struct rp_out_workshop, apart_n), .of = &shape_two, .at = offsetof(struct rp_out_workshop, apart), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_workshop = {"workshop", .number = 98, .size = sizeof(struct rp_out_workshop), .fields = fields_out_workshop, .fields_n = 11, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_wall[] = {
    {"rooms", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_out_wall *)0)->rooms), .at = offsetof(struct rp_out_wall, rooms), .see = {{15, 15, 15, 15}}},
    {"tiles", .kind = RP_FIELD_OUT_LIST, .max = 60, .count_at = offsetof(struct rp_out_wall, tiles_n), .of = &shape_tile, .at = offsetof(struct rp_out_wall, tiles), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_wall = {"wall", .number = 99, .size = sizeof(struct rp_out_wall), .fields = fields_out_wall, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_consent[] = {
    {"text", .kind = RP_FIELD_STRING, .max = 1600, .at = offsetof(struct rp_out_consent, text), .see = {{15, 15, 15, 15}}},
    {"days", .kind = RP_FIELD_INTEGER, .min = 0, .max = 3650, .size = sizeof(((struct rp_out_consent *)0)->days), .at = offsetof(struct rp_out_consent, days), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_consent = {"consent", .number = 105, .size = sizeof(struct rp_out_consent), .fields = fields_out_consent, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_queue[] = {
    {"waiting", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_out_queue *)0)->waiting), .at = offsetof(struct rp_out_queue, waiting), .see = {{15, 15, 15, 15}}},
    {"rooms", .kind = RP_FIELD_OUT_LIST, .max = 120, .count_at = offsetof(struct rp_out_queue, rooms_n), .of = &shape_queue_entry, .at = offsetof(struct rp_out_queue, rooms), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_queue = {"queue", .number = 90, .size = sizeof(struct rp_out_queue), .fields = fields_out_queue, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_lane[] = {
    {"customer", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_out_lane *)0)->customer), .at = offsetof(struct rp_out_lane, customer), .see = {{15, 15, 15, 15}}},
    {"trainee", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_out_lane *)0)->trainee), .at = offsetof(struct rp_out_lane, trainee), .see = {{15, 15, 15, 15}}},
    {"open", .kind = RP_FIELD_INTEGER, .min = 0, .max = 65535, .size = sizeof(((struct rp_out_lane *)0)->open), .at = offsetof(struct rp_out_lane, open), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_lane = {"lane", .number = 91, .size = sizeof(struct rp_out_lane), .fields = fields_out_lane, .fields_n = 3, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_pinned[] = {
    {"lines", .kind = RP_FIELD_OUT_LIST, .max = 12, .count_at = offsetof(struct rp_out_pinned, lines_n), .of = &shape_pinned_line, .at = offsetof(struct rp_out_pinned, lines), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_pinned = {"pinned", .number = 92, .size = sizeof(struct rp_out_pinned), .fields = fields_out_pinned, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_playing[] = {
    {"on", .kind = RP_FIELD_BOOL, .at = offsetof(struct rp_out_playing, on), .see = {{15, 15, 15, 15}}},
    {"last_id", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4294967295, .size = sizeof(((struct rp_out_playing *)0)->last_id), .at = offsetof(struct rp_out_playing, last_id), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_playing = {"playing", .number = 93, .size = sizeof(struct rp_out_playing), .fields = fields_out_playing, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_workshops[] = {
    {"workshops", .kind = RP_FIELD_OUT_LIST, .max = 64, .count_at = offsetof(struct rp_out_workshops, workshops_n), .of = &shape_workshop_entry, .at = offsetof(struct rp_out_workshops, workshops), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_workshops = {"workshops", .number = 120, .size = sizeof(struct rp_out_workshops), .fields = fields_out_workshops, .fields_n = 1, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_invited[] = {
    {"role", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4, .size = sizeof(((struct rp_out_invited *)0)->role), .names = names_staff_role, .at = offsetof(struct rp_out_invited, role), .see = {{15, 15, 15, 15}}},
    {"secret", .kind = RP_FIELD_STRING, .max = 64, .at = offsetof(struct rp_out_invited, secret), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_invited = {"invited", .number = 121, .size = sizeof(struct rp_out_invited), .fields = fields_out_invited, .fields_n = 2, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_called[] = {
    {"code", .kind = RP_FIELD_STRING, .max = 8, .at = offsetof(struct rp_out_called, code), .see = {{15, 15, 15, 15}}},
    {"role", .kind = RP_FIELD_INTEGER, .min = 0, .max = 4, .size = sizeof(((struct rp_out_called *)0)->role), .names = names_staff_role, .at = offsetof(struct rp_out_called, role), .see = {{15, 15, 15, 15}}},
    {"name", .kind = RP_FIELD_STRING, .max = 96, .at = offsetof(struct rp_out_called, name), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_called = {"called", .number = 122, .size = sizeof(struct rp_out_called), .fields = fields_out_called, .fields_n = 3, .see = {{15, 15, 15, 15}}, .seats = 0};

static const struct rp_field fields_out_sign_ins[] = {
    {"firm", .kind = RP_FIELD_STRING, .max = 40, .at = offsetof(struct rp_out_sign_ins, firm), .see = {{15, 15, 15, 15}}},
    {"login", .kind = RP_FIELD_STRING, .max = 64, .at = offsetof(struct rp_out_sign_ins, login), .see = {{15, 15, 15, 15}}},
    {"sign_ins", .kind = RP_FIELD_OUT_LIST, .max = 32, .count_at = offsetof(struct rp_out_sign_ins, sign_ins_n), .of = &shape_sign_in_entry, .at = offsetof(struct rp_out_sign_ins, sign_ins), .see = {{15, 15, 15, 15}}},
};
static const struct rp_shape shape_out_sign_ins = {"sign_ins", .number = 123, .size = sizeof(struct rp_out_sign_ins), .fields = fields_out_sign_ins, .fields_n = 3, .see = {{15, 15, 15, 15}}, .seats = 0};

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
        [17] = &shape_msg_tell,
        [18] = &shape_msg_temper,
        [19] = &shape_msg_recognise,
        [20] = &shape_msg_report,
        [21] = &shape_msg_stop_why,
        [22] = &shape_msg_view,
        [23] = &shape_msg_comfort,
        [33] = &shape_msg_play_customer,
        [34] = &shape_msg_colleague,
        [35] = &shape_msg_colleague_say,
        [36] = &shape_msg_pin,
        [40] = &shape_msg_mark,
        [41] = &shape_msg_overall,
        [42] = &shape_msg_moment,
        [43] = &shape_msg_critical,
        [44] = &shape_msg_release,
        [45] = &shape_msg_whisper,
        [46] = &shape_msg_rate_self,
        [47] = &shape_msg_note,
        [48] = &shape_msg_felt_heard,
        [49] = &shape_msg_try_again,
        [52] = &shape_msg_enter,
        [53] = &shape_msg_come_back,
        [54] = &shape_msg_change_device,
        [55] = &shape_msg_project,
        [56] = &shape_msg_open_workshop,
        [57] = &shape_msg_watch_workshop,
        [37] = &shape_msg_watch_group,
        [58] = &shape_msg_steer,
        [59] = &shape_msg_ask_help,
        [60] = &shape_msg_choose,
        [61] = &shape_msg_look_up,
        [62] = &shape_msg_list_methods,
        [110] = &shape_msg_list_workshops,
        [111] = &shape_msg_invite,
        [112] = &shape_msg_be_called,
        [113] = &shape_msg_list_sign_ins,
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
        [21] = &shape_event_mood,
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
        [45] = &shape_event_temper,
        [46] = &shape_event_told,
        [47] = &shape_event_recognised,
        [48] = &shape_event_reported,
        [49] = &shape_event_stop_reason,
        [50] = &shape_event_observed_moment,
        [51] = &shape_event_observed_view,
        [52] = &shape_event_workshop_comfort,
        [53] = &shape_event_colleague_offer,
        [54] = &shape_event_colleague,
        [55] = &shape_event_colleague_said,
        [60] = &shape_event_graded_by,
        [61] = &shape_event_mark,
        [62] = &shape_event_overall,
        [63] = &shape_event_moment,
        [64] = &shape_event_critical,
        [65] = &shape_event_release,
        [66] = &shape_event_whisper,
        [67] = &shape_event_rated_self,
        [68] = &shape_event_note,
        [69] = &shape_event_felt_heard,
        [70] = &shape_event_customer_note,
        [71] = &shape_event_released,
        [72] = &shape_event_hint,
        [73] = &shape_event_graded,
        [80] = &shape_event_extended,
        [81] = &shape_event_workshop_opened,
        [82] = &shape_event_workshop_came,
        [83] = &shape_event_workshop_link,
        [84] = &shape_event_workshop_steered,
        [85] = &shape_event_workshop_help,
        [86] = &shape_event_workshop_staff,
        [87] = &shape_event_workshop_beat,
        [88] = &shape_event_workshop_chose,
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
        [73] = &shape_out_report_kept,
        [80] = &shape_out_method,
        [81] = &shape_out_branched,
        [82] = &shape_out_methods,
        [96] = &shape_out_member,
        [97] = &shape_out_lobby,
        [98] = &shape_out_workshop,
        [99] = &shape_out_wall,
        [105] = &shape_out_consent,
        [90] = &shape_out_queue,
        [91] = &shape_out_lane,
        [92] = &shape_out_pinned,
        [93] = &shape_out_playing,
        [120] = &shape_out_workshops,
        [121] = &shape_out_invited,
        [122] = &shape_out_called,
        [123] = &shape_out_sign_ins,
    };
    return number < RP_COUNT(shapes) ? shapes[number] : NULL;
}
