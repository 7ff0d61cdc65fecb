/** Picks the page by the path. */
import { render } from 'preact';
import { useState } from 'preact/hooks';
import {
  Account,
  Help,
  Invitation,
  Landing,
  People,
  Projector,
  Queue,
  Seat,
  Settings,
  SetUp,
  SignIn,
  Staff,
  Wall,
} from './page/chunks.ts';
import { WorkshopPage } from './page/workshop.tsx';
import { codeIn, fromPath } from './state/code.ts';
import { readComfort } from './state/kept.ts';
import { useShortcuts } from './state/shortcuts.ts';
import './style/tokens.css';
import './style/base.css';
import './style/pages.css';

/** A workshop's own pages, for its staff: the wall, one of its rooms, its people, what waits
 * for marks. */
function Desk({ path }: { path: string }) {
  const [code = '', page = ''] = path.slice('/i/w/'.length).split('/');
  const known = codeIn(fromPath(code));
  if (page === 'r') return <Staff path={path} />;
  if (page === 'queue') return <Queue code={known} />;
  return page === 'people' ? <People code={known} /> : <Wall code={known} />;
}

function Page({ path }: { path: string }) {
  if (path === '/practice') return <Seat room={null} />;
  if (path.startsWith('/w/')) return <Seat room={fromPath(path.slice(3))} />;
  if (path.startsWith('/j/')) return <WorkshopPage code={codeIn(fromPath(path.slice(3)))} />;
  if (path.startsWith('/p/')) return <Projector code={codeIn(fromPath(path.slice(3)))} />;
  if (path === '/settings') return <Settings />;
  if (path === '/f/new') return <SetUp />;
  if (path.startsWith('/i/w/')) return <Desk path={path} />;
  if (path === '/signin') return <SignIn />;
  if (path === '/i/account') return <Account />;
  if (path === '/i/invite') return <Invitation />;
  if (path === '/i' || path.startsWith('/i/')) return <Staff path={path} />;
  return <Landing />;
}

/** The page, and over it the help that a question mark opens anywhere. */
function App() {
  const [helps, setHelps] = useState(false);
  const path = location.pathname;
  useShortcuts((key) => {
    if (key === '?') setHelps(true);
    return key === '?';
  });
  return (
    <>
      <Page path={path} />
      {helps && <Help path={path} onClose={() => setHelps(false)} />}
    </>
  );
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
