/** The room is the fold of its events: `reduce` takes one more. Pure, and total: an event that a
 * newer server added changes nothing. */
import type { RoomEvent, Seat } from '#protocol';
import { grade } from './grading.ts';
import type { Floor, Line, Of, Room, Span, Talker } from './room.ts';

export function reduce(room: Room, event: RoomEvent, atMs: number): Room {
  return { ...room, ...change(room, event, atMs), lastMs: Math.max(room.lastMs, atMs) };
}

function change(room: Room, event: RoomEvent, atMs: number): Partial<Room> {
  switch (event.kind) {
    case 'opened':
      return opened(event);
    case 'seated':
      return seated(room, event);
    case 'ready':
      return { ready: [...room.ready.filter((seat) => seat !== event.seat), event.seat] };
    case 'phase':
      return phase(room, event, atMs);
    case 'compose':
      return isTalker(event.party) ? compose(room, event.party, event.state) : {};
    case 'link':
      return isTalker(event.party) ? { away: { ...room.away, [event.party]: !event.up } } : {};
    case 'floor':
      return floor(room, event, atMs);
    case 'delivered':
      return delivered(room, event, atMs);
    case 'action':
      return action(room, event, atMs);
    case 'colleagueOffer':
      return { colleague: event.untilMs > 0 ? { untilMs: event.untilMs, by: '' } : null };
    case 'colleague':
      return { colleague: event.on ? { untilMs: 0, by: event.by } : null };
    case 'colleagueSaid':
      return { lines: [...room.lines, colleagueLine(event, atMs)] };
    case 'held':
      return held(room, event);
    case 'dropped':
      return { held: room.held.filter((one) => one.line !== event.line) };
    case 'cutIn':
      return cutIn(room, event, atMs);
    case 'verdict':
      return { verdicts: [...room.verdicts, event] };
    case 'repaired':
      return repaired(room, event.actMs);
    case 'waived':
      return { waived: [...room.waived, event.actMs] };
    case 'delta':
      return { deltas: [...room.deltas, { ...event, atMs }] };
    case 'evidence':
      return { evidence: [...room.evidence, { ...event, atMs }] };
    case 'contested':
      return isContested(room, event) ? {} : { contested: [...room.contested, event] };
    case 'revealed':
      return { facts: revealed(room, event, atMs) };
    case 'score':
      return { score: { value: event.floorScore, interruptions: event.interruptions } };
    case 'outcome':
      return {
        outcome: { outcome: event.outcome, reason: event.reason, answer: event.answer },
      };
    default:
      return { ...beside(room, event, atMs), ...graded(room, event, atMs) };
  }
}

/** What is said beside the talk. */
function beside(room: Room, event: RoomEvent, atMs: number): Partial<Room> {
  switch (event.kind) {
    case 'close':
      return { asked: !event.answered && event.party === 'trainee' };
    case 'temper':
      return { temper: event.level };
    case 'told': {
      const others = room.told.filter((line) => line !== event.line);
      return { told: event.on ? [...others, event.line] : others };
    }
    case 'recognised':
      return { recognised: [...room.recognised, { ...event, atMs }] };
    case 'reported':
      return { reports: [...room.reports, { ...event, atMs }] };
    case 'stopReason':
      return { stopReasons: [...room.stopReasons, { ...event, atMs }] };
    default:
      return {};
  }
}

function revealed(room: Room, { fact, key, undone }: Of<'revealed'>, atMs: number): Room['facts'] {
  const others = room.facts.filter((one) => one.fact !== fact);
  return undone ? others : [...others, { fact, key, atMs }];
}

function graded(room: Room, event: RoomEvent, atMs: number): Partial<Room> {
  const grading = grade(room.grading, event, atMs);
  return grading === room.grading ? {} : { grading };
}

function opened(event: Of<'opened'>): Partial<Room> {
  const { level, mode, player, heat = 0 } = event;
  return { level, mode, player, heat };
}

function isTalker(party: string): party is Talker {
  return party === 'trainee' || party === 'customer';
}

function seated(room: Room, event: Of<'seated'>): Partial<Room> {
  const names = { ...room.names, [event.seat]: event.name };
  return event.seat === 'customer' ? { names, player: event.player } : { names };
}

