/** One person's session: the room as folded so far, what he has written, and what he can do.
 * The page reads its signals; the link feeds it. */
import { batch, computed, signal } from '@preact/signals';
import type {
  Action,
  Answer,
  Chip,
  FloorAct,
  Level,
  Note,
  OwnMark,
  RoomEvent,
  SayMessage,
  ToClient,
} from '#protocol';
import { type Clock, hearStamp, readClock, startClock } from '../net/clock.ts';
import { Link } from '../net/link.ts';
import { type Args, minutes, say as words } from '../text/text.ts';
import { clockMark } from '../view/announcer.ts';
import { type Bar, floorBar, sendWay } from '../view/floorBar.ts';
import { type Composing, onInput } from './composing.ts';
import {
  type Comfort,
  forget,
  type Place,
  readMember,
  readOutbox,
  readPlace,
  readStopped,
  readToken,
  writeMember,
  writeOutbox,
  writePlace,
  writeStopped,
  writeToken,
} from './kept.ts';
import { type Notice, noticeOf } from './notice.ts';
import {
  acknowledge,
  add,
  editFailed,
  emptyOutbox,
  holdDraft,
  joined,
  notStored,
  type Outbox,
  refused,
  resumed,
  type Unnumbered,
} from './outbox.ts';
import { type Cited, reduce } from './reduce.ts';
import { emptyRoom, lineToSayAgain, type Room } from './room.ts';
import { signalSide, Voice } from './voice.ts';

type Message<Type extends ToClient['kind']> = Extract<ToClient, { kind: Type }>;
export type Seated = Message<'seated'>;
export type Welcome = Message<'welcome'>;
/** A workshop as its members see it, and when that was. */
export type Lobby = Message<'lobby'> & { heardMs: number };

export interface JoinAs {
  scenario: string;
  name: string;
  timePct: number;
  level: Level;
  heat: number;
}

/** How the draft goes out. */
type How = Partial<Pick<SayMessage, 'more' | 'yield' | 'limit'>>;

export const textMost = 4_000;
const slowMs = 800;
/** A whole ring of grace before a cut-in goes out in Standard. */
export const askMs = 1_000;

export class Session {
  readonly welcome = signal<Welcome | null>(null);
  readonly seated = signal<Seated | null>(null);
  readonly room = signal<Room>(emptyRoom);
  /** The person's place in a workshop, and what the workshop does. */
  readonly member = signal<Message<'member'> | null>(null);
  readonly lobby = signal<Lobby | null>(null);
  readonly outbox = signal<Outbox>(emptyOutbox);
  readonly notice = signal<Notice | null>(null);
  readonly nowMs = signal(0);
  readonly slow = signal(false);
  /** Local time at which a cut-in goes out unless taken back. */
  readonly askUntil = signal<number | null>(null);
  /** This seat pressed Stop. */
  readonly stopped = signal(false);
  /** The token no longer opens anything. */
  readonly gone = signal(false);
  /** Asked for the seat back, no answer yet. */
  readonly resuming = signal(false);
  readonly error = signal<string | null>(null);
  /** The log as the debrief shows it; null until it has all come. */
  readonly recalled = signal<Room | null>(null);
  readonly voice = new Voice();
  readonly method = signal<Message<'method'> | null>(null);
  readonly link: Link;
  comfort: Comfort;

  readonly self = computed(() => this.seated.value?.seat ?? 'trainee');
  readonly bar = computed(() => floorBar(this.room.value, this.self.value, this.nowMs.value));
  readonly way = computed(() => sendWay(this.room.value, this.self.value, this.nowMs.value));

  #clock: Clock = startClock(0, performance.now(), false);
  #composing: Composing = { signedMs: null };
  #recalling: Room | null = null;
  #noticeTimer: number | undefined;
  #askTimer: number | undefined;
  #asked: How = {};
  #ticker: number;

