#include "rp_dialogue_parts.h"

#include <string.h>

enum { OPENS_AT_ONCE = 3 };

static enum rp_anger_band band(uint8_t anger)
{
    if (anger < 35)
        return RP_ANGER_LOW;
    return anger < 70 ? RP_ANGER_MIDDLE : RP_ANGER_HIGH;
}

static bool fits(const struct rp_turn *t, enum rp_reaction reaction, uint16_t line)
{
    const struct rp_script_line *l = &t->script->lines[line];
    return l->bands & rp_bit(band(t->d->anger)) && l->abuse <= t->d->abuse_max &&
           line != t->d->last_line[reaction];
}

/* A line of the reaction that fits his anger and is not the one said last; 0: none. */
static uint16_t pick(struct rp_turn *t, enum rp_reaction reaction)
{
    const struct rp_script_lines *lines = &t->script->reactions[reaction];
    uint16_t fitting[RP_SCRIPT_REACTION_LINES_MAX];
    uint32_t count = 0;
    for (uint16_t i = 0; i < lines->count; i++)
        if (fits(t, reaction, (uint16_t)(lines->first + i)))
            fitting[count++] = (uint16_t)(lines->first + i);
    if (count == 0)
        return 0;
    return fitting[rp_dialogue_chance(t->d, reaction) % count];
}

static uint8_t fact_of(const struct rp_script *script, uint16_t line)
{
    return script->lines[line].fact;
}

static bool is_story(const struct rp_script *script, uint16_t line)
{
    uint8_t fact = fact_of(script, line);
    return fact != RP_SCRIPT_NO_FACT && script->facts[fact].vent > 0;
}

bool rp_dialogue_tells_story(const struct rp_dialogue *d, const struct rp_script *script)
{
    for (unsigned i = 0; i < d->plan_n; i++)
        if (is_story(script, d->plan[i].line))
            return true;
    return false;
}

/* The plan. */

/* He does not plan more than he could hold in mind: nobody asks that much at once. */
static bool has_room(const struct rp_turn *t, uint16_t line)
{
    const struct rp_dialogue *d = t->d;
    unsigned bubbles = t->script->lines[line].says;
    for (unsigned i = 0; i < d->plan_n; i++)
        bubbles += t->script->lines[d->plan[i].line].says;
    return d->plan_n < RP_DIALOGUE_PLAN_MAX && bubbles <= RP_DIALOGUE_SAYS_MAX;
}

bool rp_turn_plans(struct rp_turn *t, uint16_t line, bool again)
{
    struct rp_dialogue *d = t->d;
    if (line == 0 || !has_room(t, line))
        return false;
    d->plan[d->plan_n++] = (struct rp_dialogue_part){.line = line, .again = again};
    t->replans = true;
    return true;
}

void rp_turn_plans_first(struct rp_turn *t, uint16_t line)
{
    struct rp_dialogue *d = t->d;
    if (line == 0 || !has_room(t, line))
        return;
    memmove(&d->plan[1], &d->plan[0], d->plan_n * sizeof(d->plan[0]));
    d->plan[0] = (struct rp_dialogue_part){.line = line};
    d->plan_n++;
    t->replans = true;
}

void rp_turn_plans_fact(struct rp_turn *t, unsigned fact)
{
    if (rp_turn_plans(t, t->script->facts[fact].line, false))
        t->d->planned |= rp_bit(fact);
}

bool rp_turn_plans_reaction(struct rp_turn *t, enum rp_reaction reaction, bool first)
{
    uint16_t line = pick(t, reaction);
    if (first)
        rp_turn_plans_first(t, line);
    else
        rp_turn_plans(t, line, false);
    return line != 0;
}

static void drop_first(struct rp_dialogue *d)
{
    d->plan_n--;
    memmove(&d->plan[0], &d->plan[1], d->plan_n * sizeof(d->plan[0]));
}

static bool is_of(const struct rp_script *script, enum rp_reaction reaction, uint16_t line)
{
    const struct rp_script_lines *lines = &script->reactions[reaction];
    return line >= lines->first && line < lines->first + lines->count;
}

/* "Let me finish", with what he wants to finish behind it. */
static bool takes_up(const struct rp_turn *t, unsigned i)
{
    const struct rp_dialogue *d = t->d;
    return i + 1u < d->plan_n && fact_of(t->script, d->plan[i + 1].line) != RP_SCRIPT_NO_FACT &&
           (is_of(t->script, RP_REACTION_VENT_AGAIN, d->plan[i].line) ||
            is_of(t->script, RP_REACTION_CUT_OFTEN, d->plan[i].line));
}

