// The moving truck, as far as each screen needs it.
import type { RoomEntry, RoomEvent } from '../../../protocol/gen/ts/protocol.ts';
import type { Recording } from './player.ts';

type Of<Kind extends RoomEvent['kind']> = Extract<RoomEvent, { kind: Kind }>;
type Told = Recording['events'];

const floor = (part: Partial<Of<'floor'>>): RoomEvent => ({
  kind: 'floor',
  number: 1,
  holder: 'customer',
  activity: 'active',
  flag: 'none',
  vent: true,
  sinceMs: 0,
  untilMs: 0,
  queued: 'none',
  ...part,
});

const line = (number: number, party: 'trainee' | 'customer', text: string): Of<'delivered'> => ({
  kind: 'delivered',
  line: number,
  party,
  more: false,
  chip: 'none',
  again: false,
  writtenMs: 0,
  text,
});

const verdict = (part: Partial<Of<'verdict'>>): RoomEvent => ({
  kind: 'verdict',
  actMs: 0,
  decidedMs: part.actMs ?? 0,
  line: 0,
  party: 'trainee',
  verdict: 'interruption',
  penalty: false,
  floorTaken: false,
  delivered: true,
  vent: false,
  points: 0,
  ...part,
});

const delta = (anger: number, angerNow: number, trustNow: number): RoomEvent => ({
  kind: 'delta',
  line: 0,
  change: 'move',
  move: 0,
  begin: 0,
  end: 0,
  finding: 'move',
  anger,
  trust: 0,
  heard: 0,
  grasped: 0,
  angerNow,
  trustNow,
  heardNow: 0,
  graspedNow: 0,
});

const evidence = (part: Partial<Of<'evidence'>>): RoomEvent => ({
  kind: 'evidence',
  line: 6,
  grade: 'credit',
  finding: 'move',
  move: 4,
  begin: 0,
  end: 0,
  value: 0,
  ...part,
});

const opened: RoomEvent = {
  kind: 'opened',
  medium: 'text',
  mode: 'soft',
  level: 'standard',
  player: 'bot',
  readMs: 60_000,
  playMs: 480_000,
  wrapMs: 20_000,
  heat: 3,
};

const begun: Told = [
  [0, opened],
  [0, { kind: 'seated', seat: 'trainee', player: 'bot', name: 'Asha' }],
  [0, { kind: 'seated', seat: 'customer', player: 'bot', name: 'Daniel Cole' }],
  [0, { kind: 'phase', phase: 'read', endsMs: 60_000 }],
];

const story: Told = [
  ...begun,
  [1_000, { kind: 'phase', phase: 'play', endsMs: 481_000 }],
  [1_500, floor({})],
  [9_000, line(1, 'customer', "You said one o'clock. I sat on boxes for two hours.")],
  [12_000, { ...line(2, 'trainee', ''), chip: 'mm_hm' }],
  [12_000, verdict({ actMs: 12_000, line: 2, verdict: 'backchannel', rule: 'chip' })],
  [14_000, { ...line(3, 'customer', 'And then I lost a hundred dollars because'), more: true }],
];

const cut: Told = [
  ...story,
  [16_000, line(4, 'trainee', "I'm sorry, can I just check the booking?")],
  [16_000, { kind: 'cutIn', line: 4, cutLine: 3 }],
  [
    16_000,
    verdict({
      actMs: 16_000,
      line: 4,
      penalty: true,
      vent: true,
      base: 20,
      points: 25,
      rule: 'while_composing',
      measuredMs: 2_000,
      limitMs: 720,
      marginMs: 1_280,
      rttMs: 20,
    }),
  ],
  [16_000, delta(12, 72, 30)],
  [16_000, { kind: 'score', floorScore: 75, interruptions: 1 }],
  [16_000, floor({ number: 2, restUntilMs: 21_000, repairUntilMs: 24_000 })],
];

const again: Told = [
  ...cut,
  [
    22_000,
    {
      ...line(5, 'customer', 'As I was SAYING, I lost a hundred dollars of my deposit.'),
      again: true,
    },
  ],
];

const ended: Told = [
  ...again,
  [30_000, floor({ number: 3, holder: 'trainee', vent: false })],
  [34_000, verdict({ actMs: 34_000, verdict: 'collision', rule: 'latency', rttMs: 640 })],
  [40_000, line(6, 'trainee', 'Two hours on boxes and a hundred dollars gone: that is maddening.')],
  [40_500, evidence({ begin: 0, end: 46 })],
  [40_500, evidence({ line: 4, grade: 'fault', finding: 'premature_apology', end: 9 })],
  [40_500, evidence({ grade: 'note', finding: 'vent_heard' })],
  [40_500, delta(-15, 57, 38)],
  [41_000, floor({ number: 4, vent: false })],
  [50_000, line(7, 'customer', 'Yes. Exactly that. So what are you going to do about it?')],
  [52_000, { kind: 'revealed', fact: 1, key: true }],
  [56_000, floor({ number: 5, holder: 'trainee', vent: false })],
  [70_000, line(8, 'trainee', 'I will refund the hundred dollars today. Does that settle it?')],
  [70_500, delta(-22, 35, 52)],
  [76_000, { kind: 'outcome', outcome: 'satisfied', reason: 'settled', answer: 'yes' }],
  [76_000, { kind: 'phase', phase: 'debrief', endsMs: 0 }],
];

