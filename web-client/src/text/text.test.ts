import { expect, it } from 'vitest';
import { shapes } from '#protocol';
import debriefTexts from './debrief.ftl?raw';
import gradingTexts from './grading.ftl?raw';
import peerTexts from './peer.ftl?raw';
import staffTexts from './staff.ftl?raw';
import './talk.ts';
import { addTexts, hasText, minutes, say } from './text.ts';

addTexts(debriefTexts);
addTexts(staffTexts);
addTexts(gradingTexts);
addTexts(peerTexts);

const moves = Array.from({ length: 26 }, (_, move) => String(move));
const named = (prefix: string, names: readonly string[] | undefined, but: string[] = []) =>
  (names ?? []).filter((name) => !but.includes(name)).map((name) => `${prefix}-${name}`);

it.each([
  ...named('verdict', shapes.enums.verdict),
  ...named('finding', shapes.enums.finding, ['move']),
  ...named('move', moves),
  ...named('outcome', shapes.enums.outcome),
  ...named('reason', shapes.enums.end_reason),
  ...named('refused', shapes.enums.refused_why),
  ...named('held-why', shapes.enums.held_why, ['collision']),
  ...named('error', shapes.enums.error),
  ...named('chip', shapes.enums.chip, ['none']),
  ...named('card-part', shapes.enums.card_part),
  ...named('phase', shapes.enums.phase),
  ...named('player', shapes.enums.player),
  ...named('level', shapes.enums.level),
  ...named('answer', shapes.enums.answer),
  ...named('did', shapes.enums.action),
  ...named('moment', shapes.enums.moment),
  ...named('critical', shapes.enums.critical),
  ...named('passing', shapes.enums.passing),
  ...named('note', shapes.enums.note, ['feel']),
  ...named('recognised', shapes.enums.recognition),
  ...named('stop', shapes.enums.stop_why),
  ...named('overall', ['1', '2', '3', '4', '5']),
  ...named('heat', ['1', '2', '3', '4', '5']),
])('there are words for %s', (id) => {
  expect(hasText(id)).toBe(true);
});

it.each([
  [0, '0:00'],
  [59_499, '0:59'],
  [342_000, '5:42'],
  [-1, '0:00'],
])('%i ms is %s', (ms, text) => {
  expect(minutes(ms)).toBe(text);
});

it('keeps the wording that people are taught', () => {
  const bidi = /[\u2068\u2069]/g;
  const words = (id: string) => say(id, { address: 'Mr Cole' }).replace(bidi, '');
  expect(words('floor-customer')).toBe('Mr Cole is talking. Keep listening.');
  expect(words('collision-open')).toBe('You both spoke at once. No penalty.');
  expect(words('about-to-cut-in')).toBe('You would be cutting in. Esc to hold it.');
});
