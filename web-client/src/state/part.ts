/** What the customer's player, an observer, or whoever stops the room says beside the talk. */
import type { Item, Moment, Recognition, StopWhy } from '#protocol';
import { writeStopped } from './kept.ts';
import { latestOfTrainee } from './room.ts';
import type { Session } from './session.ts';

export class Part {
  constructor(private readonly session: Session) {}

  /** How angry the customer is, 0 to 10; false: offline. */
  temper(level: number): boolean {
    return this.session.link.send({ kind: 'temper', level });
  }

  /** Ticks a line of the card's facts, or takes the tick back. */
  tell(line: number, on: boolean) {
    this.session.link.send({ kind: 'tell', line, on });
  }

  /** Of the trainee's latest line. */
  recognise(what: Recognition) {
    const line = latestOfTrainee(this.session.room.value);
    if (line) this.session.link.send({ kind: 'recognise', what, line: line.line });
    else this.session.tell('nothing-said-yet');
  }

  note(line: number, moment: Moment, on: boolean, item?: Item) {
    this.session.link.send({ kind: 'moment', id: 0, line, moment, on, ...(item && { item }) });
  }

  stop(on: boolean) {
    if (this.session.link.send({ kind: 'stop', on })) this.setStopped(on);
  }

  stopWhy(why: StopWhy) {
    this.session.link.send({ kind: 'stopWhy', why });
  }

  report(text: string) {
    if (this.session.link.send({ kind: 'report', text })) this.session.tell('reported');
  }

  setStopped(on: boolean) {
    this.session.stopped.value = on;
    const place = this.session.place();
    if (place) writeStopped(place, on);
  }
}
