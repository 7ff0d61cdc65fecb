import { type Excuse, fairness } from '../state/fairness.ts';
import type { Room } from '../state/room.ts';
import { hasText } from '../text/text.ts';
import { Text } from './parts.tsx';

/** What the timing rules let pass, and the link they were applied to. */
export function FairnessSheet({ room }: { room: Room }) {
  const sheet = fairness(room);
  const { charged, repaired, waived, largestRttMs } = sheet;
  return (
    <section class="panel" data-sheet="fairness">
      <h2>
        <Text id="fairness-title" />
      </h2>
      <p>
        <Text id="fairness-charged" args={{ charged, repaired, waived }} />{' '}
        {largestRttMs === null ? (
          <Text id="fairness-no-rtt" />
        ) : (
          <Text id="fairness-rtt" args={{ ms: largestRttMs }} />
        )}
      </p>
      {sheet.excuses.length === 0 ? (
        <p class="meta">
          <Text id="fairness-none" />
        </p>
      ) : (
        <ul class="fairness">
          {sheet.excuses.map((one) => (
            <li key={textOf(one)}>
              <strong>{one.count} ×</strong> <Text id={textOf(one)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function textOf({ verdict, rule }: Excuse): string {
  const id = `excuse-${verdict}-${rule}`;
  return hasText(id) ? id : `excuse-${verdict}`;
}
