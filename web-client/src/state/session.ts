/** One person's session: the room as folded so far, what he has written, and what he can do.
 * The page reads its signals; the link feeds it. */
import { batch, computed, signal } from '@preact/signals';
import type { Answer, Choice, FloorAct, Level, RoomEvent, ToClient } from '#protocol';
import { type Clock, hearStamp, readClock, startClock } from '../net/clock.ts';
import { Link } from '../net/link.ts';
import { type Args, minutes, say as words } from '../text/text.ts';
import { clockMark } from '../view/announcer.ts';
import { type Bar, floorBar, sendWay } from '../view/floorBar.ts';
import {
  type Comfort,
  forget,
  type Place,
  readMember,
  readPlace,
  readStopped,
  readToken,
  writeComfort,
  writeMember,
  writePlace,
  writeToken,
} from './kept.ts';
import { LookingBack } from './lookingBack.ts';
import { type Notice, noticeOf } from './notice.ts';
import { Part } from './part.ts';
import { reduce } from './reduce.ts';
import { emptyRoom, type Room } from './room.ts';
import { signalSide, Voice } from './voice.ts';
import { Writing } from './writing.ts';

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

const slowMs = 800;

/** What an answer to lookUp refers to. */
const lookUpNumber = 61;

export class Session {
  readonly welcome = signal<Welcome | null>(null);
  readonly seated = signal<Seated | null>(null);
  readonly room = signal<Room>(emptyRoom);
  /** The person's place in a workshop, and what the workshop does. */
  readonly member = signal<Message<'member'> | null>(null);
  readonly lobby = signal<Lobby | null>(null);
  /** What the person is to know before he comes in. */
  readonly consent = signal<Message<'consent'> | null>(null);
  readonly notice = signal<Notice | null>(null);
  readonly nowMs = signal(0);
  readonly slow = signal(false);
  /** This seat pressed Stop. */
  readonly stopped = signal(false);
  /** The token no longer opens anything. */
  readonly gone = signal(false);
  /** Asked for the seat back, no answer yet. */
  readonly resuming = signal(false);
  readonly error = signal<string | null>(null);
  /** The key to a place in the workshop opens nothing any more. */
  readonly turnedAway = signal(false);
  readonly voice = new Voice();
  readonly method = signal<Message<'method'> | null>(null);
  readonly link: Link;
  /** By subject: what is written, what is said beside the talk, and what comes after it. */
  readonly writing = new Writing(this);
  readonly part = new Part(this);
  readonly back = new LookingBack(this);
  comfort: Comfort;

  readonly self = computed(() => this.seated.value?.seat ?? 'trainee');
  readonly bar = computed(() => floorBar(this.room.value, this.self.value, this.nowMs.value));
  readonly way = computed(() => sendWay(this.room.value, this.self.value, this.nowMs.value));

  #clock: Clock = startClock(0, performance.now(), false);
  #noticeTimer: number | undefined;
  #ticker: number;

  constructor(
    private readonly roomName: string | null,
    secret: string | null,
    comfort: Comfort,
    readonly workshop: string | null = null,
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
    const code = this.workshop ?? '';
    const { token } = readMember(code);
    this.link.send({ kind: 'enter', code, name, timePct, ...(token !== '' && { token }) });
  }

  /** What somebody would like who has nobody to practise with. */
  choose(what: Choice) {
    this.link.send({ kind: 'choose', what });
  }

  changeDevice(name: string, pin: string) {
    this.error.value = null;
    this.link.send({ kind: 'changeDevice', code: this.workshop ?? '', name, pin });
  }

  /** Private settings; the time allowance is the server's to know, until play begins. */
  setComfort(comfort: Comfort) {
    const { timePct } = this.comfort;
    this.comfort = comfort;
    writeComfort(comfort);
    if (comfort.timePct === timePct || (!this.member.value && !this.seated.value)) return;
    this.link.send({ kind: 'comfort', timePct: comfort.timePct });
  }

  askHelp(on: boolean) {
    this.link.send({ kind: 'askHelp', on });
  }

  ready() {
    this.link.send({ kind: 'ready' });
  }

  floorAct(act: FloorAct, expectMs = 0) {
    this.link.send({ kind: 'floorAct', act, expectMs });
  }

  giveBack() {
    this.hush();
    this.floorAct('give_back');
  }

  /** Takes the seat back from another tab, with what was written there. */
  useHere() {
    this.writing.load();
    this.link.useHere();
  }