/* Answers that he had not given yet are stale; what he has to tell is not. */
static void drop_answers(struct rp_turn *t)
{
    struct rp_dialogue *d = t->d;
    unsigned kept = 0;
    for (unsigned i = 0; i < d->plan_n; i++) {
        if (fact_of(t->script, d->plan[i].line) == RP_SCRIPT_NO_FACT && !takes_up(t, i)) {
            t->replans = true;
            continue;
        }
        d->plan[kept++] = d->plan[i];
    }
    d->plan_n = (uint8_t)kept;
}

/* Answering. */

static bool interrupts_his_story(enum rp_reaction reaction)
{
    return (reaction >= RP_REACTION_RUDE && reaction <= RP_REACTION_EARLY_APOLOGY) ||
           reaction == RP_REACTION_OVERPROMISE || reaction == RP_REACTION_VAGUE;
}

static void fall_back(struct rp_turn *t)
{
    const enum rp_reaction general[] = {
        [RP_DIALOGUE_HEAR] = RP_REACTION_PROMPT,
        [RP_DIALOGUE_EXPLORE] = RP_REACTION_PROMPT,
        [RP_DIALOGUE_RESOLVE] = RP_REACTION_SOLUTION,
        [RP_DIALOGUE_CLOSING] = RP_REACTION_AGREED,
    };
    enum rp_dialogue_phase phase = rp_dialogue_phase(t->d, t->script);
    uint64_t weak = ((uint64_t)1 << RP_REACTION_PROMPT) | ((uint64_t)1 << RP_REACTION_NO_ANSWER);
    if (phase == RP_DIALOGUE_CLOSING)
        t->reactions &= ~(weak | (uint64_t)1 << RP_REACTION_NOT_UNDERSTOOD);
    else if (phase == RP_DIALOGUE_RESOLVE)
        t->reactions &= ~((uint64_t)1 << RP_REACTION_PROMPT);
    if (t->reactions == 0 || phase == RP_DIALOGUE_CLOSING)
        rp_turn_reacts(t, general[phase]);
}

/* What stings comes in the place of a "let me finish". */
static bool breaks_off(struct rp_turn *t, enum rp_reaction reaction)
{
    uint16_t line = pick(t, reaction);
    if (line == 0)
        return false;
    if (takes_up(t, 0))
        drop_first(t->d);
    rp_turn_plans_first(t, line);
    return true;
}

/* The first cause that he has words for. He breaks off his story only for what stings, and
 * small talk gives way to what he has to tell. */
static void voice(struct rp_turn *t, bool tells)
{
    bool story = rp_dialogue_tells_story(t->d, t->script);
    for (unsigned i = 0; i < RP_REACTION_VENT_AGAIN; i++) {
        enum rp_reaction reaction = (enum rp_reaction)i;
        if (!(t->reactions >> i & 1) || (story && !interrupts_his_story(reaction)))
            continue;
        if (tells && reaction >= RP_REACTION_OWNERSHIP)
            return;
        if (breaks_off(t, reaction))
            return;
    }
    if (!story && !tells)
        rp_turn_plans_reaction(t, RP_REACTION_NOT_UNDERSTOOD, true);
}

static bool is_planned(const struct rp_dialogue *d, uint16_t line)
{
    for (unsigned i = 0; i < d->plan_n; i++)
        if (d->plan[i].line == line)
            return true;
    return false;
}

static void tell(struct rp_turn *t)
{
    const struct rp_script *script = t->script;
    unsigned told = 0;
    for (unsigned i = 0; i < script->facts_n && told < OPENS_AT_ONCE; i++) {
        uint16_t again = script->facts[i].again ? script->facts[i].again : script->facts[i].line;
        if (t->opens & rp_bit(i)) {
            rp_turn_plans_fact(t, i);
            told++;
        } else if (t->corrects & rp_bit(i) && !is_planned(t->d, again)) {
            rp_turn_plans(t, again, true);
            told++;
        }
    }
    if (t->tells_ask)
        rp_turn_plans(t,
                      t->d->asked_last ? script->resolution.ask_again : script->resolution.ask_line,
                      false);
}

void rp_turn_answers(struct rp_turn *t)
{
    bool tells = t->opens || t->corrects || t->tells_ask;
    drop_answers(t);
    fall_back(t);
    voice(t, tells);
    tell(t);
}

/* Cut off. */

