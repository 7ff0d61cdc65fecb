import { describe, expect, it } from 'vitest';
import type { Chip } from '#protocol';
import {
  acknowledge,
  add,
  editFailed,
  emptyOutbox,
  holdDraft,
  notStored,
  type Outbox,
  refused,
  resumed,
} from './outbox.ts';

function saying(text: string, outbox: Outbox = emptyOutbox, chip: Chip = 'none'): Outbox {
  return add(outbox, {
    kind: 'say',
    text,
    more: false,
    yield: false,
    chip,
    confirm: false,
    limit: false,
    floorSeen: 3,
  }).outbox;
}

const ids = (outbox: Outbox) => outbox.waiting.map((one) => one.message.id);

it('numbers messages and acts together, and never twice', () => {
  const first = saying('one');
  const { outbox, message } = add(first, { kind: 'action', what: 'hand_over', text: 'brief' });
  expect(message).toEqual({ kind: 'action', what: 'hand_over', text: 'brief', id: 2 });
  expect(ids(saying('three', acknowledge(outbox, 2)))).toEqual([1, 3]);
});

describe('back on the line', () => {
  it('keeps what the server has not stored', () => {
    const three = saying('three', saying('two', saying('one')));
    expect(ids(resumed(three, 2))).toEqual([3]);
  });

  it('goes on from the number that the server knows', () => {
    expect(ids(saying('x', resumed(emptyOutbox, 7)))).toEqual([8]);
  });
});

describe('words that were not taken', () => {
  it('go back to an empty composer', () => {
    const outbox = notStored(saying('so'), 1);
    expect(outbox).toMatchObject({ draft: 'so', waiting: [] });
  });

  it('wait beside a full one, until they are taken up', () => {
    const failed = notStored({ ...saying('so'), draft: 'Mr Cole' }, 1);
    expect(failed.waiting).toMatchObject([{ state: 'failed', message: { text: 'so' } }]);
    expect(editFailed(failed, 1)).toMatchObject({ draft: 'Mr Cole\nso', waiting: [] });
  });

  it('come back when they are refused after they were stored', () => {
    expect(refused(acknowledge(saying('so'), 1), 1).draft).toBe('so');
  });

  it('stay delivered when an error about something else has their number', () => {
    const stored = acknowledge(saying('so'), 1);
    expect(notStored(stored, 1)).toBe(stored);
  });

  it('are none, for a chip', () => {
    expect(refused(saying('', emptyOutbox, 'mm_hm'), 1)).toMatchObject({ draft: '', waiting: [] });
  });

  it('are not made up', () => {
    expect(refused(emptyOutbox, 9)).toBe(emptyOutbox);
  });
});

it('holds a draft under what is held already', () => {
  const held = holdDraft({ ...emptyOutbox, draft: ' one ' });
  expect(held).toMatchObject({ draft: '', heldForMe: 'one' });
  expect(holdDraft({ ...held, draft: 'two' }).heldForMe).toBe('one\ntwo');
});

it('remembers only the latest that were stored', () => {
  let outbox = emptyOutbox;
  for (let id = 1; id <= 30; id++) outbox = acknowledge(saying('x', outbox), id);
  expect(outbox.stored.map((one) => one.message.id)).toEqual([23, 24, 25, 26, 27, 28, 29, 30]);
});
