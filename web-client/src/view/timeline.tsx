/** The floor over time, as a picture. Every page that shows it gives a table or a list beside it. */
import { angerCurve, type Moment } from '../state/moments.ts';
import type { Room, Span } from '../state/room.ts';
import { minutes, say } from '../text/text.ts';
import { Icon } from './parts.tsx';

const width = 1000;
const blockHigh = 22;
const laneHigh = 36;
const lanesHigh = 2 * laneHigh;
const angerHigh = 72;
/** Moments stand at least this far apart, in percent of the whole, so that each can be seen and hit. */
const momentGap = 3;

interface Props {
  room: Room;
  /** How far it has come, and how far the picture reaches. */
  nowMs: number;
  endMs: number;
  labels: readonly [string, string];
  moments?: readonly Moment[];
  chosen?: Moment | null;
  onChoose?: (index: number) => void;
}

export function Timeline(props: Props) {
  const { room, nowMs, endMs, chosen, moments = [] } = props;
  const x = (ms: number) => (width * Math.min(ms, endMs)) / Math.max(1, endMs);
  const hasAnger = room.deltas.length > 0;
  const high = hasAnger ? lanesHigh + angerHigh : lanesHigh;
  return (
    <div class="timeline">
      <div class="timeline__labels meta" aria-hidden="true">
        <span>{props.labels[0]}</span>
        <span>{props.labels[1]}</span>
        {hasAnger && <span>{say('lane-anger')}</span>}
      </div>
      <svg
        class={`timeline__picture${hasAnger ? ' timeline__picture--anger' : ''}`}
        viewBox={`0 0 ${width} ${high}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={say('timeline')}
      >
        {ticks(endMs).map((ms) => (
          <line key={ms} class="timeline__tick" x1={x(ms)} x2={x(ms)} y1={0} y2={high} />
        ))}
        {room.spans.map((span) => (
          <Block key={span.fromMs} span={span} nowMs={nowMs} x={x} />
        ))}
        {hasAnger && <path class="timeline__anger" d={angerPath(room, x, x(nowMs))} />}
        {room.cutIns.map(({ atMs }) => (
          <line
            key={atMs}
            class="timeline__cut"
            x1={x(atMs)}
            x2={x(atMs)}
            y1={2}
            y2={lanesHigh - 4}
          />
        ))}
        {chosen && (
          <line class="timeline__chosen" x1={x(chosen.atMs)} x2={x(chosen.atMs)} y1={0} y2={high} />
        )}
      </svg>
      {moments.length > 0 && <Moments {...props} moments={moments} />}
      <div class="timeline__times meta" aria-hidden="true">
        <span>0:00</span>
        <span>{minutes(endMs)}</span>
      </div>
    </div>
  );
}

const icons = { cut: 'scissors', good: 'check', fault: 'triangle-alert', plain: 'circle' };

/** For the mouse; by keyboard and by ear the moments are stepped through below the picture. */
function Moments({ endMs, moments, chosen, onChoose }: Props & { moments: readonly Moment[] }) {
  const places = spread(moments.map((one) => (100 * one.atMs) / Math.max(1, endMs)));
  return (
    <>
      <span class="meta" aria-hidden="true">
        {say('lane-moments')}
      </span>
      <div class="timeline__moments" aria-hidden="true">
        {moments.map((one, index) => (
          <button
            key={`${one.atMs}-${one.id}`}
            type="button"
            tabIndex={-1}
            class={`timeline__moment timeline__moment--${one.tone}`}
            data-chosen={one === chosen}
            style={{ insetInlineStart: `${places[index]}%` }}
            onClick={() => onChoose?.(index)}
          >
            <Icon name={icons[one.tone]} />
          </button>
        ))}
      </div>
    </>
  );
}

/** Pushes rising places apart to the gap, and back from the end where they would overrun it. */
function spread(places: readonly number[]): number[] {
  const gap = Math.min(momentGap, 100 / places.length);
  const apart: number[] = [];
  for (const place of places) {
    apart.push(Math.max(place, (apart.at(-1) ?? Number.NEGATIVE_INFINITY) + gap));
  }
  return apart.map((place, index) => Math.min(place, 100 - (apart.length - 1 - index) * gap));
}

/** Steps: anger stands until something moves it. */
function angerPath(room: Room, x: (ms: number) => number, endX: number): string {
  const [start, ...changes] = angerCurve(room);
  const steps = changes.map((one) => `H${x(one.atMs)}V${angerY(one.anger)}`);
  return `M0,${angerY(start?.anger ?? 0)}${steps.join('')}H${endX}`;
}

function angerY(anger: number): number {
  return lanesHigh + angerHigh - 4 - (anger * (angerHigh - 8)) / 100;
}

const rows = { customer: 0, trainee: 1, hold: 1, instructor: 0, suspended: 0, none: null };

function Block({ span, nowMs, x }: { span: Span; nowMs: number; x: (ms: number) => number }) {
  const row = rows[span.holder];
  if (row === null) return null;
  const from = x(span.fromMs);
  return (
    <rect
      class={`timeline__block timeline__block--${span.holder}`}
      x={from}
      y={(laneHigh - blockHigh) / 2 + row * laneHigh}
      width={Math.max(2, x(span.toMs ?? nowMs) - from)}
      height={span.holder === 'suspended' ? laneHigh + blockHigh : blockHigh}
      rx={3}
    />
  );
}

function ticks(endMs: number): number[] {
  const step = endMs > 240_000 ? 60_000 : 30_000;
  return Array.from({ length: Math.floor(endMs / step) }, (_, index) => (index + 1) * step);
}