  constructor(
    private readonly roomName: string | null,
    secret: string | null,
    comfort: Comfort,
    private readonly workshop: string | null = null,
  ) {
    this.comfort = comfort;
    this.link = new Link(
      { welcomed: (message) => this.#welcomed(message), received: (all) => this.#received(all) },
      secret,
    );
    this.link.connect();
    this.#ticker = setInterval(() => this.#tick(), 100);
  }

  dispose() {
    clearInterval(this.#ticker);
    this.link.close();
  }

  // What the person does.

  join(as: JoinAs) {
    this.error.value = null;
    this.link.send({ kind: 'join', ...as });
  }

  enter(name: string) {
    this.error.value = null;
    const { timePct } = this.comfort;
    this.link.send({ kind: 'enter', code: this.workshop ?? '', name, timePct });
  }

  changeDevice(name: string, pin: string) {
    this.error.value = null;
    this.link.send({ kind: 'changeDevice', code: this.workshop ?? '', name, pin });
  }

  askHelp(on: boolean) {
    this.link.send({ kind: 'askHelp', on });
  }

  ready() {
    this.link.send({ kind: 'ready' });
  }

  /** The composer's text has changed under the person's hands. */
  write(text: string) {
    this.#keep({ ...this.outbox.value, draft: text });
    const { composing, sign } = onInput(this.#composing, text, performance.now());
    if (sign === null || this.link.send({ kind: 'compose', state: sign })) {
      this.#composing = composing;
    }
  }

  /** Sends the draft. It is kept until the server has stored it. */
  send(how: How = {}) {
    const text = this.outbox.value.draft.trim();
    if (text === '' || [...text].length > textMost) return;
    this.#composing = { signedMs: null };
    this.#keep({ ...this.outbox.value, draft: '' });
    this.#say({ ...plainSay, ...how, text });
  }

  chip(chip: Chip) {
    this.#say({ ...plainSay, chip, text: '' });
  }

  /** "Hold for me": the draft waits on this device until its writer sends or changes it. */
  holdForMe() {
    this.takeBack();
    const kept = holdDraft(this.outbox.value);
    if (this.outbox.value.draft.trim() === '') return this.tell('nothing-to-hold');
    this.write('');
    this.#keep(kept);
    this.voice.speak('floor', words('held-local', this.names()));
  }

  sendHeldForMe() {
    const text = this.#takeHeldForMe();
    if (text !== '') this.#say({ ...plainSay, text });
  }

  changeHeldForMe() {
    this.write(joined(this.#takeHeldForMe(), this.outbox.value.draft));
  }

  discardHeldForMe() {
    this.#takeHeldForMe();
  }

  #takeHeldForMe(): string {
    const { heldForMe } = this.outbox.value;
    this.#keep({ ...this.outbox.value, heldForMe: '' });
    return heldForMe;
  }

  confirmHeld(text: string) {
    this.#say({ ...plainSay, text, confirm: true });
  }

  discardHeld(line: number) {
    this.link.send({ kind: 'discard', line });
  }

  /** Takes the server's held message back into the composer. */
  changeHeld(line: number, text: string) {
    this.discardHeld(line);
    this.write(joined(text, this.outbox.value.draft));
  }

  editFailed(id: number) {
    this.#keep(editFailed(this.outbox.value, id));
  }

  floorAct(act: FloorAct, expectMs = 0) {
    this.link.send({ kind: 'floorAct', act, expectMs });
  }

  giveBack() {
    this.#show(null);
    this.floorAct('give_back');
  }

  /** Says again the line that was cut off. */
  resend() {
    const line = lineToSayAgain(this.room.value);
    this.#show(null);
    if (line) this.#say({ ...plainSay, text: line.text, more: line.more });
  }

  /** Brings in a colleague, or ends by the firm's policy; kept until stored, as a message is. */
  act(what: Action, text: string) {
    this.#send({ kind: 'action', what, text });
  }

  stop(on: boolean) {
    if (this.link.send({ kind: 'stop', on })) this.#setStopped(on);
  }

  #setStopped(on: boolean) {
    this.stopped.value = on;
    const place = this.#place();
    if (place) writeStopped(place, on);
  }

  /** Takes the seat back from another tab, with what was written there. */
  useHere() {
    const place = this.#place();
    if (place) this.outbox.value = readOutbox(place);
    this.link.useHere();
  }

  contest({ line, finding, move }: Cited) {
    this.link.send({ kind: 'contest', line, finding, move });
  }

  /** A new room that goes on from that moment; the page goes there. */
  tryAgain(atMs: number) {
    this.link.send({ kind: 'tryAgain', atMs });
  }

  #goTo({ room, token }: Message<'branched'>) {
    const place: Place = { room, seat: 'trainee' };
    writePlace(place);
    writeToken(place, token);
    location.assign(`/w/${encodeURIComponent(room)}`);
  }

  rateSelf(marks: OwnMark[]) {
    this.link.send({ kind: 'rateSelf', marks });
  }

  note(note: Note, text: string) {
    if (text.trim() !== '') this.link.send({ kind: 'note', note, text: text.trim() });
  }

  feltHeard(level: number) {
    this.link.send({ kind: 'feltHeard', level });
  }

  finish(answer?: Answer) {
    this.link.send(answer ? { kind: 'close', answer } : { kind: 'close' });
  }

  /** Asks for the log as the debrief may show it, once. */
  recall() {
    if (this.recalled.value) return;
    this.#recallAll();
  }

  #unlocked() {
    if (this.recalled.value) this.#recallAll();
  }

  #recallAll() {
    this.#recalling = emptyRoom;
    this.link.send({ kind: 'recall' });
  }

