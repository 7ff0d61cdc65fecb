/** What the whole room sees: how to come in, how many are here, the common clock, who has the floor
 * in all rooms together, and the one moment that the instructor has pinned. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { codeShown } from '../state/code.ts';
import { columns, percent, type Share } from '../state/shares.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import { WorkshopDesk } from '../state/workshopDesk.ts';
import deskTexts from '../text/desk.ftl?raw';
import { addTexts, minutes, say } from '../text/text.ts';
import texts from '../text/workshop.ftl?raw';
import { Plain, Skeleton, Text } from '../view/parts.tsx';
import { Qr } from '../view/qr.tsx';
import '../style/desk.css';
import '../style/wall.css';

addTexts(texts);
addTexts(deskTexts);

export function Projector({ code }: { code: string }) {
  const [desk] = useState(() => new WorkshopDesk({ kind: 'project', code }, null));
  useEffect(() => () => desk.dispose(), [desk]);
  const lobby = desk.lobby.value;
  const rings = useBell(lobby?.bells ?? null);
  useShortcuts((key) => {
    if (key === 'f') fullScreen();
    return key === 'f';
  });
  if (desk.error.value) return <Plain title="refused-title" text="workshop-wrong-code" />;
  if (!lobby) return <Skeleton />;
  const pinned = desk.pinned.value.length > 0;
  return (
    <main class={`projector${rings ? ' projector--rings' : ''}`} data-rings={rings}>
      <header class="projector__head">
        <h1>{lobby.title}</h1>
        <p class="projector__state" role="status">
          <Text id={lobby.paused ? 'lobby-paused' : `gathering-${lobby.phase}`} />
          {rings && ` · ${say('projector-rings')}`}
        </p>
        <Clock desk={desk} />
      </header>
      {pinned ? <Moment desk={desk} /> : <WayIn code={lobby.code} />}
      <Lane desk={desk} />
      <footer class="projector__foot">
        <span>
          <Text id="lobby-people" args={{ count: lobby.people }} />
        </span>
        {pinned && lobby.code !== '' && <strong>{codeShown(lobby.code)}</strong>}
        <button type="button" class="button" aria-keyshortcuts="F" onClick={fullScreen}>
          <Text id="projector-full" /> <kbd>F</kbd>
        </button>
      </footer>
    </main>
  );
}

function fullScreen() {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  done.catch(() => {}); // a browser that forbids it stays as it is
}

function Clock({ desk }: { desk: WorkshopDesk }) {
  const left = desk.leftMs();
  return left === null ? null : <p class="projector__clock">{minutes(left)}</p>;
}

function WayIn({ code }: { code: string }) {
  if (code === '') return null;
  return (
    <div class="projector__in">
      <Qr text={`${location.origin}/j/${code}`} />
      <div>
        <p>
          <Text id="projector-join" args={{ host: location.host }} />
        </p>
        <p class="projector__code">{codeShown(code)}</p>
      </div>
    </div>
  );
}

/** Nobody is named. */
function Moment({ desk }: { desk: WorkshopDesk }) {
  return (
    <section class="projector__moment" aria-label={say('projector-moment')}>
      {desk.pinned.value.map((line, at) => (
        <p key={`${at}-${line.text}`} class={`moment-line moment-line--${line.party}`}>
          <strong>
            <Text id={`projector-party-${line.party}`} />
          </strong>
          <span>{line.text}</span>
        </p>
      ))}
    </section>
  );
}

const high = 40;

/** One column each: customers from above, trainees from below, open floor between them. */
function Lane({ desk }: { desk: WorkshopDesk }) {
  const seconds = desk.shares.value;
  const now = percent(seconds);
  if (now.customer + now.trainee + now.open === 0) return null;
  const all = columns(seconds);
  return (
    <figure class="projector__lane">
      <figcaption class="row">
        <span>
          <Text id="projector-lane" />
        </span>
        {(['customer', 'open', 'trainee'] as const).map((side) => (
          <span key={side} class={`share share--${side}`}>
            <Text id={`projector-${side}`} /> {now[side]} %
          </span>
        ))}
      </figcaption>
      <svg viewBox={`0 0 ${all.length} ${high}`} preserveAspectRatio="none" aria-hidden="true">
        <path class="lane__customer" d={area(all, ({ customer }) => [0, customer])} />
        <path class="lane__trainee" d={area(all, ({ trainee }) => [1 - trainee, trainee])} />
      </svg>
    </figure>
  );
}

function area(all: readonly Share[], part: (share: Share) => readonly [number, number]): string {
  return all
    .map((share, at) => {
      const [from, size] = part(share).map((one) => Math.round(one * high * 10) / 10);
      return size ? `M${at} ${from}h1.02v${size}h-1.02z` : '';
    })
    .join('');
}

const ringMs = 2_500;

/** Rings when the number of bells rises, to the eye as well: a browser may forbid the sound. */
function useBell(bells: number | null): boolean {
  const before = useRef<number | null>(null);
  const [rings, setRings] = useState(false);
  useEffect(() => {
    const rung = before.current !== null && bells !== null && bells > before.current;
    before.current = bells;
    if (!rung) return;
    ring();
    setRings(true);
    const timer = setTimeout(() => setRings(false), ringMs);
    return () => clearTimeout(timer);
  }, [bells]);
  return rings;
}

function ring() {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = 880;
  volume.gain.setValueAtTime(0.3, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 1.5);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 1.5);
}
