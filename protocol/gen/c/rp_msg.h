/* rp_msg.h: every message and every event as plain C values.
 *
 * Made by protocol/generate.mjs from roleplay.json: change that.
 *
 * Owner    plain data; a struct rp_str points into the bytes that were decoded, or at what the
 *          caller set, and never owns.
 * Times    *_ms are milliseconds of session time, or lengths of time.
 */
/* clang-format off */
#pragma once

#include "rp_types.h"

#define RP_PROTOCOL_NAME "hearout.1"
enum { RP_PROTOCOL_VERSION = 1 };

struct rp_str {
    const char *at;
    uint32_t length;
};

/* What a connection sees and may do. */
enum rp_seat {
    RP_SEAT_TRAINEE = 0,
    RP_SEAT_CUSTOMER,
    RP_SEAT_OBSERVER,
    RP_SEAT_STAFF,
    RP_SEATS
};

/* What a member of staff may do; the invited ones in one workshop. */
enum rp_staff_role {
    RP_STAFF_ROLE_INSTRUCTOR = 0,
    RP_STAFF_ROLE_GRADER,
    RP_STAFF_ROLE_ADMIN,
    RP_STAFF_ROLE_INVITED_INSTRUCTOR,
    RP_STAFF_ROLE_INVITED_GRADER,
    RP_STAFF_ROLES
};

/* Who plays the customer; always shown. */
enum rp_player {
    RP_PLAYER_BOT = 0,
    RP_PLAYER_PEER,
    RP_PLAYER_INSTRUCTOR,
    RP_PLAYERS
};

enum rp_medium {
    RP_MEDIUM_TEXT = 0,
    RP_MEDIUM_VOICE,
    RP_MEDIUMS
};

/* What a cut-in costs: delivered and charged, held back, or only noted. */
enum rp_mode {
    RP_MODE_SOFT = 0,
    RP_MODE_STRICT,
    RP_MODE_COACH,
    RP_MODES
};

/* Coach level: hints, windows and times. */
enum rp_level {
    RP_LEVEL_GUIDED = 0,
    RP_LEVEL_STANDARD,
    RP_LEVEL_EXAM,
    RP_LEVELS
};

enum rp_phase {
    RP_PHASE_READ = 0,
    RP_PHASE_PLAY,
    RP_PHASE_WRAP,
    RP_PHASE_DEBRIEF,
    RP_PHASE_CLOSED,
    RP_PHASES
};

/* Who has the floor. */
enum rp_holder {
    RP_HOLDER_NONE = 0,
    RP_HOLDER_TRAINEE,
    RP_HOLDER_CUSTOMER,
    RP_HOLDER_INSTRUCTOR,
    RP_HOLDER_HOLD,
    RP_HOLDER_SUSPENDED,
    RP_HOLDERS
};

/* What the holder is doing. */
enum rp_activity {
    RP_ACTIVITY_ACTIVE = 0,
    RP_ACTIVITY_PAUSED,
    RP_ACTIVITY_HOLD,
    RP_ACTIVITYS
};

/* Why a pause keeps the floor. */
enum rp_flag {
    RP_FLAG_NONE = 0,
    RP_FLAG_MORE,
    RP_FLAG_DRAFT,
    RP_FLAGS
};

enum rp_compose_state {
    RP_COMPOSE_STATE_START = 0,
    RP_COMPOSE_STATE_KEEPALIVE,
    RP_COMPOSE_STATE_STOP,
    RP_COMPOSE_STATE_EMPTY,
    RP_COMPOSE_STATES
};

/* A listening noise. */
enum rp_chip {
    RP_CHIP_NONE = 0,
    RP_CHIP_MM_HM,
    RP_CHIP_I_SEE,
    RP_CHIP_GO_ON,
    RP_CHIPS
};

enum rp_floor_act {
    RP_FLOOR_ACT_YIELD = 0,
    RP_FLOOR_ACT_REQUEST,
    RP_FLOOR_ACT_CANCEL,
    RP_FLOOR_ACT_GIVE_BACK,
    RP_FLOOR_ACT_HOLD_START,
    RP_FLOOR_ACT_HOLD_END,
    RP_FLOOR_ACTS
};

/* What a trainee may do beside talking. */
enum rp_action {
    RP_ACTION_HAND_OVER = 0,
    RP_ACTION_END_BY_POLICY,
    RP_ACTIONS
};

/* What staff may do to a room in play. */
enum rp_control {
    RP_CONTROL_PAUSE = 0,
    RP_CONTROL_RESUME,
    RP_CONTROL_BARGE_IN_START,
    RP_CONTROL_BARGE_IN_END,
    RP_CONTROL_TAG_ABUSIVE,
    RP_CONTROL_WAIVE,
    RP_CONTROL_END,
    RP_CONTROLS
};

enum rp_held_why {
    RP_HELD_WHY_COLLISION = 0,
    RP_HELD_WHY_ATTEMPT,
    RP_HELD_WHY_EARLY,
    RP_HELD_WHY_VOID,
    RP_HELD_WHYS
};

enum rp_refused_why {
    RP_REFUSED_WHY_RESTING = 0,
    RP_REFUSED_WHY_SUSPENDED,
    RP_REFUSED_WHY_INSTRUCTOR_HOLDS,
    RP_REFUSED_WHY_QUEUE_FULL,
    RP_REFUSED_WHY_CLOSED,
    RP_REFUSED_WHYS
};

enum rp_dropped_why {
    RP_DROPPED_WHY_REPLACED = 0,
    RP_DROPPED_WHY_DISCARDED,
    RP_DROPPED_WHY_ENDED,
    RP_DROPPED_WHYS
};

/* FLOOR: how an act was judged. */
enum rp_verdict {
    RP_VERDICT_INTERRUPTION = 0,
    RP_VERDICT_NO_YIELD,
    RP_VERDICT_BACKCHANNEL,
    RP_VERDICT_BACKCHANNEL_EXCESS,
    RP_VERDICT_COLLISION,
    RP_VERDICT_SMOOTH,
    RP_VERDICT_OVERLAP_TERMINAL,
    RP_VERDICT_SHORT_TURN,
    RP_VERDICT_CUSTOMER_OVERLAP,
    RP_VERDICT_HELD_EARLY,
    RP_VERDICT_ATTEMPT,
    RP_VERDICT_RESTING,
    RP_VERDICT_STEP_IN,
    RP_VERDICT_BOUNDARY,
    RP_VERDICT_GRACE,
    RP_VERDICT_VOID_LINK,
    RP_VERDICT_VOID_PAUSE,
    RP_VERDICT_VOID_INSTRUCTOR,
    RP_VERDICT_DEAD_AIR,
    RP_VERDICT_HOLD_OVERRUN,
    RP_VERDICT_UNRESOLVED,
    RP_VERDICTS
};

enum rp_band {
    RP_BAND_NONE = 0,
    RP_BAND_OVERLAP,
    RP_BAND_PROMPT,
    RP_BAND_CONSIDERED,
    RP_BAND_SLOW,
    RP_BAND_DEAD_AIR,
    RP_BAND_TOO_FAST,
    RP_BANDS
};

/* Why the customer's state moved. */
enum rp_change {
    RP_CHANGE_MOVE = 0,
    RP_CHANGE_CUT_IN,
    RP_CHANGE_CHIP,
    RP_CHANGE_DEAD_AIR,
    RP_CHANGE_VENT_HEARD,
    RP_CHANGE_HOLD_OVERRUN,
    RP_CHANGE_COOLING,
    RP_CHANGE_SILENCE,
    RP_CHANGE_CLAMP,
    RP_CHANGE_TEMPER,
    RP_CHANGES
};