const traineeCard: Recording['card'] = [
  {
    part: 'situation',
    lines: ['Mr Cole booked a van for one. It came at three, inside a two-hour window.'],
  },
  { part: 'may_offer', lines: ['Up to 100 dollars back.', 'A new date, free of charge.'] },
  { part: 'steps', lines: ['Hear him out.', 'Sum up and check.', 'Ask what would put it right.'] },
];

const customerCard: Recording['card'] = [
  { part: 'who', lines: ['Daniel Cole, 41. You moved out today.'] },
  { part: 'openings', lines: ["You said one o'clock.", 'I sat on boxes for two hours.'] },
  { part: 'facts', lines: ['The landlord kept 100 dollars for the late hand-over.'] },
  { part: 'satisfies', lines: ['The hundred dollars, and somebody who says it back to you.'] },
];

/** The trainee's room in mid-story, with the floor as said, news at 20 s. */
const trainee = (part: Partial<Of<'floor'>>, more: Told = []): Recording => ({
  seat: 'trainee',
  nowMs: 20_000,
  card: traineeCard,
  events: [...story, [19_000, floor({ number: 2, ...part })], ...more],
});

const customer = (part: Partial<Of<'floor'>>, told: Told = story): Recording => ({
  seat: 'customer',
  nowMs: 20_000,
  card: customerCard,
  events: [...told, [19_000, floor({ number: 2, ...part })]],
});

const held: RoomEvent = {
  kind: 'held',
  line: 5,
  why: 'collision',
  stale: false,
  text: 'Which day was that, Mr Cole?',
};

const anchors = ['none', 'a stock line', 'named', 'with its reason', 'and returned to'];
const method: Recording['method'] = {
  kind: 'method',
  id: 'five-steps',
  title: 'Five steps',
  items: [
    { item: 'L1', weight: 40, name: 'Full attention', anchors },
    { item: 'E1', weight: 60, name: 'Names the feeling', anchors },
  ],
};

const mark = (item: 'L1' | 'E1', level: number): RoomEvent => ({
  kind: 'mark',
  item,
  level,
  version: 0,
  source: 'human',
  by: 'Jo',
  text: '',
});

const rated: Told = [
  [77_000, { kind: 'note', note: 'feel', text: 'tense' }],
  [78_000, { kind: 'ratedSelf', marks: [{ item: 'L1', level: 4 }, { item: 'E1', level: 2 }] }],
];

const marked: Told = [
  [79_000, mark('L1', 4)],
  [79_000, mark('E1', 3)],
  [79_000, { kind: 'moment', cited: 6, moment: 'good', on: true, by: 'Jo' }],
  [79_500, { kind: 'graded', rubric: 60, floor: 75, total: 63, passing: 'total_low' }],
  [79_600, { kind: 'feltHeard', level: 4 }],
  [79_600, { kind: 'customerNote', note: 'helped', text: 'You said it back to me.' }],
];

const released: Told = [[79_700, { kind: 'released', by: 'Jo' }]];

export const recordings = {
  graded: {
    seat: 'trainee',
    nowMs: 80_000,
    method,
    events: [...ended, ...rated, ...marked, ...released],
  },
  answers: { seat: 'customer', nowMs: 80_000, events: ended },
  marked: {
    seat: 'staff',
    nowMs: 80_000,
    method,
    events: [...ended, ...marked, [79_000, { kind: 'overall', level: 4, by: 'Jo' }]],
  },
  released: {
    seat: 'staff',
    nowMs: 80_000,
    method,
    events: [
      ...ended,
      ...marked,
      [79_000, { kind: 'overall', level: 4, by: 'Jo' }],
      ...released,
    ],
  },
  card: { seat: 'trainee', nowMs: 5_000, card: traineeCard, events: begun },
  talks: trainee({}, [[19_500, { kind: 'compose', party: 'customer', state: 'start' }]]),
  quiet: trainee({ activity: 'paused', untilMs: 22_000 }),
  more: trainee({ activity: 'paused', flag: 'more', untilMs: 30_000 }),
  yours: trainee({ holder: 'trainee', vent: false }),
  open: trainee({ holder: 'none' }),
  slow: { ...trainee({}), rttMs: 1_200 },
  cutIn: { seat: 'trainee', nowMs: 16_000, card: traineeCard, events: cut },
  resting: { seat: 'trainee', nowMs: 17_000, card: traineeCard, events: cut },
  collision: trainee({}, [[20_000, held]]),
  stale: trainee({ holder: 'trainee' }, [[19_500, { ...held, stale: true }]]),
  stepIn: trainee({ stepInMs: 19_500 }),
  onHold: trainee({ holder: 'hold' }),
  paused: trainee({ holder: 'suspended', sinceMs: 19_000 }),
  lost: trainee({ holder: 'suspended', sinceMs: 19_000 }, [
    [20_000, { kind: 'link', party: 'customer', up: false }],
  ]),
  instructor: trainee({ holder: 'instructor' }),
  peerTells: customer({}),
  peerCutOff: customer({}, cut.slice(0, -1)),
  peerListens: customer({ holder: 'trainee', vent: false }),
  debrief: { seat: 'trainee', nowMs: 76_000, card: traineeCard, events: ended },
  watched: { seat: 'staff', nowMs: 23_000, events: again },
  watchedEnd: { seat: 'staff', nowMs: 80_000, events: ended },
} satisfies Record<string, Recording>;

export const roomList: RoomEntry[] = [
  {
    room: 'recorded',
    title: 'The moving truck that came at three',
    trainee: 'Asha',
    customer: 'Daniel Cole',
    player: 'bot',
    phase: 'play',
    anger: 72,
    score: 75,
  },
];
