/** What stays on the device: drafts for each seat, the token for coming back, and the comforts.
 * Storage may be switched off or full; then a page simply remembers less. */
import type { Level, Seat } from '#protocol';
import { emptyOutbox, type Outbox } from './outbox.ts';
import type { Practised } from './progress.ts';

function read<Value>(storage: () => Storage, key: string, otherwise: Value): Value {
  try {
    const text = storage().getItem(`hearout:${key}`);
    return text === null ? otherwise : { ...otherwise, ...JSON.parse(text) };
  } catch {
    return otherwise;
  }
}

function write(storage: () => Storage, key: string, value: unknown) {
  try {
    if (value === null) storage().removeItem(`hearout:${key}`);
    else storage().setItem(`hearout:${key}`, JSON.stringify(value));
  } catch {
    // Nothing to be done, and nothing lost while the page stays open.
  }
}

/** Storage is switched off, as in some private windows: a reload would lose the place. */
export function keepsNothing(): boolean {
  try {
    device().setItem('hearout:probe', '');
    device().removeItem('hearout:probe');
    return false;
  } catch {
    return true;
  }
}

const device = () => localStorage;
const tab = () => sessionStorage;

/** The token rotates with each resume, so the tabs of one browser share the newest: that is what
 * lets an older tab take its seat back. Which seat a tab sits in is the tab's own. */
export interface Place {
  room: string;
  seat: Seat;
}

const nowhere: { room: string; seat: Seat | null } = { room: '', seat: null };
const seatKey = (place: Place) => `${place.room}:${place.seat}`;

export function readPlace(room: string): Place | null {
  const here = read(tab, 'here', nowhere);
  const found = here.room === room ? here : read(device, `last:${room}`, nowhere);
  return found.seat === null ? null : { room: found.room, seat: found.seat };
}

export function writePlace(place: Place) {
  write(tab, 'here', place);
  write(device, `last:${place.room}`, place);
}

export function readToken(place: Place): string {
  return read(device, `token:${seatKey(place)}`, { token: '' }).token;
}

export function writeToken(place: Place, token: string) {
  write(device, `token:${seatKey(place)}`, { token });
}

export function forget(place: Place) {
  write(tab, 'here', null);
  write(device, `last:${place.room}`, null);
  for (const kind of ['token', 'outbox', 'stopped']) {
    write(device, `${kind}:${seatKey(place)}`, null);
  }
}

export function readOutbox(place: Place): Outbox {
  return read(device, `outbox:${seatKey(place)}`, emptyOutbox);
}

export function writeOutbox(place: Place, outbox: Outbox) {
  write(device, `outbox:${seatKey(place)}`, outbox);
}

/** This seat pressed Stop, and may let the room go on. */
export function readStopped(place: Place): boolean {
  return read(device, `stopped:${seatKey(place)}`, { on: false }).on;
}

export function writeStopped(place: Place, on: boolean) {
  write(device, `stopped:${seatKey(place)}`, on ? { on } : null);
}

/** A person's place in a workshop, by its code: the key to come back, and the pin for it. */
export interface Membership {
  token: string;
  pin: string;
}

export const readMember = (code: string): Membership =>
  read(device, `member:${code}`, { token: '', pin: '' });
export const writeMember = (code: string, value: Membership | null) =>
  write(device, `member:${code}`, value);

/** What somebody wants to try next, in this workshop: the next card shows it. */
export const readTry = (code: string): string => read(device, `try:${code}`, { text: '' }).text;
export const writeTry = (code: string, text: string) => write(device, `try:${code}`, { text });

/** The secret of a link stands after # once; from then on it lives in the tab. */
export function takeSecret(path: string): string | null {
  const fresh = location.hash.slice(1);
  if (fresh !== '') {
    history.replaceState(null, '', location.pathname);
    write(tab, `secret:${path}`, { secret: fresh });
    return fresh;
  }
  const kept = read(tab, `secret:${path}`, { secret: '' }).secret;
  return kept === '' ? null : kept;
}

export const forgetSecret = (path: string) => write(tab, `secret:${path}`, null);

/** What this browser knows of staff: the firm they last signed in to, where they wanted to go, and
 * what somebody who came by an invitation is called. */
export const readFirm = (): string => read(device, 'firm', { firm: '' }).firm;
export const writeFirm = (firm: string) => write(device, 'firm', { firm });
export const readWanted = (): string => read(tab, 'wanted', { path: '' }).path;
export const writeWanted = (path: string) => write(tab, 'wanted', { path });
export const readInvitedName = (): string => read(tab, 'invited', { name: '' }).name;
export const writeInvitedName = (name: string) => write(tab, 'invited', { name });

export interface Comfort {
  name: string;
  level: Level;
  heat: number;
  timePct: number;
  text: 'normal' | 'large' | 'largest';
  sounds: boolean;
  readFloor: boolean;
}

const comfort: Comfort = {
  name: '',
  level: 'standard',
  heat: 3,
  timePct: 100,
  text: 'normal',
  sounds: false,
  readFloor: true,
};

export const readComfort = (): Comfort => read(device, 'comfort', comfort);
export function writeComfort(value: Comfort) {
  write(device, 'comfort', value);
  document.documentElement.dataset.text = value.text;
}

/** Whether single keys are shortcuts on this device. */
export const readShortcuts = () => read(device, 'shortcuts', { on: true }).on;
export const writeShortcuts = (on: boolean) => write(device, 'shortcuts', { on });

/** What a learner has practised here, for his own eyes. */
export const readProgress = (): readonly Practised[] =>
  read<{ sessions: readonly Practised[] }>(device, 'progress', { sessions: [] }).sessions;
export const writeProgress = (sessions: readonly Practised[]) =>
  write(device, 'progress', { sessions });

/** Whether the walk over the floor has been offered and taken, or left. */
export const readToured = () => read(device, 'toured', { yes: false }).yes;
export const writeToured = () => write(device, 'toured', { yes: true });
