#include "rp_script.h"

static const struct {
    char name[20];
    enum rp_reaction_need need;
} reactions[RP_REACTIONS] = {
    [RP_REACTION_ACCEPT] = {"accept", RP_REACTION_NEEDED},
    [RP_REACTION_GRUDGING] = {"grudging", RP_REACTION_NEEDED},
    [RP_REACTION_RUDE] = {"rude", RP_REACTION_NEEDED_TWO},
    [RP_REACTION_BLAME] = {"blame", RP_REACTION_NEEDED_TWO},
    [RP_REACTION_ARGUE] = {"argue", RP_REACTION_NEEDED_TWO},
    [RP_REACTION_ABRUPT_HANDOFF] = {"abrupt_handoff", RP_REACTION_NEEDED},
    [RP_REACTION_BOUNDARY_IGNORED] = {"boundary_ignored", RP_REACTION_OPTIONAL},
    [RP_REACTION_BOUNDARY] = {"boundary", RP_REACTION_NEEDED},
    [RP_REACTION_BOUNDARY_EARLY] = {"boundary_early", RP_REACTION_NEEDED},
    [RP_REACTION_REFUSAL] = {"refusal", RP_REACTION_BY_BAND},
    [RP_REACTION_CLOSING_EARLY] = {"closing_early", RP_REACTION_NEEDED},
    [RP_REACTION_OFFER_IN_STORY] = {"offer_in_story", RP_REACTION_NEEDED},
    [RP_REACTION_ASK_IN_STORY] = {"ask_in_story", RP_REACTION_NEEDED},
    [RP_REACTION_EARLY_APOLOGY] = {"early_apology", RP_REACTION_NEEDED},
    [RP_REACTION_OFFER_INSULT] = {"offer_insult", RP_REACTION_OPTIONAL},
    [RP_REACTION_OFFER_BELOW] = {"offer_below", RP_REACTION_NEEDED_TWO},
    [RP_REACTION_OFFER_COUNTER] = {"offer_counter", RP_REACTION_NEEDED_TWO},
    [RP_REACTION_OFFER_WHEN] = {"offer_when", RP_REACTION_OPTIONAL},
    [RP_REACTION_OFFER_UNCLEAR] = {"offer_unclear", RP_REACTION_NEEDED_TWO},
    [RP_REACTION_OVERPROMISE] = {"overpromise", RP_REACTION_NEEDED},
    [RP_REACTION_VAGUE] = {"vague_assurance", RP_REACTION_BY_BAND},
    [RP_REACTION_SUMMARY_WRONG] = {"summary_wrong", RP_REACTION_NEEDED},
    [RP_REACTION_SUMMARY_GOOD] = {"summary_good", RP_REACTION_NEEDED_TWO},
    [RP_REACTION_SUMMARY_PART] = {"summary_part", RP_REACTION_NEEDED_TWO},
    [RP_REACTION_PARROTING] = {"parroting", RP_REACTION_OPTIONAL},
    [RP_REACTION_WRONG_APOLOGY] = {"wrong_apology", RP_REACTION_NEEDED},
    [RP_REACTION_APOLOGY] = {"apology", RP_REACTION_NEEDED_TWO},
    [RP_REACTION_REPEAT_QUESTION] = {"repeat_question", RP_REACTION_NEEDED_TWO},
    [RP_REACTION_TWO_QUESTIONS] = {"two_questions", RP_REACTION_OPTIONAL},
    [RP_REACTION_HANDOVER_AGAIN] = {"handover_again", RP_REACTION_OPTIONAL},
    [RP_REACTION_HANDOVER] = {"handover", RP_REACTION_NEEDED},
    [RP_REACTION_HOLD] = {"hold", RP_REACTION_NEEDED},
    [RP_REACTION_OWNERSHIP] = {"ownership", RP_REACTION_OPTIONAL},
    [RP_REACTION_EMPATHY] = {"empathy", RP_REACTION_BY_BAND},
    [RP_REACTION_APOLOGY_GENERIC] = {"apology_generic", RP_REACTION_NEEDED},
    [RP_REACTION_FOLLOW_UP] = {"follow_up", RP_REACTION_OPTIONAL},
    [RP_REACTION_NAME_OVERUSE] = {"name_overuse", RP_REACTION_OPTIONAL},
    [RP_REACTION_NO_ANSWER] = {"no_answer", RP_REACTION_NEEDED_TWO},
    [RP_REACTION_CHECK] = {"check", RP_REACTION_OPTIONAL},
    [RP_REACTION_THANK] = {"thank", RP_REACTION_OPTIONAL},
    [RP_REACTION_GREETING] = {"greeting", RP_REACTION_OPTIONAL},
    [RP_REACTION_AGREED] = {"agreed", RP_REACTION_NEEDED_TWO},
    [RP_REACTION_SOLUTION] = {"solution", RP_REACTION_NEEDED_TWO},
    [RP_REACTION_PROMPT] = {"prompt", RP_REACTION_NEEDED_TWO},
    [RP_REACTION_NOT_UNDERSTOOD] = {"not_understood", RP_REACTION_BY_BAND},
    [RP_REACTION_VENT_AGAIN] = {"vent_again", RP_REACTION_NEEDED_TWO},
    [RP_REACTION_CUT_OFTEN] = {"cut_often", RP_REACTION_NEEDED},
    [RP_REACTION_SILENCE] = {"silence", RP_REACTION_NEEDED_TWO},
    [RP_REACTION_HOLD_OVERRUN] = {"hold_overrun", RP_REACTION_NEEDED},
    [RP_REACTION_MANAGER] = {"manager", RP_REACTION_NEEDED},
    [RP_REACTION_WALK_OUT] = {"walk_out", RP_REACTION_NEEDED},
    [RP_REACTION_UNRESOLVED] = {"unresolved", RP_REACTION_NEEDED},
    [RP_REACTION_HANDED_OVER] = {"handed_over", RP_REACTION_NEEDED},
    [RP_REACTION_ENDED_BY_POLICY] = {"ended_by_policy", RP_REACTION_OPTIONAL},
    [RP_REACTION_GOODBYE] = {"goodbye", RP_REACTION_NEEDED},
};

const char *rp_reaction_name(enum rp_reaction reaction)
{
    RP_CHECK(reaction < RP_REACTIONS);
    return reactions[reaction].name;
}

enum rp_reaction_need rp_reaction_need(enum rp_reaction reaction)
{
    RP_CHECK(reaction < RP_REACTIONS);
    return reactions[reaction].need;
}
