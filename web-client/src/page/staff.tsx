/** The instructor's pages: the firm's workshops and rooms, and one room live. */
import '../text/talk.ts';
import { useEffect, useState } from 'preact/hooks';
import { codeIn } from '../state/code.ts';
import { Desk, type RoomPlace } from '../state/desk.ts';
import { takeSecret } from '../state/kept.ts';
import { secretPlace } from '../state/staffLink.ts';
import debriefTexts from '../text/debrief.ftl?raw';
import deskTexts from '../text/desk.ftl?raw';
import staffTexts from '../text/staff.ftl?raw';
import { addTexts } from '../text/text.ts';
import { NotStaff } from '../view/notStaff.tsx';
import { StaffHome } from './staffHome.tsx';
import { StaffRoom } from './staffRoom.tsx';
import '../style/debrief.css';
import '../style/staff.css';
import '../style/desk.css';

addTexts(debriefTexts);
addTexts(staffTexts);
addTexts(deskTexts);

/** Links of the demo have a folder of their own; the pages are the same. */
const roomPath = /^\/i\/(?:demo\/)?r\/([^/]+)$/;

/** What stands behind /i/: a room by its place in a workshop, a room by its id, or all rooms. */
function watchedAt(path: string): { watched: string | RoomPlace | null; back: string } {
  const placed = /^\/i\/w\/([^/]+)\/r\/(?:(\d+)-)?(\d+)(?:-(\d+))?$/.exec(path);
  if (placed) {
    const [, typed = '', session = '0', group = '1', take] = placed;
    const code = codeIn(typed);
    return {
      watched: {
        code,
        session: Number(session),
        group: Number(group),
        take: take === undefined ? null : Number(take),
      },
      back: `/i/w/${code}`,
    };
  }
  const room = roomPath.exec(path)?.[1];
  return { watched: room ? decodeURIComponent(room) : null, back: '/i' };
}

export function Staff({ path }: { path: string }) {
  const [{ watched, back }] = useState(() => watchedAt(path));
  const [desk] = useState(() => new Desk(watched, takeSecret(secretPlace)));
  useEffect(() => () => desk.dispose(), [desk]);
  if (desk.link.state.value.is === 'ended' || desk.staff.value === false) {
    return <NotStaff secret={desk.link.hasSecret} />;
  }
  return watched ? <StaffRoom desk={desk} back={back} /> : <StaffHome desk={desk} />;
}