function phase(room: Room, event: Of<'phase'>, atMs: number): Partial<Room> {
  const over = event.phase === 'debrief' || event.phase === 'closed';
  return {
    phase: event.phase,
    phaseEndsMs: event.endsMs,
    ...(over && { spans: endSpan(room.spans, atMs), composing: nobody, held: [] }),
  };
}

const nobody = { trainee: false, customer: false };

function compose(room: Room, party: Talker, state: string): Partial<Room> {
  const writes = state === 'start' || state === 'keepalive';
  if (room.composing[party] === writes) return {};
  return { composing: { ...room.composing, [party]: writes } };
}

function floor(room: Room, event: Of<'floor'>, atMs: number): Partial<Room> {
  const picture: Floor = {
    number: event.number,
    holder: event.holder,
    activity: event.activity,
    flag: event.flag,
    vent: event.vent,
    sinceMs: event.sinceMs,
    untilMs: event.untilMs,
    armedMs: event.untilMs === room.floor.untilMs ? room.floor.armedMs : atMs,
    restUntilMs: event.restUntilMs ?? 0,
    repairUntilMs: event.repairUntilMs ?? 0,
    stepInMs: event.stepInMs ?? 0,
    queued: event.queued,
  };
  const same = room.spans.at(-1)?.holder === event.holder && room.spans.at(-1)?.toMs === null;
  if (same) return { floor: picture };
  const spans = endSpan(room.spans, atMs);
  return { floor: picture, spans: [...spans, { holder: event.holder, fromMs: atMs, toMs: null }] };
}

function endSpan(spans: readonly Span[], atMs: number): readonly Span[] {
  const last = spans.at(-1);
  if (!last || last.toMs !== null) return spans;
  return [...spans.slice(0, -1), { ...last, toMs: atMs }];
}

const plainLine = {
  chip: 'none',
  more: false,
  again: false,
  cutIn: false,
  cutOff: false,
  givenBack: false,
  action: null,
} as const;

function delivered(room: Room, event: Of<'delivered'>, atMs: number): Partial<Room> {
  const line: Line = {
    ...plainLine,
    line: event.line,
    party: event.party,
    text: event.text,
    chip: event.chip,
    more: event.more,
    again: event.again,
    atMs,
    cutIn: room.cutIns.some((one) => one.line === event.line),
  };
  const wrote = isTalker(event.party) && event.chip === 'none';
  return {
    lines: [...room.lines, line],
    held: room.held.filter((one) => one.line !== event.line),
    ...(event.party === 'customer' && { asked: false }),
    ...(wrote && { composing: { ...room.composing, [event.party]: false } }),
  };
}

function action(room: Room, event: Of<'action'>, atMs: number): Partial<Room> {
  const { line, text, what } = event;
  return {
    lines: [...room.lines, { ...plainLine, line, party: 'trainee', text, atMs, action: what }],
  };
}

function colleagueLine({ line, text }: Of<'colleagueSaid'>, atMs: number): Line {
  return { ...plainLine, line, party: 'instructor', text, atMs };
}

function repaired(room: Room, actMs: number): Partial<Room> {
  const act = room.verdicts.find((one) => one.actMs === actMs);
  const marked = (line: Line) => (line.line === act?.line ? { ...line, givenBack: true } : line);
  return { repaired: [...room.repaired, actMs], lines: room.lines.map(marked) };
}

function held(room: Room, event: Of<'held'>): Partial<Room> {
  const one = { line: event.line, text: event.text, why: event.why, stale: event.stale };
  const others = room.held.filter((other) => other.line !== event.line);
  return { held: [...others, one], composing: { ...room.composing, trainee: false } };
}

function cutIn(room: Room, event: Of<'cutIn'>, atMs: number): Partial<Room> {
  return {
    cutIns: [...room.cutIns, { atMs, line: event.line, cutLine: event.cutLine }],
    lines: room.lines.map((line) => ({
      ...line,
      cutIn: line.cutIn || line.line === event.line,
      cutOff: line.cutOff || (event.cutLine !== 0 && line.line === event.cutLine),
    })),
  };
}

/** What names one piece of evidence. */
export type Cited = Pick<Of<'contested'>, 'line' | 'finding' | 'move'>;

export function isContested(room: Room, cited: Cited): boolean {
  return room.contested.some(
    (one) => one.line === cited.line && one.finding === cited.finding && one.move === cited.move,
  );
}

/** The seat across the table. */
export function partnerOf(seat: Seat): Talker {
  return seat === 'trainee' ? 'customer' : 'trainee';
}