/* He takes the part up from its start, in other words if he has them. */
void rp_turn_starts_over(struct rp_turn *t)
{
    struct rp_dialogue *d = t->d;
    const struct rp_script *script = t->script;
    if (takes_up(t, 0))
        drop_first(d);
    struct rp_dialogue_part *part = &d->plan[0];
    uint8_t fact = fact_of(script, part->line);
    uint16_t line = fact == RP_SCRIPT_NO_FACT ? part->line : script->facts[fact].line;
    d->cut_times = line == d->cut_line ? (uint8_t)(d->cut_times + 1) : 1;
    d->cut_line = line;
    if (fact != RP_SCRIPT_NO_FACT && script->facts[fact].again)
        part->line = script->facts[fact].again;
    part->again = true;
    part->said = 0;
    rp_turn_plans_reaction(t, d->cuts >= 3 ? RP_REACTION_CUT_OFTEN : RP_REACTION_VENT_AGAIN, true);
    t->out->vents_again = rp_dialogue_tells_story(d, script);
    t->replans = true;
}

/* Said. */

static void reveal(struct rp_turn *t, uint8_t index)
{
    struct rp_dialogue *d = t->d;
    const struct rp_script_fact *fact = &t->script->facts[index];
    d->last_fact = index;
    if (d->revealed & rp_bit(index))
        return;
    d->revealed |= rp_bit(index);
    t->out->revealed[t->out->revealed_n++] =
        (struct rp_event_revealed){.fact = index, .key = fact->key};
    if (fact->vent == 0)
        return;
    struct rp_effect effect = {.heard = t->script->heard_per_part};
    struct rp_cause cause = {RP_CHANGE_VENT_HEARD, RP_FINDING_VENT_HEARD, 0, {0, 0}};
    if (fact->vent == t->script->story_n) {
        d->story_told = true;
        effect.anger = -10;
        rp_turn_shows(t, d->cuts ? RP_GRADE_NOTE : RP_GRADE_CREDIT, cause, d->cuts);
    }
    rp_turn_feels(t, cause, effect);
}

static void remember(struct rp_dialogue *d, const struct rp_script *script, uint16_t line)
{
    for (unsigned i = 0; i < RP_REACTIONS; i++)
        if (is_of(script, (enum rp_reaction)i, line))
            d->last_line[i] = line;
    if (line == script->resolution.ask_line)
        d->asked_last = d->wish_told = true;
    else if (line == script->resolution.ask_again)
        d->asked_last = false;
}

/* The bubble was delivered; with the last one of a line its fact is out. */
void rp_turn_heard_out(struct rp_turn *t)
{
    struct rp_dialogue *d = t->d;
    if (d->plan_n == 0)
        return;
    struct rp_dialogue_part *part = &d->plan[0];
    const struct rp_script_line *line = &t->script->lines[part->line];
    if (t->event->say != line->say + part->said || ++part->said < line->says)
        return;
    remember(d, t->script, part->line);
    drop_first(d);
    d->plan[0].again |= d->plan[0].said > 0;
    d->plan[0].said = 0;
    if (line->fact != RP_SCRIPT_NO_FACT)
        reveal(t, line->fact);
    if (line->abuse >= RP_ABUSE_INSULT)
        d->abusive = true;
    if (line->abuse == RP_ABUSE_THREAT)
        d->threatened = true;
}

/* Writes the whole plan out, if it has changed: every bubble but the last keeps the floor. */
void rp_turn_speaks(struct rp_turn *t)
{
    const struct rp_script *script = t->script;
    const struct rp_dialogue *d = t->d;
    struct rp_dialogue_out *out = t->out;
    out->abusive = d->abusive;
    if (!t->replans)
        return;
    out->replaces_plan = true;
    for (unsigned i = 0; i < d->plan_n; i++) {
        const struct rp_dialogue_part *part = &d->plan[i];
        const struct rp_script_line *line = &script->lines[part->line];
        out->abusive |= line->abuse >= RP_ABUSE_INSULT;
        for (unsigned b = i == 0 ? part->said : 0; b < line->says; b++) {
            RP_CHECK(out->says_n < RP_DIALOGUE_SAYS_MAX);
            uint16_t say = (uint16_t)(line->say + b);
            out->says[out->says_n++] =
                (struct rp_utterance){.say = say,
                                      .words = script->says[say].words,
                                      .more = true,
                                      .again = part->again || (i > 0 && part->said > 0)};
        }
    }
    if (out->says_n > 0)
        out->says[out->says_n - 1].more = false;
}
