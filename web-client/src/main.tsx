/** Picks the page by the path. The instructor's pages and the debrief are chunks of their own. */

import type { ComponentType } from 'preact';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Landing } from './page/landing.tsx';
import { SeatPage } from './page/seat.tsx';
import { WorkshopPage } from './page/workshop.tsx';
import { codeIn } from './state/code.ts';
import { readComfort } from './state/kept.ts';
import './style/tokens.css';
import './style/base.css';
import './style/pages.css';
import { Skeleton } from './view/parts.tsx';

type StaffPage = ComponentType<{ path: string }>;

function Staff({ path }: { path: string }) {
  const [Page, setPage] = useState<StaffPage | null>(null);
  useEffect(() => {
    import('./page/staff.tsx').then((module) => setPage(() => module.Staff));
  }, []);
  return Page ? <Page path={path} /> : <Skeleton />;
}

/** Pages for staff and the projector, each loaded when it is wanted. */
const pages = {
  setUp: () => import('./page/setUp.tsx').then((module) => module.SetUp),
  wall: () => import('./page/wall.tsx').then((module) => module.Wall),
  queue: () => import('./page/queue.tsx').then((module) => module.Queue),
  projector: () => import('./page/projector.tsx').then((module) => module.Projector),
  signIn: () => import('./page/signIn.tsx').then((module) => module.SignIn),
  invitation: () => import('./page/invitation.tsx').then((module) => module.Invitation),
};

function Loaded({ page, code }: { page: keyof typeof pages; code: string }) {
  const [Page, setPage] = useState<ComponentType<{ code: string }> | null>(null);
  useEffect(() => {
    pages[page]().then((loaded) => setPage(() => loaded));
  }, [page]);
  return Page ? <Page code={code} /> : <Skeleton />;
}

/** A workshop's own pages, for its staff: the wall, one of its rooms, what waits for marks. */
function Desk({ path }: { path: string }) {
  const [code = '', page = ''] = path.slice('/i/w/'.length).split('/');
  if (page === 'r') return <Staff path={path} />;
  return <Loaded page={page === 'queue' ? 'queue' : 'wall'} code={codeIn(code)} />;
}

function App() {
  const path = location.pathname;
  if (path === '/practice') return <SeatPage room={null} />;
  if (path.startsWith('/w/')) return <SeatPage room={decodeURIComponent(path.slice(3))} />;
  if (path.startsWith('/j/')) return <WorkshopPage code={codeIn(path.slice(3))} />;
  if (path.startsWith('/p/')) return <Loaded page="projector" code={codeIn(path.slice(3))} />;
  if (path === '/f/new') return <Loaded page="setUp" code="" />;
  if (path.startsWith('/i/w/')) return <Desk path={path} />;
  if (path === '/signin') return <Loaded page="signIn" code="" />;
  if (path === '/i/invite') return <Loaded page="invitation" code="" />;
  if (path === '/i' || path.startsWith('/i/')) return <Staff path={path} />;
  return <Landing />;
}

document.documentElement.dataset.text = readComfort().text;

/** The height that a keyboard on the screen leaves: the composer stays above it. */
function followViewport() {
  const height = visualViewport?.height ?? innerHeight;
  document.documentElement.style.setProperty('--view-height', `${height}px`);
}
visualViewport?.addEventListener('resize', followViewport);
followViewport();

const root = document.getElementById('app');
if (root) {
  root.textContent = '';
  render(<App />, root);
}