  #goTo({ room, token }: Message<'branched'>) {
    const place: Place = { room, seat: 'trainee' };
    writePlace(place);
    writeToken(place, token);
    location.assign(`/w/${encodeURIComponent(room)}`);
  }

  finish(answer?: Answer) {
    this.link.send(answer ? { kind: 'close', answer } : { kind: 'close' });
  }

  // What the server says.

  #welcomed(message: Welcome) {
    this.welcome.value = message;
    this.writing.connected();
    if (this.workshop !== null) return this.#comeBack(this.workshop);
    const place = this.place();
    const token = place && readToken(place);
    if (!place || !token) {
      this.gone.value = this.roomName !== null && !this.link.hasSecret;
      return;
    }
    this.resuming.value = true;
    this.link.send({ kind: 'resume', token, n: this.link.seen });
  }

  #comeBack(code: string) {
    const { token } = readMember(code);
    if (token === '' || this.turnedAway.value) {
      this.link.send({ kind: 'lookUp', code });
      return;
    }
    this.resuming.value = true;
    const room = this.seated.value?.room ?? '';
    this.link.send({ kind: 'comeBack', token, room, n: this.link.seen });
  }

  place(): Place | null {
    const seated = this.seated.value;
    if (seated) return { room: seated.room, seat: seated.seat };
    return this.roomName === null ? null : readPlace(this.roomName);
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
      case 'consent':
        this.consent.value = message;
        return;
      case 'lobby':
        this.lobby.value = { ...message, heardMs: performance.now() };
        return;
      case 'seated':
        return this.#sit(message);
      case 'event':
        return this.#event(message.event, message.atMs);
      case 'ack':
        return this.writing.stored(message.id);
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
        return this.back.take(message);
      case 'recalledAll':
        return this.back.takenAll();
      case 'reportKept':
        return this.tell('reported');
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
    this.writing.takeBack();
    this.hush();
    this.seated.value = null;
    this.room.value = emptyRoom;
    this.back.forget();
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
    if (!back) this.stopped.value = readStopped(place);
    this.#clock = startClock(seated.nowMs, performance.now(), seated.clockRuns);
    this.seated.value = seated;
    if (!back) this.writing.load();
    this.writing.seated(seated.lastId);
    // The bot had his part meanwhile, and he watched.
    if (was?.room === seated.room && seated.seat === 'customer' && !back) this.tell('back-in-part');
    if (back) this.#show({ id: 'back-online', tone: 'good', speak: 'alert', forMs: 4_000 });
  }

  #event(event: RoomEvent, atMs: number) {
    const before = this.room.value;
    const fresh = atMs >= (this.seated.value?.nowMs ?? 0);
    this.#clock = hearStamp(this.#clock, atMs, performance.now());
    this.room.value = reduce(before, event, atMs);
    this.back.event(event, atMs);
    if (event.kind === 'refused' && event.party === this.self.value) {
      this.writing.refused(event.sendId);
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
    const free = room.floor.holder === this.self.value || room.floor.holder === 'none';
    if (this.writing.askUntil.value !== null && free) this.writing.goOn();
    if (this.stopped.value && before.floor.holder === 'suspended' && !isSuspended(room)) {
      this.part.setStopped(false);
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
    // Asked by the page: that there is no such workshop is worth a word before a name is typed.
    if (message.ref === lookUpNumber && message.code !== 'not_found') return;
    const id = `error-${message.code}`;
    this.error.value = id;
    this.writing.notStored(message.ref);
    if (this.seated.value) this.#show({ id, tone: 'plain', speak: 'alert', forMs: 8_000 });
  }

  /** A seat that is no longer there is forgotten; what was written in it stays through anything else. */
  #notResumed(code: string) {
    const place = this.place();
    this.resuming.value = false;
    if (this.workshop !== null) {
      this.turnedAway.value = code === 'not_found';
      this.member.value = null;
      this.seated.value = null;
      this.link.send({ kind: 'lookUp', code: this.workshop });
      return;
    }
    if (place && code === 'not_found') forget(place);
    this.seated.value = null;
    this.gone.value = !this.link.hasSecret;
  }

  #measure(rttMs: number) {
    const slow = rttMs > slowMs;
    if (slow && !this.slow.value) this.tell('slow-link');
    this.slow.value = slow;
  }

  // Small tools.

  #show(notice: Notice | null) {
    clearTimeout(this.#noticeTimer);
    this.notice.value = notice;
    if (!notice) return;
    this.voice.speak(notice.speak, this.noticeText(notice));
    this.#noticeTimer = setTimeout(() => this.#show(null), notice.forMs);
  }

  /** Takes the notice away. */
  hush() {
    this.#show(null);
  }

  /** A word to the person, shown and spoken. */
  tell(id: string, args?: Args) {
    this.#show({ id, tone: 'plain', speak: 'floor', forMs: 5_000, ...(args && { args }) });
  }

  /** F2, /floor and /time: who has the floor, the time left, what is held. */
  tellStatus() {
    const left = this.leftMs();
    const time = left === null ? words('no-time') : words('status-clock', { time: minutes(left) });
    const own = this.writing.outbox.value.heldForMe === '' ? 0 : 1;
    const count = this.room.value.held.length + own;
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
      trainee: this.nameOf('trainee'),
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
