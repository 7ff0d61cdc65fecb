/** On every page of the staff: what stands there may be old, and the page tries again by itself. */
import type { Link } from '../net/link.ts';
import texts from '../text/signin.ftl?raw';
import { addTexts } from '../text/text.ts';
import { Offline } from './linkLine.tsx';

addTexts(texts);

export function StaffOffline({ link }: { link: Link }) {
  return <Offline link={link.state.value} words="offline-staff" />;
}