  /** One second to think before a cut-in goes out. */
  ask(how: How = {}) {
    if (this.askUntil.value !== null) return;
    this.askUntil.value = performance.now() + askMs;
    this.#asked = how;
    this.voice.speak('alert', words('about-to-cut-in'));
    this.#askTimer = setTimeout(() => this.#goOn(), askMs);
  }

  #goOn() {
    this.takeBack();
    this.send(this.#asked);
  }

  takeBack() {
    clearTimeout(this.#askTimer);
    this.askUntil.value = null;
  }

  // What the server says.

  #welcomed(message: Welcome) {
    this.welcome.value = message;
    this.#composing = { signedMs: null };
    if (this.workshop !== null) return this.#comeBack(this.workshop);
    const place = this.#place();
    const token = place && readToken(place);
    if (!place || !token) {
      this.gone.value = this.roomName !== null && !this.#mayJoin();
      return;
    }
    this.resuming.value = true;
    this.link.send({ kind: 'resume', token, n: this.link.seen });
  }

  #comeBack(code: string) {
    const { token } = readMember(code);
    if (token === '') return;
    this.resuming.value = true;
    const room = this.seated.value?.room ?? '';
    this.link.send({ kind: 'comeBack', token, room, n: this.link.seen });
  }

  #place(): Place | null {
    const seated = this.seated.value;
    if (seated) return { room: seated.room, seat: seated.seat };
    return this.roomName === null ? null : readPlace(this.roomName);
  }

  #mayJoin(): boolean {
    return this.link.hasSecret;
  }

  #received(messages: ToClient[]) {
    batch(() => {
      const before = this.room.value;
      for (const message of messages) this.#take(message);
      if (this.room.value !== before) this.#afterEvents(before);
    });
  }

  #take(message: ToClient) {
    switch (message.kind) {
      case 'member':
        return this.#belong(message);
      case 'lobby':
        this.lobby.value = { ...message, heardMs: performance.now() };
        return;
      case 'seated':
        return this.#sit(message);
      case 'event':
        return this.#event(message.event, message.atMs);
      case 'ack':
        return this.#keep(acknowledge(this.outbox.value, message.id));
      case 'error':
        return this.#fail(message);
      case 'link':
        return this.#measure(message.rttMs);
      case 'branched':
        return this.#goTo(message);
      case 'method':
        this.method.value = message;
        return;
      case 'recalled':
        if (this.#recalling) this.#recalling = reduce(this.#recalling, message.event, message.atMs);
        return;
      case 'recalledAll':
        this.recalled.value = this.#recalling;
        return;
    }
  }

  #belong(member: Message<'member'>) {
    const kept = readMember(this.workshop ?? '');
    const pin = member.pin || kept.pin;
    this.resuming.value = false;
    this.error.value = null;
    this.member.value = { ...member, pin };
    writeMember(this.workshop ?? '', { token: member.token, pin });
  }

  /** A workshop seats its people anew: nothing of the seat before belongs to this one. */
  #move() {
    this.takeBack();
    this.#show(null);
    this.seated.value = null;
    this.room.value = emptyRoom;
    this.recalled.value = null;
    this.#recalling = null;
  }

  #sit(seated: Seated) {
    const was = this.seated.value;
    if (was && (was.room !== seated.room || was.seat !== seated.seat)) this.#move();
    const back = this.seated.value !== null;
    const place = { room: seated.room, seat: seated.seat };
    this.resuming.value = false;
    this.error.value = null;
    writePlace(place);
    writeToken(place, seated.token);
    if (!back) this.outbox.value = readOutbox(place);
    if (!back) this.stopped.value = readStopped(place);
    this.#clock = startClock(seated.nowMs, performance.now(), seated.clockRuns);
    this.seated.value = seated;
    this.#keep(resumed(this.outbox.value, seated.lastId));
    for (const { state, message } of this.outbox.value.waiting) {
      if (state === 'sending') this.link.send(message);
    }
    if (back) this.#show({ id: 'back-online', tone: 'good', speak: 'alert', forMs: 4_000 });
  }

  #event(event: RoomEvent, atMs: number) {
    const before = this.room.value;
    const fresh = atMs >= (this.seated.value?.nowMs ?? 0);
    this.#clock = hearStamp(this.#clock, atMs, performance.now());
    this.room.value = reduce(before, event, atMs);
    if (this.recalled.value) this.recalled.value = reduce(this.recalled.value, event, atMs);
    // What was locked until now has been told already, to others.
    if (event.kind === 'ratedSelf' || event.kind === 'released') this.#unlocked();
    if (event.kind === 'refused' && event.party === this.self.value) {
      this.#keep(refused(this.outbox.value, event.sendId));
    }
    if (!fresh) return; // history is not told again
    const notice = noticeOf(before, event, this.self.value);
    if (notice) this.#show(notice);
    if (event.kind === 'colleagueSaid') {
      const who = this.nameOf('instructor');
      this.voice.speak('message', words('says', { who, text: event.text }));
    }
    if (event.kind === 'delivered' && event.party !== this.self.value) {
      const text = event.chip === 'none' ? event.text : words(`chip-${event.chip}`);
      this.voice.speak('message', words('says', { who: this.nameOf(event.party), text }));
    }
  }

  /** After a frame: speak and sound the floor once, however often it moved within. */
  #afterEvents(before: Room) {
    const room = this.room.value;
    const now = readClock(this.#clock, performance.now());
    this.nowMs.value = now;
    // The floor came while the second ran: what was to be a cut-in is now a turn.
    // The floor came while the second ran: what was to be a cut-in is now a turn.
    const free = room.floor.holder === this.self.value || room.floor.holder === 'none';
    if (this.askUntil.value !== null && free) this.#goOn();
    if (this.stopped.value && before.floor.holder === 'suspended' && !isSuspended(room)) {
      this.#setStopped(false);
    }
    this.#turn(floorBar(before, this.self.value, now), floorBar(room, this.self.value, now));
  }

  #turn(was: Bar, is: Bar) {
    const mayStepIn = was.label !== is.label && is.label === 'floor-customer-long';
    if ((was.side === is.side && !mayStepIn) || this.room.value.phase === 'read') return;
    if (this.comfort.readFloor) this.voice.speak('floor', words(is.label, this.names()));
    if (was.side !== is.side) signalSide(is.side, this.comfort.sounds);
  }

  #fail(message: Message<'error'>) {
    if (this.resuming.value) return this.#notResumed(message.code);
    const id = `error-${message.code}`;
    this.error.value = id;
    this.#keep(notStored(this.outbox.value, message.ref));
    if (this.seated.value) this.#show({ id, tone: 'plain', speak: 'alert', forMs: 8_000 });
  }

  /** A seat that is no longer there is forgotten; what was written in it stays through anything else. */
  #notResumed(code: string) {
    const place = this.#place();
    this.resuming.value = false;
    if (this.workshop !== null) {
      if (code === 'not_found') writeMember(this.workshop, null);
      this.member.value = null;
      this.seated.value = null;
      return;
    }
    if (place && code === 'not_found') forget(place);
    this.seated.value = null;
    this.gone.value = !this.#mayJoin();
  }

  #measure(rttMs: number) {
    const slow = rttMs > slowMs;
    if (slow && !this.slow.value) this.tell('slow-link');
    this.slow.value = slow;
  }

  // Small tools.

  #say(say: Omit<SayMessage, 'kind' | 'id' | 'floorSeen'>) {
    this.#send({ kind: 'say', ...say, floorSeen: this.room.value.floor.number });
  }

  #send(unnumbered: Unnumbered) {
    const added = add(this.outbox.value, unnumbered);
    this.#keep(added.outbox);
    this.link.send(added.message);
  }

  #keep(outbox: Outbox) {
    if (outbox === this.outbox.value) return;
    this.outbox.value = outbox;
    const place = this.#place();
    if (place) writeOutbox(place, outbox);
  }

  #show(notice: Notice | null) {
    clearTimeout(this.#noticeTimer);
    this.notice.value = notice;
    if (!notice) return;
    this.voice.speak(notice.speak, this.noticeText(notice));
    this.#noticeTimer = setTimeout(() => this.#show(null), notice.forMs);
  }

  /** A word to the person, shown and spoken. */
  tell(id: string, args?: Args) {
    this.#show({ id, tone: 'plain', speak: 'floor', forMs: 5_000, ...(args && { args }) });
  }

  /** F2, /floor and /time: who has the floor, the time left, what is held. */
  tellStatus() {
    const left = this.leftMs();
    const time = left === null ? words('no-time') : words('status-clock', { time: minutes(left) });
    const count = this.room.value.held.length + (this.outbox.value.heldForMe === '' ? 0 : 1);
    const held = words('status-held', { count });
    const floor = words(this.bar.value.label, this.names());
    this.tell('status-line', { floor, clock: time, held });
  }

  noticeText(notice: Notice): string {
    const who = notice.who ? this.nameOf(notice.who) : '';
    return words(notice.id, { ...this.names(), who, ...notice.args });
  }

  names() {
    return {
      address: this.seated.value?.address ?? '',
      partner: this.nameOf(this.self.value === 'customer' ? 'trainee' : 'customer'),
    };
  }

  nameOf(party: string): string {
    if (party === this.self.value) return words('you');
    if (party === 'customer') return this.seated.value?.customer ?? '';
    if (party === 'instructor') return words('colleague-name');
    return this.room.value.names[party as 'trainee'] ?? '';
  }

  /** Time left in this phase, or null when there is no end. It stands still with the room. */
  leftMs(): number | null {
    const { phaseEndsMs, floor } = this.room.value;
    if (phaseEndsMs === 0) return null;
    const now = isSuspended(this.room.value) ? floor.sinceMs : this.nowMs.value;
    return Math.max(0, phaseEndsMs - now);
  }

  #tick() {
    if (!this.seated.value) return;
    const before = this.leftMs();
    const was = this.bar.value;
    this.nowMs.value = readClock(this.#clock, performance.now());
    this.#turn(was, this.bar.value);
    const after = this.leftMs();
    if (before === null || after === null || this.room.value.phase !== 'play') return;
    const mark = clockMark(before, after);
    if (mark === null) return;
    const id = mark === 60_000 ? 'time-one-minute' : 'time-left-say';
    this.voice.speak('clock', words(id, { time: minutes(mark) }));
  }
}

function isSuspended(room: Room): boolean {
  return room.floor.holder === 'suspended';
}

const plainSay = {
  more: false,
  yield: false,
  chip: 'none' as Chip,
  confirm: false,
  limit: false,
};
