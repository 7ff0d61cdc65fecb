/** Speaks to the hidden nodes, one thing at a time, and sounds the two tones. */
import { signal } from '@preact/signals';
import {
  emptyQueue,
  enqueue,
  gapMs,
  type Kind,
  nextSpeech,
  type Queue,
} from '../view/announcer.ts';

export class Voice {
  /** What each hidden node says now. */
  readonly nodes = signal<Record<Kind, string>>({ alert: '', floor: '', message: '', clock: '' });
  #queue: Queue = emptyQueue;
  #timer: number | undefined;

  speak(kind: Kind, text: string) {
    this.#queue = enqueue(this.#queue, { kind, text });
    // Everything that one frame brings is weighed together.
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#next, 0);
  }

  readonly #next = () => {
    const { queue, speech } = nextSpeech(this.#queue, performance.now());
    this.#queue = queue;
    if (speech) this.#put(speech.kind, speech.text);
    if (queue.waiting.length === 0) return;
    this.#timer = setTimeout(this.#next, Math.max(50, queue.spokeMs + gapMs - performance.now()));
  };

  /** The same words twice are two announcements, so the second time they end in a space. */
  #put(kind: Kind, text: string) {
    const again = this.nodes.value[kind] === text;
    this.nodes.value = { ...this.nodes.value, [kind]: again ? `${text}\u00a0` : text };
  }
}

/** For the hand and the ear: the floor has changed sides. */
export function signalSide(side: string, sounds: boolean) {
  if (side === 'you' && navigator.userActivation?.hasBeenActive) navigator.vibrate?.(60);
  if (sounds && side === 'you') tone('yours');
  if (sounds && side === 'them') tone('theirs');
}

let audio: AudioContext | null = null;

/** Two tones that cannot be mistaken: up, it is your turn; down, listen. */
function tone(turn: 'yours' | 'theirs') {
  audio ??= new AudioContext();
  if (audio.state === 'suspended') audio.resume().catch(() => {}); // until the person has acted
  const start = audio.currentTime;
  const from = turn === 'yours' ? 523 : 440;
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.frequency.setValueAtTime(from, start);
  oscillator.frequency.setValueAtTime(turn === 'yours' ? from * 1.5 : from / 1.5, start + 0.09);
  gain.gain.setValueAtTime(0.08, start);
  gain.gain.exponentialRampToValueAtTime(0.001, start + 0.22);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.24);
}
