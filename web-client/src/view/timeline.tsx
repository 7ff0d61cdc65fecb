/** The floor over time, as a picture. Every page that shows it gives a table beside it. */

import { angerCurve, type Moment } from '../state/moments.ts';
import type { Room, Span } from '../state/room.ts';
import { minutes, say } from '../text/text.ts';

const width = 1000;
const lane = 22;

export function Timeline(props: {
  room: Room;
  endMs: number;
  labels: readonly [string, string];
  moments?: readonly Moment[];
  chosen?: Moment | null;
}) {
  const { room, endMs } = props;
  const x = (ms: number) => (width * Math.min(ms, endMs)) / Math.max(1, endMs);
  const curve = angerCurve(room);
  const steps = curve.map((one) => `L${x(one.atMs)},${curveY(one.anger)}`).join(' ');
  const first = curve[0];
  return (
    <div class="timeline">
      <div class="timeline__labels meta" aria-hidden="true">
        <span>{props.labels[0]}</span>
        <span>{props.labels[1]}</span>
        {first && <span>{say('lane-anger')}</span>}
      </div>
      <svg
        class="timeline__picture"
        viewBox={`0 0 ${width} ${first ? 122 : 74}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={say('timeline')}
      >
        {ticks(endMs).map((ms) => (
          <line key={ms} class="timeline__tick" x1={x(ms)} x2={x(ms)} y1={0} y2={122} />
        ))}
        {room.spans.map((span) => (
          <Block key={span.fromMs} span={span} endMs={endMs} x={x} />
        ))}
        {first && <path class="timeline__anger" d={`M0,${curveY(first.anger)} ${steps}`} />}
        {room.cutIns.map((one) => (
          <path
            key={one.atMs}
            class="timeline__cut"
            d={`M${x(one.atMs) - 5},36 l10,24 m0,-24 l-10,24`}
          />
        ))}
        {props.chosen && (
          <line
            class="timeline__chosen"
            x1={x(props.chosen.atMs)}
            x2={x(props.chosen.atMs)}
            y1={0}
            y2={122}
          />
        )}
      </svg>
      <div class="timeline__times meta" aria-hidden="true">
        <span>0:00</span>
        <span>{minutes(endMs)}</span>
      </div>
    </div>
  );
}

const curveY = (anger: number) => 118 - anger * 0.44;

function Block({ span, endMs, x }: { span: Span; endMs: number; x: (ms: number) => number }) {
  const row = { customer: 0, trainee: 1, hold: 1, instructor: 0, suspended: 0, none: -1 }[
    span.holder
  ];
  if (row < 0) return null;
  const from = x(span.fromMs);
  const size = Math.max(2, x(span.toMs ?? endMs) - from);
  const high = span.holder === 'suspended' ? 2 * lane + 14 : lane;
  return (
    <rect
      class={`timeline__block timeline__block--${span.holder}`}
      x={from}
      y={6 + row * (lane + 14)}
      width={size}
      height={high}
      rx={3}
    />
  );
}

function ticks(endMs: number): number[] {
  const step = endMs > 240_000 ? 60_000 : 30_000;
  return Array.from({ length: Math.floor(endMs / step) }, (_, index) => (index + 1) * step);
}