/* What a piece of evidence is. */
enum rp_grade {
    RP_GRADE_CREDIT = 0,
    RP_GRADE_FAULT,
    RP_GRADE_HINT,
    RP_GRADE_NOTE,
    RP_GRADES
};

/* What the machine saw, beyond the move itself. */
enum rp_finding {
    RP_FINDING_MOVE = 0,
    RP_FINDING_PREMATURE_APOLOGY,
    RP_FINDING_WRONG_APOLOGY,
    RP_FINDING_PARROTING,
    RP_FINDING_REPEAT_QUESTION,
    RP_FINDING_NAME_OVERUSE,
    RP_FINDING_SUMMARY_FULL,
    RP_FINDING_SUMMARY_PART,
    RP_FINDING_SUMMARY_WRONG,
    RP_FINDING_OFFER_BELOW_FLOOR,
    RP_FINDING_OFFER_COUNTER,
    RP_FINDING_OFFER_ACCEPTED,
    RP_FINDING_OFFER_OVER_LOSS,
    RP_FINDING_OFFER_OVER_AUTHORITY,
    RP_FINDING_OFFER_IN_VENT,
    RP_FINDING_NO_CREDIT_LEFT,
    RP_FINDING_NOT_UNDERSTOOD,
    RP_FINDING_PROMISE,
    RP_FINDING_VENT_HEARD,
    RP_FINDINGS
};

enum rp_outcome {
    RP_OUTCOME_NONE = 0,
    RP_OUTCOME_SATISFIED,
    RP_OUTCOME_GRUDGING,
    RP_OUTCOME_MANAGER,
    RP_OUTCOME_WALK_OUT,
    RP_OUTCOME_UNRESOLVED,
    RP_OUTCOME_HANDED_OVER,
    RP_OUTCOME_ENDED_BY_POLICY,
    RP_OUTCOME_SAFETY_MISS,
    RP_OUTCOMES
};

/* Is it settled for you? */
enum rp_answer {
    RP_ANSWER_YES = 0,
    RP_ANSWER_PARTLY,
    RP_ANSWER_NO,
    RP_ANSWERS
};

enum rp_end_reason {
    RP_END_REASON_SETTLED = 0,
    RP_END_REASON_OUTCOME,
    RP_END_REASON_TIME,
    RP_END_REASON_STAFF,
    RP_END_REASON_LEFT,
    RP_END_REASONS
};

enum rp_card_part {
    RP_CARD_PART_SITUATION = 0,
    RP_CARD_PART_MAY_OFFER,
    RP_CARD_PART_STEPS,
    RP_CARD_PART_WHO,
    RP_CARD_PART_HAPPENED,
    RP_CARD_PART_FEEL,
    RP_CARD_PART_OPENINGS,
    RP_CARD_PART_FACTS,
    RP_CARD_PART_SATISFIES,
    RP_CARD_PART_WORSE,
    RP_CARD_PART_LIMITS,
    RP_CARD_PARTS
};

/* Who plays the customer in a workshop. */
enum rp_pairing {
    RP_PAIRING_BOT = 0,
    RP_PAIRING_PAIRS,
    RP_PAIRING_THREES,
    RP_PAIRINGS
};

/* Where a workshop stands. */
enum rp_gathering {
    RP_GATHERING_OPEN = 0,
    RP_GATHERING_READ,
    RP_GATHERING_PLAY,
    RP_GATHERING_WRAP,
    RP_GATHERING_DEBRIEF,
    RP_GATHERING_SWITCH,
    RP_GATHERING_OVER,
    RP_GATHERINGS
};

/* What staff may do to a workshop. */
enum rp_steer {
    RP_STEER_START = 0,
    RP_STEER_EXTEND,
    RP_STEER_PAUSE,
    RP_STEER_RESUME,
    RP_STEER_END,
    RP_STEER_REMOVE,
    RP_STEER_APART,
    RP_STEER_LOCK,
    RP_STEER_SHUT,
    RP_STEER_BELL,
    RP_STEER_BLOCK,
    RP_STEER_SWAP,
    RP_STEER_MOVE,
    RP_STEER_BOT,
    RP_STEER_EXTEND_ROOM,
    RP_STEERS
};

/* What a person does who has nobody to practise with. */
enum rp_choice {
    RP_CHOICE_BOT = 0,
    RP_CHOICE_WATCH,
    RP_CHOICE_WAIT,
    RP_CHOICES
};

/* Why a person in a workshop is asked what he would like. */
enum rp_asked {
    RP_ASKED_NOTHING = 0,
    RP_ASKED_TRAINEE_LOST,
    RP_ASKED_ALONE,
    RP_ASKEDS
};

/* What a room's instructor should know first. */
enum rp_need {
    RP_NEED_NONE = 0,
    RP_NEED_HELP,
    RP_NEED_STOPPED,
    RP_NEED_LOST,
    RP_NEED_ANGER,
    RP_NEED_CUT_INS,
    RP_NEED_NOT_BEGUN,
    RP_NEED_SILENT,
    RP_NEED_COLLEAGUE,
    RP_NEED_REPORTED,
    RP_NEEDS
};

/* A named refusal; the page has the words. */
enum rp_error {
    RP_ERROR_MALFORMED = 0,
    RP_ERROR_VERSION,
    RP_ERROR_NOT_FOUND,
    RP_ERROR_DENIED,
    RP_ERROR_NOT_STORED,
    RP_ERROR_TOO_LONG,
    RP_ERROR_TOO_FAST,
    RP_ERROR_WRONG_PHASE,
    RP_ERROR_SEAT_TAKEN,
    RP_ERROR_FULL,
    RP_ERROR_CONFLICT,
    RP_ERROR_INCOMPLETE,
    RP_ERROR_REASON_WANTED,
    RP_ERROR_STOPPING,
    RP_ERRORS
};

/* How far a recipient has come: what he may see grows with it. From rated on his own view is in; released: and the marks are, too. */
enum rp_stage {
    RP_STAGE_PLAY = 0,
    RP_STAGE_DEBRIEF,
    RP_STAGE_RATED,
    RP_STAGE_RELEASED,
    RP_STAGES
};

/* The item bank of grading. */
enum rp_item {
    RP_ITEM_L1 = 0,
    RP_ITEM_L2,
    RP_ITEM_L3,
    RP_ITEM_L4,
    RP_ITEM_L5,
    RP_ITEM_E1,
    RP_ITEM_E2,
    RP_ITEM_E3,
    RP_ITEM_E4,
    RP_ITEM_S1,
    RP_ITEM_S2,
    RP_ITEM_S3,
    RP_ITEM_S4,
    RP_ITEM_S5,
    RP_ITEM_S6,
    RP_ITEM_B1,
    RP_ITEM_B2,
    RP_ITEM_C1,
    RP_ITEM_C2,
    RP_ITEMS
};

/* Where a mark comes from. */
enum rp_mark_source {
    RP_MARK_SOURCE_HUMAN = 0,
    RP_MARK_SOURCE_HINT,
    RP_MARK_SOURCE_MACHINE,
    RP_MARK_SOURCES
};

enum rp_moment {
    RP_MOMENT_GOOD = 0,
    RP_MOMENT_GROWTH,
    RP_MOMENT_FLAG,
    RP_MOMENTS
};

/* What fails a session whatever its total: demeaning words, a lie not corrected, forbidden personal data, no next step. */
enum rp_critical {
    RP_CRITICAL_K1 = 0,
    RP_CRITICAL_K2,
    RP_CRITICAL_K3,
    RP_CRITICAL_K4,
    RP_CRITICALS
};

