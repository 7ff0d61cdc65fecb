/** What was told to staff alone: why somebody stopped, and what was reported. */
import type { Room } from '../state/room.ts';
import { minutes, say } from '../text/text.ts';
import { Icon, Text } from './parts.tsx';
import '../text/peer.ts';

export function StaffNotices({ room, customer }: { room: Room; customer: string }) {
  const nameOf = (seat: string) =>
    seat === 'customer' ? (room.names.customer ?? customer) : (room.names.trainee ?? '');
  return (
    <>
      {room.reports.map((one) => (
        <p key={one.atMs} class="notice notice--cut" role="alert" data-report={one.by}>
          <Icon name="flag" />
          <span>
            <strong>{minutes(one.atMs)}</strong>{' '}
            <Text
              id={one.upto > 0 ? 'staff-reported' : 'staff-reported-before'}
              args={{
                who: nameOf(one.by),
                from: timeOf(room, one.from),
                upto: timeOf(room, one.upto),
              }}
            />{' '}
            {one.line > 0 && <q>{one.text}</q>}
          </span>
        </p>
      ))}
      {room.stopReasons.map((one) => (
        <p key={one.atMs} class="notice" data-stopped={one.why}>
          <Icon name="octagon-x" />
          <span>
            <strong>{minutes(one.atMs)}</strong>{' '}
            <Text id="staff-stopped" args={{ who: nameOf(one.by), why: say(`stop-${one.why}`) }} />
          </span>
        </p>
      ))}
    </>
  );
}

/** When the first or last of the messages cited was said; lines beside the talk have no time. */
function timeOf(room: Room, line: number): string {
  const said = room.lines.findLast((one) => one.line <= line) ?? room.lines[0];
  return minutes(said?.atMs ?? 0);
}
