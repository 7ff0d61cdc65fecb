import type { Room, Verdict } from '../state/room.ts';
import { type Args, hasText, minutes } from '../text/text.ts';
import { Icon, Text } from './parts.tsx';

interface Props {
  room: Room;
  args: Args;
  /** Absent once the charges stand. */
  onWaive?: (verdict: Verdict) => void;
}

/** Every act as it was judged, the latest first: the reason and the numbers compared. */
export function VerdictList({ room, args, onWaive }: Props) {
  return (
    <section class="panel">
      <h2>
        <Text id="verdicts" />
      </h2>
      {room.verdicts.length === 0 && (
        <p class="meta">
          <Text id="verdicts-none" />
        </p>
      )}
      <ul class="stack">
        {room.verdicts.toReversed().map((one, index) => (
          <li
            key={`${one.actMs}-${index}`}
            class={`verdict${one.penalty ? ' verdict--charged' : ''}`}
            data-verdict={one.verdict}
          >
            <p>
              <span class="meta">{minutes(one.actMs)}</span>{' '}
              {one.penalty && <Icon name="scissors" />}{' '}
              <Text id={`verdict-${one.verdict}`} args={args} />
            </p>
            <p class="meta">
              <Numbers verdict={one} />
            </p>
            <Settled room={room} verdict={one} {...(onWaive && { onWaive })} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Numbers({ verdict }: { verdict: Verdict }) {
  const { points = 0, rule, measuredMs = 0, limitMs = 0, marginMs = 0, rttMs = -1 } = verdict;
  const compared = measuredMs !== 0 || limitMs !== 0; // some rules compare no times
  const why = `rule-${rule}`;
  return (
    <>
      {rule && (hasText(why) ? <Text id={why} /> : rule)}{' '}
      {points > 0 && <Text id="points" args={{ points }} />}{' '}
      {compared && <Text id="compared" args={{ measured: measuredMs, limit: limitMs }} />}{' '}
      {compared && <Text id="margin" args={{ ms: marginMs }} />}{' '}
      {rttMs >= 0 && <Text id="rtt" args={{ ms: rttMs }} />}
    </>
  );
}

function Settled({ room, verdict, onWaive }: Omit<Props, 'args'> & { verdict: Verdict }) {
  if (room.waived.includes(verdict.actMs)) {
    return (
      <span class="badge">
        <Text id="waived-badge" />
      </span>
    );
  }
  return (
    <span class="row">
      {room.repaired.includes(verdict.actMs) && (
        <span class="badge">
          <Icon name="undo-2" />
          <Text id="repaired-badge" />
        </span>
      )}
      {verdict.penalty && onWaive && (
        <button type="button" class="button button--small" onClick={() => onWaive(verdict)}>
          <Text id="waive" />
        </button>
      )}
    </span>
  );
}