/* What a person writes in the debrief. */
enum rp_note {
    RP_NOTE_FEEL = 0,
    RP_NOTE_KEEP,
    RP_NOTE_TRY,
    RP_NOTE_HELPED,
    RP_NOTE_WOULD_HELP,
    RP_NOTE_HOPED,
    RP_NOTES
};

/* What the customer's player says of the trainee's listening. */
enum rp_recognition {
    RP_RECOGNITION_THATS_RIGHT = 0,
    RP_RECOGNITION_FEEL_HEARD,
    RP_RECOGNITIONS
};

/* Why somebody pressed Stop; told to staff alone. */
enum rp_stop_why {
    RP_STOP_WHY_BREAK = 0,
    RP_STOP_WHY_BEYOND,
    RP_STOP_WHY_TECHNICAL,
    RP_STOP_WHYS
};

/* Whether the session passes. */
enum rp_passing {
    RP_PASSING_PASSED = 0,
    RP_PASSING_TOTAL_LOW,
    RP_PASSING_FLOOR_LOW,
    RP_PASSING_CRITICAL,
    RP_PASSING_NOT_GRADABLE,
    RP_PASSINGS
};

struct rp_logged_move {
    uint8_t move; /* enum rp_move */
    bool confident; /* false: a hint, which moves no state */
    uint8_t reason; /* enum rp_reason */
    int16_t score;
    uint16_t begin; /* evidence span, bytes in the line */
    uint16_t end;
};

struct rp_logged_quantity {
    uint8_t kind; /* enum rp_quantity_kind */
    int64_t value;
    uint16_t begin;
    uint16_t end;
};

struct rp_method_item {
    enum rp_item item;
    uint8_t weight;
};

struct rp_item_text {
    enum rp_item item;
    uint8_t weight;
    struct rp_str name;
    const struct rp_str *anchors; /* what levels 1 to 5 look like */
    uint32_t anchors_n; /* what levels 1 to 5 look like */
};

struct rp_own_mark {
    enum rp_item item;
    uint8_t level; /* 0: not applicable */
};

struct rp_card_section {
    enum rp_card_part part;
    const struct rp_str *lines;
    uint32_t lines_n;
    uint32_t ticks; /* bit i: line i is something to tell, to be ticked once it is told */
};

struct rp_scenario_entry {
    struct rp_str id;
    struct rp_str title;
    struct rp_str lang;
};

struct rp_room_entry {
    struct rp_str room;
    struct rp_str title;
    struct rp_str trainee;
    struct rp_str customer;
    enum rp_player player;
    enum rp_phase phase;
    uint8_t anger;
    uint8_t score;
};

struct rp_workshop_entry {
    struct rp_str code;
    struct rp_str title;
    enum rp_gathering phase;
    uint16_t people;
    uint8_t session; /* 0: none yet */
    uint8_t sessions;
};

struct rp_sign_in_entry {
    uint32_t age_s; /* signed in so long ago */
    uint32_t idle_s; /* the last message came so long ago */
    bool here; /* the one that asks */
};

struct rp_member {
    uint16_t person;
    struct rp_str name;
    bool here;
    uint16_t help_s; /* asked for help so long ago; 0: did not */
    uint16_t group; /* from 1; 0: in the lobby */
    enum rp_seat seat;
    uint16_t time_pct; /* his time allowance */
    uint16_t locked; /* whom he stays with, from 1; 0: nobody */
    enum rp_asked asked;
};

struct rp_story {
    struct rp_str scenario;
};

struct rp_two {
    uint16_t a;
    uint16_t b;
};

struct rp_method_entry {
    struct rp_str id;
    struct rp_str title;
};

/* One room on the wall. */
struct rp_tile {
    uint16_t group; /* from 1 */
    struct rp_str room;
    struct rp_str trainee;
    struct rp_str customer; /* empty: the bot */
    struct rp_str observer;
    enum rp_player player;
    enum rp_phase phase;
    enum rp_holder holder;
    uint8_t anger;
    uint8_t anger_before; /* a minute ago */
    uint8_t score;
    uint8_t cut_ins; /* in the last 90 s */
    uint8_t attention;
    enum rp_need need;
    uint16_t need_s; /* for how long */
    struct rp_str last; /* the latest line */
    struct rp_str seen_by; /* who of the staff looked last; empty: nobody in the last hour */
    uint16_t seen_s; /* so long ago; 0: is looking */
    uint16_t play_s; /* played so far */
    uint16_t reported_s; /* abuse was reported so long ago, and no staff looked since; 0: was not */
    enum rp_seat reported_by;
};

/* One ended room whose marks are not out. */
struct rp_queue_entry {
    uint8_t session;
    uint16_t group; /* from 1 */
    struct rp_str trainee;
    uint32_t age_s; /* since it ended */
    uint8_t hints; /* that wait to be accepted */
    uint8_t marked; /* items so far */
    uint8_t items;
    uint8_t take; /* 0: the group's first room in the session; people who were placed anew began another */
    bool reported; /* abuse outside of the role was reported in it */
};

struct rp_pinned_line {
    enum rp_party party;
    struct rp_str text;
};

/* From a client. */
/* The first message on every connection. */
struct rp_msg_hello {
    uint16_t version; /* the newest version the client speaks */
    struct rp_str tab; /* this tab, so that its own reconnect is no takeover */
    bool has_secret;
    struct rp_str secret; /* what stood after # in the link: a seat's or the staff's */
};

/* Take a seat: the one the secret opens, else a trainee's in a new practice room. */
struct rp_msg_join {
    struct rp_str scenario;
    struct rp_str name; /* 1 to 24 characters */
    uint16_t time_pct; /* time allowance */
    enum rp_level level;
    uint8_t heat; /* how upset the customer is: 1 puzzled to 5 abusive */
};

/* Back to a seat after a lost link or a reload. */
struct rp_msg_resume {
    struct rp_str token;
    uint32_t n; /* the last event seen; 0: all */
};

struct rp_msg_watch {
    struct rp_str room;
    uint32_t n;
};

struct rp_msg_list_rooms {
    char nothing;
};

/* The card is read. */
struct rp_msg_ready {
    char nothing;
};

struct rp_msg_compose {
    enum rp_compose_state state;
};

/* A message, or a listening chip. Sending the same id again changes nothing and is acknowledged again. */
struct rp_msg_say {
    uint32_t id; /* the sender's own number, rising */
    struct rp_str text;
    bool more; /* more to say */
    bool yield; /* over to you */
    enum rp_chip chip;
    bool confirm; /* send the held one, as it is or changed */
    bool limit; /* sets a limit */
    uint32_t floor_seen; /* the floor number on screen; can only remove an excuse */
};

struct rp_msg_floor_act {
    enum rp_floor_act act;
    uint32_t expect_ms; /* length named for a hold; 0: none */
};

/* Take back a held message. */
struct rp_msg_discard {
    uint16_t line;
};

/* Asks the customer whether it is settled, and ends the session. */
struct rp_msg_close {
    bool has_answer;
    enum rp_answer answer; /* a peer customer's own answer */
};

/* Freezes the room for both (true), or lets it go on (false). */
struct rp_msg_stop {
    bool on;
};

/* Acts on the watched room. */
struct rp_msg_control {
    enum rp_control what;
    int64_t act_ms; /* waive: the act */
    struct rp_str reason;
};

/* Asks for the whole log as the debrief may show it. */
struct rp_msg_recall {
    char nothing;
};

