import { expect, test } from 'vitest';
import { evidence, played } from '../testing/rooms.ts';
import { evidenceFor, itemsOf } from './itemEvidence.ts';
import { emptyRoom } from './room.ts';

const room = played(
  emptyRoom,
  [
    0,
    {
      kind: 'gradedBy',
      method: 'five-steps',
      items: [
        { item: 'L5', weight: 50 },
        { item: 'S2', weight: 50 },
      ],
    },
  ],
  [1, evidence({ line: 4, move: 7 })],
  [2, evidence({ line: 4, finding: 'summary_part', move: 0 })],
  [3, evidence({ line: 6, move: 9 })],
  [4, { kind: 'contested', by: 'staff', line: 6, finding: 'move', move: 9 }],
);

test('an item is shown with the lines that speak of it, but for those called wrong', () => {
  expect(evidenceFor(room, 'L5').map(({ line }) => line)).toEqual([4, 4]);
  expect(evidenceFor(room, 'S2')).toEqual([]);
});

test('a line says which items it is evidence for', () => {
  expect(itemsOf(room, 4)).toEqual(['L5']);
  expect(itemsOf(room, 6)).toEqual([]);
});
