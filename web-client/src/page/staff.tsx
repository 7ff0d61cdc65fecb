/** The instructor's pages: the firm's workshops and rooms, and one room live. */
import '../text/talk.ts';
import { useEffect, useState } from 'preact/hooks';
import { Desk } from '../state/desk.ts';
import { takeSecret } from '../state/kept.ts';
import { secretPlace } from '../state/staffLink.ts';
import debriefTexts from '../text/debrief.ftl?raw';
import staffTexts from '../text/staff.ftl?raw';
import { addTexts } from '../text/text.ts';
import { NotStaff } from '../view/notStaff.tsx';
import { StaffHome } from './staffHome.tsx';
import { StaffRoom } from './staffRoom.tsx';
import '../style/debrief.css';
import '../style/staff.css';

addTexts(debriefTexts);
addTexts(staffTexts);

/** Links of the demo have a folder of their own; the pages are the same. */
const roomPath = /^\/i\/(?:demo\/)?r\/([^/]+)$/;

export function Staff({ path }: { path: string }) {
  const watched = roomPath.exec(path)?.[1];
  const [desk] = useState(
    () => new Desk(watched ? decodeURIComponent(watched) : null, takeSecret(secretPlace)),
  );
  useEffect(() => () => desk.dispose(), [desk]);
  if (desk.link.state.value.is === 'ended' || desk.staff.value === false) {
    return <NotStaff secret={desk.link.hasSecret} />;
  }
  return watched ? <StaffRoom desk={desk} back="/i" /> : <StaffHome desk={desk} />;
}