/* Brings in a colleague with a briefing, or ends the talk by the firm's policy with a reason. */
struct rp_msg_action {
    uint32_t id; /* numbered together with say.id */
    enum rp_action what;
    struct rp_str text;
};

/* Says that a piece of evidence is wrong: it is excluded, and both values stay. */
struct rp_msg_contest {
    uint16_t line;
    enum rp_finding finding;
    uint8_t move;
};

/* Ticks a line of his card's facts as told, or takes the tick back. */
struct rp_msg_tell {
    uint8_t line; /* of the card's facts, from 0 */
    bool on;
};

/* How angry the customer is, as his player sets it. */
struct rp_msg_temper {
    uint8_t level;
};

/* That's right, or I feel heard: said of a line of the trainee's. */
struct rp_msg_recognise {
    enum rp_recognition what;
    uint16_t line;
};

/* Abuse outside of the role: staff are told, with the last 20 messages. */
struct rp_msg_report {
    struct rp_str text; /* in his own words; may be empty */
};

/* Why he pressed Stop, for staff alone. */
struct rp_msg_stop_why {
    enum rp_stop_why why;
};

/* An observer's own level of an item. */
struct rp_msg_view {
    uint32_t id;
    enum rp_item item;
    uint8_t level; /* 0: not applicable */
};

/* Another time allowance, before play begins. */
struct rp_msg_comfort {
    uint16_t time_pct;
};

/* Takes over as the customer of the watched room, or hands back to whom it was taken from. He then sends say, compose, floor_act, close, tell, temper and recognise as the customer. */
struct rp_msg_play_customer {
    bool on;
};

/* Joins as the colleague whom the trainee has asked for, or leaves; with that the talk is handed over. */
struct rp_msg_colleague {
    bool on;
};

struct rp_msg_colleague_say {
    uint32_t id; /* the sender's own number, for the ack */
    struct rp_str text;
};

/* Shows these lines of the watched room on the projector, without names, or none any more. */
struct rp_msg_pin {
    uint16_t first;
    uint16_t last;
    bool on;
};

/* Marks an item. Refused with conflict when somebody else was first, and with reason_wanted once the marks are released. */
struct rp_msg_mark {
    uint32_t id; /* the sender's own number, for the ack */
    enum rp_item item;
    uint8_t level; /* 0: not applicable */
    uint16_t version; /* of the mark that is on screen; 0: none yet */
    bool accepts; /* the hint, as it was shown */
    struct rp_str reason; /* of a change after the release */
};

/* The overall view, before the total is told. */
struct rp_msg_overall {
    uint32_t id;
    uint8_t level;
};

struct rp_msg_moment {
    uint32_t id;
    uint16_t line;
    enum rp_moment moment;
    bool on; /* false: taken back */
    bool has_item;
    enum rp_item item; /* an observer's: what of it shows there */
};

struct rp_msg_critical {
    uint32_t id;
    enum rp_critical critical;
    uint16_t cited; /* the line that shows it */
    bool on;
    struct rp_str reason;
};

/* Sends the debrief in 10 s, or takes that back until then. */
struct rp_msg_release {
    uint32_t id;
    bool on;
};

/* To the trainee alone. */
struct rp_msg_whisper {
    uint32_t id;
    struct rp_str text;
};

/* His own view of the method's items, once. */
struct rp_msg_rate_self {
    struct rp_own_mark marks[19];
    uint32_t marks_n;
};

struct rp_msg_note {
    enum rp_note note;
    struct rp_str text;
    bool has_cited;
    uint16_t cited; /* hoped: the line that cut in */
};

/* How well the customer's player was heard. */
struct rp_msg_felt_heard {
    uint8_t level;
};

/* A new room that goes on from that moment of an ended one with the bot. */
struct rp_msg_try_again {
    int64_t at_ms;
};

/* Come into a workshop by its code. */
struct rp_msg_enter {
    struct rp_str code; /* case, spaces and hyphens do not count */
    struct rp_str name; /* 1 to 24 characters */
    uint16_t time_pct;
    bool has_token;
    struct rp_str token; /* of an earlier place in it on this device */
};

/* Back into a workshop after a lost link or a reload, and to the seat there. */
struct rp_msg_come_back {
    struct rp_str token;
    struct rp_str room; /* the room that n counts */
    uint32_t n; /* the last event seen; 0: all */
};

/* Back into a workshop on another device. */
struct rp_msg_change_device {
    struct rp_str code;
    struct rp_str name;
    struct rp_str pin; /* the 4 digits; they are void after 5 wrong tries */
};

/* What everybody in the room may see of a workshop. */
struct rp_msg_project {
    struct rp_str code;
};

struct rp_msg_open_workshop {
    struct rp_str title;
    enum rp_pairing pairing;
    struct rp_str scenario;
    enum rp_level level;
    uint8_t heat;
    uint8_t sessions;
    uint32_t read_ms;
    uint32_t play_ms;
    uint32_t debrief_ms;
    uint32_t switch_ms;
    bool has_method;
    struct rp_str method; /* else the server's */
    bool has_stories;
    struct rp_story stories[7]; /* after the first: sessions go through them */
    uint32_t stories_n; /* after the first: sessions go through them */
    bool has_buffer_ms;
    uint32_t buffer_ms; /* so long a session waits for rooms that have more time */
    bool has_patience_pct;
    uint8_t patience_pct; /* of every wait for people who are lost or alone, else all of it */
    bool has_consent;
    struct rp_str consent; /* what people are to know before they come in, else the page's own words */
};

struct rp_msg_watch_workshop {
    struct rp_str code;
};

/* Watches a room of the watched workshop. */
struct rp_msg_watch_group {
    uint8_t session; /* 0: the one that runs */
    uint16_t group;
    uint32_t n;
    bool has_take;
    uint8_t take; /* of a session that is named: 0 is the first room; left out: the first that waits for its marks */
};

/* Acts on the watched workshop. */
struct rp_msg_steer {
    enum rp_steer what;
    uint16_t person; /* remove, block, apart, lock, swap, move, bot; extend_room: the group, from 1 */
    uint16_t other; /* apart, lock, swap; move: the group, from 1 */
    bool on; /* apart, lock, shut: or no longer */
};

/* A person in a workshop asks for an instructor, or needs him no more. */
struct rp_msg_ask_help {
    bool on;
};

/* A person in a workshop who was asked says what he would like. */
struct rp_msg_choose {
    enum rp_choice what;
};

/* Whether the code opens a workshop, before a name is given: its lobby and consent, or not_found. */
struct rp_msg_look_up {
    struct rp_str code;
};

struct rp_msg_list_methods {
    char nothing;
};

struct rp_msg_list_workshops {
    char nothing;
};

/* Makes a link by which others become staff of the watched workshop, or ends all of them. */
struct rp_msg_invite {
    enum rp_staff_role role; /* invited_instructor or invited_grader */
    bool on; /* false: every link and whoever came by one */
};

/* Whoever came by an invitation says what he is called, and is staff from then on. */
struct rp_msg_be_called {
    struct rp_str name; /* 1 to 24 characters */
};

/* Where one's own account is signed in. */
struct rp_msg_list_sign_ins {
    char nothing;
};

