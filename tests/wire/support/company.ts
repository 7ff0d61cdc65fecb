// People who play a workshop by themselves, as a page would let them: they read, talk, look back,
// choose when they are asked, and come back when the line is cut. What they were told is stored is
// remembered, so that a test can look for it.
import type { Item } from '#protocol';
import { Member } from './workshop.ts';

const fiveSteps: Item[] = ['L1', 'E1', 'L5', 'S2', 'S6'];
const words = {
  customer: ['I sat on boxes for two hours.', 'Nobody called me back, nobody.', 'And now it is dark.'],
  trainee: ['You waited two hours and nobody told you.', 'What would put it right for you?'],
  observer: [],
  staff: [],
} as const;

/** What somebody was acknowledged, and where. */
export interface Said {
  room: string;
  text: string;
}

/** One place he had. */
export interface Sat {
  room: string;
  seat: 'trainee' | 'customer' | 'observer' | 'staff';
}

export class Person {
  readonly said: Said[] = [];
  readonly sat: Sat[] = [];
  /** Why he was asked what he would like, each time. */
  readonly asked: string[] = [];
  gone = false;
  #spoken = new Map<string, number>();
  #waits = new Map<number, Said>();
  #rated = new Set<string>();
  #read = 0;

  private constructor(readonly member: Member) {}

  static async enter(port: number, code: string, name: string): Promise<Person> {
    return new Person(await Member.enter(port, code, name));
  }

  /** Plays until the workshop is over or he leaves. `port` is where the server is now. */
  async live(port: () => Promise<number>): Promise<void> {
    while (!this.gone && !this.#isOver()) {
      await this.member.client.until(() => this.#act(), `${this.member.name} to be done`, 120_000);
      if (!this.gone && !this.#isOver()) await this.#comeBack(port);
    }
  }

  leave() {
    this.gone = true;
    this.member.client.drop();
  }

  async #comeBack(port: () => Promise<number>) {
    this.#read = 0;
    this.#waits.clear();
    await this.member.comeBack(await port()).catch(() => undefined);
  }

  #isOver(): boolean {
    return this.member.latest('lobby')?.phase === 'over';
  }

  /** True: there is nothing more to do on this connection. */
  #act(): boolean {
    const { client } = this.member;
    for (; this.#read < client.messages.length; this.#read++) {
      const message = client.messages[this.#read];
      if (message?.kind === 'member') this.member.token = message.token;
      if (message?.kind === 'ack') this.#acknowledged(message.id);
      if (message?.kind === 'seated') this.#sit(message);
      if (message?.kind === 'lobby' && message.asked !== 'nothing') this.#choose(message.asked);
    }
    if (client.closeCode === null) this.#play();
    return client.closeCode !== null || this.#isOver();
  }

  #sit({ room, seat }: Sat) {
    this.#waits.clear();
    const last = this.sat.at(-1);
    if (last?.room !== room || last.seat !== seat) this.sat.push({ room, seat });
    if (seat !== 'observer') this.member.client.send({ kind: 'ready' });
  }

  #choose(why: string) {
    this.asked.push(why);
    this.member.client.send({ kind: 'choose', what: 'bot' });
  }

  #acknowledged(id: number) {
    const said = this.#waits.get(id);
    if (said) this.said.push(said);
    this.#waits.delete(id);
  }

  #play() {
    const { client } = this.member;
    const at = this.sat.at(-1);
    if (!at) return;
    if (client.room.phase === 'play') this.#talk(at);
    if (client.room.phase === 'debrief' && at.seat === 'trainee' && !this.#rated.has(at.room)) {
      this.#rated.add(at.room);
      client.send({ kind: 'rateSelf', marks: fiveSteps.map((item) => ({ item, level: 3 })) });
    }
  }

  /** One line at a time, while the floor is free or his. */
  #talk({ room, seat }: Sat) {
    const { client, name } = this.member;
    const spoken = this.#spoken.get(`${room} ${seat}`) ?? 0;
    const line = words[seat][spoken];
    const { holder } = client.room.floor;
    if (line === undefined || this.#waits.size > 0 || (holder !== 'none' && holder !== seat)) return;
    const text = `${line} ${name} ${spoken}`;
    this.#spoken.set(`${room} ${seat}`, spoken + 1);
    this.#waits.set(client.sayNow(text), { room, text });
  }
}
