/** Picks the page by the path. The instructor's pages and the debrief are chunks of their own. */

import type { ComponentType } from 'preact';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Landing } from './page/landing.tsx';
import { SeatPage } from './page/seat.tsx';
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

function App() {
  const path = location.pathname;
  if (path === '/practice') return <SeatPage room={null} />;
  if (path.startsWith('/w/')) return <SeatPage room={decodeURIComponent(path.slice(3))} />;
  if (path.startsWith('/i/')) return <Staff path={path} />;
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