enum rp_msg_type {
    RP_MSG_HELLO = 1,
    RP_MSG_JOIN = 2,
    RP_MSG_RESUME = 3,
    RP_MSG_WATCH = 4,
    RP_MSG_LIST_ROOMS = 5,
    RP_MSG_READY = 6,
    RP_MSG_COMPOSE = 7,
    RP_MSG_SAY = 8,
    RP_MSG_FLOOR_ACT = 9,
    RP_MSG_DISCARD = 10,
    RP_MSG_CLOSE = 11,
    RP_MSG_STOP = 12,
    RP_MSG_CONTROL = 13,
    RP_MSG_RECALL = 14,
    RP_MSG_ACTION = 15,
    RP_MSG_CONTEST = 16,
    RP_MSG_TELL = 17,
    RP_MSG_TEMPER = 18,
    RP_MSG_RECOGNISE = 19,
    RP_MSG_REPORT = 20,
    RP_MSG_STOP_WHY = 21,
    RP_MSG_VIEW = 22,
    RP_MSG_COMFORT = 23,
    RP_MSG_PLAY_CUSTOMER = 33,
    RP_MSG_COLLEAGUE = 34,
    RP_MSG_COLLEAGUE_SAY = 35,
    RP_MSG_PIN = 36,
    RP_MSG_MARK = 40,
    RP_MSG_OVERALL = 41,
    RP_MSG_MOMENT = 42,
    RP_MSG_CRITICAL = 43,
    RP_MSG_RELEASE = 44,
    RP_MSG_WHISPER = 45,
    RP_MSG_RATE_SELF = 46,
    RP_MSG_NOTE = 47,
    RP_MSG_FELT_HEARD = 48,
    RP_MSG_TRY_AGAIN = 49,
    RP_MSG_ENTER = 52,
    RP_MSG_COME_BACK = 53,
    RP_MSG_CHANGE_DEVICE = 54,
    RP_MSG_PROJECT = 55,
    RP_MSG_OPEN_WORKSHOP = 56,
    RP_MSG_WATCH_WORKSHOP = 57,
    RP_MSG_WATCH_GROUP = 37,
    RP_MSG_STEER = 58,
    RP_MSG_ASK_HELP = 59,
    RP_MSG_CHOOSE = 60,
    RP_MSG_LOOK_UP = 61,
    RP_MSG_LIST_METHODS = 62,
    RP_MSG_LIST_WORKSHOPS = 110,
    RP_MSG_INVITE = 111,
    RP_MSG_BE_CALLED = 112,
    RP_MSG_LIST_SIGN_INS = 113,
    RP_MSG_END = 114
};

struct rp_msg {
    enum rp_msg_type type;
    union {
        struct rp_msg_hello hello;
        struct rp_msg_join join;
        struct rp_msg_resume resume;
        struct rp_msg_watch watch;
        struct rp_msg_list_rooms list_rooms;
        struct rp_msg_ready ready;
        struct rp_msg_compose compose;
        struct rp_msg_say say;
        struct rp_msg_floor_act floor_act;
        struct rp_msg_discard discard;
        struct rp_msg_close close;
        struct rp_msg_stop stop;
        struct rp_msg_control control;
        struct rp_msg_recall recall;
        struct rp_msg_action action;
        struct rp_msg_contest contest;
        struct rp_msg_tell tell;
        struct rp_msg_temper temper;
        struct rp_msg_recognise recognise;
        struct rp_msg_report report;
        struct rp_msg_stop_why stop_why;
        struct rp_msg_view view;
        struct rp_msg_comfort comfort;
        struct rp_msg_play_customer play_customer;
        struct rp_msg_colleague colleague;
        struct rp_msg_colleague_say colleague_say;
        struct rp_msg_pin pin;
        struct rp_msg_mark mark;
        struct rp_msg_overall overall;
        struct rp_msg_moment moment;
        struct rp_msg_critical critical;
        struct rp_msg_release release;
        struct rp_msg_whisper whisper;
        struct rp_msg_rate_self rate_self;
        struct rp_msg_note note;
        struct rp_msg_felt_heard felt_heard;
        struct rp_msg_try_again try_again;
        struct rp_msg_enter enter;
        struct rp_msg_come_back come_back;
        struct rp_msg_change_device change_device;
        struct rp_msg_project project;
        struct rp_msg_open_workshop open_workshop;
        struct rp_msg_watch_workshop watch_workshop;
        struct rp_msg_watch_group watch_group;
        struct rp_msg_steer steer;
        struct rp_msg_ask_help ask_help;
        struct rp_msg_choose choose;
        struct rp_msg_look_up look_up;
        struct rp_msg_list_methods list_methods;
        struct rp_msg_list_workshops list_workshops;
        struct rp_msg_invite invite;
        struct rp_msg_be_called be_called;
        struct rp_msg_list_sign_ins list_sign_ins;
    } as;
};

/* What happened in a room: inputs, acts, and what was derived from them. */
/* input: the header of every log. */
struct rp_event_opened {
    struct rp_str scenario;
    struct rp_str scenario_hash;
    struct rp_str config; /* floor configuration, every value, name=value lines */
    struct rp_str recogniser_hash;
    struct rp_str engine;
    int64_t seed;
    enum rp_medium medium;
    enum rp_mode mode;
    enum rp_level level;
    enum rp_player player;
    uint32_t read_ms;
    uint32_t play_ms;
    uint32_t wrap_ms;
    uint8_t heat;
};

/* input: somebody took a seat. */
struct rp_event_seated {
    enum rp_seat seat;
    enum rp_player player;
    uint16_t time_pct;
    uint32_t name;
};

/* input */
struct rp_event_ready {
    enum rp_seat seat;
};

/* input or act: typing signs. */
struct rp_event_compose {
    enum rp_party party;
    enum rp_compose_state state;
    int32_t rtt_ms;
    uint32_t stall_ms;
};

/* input or act: a message arrived; what became of it is told by delivered, held, refused. */
struct rp_event_send {
    uint16_t line;
    enum rp_party party;
    uint32_t send_id;
    uint16_t say; /* the bot's scenario line; 0: typed */
    uint16_t words;
    bool more;
    bool yield;
    enum rp_chip chip;
    bool confirm;
    bool limit;
    int64_t floor_seen;
    int32_t rtt_ms;
    uint32_t stall_ms;
    bool again; /* the bot says it again after a cut-in */
};

/* input */
struct rp_event_floor_act {
    enum rp_party party;
    enum rp_floor_act act;
    uint32_t expect_ms;
    int32_t rtt_ms;
};

/* input: a held message taken back. */
struct rp_event_discard {
    uint16_t line;
};

/* input: staff, Stop, or an outage of the server acts on the room. */
struct rp_event_control {
    enum rp_control what;
    enum rp_seat by;
    bool outage; /* no process owned the room */
    int64_t act_ms;
    uint16_t line; /* the reason given; 0: none */
};

/* input: a principal's connection was lost or is back. */
struct rp_event_link {
    enum rp_party party;
    bool up;
};

/* input: what the recogniser read in a line. */
struct rp_event_understood {
    uint16_t line;
    struct rp_logged_move moves[16];
    uint32_t moves_n;
    struct rp_logged_quantity quantities[8];
    uint32_t quantities_n;
    uint32_t asked; /* bit i: a question that fits fact i */
    uint32_t told; /* bit i: gives fact i back */
    uint32_t contradicted;
    uint32_t apology_for;
    uint32_t remedies;
    uint16_t words;
    uint8_t questions;
    uint8_t name_uses;
    bool shouting;
};

/* input: a side ends the session; answer is a peer customer's. */
struct rp_event_close {
    enum rp_party party;
    bool answered;
    enum rp_answer answer;
};

/* input: a hand-over with its briefing, or an end by policy with its reason. */
struct rp_event_action {
    enum rp_action what;
    uint16_t line;
    uint32_t send_id;
    uint32_t offer_ms; /* so long staff may join as the colleague; 0: nobody would */
};

