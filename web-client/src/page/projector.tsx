/** What the whole room sees: how to come in, how many are here, and the common clock. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { codeShown } from '../state/code.ts';
import { WorkshopDesk } from '../state/workshopDesk.ts';
import { addTexts, minutes } from '../text/text.ts';
import texts from '../text/workshop.ftl?raw';
import { Plain, Skeleton, Text } from '../view/parts.tsx';
import { Qr } from '../view/qr.tsx';
import '../style/wall.css';

addTexts(texts);

export function Projector({ code }: { code: string }) {
  const [desk] = useState(() => new WorkshopDesk({ kind: 'project', code }, null));
  useEffect(() => () => desk.dispose(), [desk]);
  const lobby = desk.lobby.value;
  useBell(lobby?.bells ?? 0);
  if (desk.error.value) return <Plain title="refused-title" text="workshop-wrong-code" />;
  if (!lobby) return <Skeleton />;
  const left = desk.leftMs();
  return (
    <main class="projector">
      <h1>{lobby.title}</h1>
      {lobby.code !== '' && (
        <div class="projector__in">
          <Qr text={`${location.origin}/j/${lobby.code}`} />
          <div>
            <p>
              <Text id="projector-join" args={{ host: location.host }} />
            </p>
            <p class="projector__code">{codeShown(lobby.code)}</p>
          </div>
        </div>
      )}
      <p class="projector__state" role="status">
        <Text id={lobby.paused ? 'lobby-paused' : `gathering-${lobby.phase}`} />
      </p>
      {left !== null && <p class="projector__clock">{minutes(left)}</p>}
      <p>
        <Text id="lobby-people" args={{ count: lobby.people }} />
      </p>
    </main>
  );
}

/** Rings when the number of bells rises; a browser that forbids sound stays silent. */
function useBell(bells: number) {
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (before.current !== null && bells > before.current) ring();
    before.current = bells;
  }, [bells]);
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