/* input: a piece of evidence that a person says is wrong. */
struct rp_event_contested {
    enum rp_seat by;
    uint16_t line;
    enum rp_finding finding;
    uint8_t move;
};

/* act: the room's clock. */
struct rp_event_phase {
    enum rp_phase phase;
    int64_t ends_ms; /* 0: open end */
};

/* act: what the bot says next opens another vent, or is abusive. */
struct rp_event_mood {
    bool vents;
    bool abusive;
};

/* derived: the picture of the floor after this moment. */
struct rp_event_floor {
    uint32_t number;
    enum rp_holder holder;
    enum rp_activity activity;
    enum rp_flag flag;
    bool vent;
    int64_t since_ms;
    int64_t until_ms; /* when the floor opens by itself; 0: not armed */
    int64_t rest_until_ms;
    int64_t repair_until_ms;
    int64_t step_in_ms; /* from then on stepping in is free */
    enum rp_party queued;
};

/* derived: a line of the transcript. */
struct rp_event_delivered {
    uint16_t line;
    enum rp_party party;
    bool more;
    enum rp_chip chip;
    bool again; /* said again after a cut-in */
    int64_t written_ms; /* when it was sent, before it was held */
    uint16_t say;
};

/* derived: kept back for its writer. */
struct rp_event_held {
    uint16_t line;
    enum rp_held_why why;
    bool stale; /* the customer has spoken since: wants a confirm */
};

/* derived: not taken; the draft stays with its writer, who alone is told (and staff). */
struct rp_event_refused {
    enum rp_party party;
    uint32_t send_id;
    uint16_t line;
    enum rp_refused_why why;
};

/* derived: a held message is gone. */
struct rp_event_dropped {
    uint16_t line;
    enum rp_dropped_why why;
};

/* derived: how an act was judged, with the numbers compared. */
struct rp_event_verdict {
    int64_t act_ms;
    int64_t decided_ms;
    uint16_t line; /* 0: no line */
    enum rp_party party;
    enum rp_verdict verdict;
    bool penalty;
    bool floor_taken;
    bool delivered;
    bool vent;
    uint16_t base;
    uint16_t points;
    uint16_t would_be_points;
    struct rp_str rule;
    int64_t measured_ms;
    int64_t limit_ms;
    int64_t margin_ms;
    int32_t rtt_ms;
};

/* derived: the customer was cut off by this line; he will say it again. */
struct rp_event_cut_in {
    uint16_t line;
    uint16_t cut_line; /* the customer's last line before it; 0: his first */
};

/* derived: given back within the time for it. */
struct rp_event_repaired {
    int64_t act_ms;
    uint16_t points_back;
};

/* derived: the instructor took a charge back. */
struct rp_event_waived {
    int64_t act_ms;
    uint16_t points_back;
};

/* derived: the floor went to somebody. */
struct rp_event_transfer {
    enum rp_party from;
    enum rp_party to;
    int64_t at_ms;
    bool has_offset;
    int64_t offset_ms;
    enum rp_band band;
};

/* derived: one change of the customer's state, and the values after it. */
struct rp_event_delta {
    uint16_t line; /* the trainee's line that caused it; 0: an event of the floor */
    enum rp_change change;
    uint8_t move; /* with change move: enum rp_move */
    uint16_t begin;
    uint16_t end;
    enum rp_finding finding;
    int8_t anger;
    int8_t trust;
    int8_t heard;
    int8_t grasped; /* need to be understood */
    uint8_t anger_now;
    uint8_t trust_now;
    uint8_t heard_now;
    uint8_t grasped_now;
};

/* derived: a fact about a turn, with its quote. */
struct rp_event_evidence {
    uint16_t line;
    enum rp_grade grade;
    enum rp_finding finding;
    uint8_t move;
    uint16_t begin;
    uint16_t end;
    int64_t value; /* an amount in minor units, or a share in percent */
};

/* derived: the customer told a fact. */
struct rp_event_revealed {
    uint8_t fact;
    bool key;
    bool undone; /* a player took his tick back */
};

/* derived: how it ended. */
struct rp_event_outcome {
    enum rp_outcome outcome;
    enum rp_end_reason reason;
    enum rp_answer answer;
};

/* derived: the floor score after this moment. */
struct rp_event_score {
    uint8_t floor_score;
    uint16_t interruptions;
};

/* input: the customer's player sets how angry he is; derived: how angry a person takes him over. */
struct rp_event_temper {
    uint8_t level;
};

/* input: the customer's player has told that line of his card's facts; derived: the bot had. */
struct rp_event_told {
    uint8_t line;
    bool on;
};

/* input: the customer's player recognises how the trainee listened. */
struct rp_event_recognised {
    enum rp_recognition what;
    uint16_t cited; /* the trainee's line */
};

/* input: abuse outside of the role, with the messages that show it. */
struct rp_event_reported {
    enum rp_seat by;
    uint16_t from; /* the first of the lines cited */
    uint16_t upto; /* and the last */
    uint16_t line; /* his own words; 0: none */
};

/* input */
struct rp_event_stop_reason {
    enum rp_seat by;
    enum rp_stop_why why;
};

/* input: a moment that the observer noted. */
struct rp_event_observed_moment {
    uint16_t cited;
    enum rp_moment moment;
    bool on;
    bool has_item;
    enum rp_item item;
};

/* input: the observer's own level of an item. */
struct rp_event_observed_view {
    enum rp_item item;
    uint8_t level; /* 0: not applicable */
};

/* input: a person asks for another time allowance. */
struct rp_event_workshop_comfort {
    uint16_t person;
    uint16_t time_pct;
};

/* derived: a colleague may join until then; 0: nobody came. */
struct rp_event_colleague_offer {
    int64_t until_ms;
};

/* input: staff joined as the colleague, or left. */
struct rp_event_colleague {
    bool on;
    uint32_t by;
};

/* input: what he said. */
struct rp_event_colleague_said {
    uint16_t line;
};

/* input: the method, by its items and weights, so that the log decides itself. */
struct rp_event_graded_by {
    struct rp_str method;
    struct rp_str hash;
    struct rp_method_item items[19];
    uint32_t items_n;
};

/* input: a grader's mark. Every version stays. */
struct rp_event_mark {
    enum rp_item item;
    uint8_t level; /* 0: not applicable */
    uint16_t version; /* of the mark that it replaces; 0: the first */
    enum rp_mark_source source;
    uint32_t by;
    uint16_t line; /* the reason given; 0: none */
};

/* input: the grader's overall view. */
struct rp_event_overall {
    uint8_t level;
    uint32_t by;
};

/* input: a moment worth looking at. */
struct rp_event_moment {
    uint16_t cited;
    enum rp_moment moment;
    bool on;
    uint32_t by;
};

/* input */
struct rp_event_critical {
    enum rp_critical critical;
    uint16_t cited;
    bool on;
    uint32_t by;
    uint16_t line; /* the reason given */
};

/* input: the debrief is to be sent, or not after all. */
struct rp_event_release {
    bool on;
    uint32_t by;
};

/* input: a coach to the trainee alone. */
struct rp_event_whisper {
    uint16_t line;
};

/* input: the trainee's own view is in. */
struct rp_event_rated_self {
    struct rp_own_mark marks[19];
    uint32_t marks_n;
};

/* input: what the trainee writes in the debrief. */
struct rp_event_note {
    enum rp_note note;
    uint16_t line;
    uint16_t cited; /* hoped: the line that cut in */
};

/* input: the customer's player's answer. */
struct rp_event_felt_heard {
    uint8_t level;
};

/* input: what helped the customer's player, and what would have. */
struct rp_event_customer_note {
    enum rp_note note;
    uint16_t line;
};

/* act: the marks are out. */
struct rp_event_released {
    uint32_t by;
};

/* derived: a level that the evidence suggests. It counts for nothing until a person accepts it. */
struct rp_event_hint {
    enum rp_item item;
    uint8_t level; /* 0: no longer any */
    uint16_t cited; /* the line that shows it; 0: none does */
};

/* derived: what the marks come to. Told once the overall view is in. */
struct rp_event_graded {
    uint8_t rubric;
    uint8_t floor;
    uint8_t total;
    enum rp_passing passing;
};

/* input: staff gave more time to this phase. */
struct rp_event_extended {
    uint32_t more_ms;
};

/* input: the header of a workshop's log. Its title is the name of person 0. */
struct rp_event_workshop_opened {
    struct rp_str code;
    int64_t seed;
    enum rp_pairing pairing;
    struct rp_str scenario;
    enum rp_level level;
    uint8_t heat;
    uint8_t sessions;
    uint32_t read_ms;
    uint32_t play_ms;
    uint32_t wrap_ms;
    uint32_t debrief_ms;
    uint32_t switch_ms;
    struct rp_str method;
    struct rp_story stories[7];
    uint32_t stories_n;
    uint32_t buffer_ms;
    uint8_t patience_pct;
};

/* input: somebody new. People are counted from 0, and named from 1. */
struct rp_event_workshop_came {
    uint16_t person;
    uint16_t time_pct;
};

/* input: a person's connection was lost or is back. */
struct rp_event_workshop_link {
    uint16_t person;
    bool up;
};

/* input: staff act. */
struct rp_event_workshop_steered {
    enum rp_steer what;
    uint16_t person;
    uint16_t other;
    bool on;
};

/* input */
struct rp_event_workshop_help {
    uint16_t person;
    bool on;
};

/* input: the first of the staff came, or the last left. */
struct rp_event_workshop_staff {
    bool here;
};

/* input: nothing but the time, so that a restart knows it. */
struct rp_event_workshop_beat {
    enum rp_gathering phase;
};

/* input: a person who was asked. */
struct rp_event_workshop_chose {
    uint16_t person;
    enum rp_choice what;
};

enum rp_event_type {
    RP_EVENT_OPENED = 1,
    RP_EVENT_SEATED = 2,
    RP_EVENT_READY = 3,
    RP_EVENT_COMPOSE = 4,
    RP_EVENT_SEND = 5,
    RP_EVENT_FLOOR_ACT = 6,
    RP_EVENT_DISCARD = 7,
    RP_EVENT_CONTROL = 8,
    RP_EVENT_LINK = 9,
    RP_EVENT_UNDERSTOOD = 10,
    RP_EVENT_CLOSE = 11,
    RP_EVENT_ACTION = 12,
    RP_EVENT_CONTESTED = 13,
    RP_EVENT_PHASE = 20,
    RP_EVENT_MOOD = 21,
    RP_EVENT_FLOOR = 30,
    RP_EVENT_DELIVERED = 31,
    RP_EVENT_HELD = 32,
    RP_EVENT_REFUSED = 33,
    RP_EVENT_DROPPED = 34,
    RP_EVENT_VERDICT = 35,
    RP_EVENT_CUT_IN = 36,
    RP_EVENT_REPAIRED = 37,
    RP_EVENT_WAIVED = 38,
    RP_EVENT_TRANSFER = 39,
    RP_EVENT_DELTA = 40,
    RP_EVENT_EVIDENCE = 41,
    RP_EVENT_REVEALED = 42,
    RP_EVENT_OUTCOME = 43,
    RP_EVENT_SCORE = 44,
    RP_EVENT_TEMPER = 45,
    RP_EVENT_TOLD = 46,
    RP_EVENT_RECOGNISED = 47,
    RP_EVENT_REPORTED = 48,
    RP_EVENT_STOP_REASON = 49,
    RP_EVENT_OBSERVED_MOMENT = 50,
    RP_EVENT_OBSERVED_VIEW = 51,
    RP_EVENT_WORKSHOP_COMFORT = 52,
    RP_EVENT_COLLEAGUE_OFFER = 53,
    RP_EVENT_COLLEAGUE = 54,
    RP_EVENT_COLLEAGUE_SAID = 55,
    RP_EVENT_GRADED_BY = 60,
    RP_EVENT_MARK = 61,
    RP_EVENT_OVERALL = 62,
    RP_EVENT_MOMENT = 63,
    RP_EVENT_CRITICAL = 64,
    RP_EVENT_RELEASE = 65,
    RP_EVENT_WHISPER = 66,
    RP_EVENT_RATED_SELF = 67,
    RP_EVENT_NOTE = 68,
    RP_EVENT_FELT_HEARD = 69,
    RP_EVENT_CUSTOMER_NOTE = 70,
    RP_EVENT_RELEASED = 71,
    RP_EVENT_HINT = 72,
    RP_EVENT_GRADED = 73,
    RP_EVENT_EXTENDED = 80,
    RP_EVENT_WORKSHOP_OPENED = 81,
    RP_EVENT_WORKSHOP_CAME = 82,
    RP_EVENT_WORKSHOP_LINK = 83,
    RP_EVENT_WORKSHOP_STEERED = 84,
    RP_EVENT_WORKSHOP_HELP = 85,
    RP_EVENT_WORKSHOP_STAFF = 86,
    RP_EVENT_WORKSHOP_BEAT = 87,
    RP_EVENT_WORKSHOP_CHOSE = 88,
    RP_EVENT_END = 89
};

struct rp_event {
    enum rp_event_type type;
    union {
        struct rp_event_opened opened;
        struct rp_event_seated seated;
        struct rp_event_ready ready;
        struct rp_event_compose compose;
        struct rp_event_send send;
        struct rp_event_floor_act floor_act;
        struct rp_event_discard discard;
        struct rp_event_control control;
        struct rp_event_link link;
        struct rp_event_understood understood;
        struct rp_event_close close;
        struct rp_event_action action;
        struct rp_event_contested contested;
        struct rp_event_phase phase;
        struct rp_event_mood mood;
        struct rp_event_floor floor;
        struct rp_event_delivered delivered;
        struct rp_event_held held;
        struct rp_event_refused refused;
        struct rp_event_dropped dropped;
        struct rp_event_verdict verdict;
        struct rp_event_cut_in cut_in;
        struct rp_event_repaired repaired;
        struct rp_event_waived waived;
        struct rp_event_transfer transfer;
        struct rp_event_delta delta;
        struct rp_event_evidence evidence;
        struct rp_event_revealed revealed;
        struct rp_event_outcome outcome;
        struct rp_event_score score;
        struct rp_event_temper temper;
        struct rp_event_told told;
        struct rp_event_recognised recognised;
        struct rp_event_reported reported;
        struct rp_event_stop_reason stop_reason;
        struct rp_event_observed_moment observed_moment;
        struct rp_event_observed_view observed_view;
        struct rp_event_workshop_comfort workshop_comfort;
        struct rp_event_colleague_offer colleague_offer;
        struct rp_event_colleague colleague;
        struct rp_event_colleague_said colleague_said;
        struct rp_event_graded_by graded_by;
        struct rp_event_mark mark;
        struct rp_event_overall overall;
        struct rp_event_moment moment;
        struct rp_event_critical critical;
        struct rp_event_release release;
        struct rp_event_whisper whisper;
        struct rp_event_rated_self rated_self;
        struct rp_event_note note;
        struct rp_event_felt_heard felt_heard;
        struct rp_event_customer_note customer_note;
        struct rp_event_released released;
        struct rp_event_hint hint;
        struct rp_event_graded graded;
        struct rp_event_extended extended;
        struct rp_event_workshop_opened workshop_opened;
        struct rp_event_workshop_came workshop_came;
        struct rp_event_workshop_link workshop_link;
        struct rp_event_workshop_steered workshop_steered;
        struct rp_event_workshop_help workshop_help;
        struct rp_event_workshop_staff workshop_staff;
        struct rp_event_workshop_beat workshop_beat;
        struct rp_event_workshop_chose workshop_chose;
    } as;
};

/* To a client. */
struct rp_out_welcome {
    uint16_t version;
    struct rp_str server;
    bool staff;
    const struct rp_scenario_entry *scenarios;
    uint32_t scenarios_n;
    enum rp_staff_role role; /* of staff */
    struct rp_str name; /* what staff are called in marks */
    struct rp_str invited; /* the workshop whose invitation the secret is: be_called is wanted */
};

/* Your seat. Events from your n on follow. */
struct rp_out_seated {
    struct rp_str room;
    enum rp_seat seat;
    struct rp_str token; /* for the next resume; used once */
    struct rp_str title;
    struct rp_str customer; /* the customer's name in the story */
    struct rp_str address; /* how he is spoken of: Mr Cole */
    struct rp_str lang;
    uint32_t last_id; /* the newest say.id of this seat that is stored */
    int64_t now_ms; /* session time */
    bool clock_runs;
    const struct rp_card_section *card;
    uint32_t card_n;
};

/* One event of the room, as this seat may see it. Counted by the batch's n. */
struct rp_out_event {
    int64_t at_ms;
    const struct rp_event *event;
};

/* Your say is stored. */
struct rp_out_ack {
    uint32_t id;
    uint16_t line;
};

struct rp_out_error {
    enum rp_error code;
    uint32_t ref; /* the message number or say.id it answers; stopping: in so many seconds */
};

struct rp_out_rooms {
    const struct rp_room_entry *rooms;
    uint32_t rooms_n;
};

/* One event of the log as the debrief shows it; not counted. */
struct rp_out_recalled {
    int64_t at_ms;
    const struct rp_event *event;
};

struct rp_out_recalled_all {
    uint32_t count;
};

/* Your measured round trip, for the slow-link badge. */
struct rp_out_link {
    uint32_t rtt_ms;
};

/* Your report is stored, and staff are told. */
struct rp_out_report_kept {
    char nothing;
};

/* What the session is graded by, in words. */
struct rp_out_method {
    struct rp_str id;
    struct rp_str title;
    const struct rp_item_text *items;
    uint32_t items_n;
};

/* The new room, and the token that opens its seat. */
struct rp_out_branched {
    struct rp_str room;
    struct rp_str token;
};

/* What a workshop can be graded by; the server's own first. */
struct rp_out_methods {
    const struct rp_method_entry *methods;
    uint32_t methods_n;
};

/* You are in the workshop. */
struct rp_out_member {
    struct rp_str code;
    struct rp_str name;
    struct rp_str token; /* for the next come_back; used once */
    struct rp_str pin; /* told once, at the first coming */
};

/* What everybody may see of the workshop. */
struct rp_out_lobby {
    struct rp_str code; /* empty: nobody may come in any more */
    struct rp_str title;
    enum rp_gathering phase;
    int64_t left_ms; /* 0: open end */
    bool paused;
    uint16_t people; /* who are here */
    uint8_t session; /* begun so far */
    uint8_t sessions;
    bool placed; /* you have a seat */
    bool help; /* you asked for help */
    uint16_t bells;
    int64_t next_ms; /* until the next session begins, as planned; 0: none is planned */
    bool staff_away; /* for two minutes and more */
    enum rp_asked asked; /* choose is wanted */
    bool may_watch; /* a choice: there is a room to watch */
};

/* What its staff see of it. */
struct rp_out_workshop {
    struct rp_str code;
    bool shut; /* the code opens nothing any more */
    struct rp_str title;
    enum rp_gathering phase;
    int64_t left_ms; /* 0: open end */
    bool paused;
    enum rp_pairing pairing;
    uint8_t session;
    uint8_t sessions;
    const struct rp_member *people;
    uint32_t people_n;
    const struct rp_two *apart; /* who are kept apart */
    uint32_t apart_n; /* who are kept apart */
};

/* Some of its rooms, every 0.6 s. */
struct rp_out_wall {
    uint16_t rooms; /* there are so many */
    const struct rp_tile *tiles;
    uint32_t tiles_n;
};

/* What people are to know before they come into the workshop. */
struct rp_out_consent {
    struct rp_str text; /* empty: the page's own words */
    uint16_t days; /* after which names and texts are erased */
};

/* Rooms that have ended and wait for their marks, the oldest first, to staff. */
struct rp_out_queue {
    uint16_t waiting; /* all of them */
    const struct rp_queue_entry *rooms;
    uint32_t rooms_n;
};

/* Who has the floor in the rooms that play now, to the projector: how many rooms each. */
struct rp_out_lane {
    uint16_t customer;
    uint16_t trainee;
    uint16_t open;
};

/* The moment that all look at, to the projector and staff; no lines: none. Names are hidden. */
struct rp_out_pinned {
    const struct rp_pinned_line *lines;
    uint32_t lines_n;
};

/* To whoever plays the customer as staff, and no longer. */
struct rp_out_playing {
    bool on;
    uint32_t last_id; /* the newest say.id of that seat */
};

/* Those that are not over, the newest first. */
struct rp_out_workshops {
    const struct rp_workshop_entry *workshops;
    uint32_t workshops_n;
};

/* A link that makes staff of the workshop, or none any more. */
struct rp_out_invited {
    enum rp_staff_role role;
    struct rp_str secret; /* stands behind # in it; empty: every link has ended */
};

/* You are staff of this workshop. */
struct rp_out_called {
    struct rp_str code;
    enum rp_staff_role role;
    struct rp_str name;
};

/* Where your account is signed in, this place first. */
struct rp_out_sign_ins {
    struct rp_str firm;
    struct rp_str login; /* empty: you came by a link and have no account */
    const struct rp_sign_in_entry *sign_ins;
    uint32_t sign_ins_n;
};

enum rp_out_type {
    RP_OUT_WELCOME = 64,
    RP_OUT_SEATED = 65,
    RP_OUT_EVENT = 66,
    RP_OUT_ACK = 67,
    RP_OUT_ERROR = 68,
    RP_OUT_ROOMS = 69,
    RP_OUT_RECALLED = 70,
    RP_OUT_RECALLED_ALL = 71,
    RP_OUT_LINK = 72,
    RP_OUT_REPORT_KEPT = 73,
    RP_OUT_METHOD = 80,
    RP_OUT_BRANCHED = 81,
    RP_OUT_METHODS = 82,
    RP_OUT_MEMBER = 96,
    RP_OUT_LOBBY = 97,
    RP_OUT_WORKSHOP = 98,
    RP_OUT_WALL = 99,
    RP_OUT_CONSENT = 105,
    RP_OUT_QUEUE = 90,
    RP_OUT_LANE = 91,
    RP_OUT_PINNED = 92,
    RP_OUT_PLAYING = 93,
    RP_OUT_WORKSHOPS = 120,
    RP_OUT_INVITED = 121,
    RP_OUT_CALLED = 122,
    RP_OUT_SIGN_INS = 123,
    RP_OUT_END = 124
};
