/** Picks the page by the path. */
import { render } from 'preact';
import { Projector, SetUp, Staff, Wall } from './page/chunks.ts';
import { Landing } from './page/landing.tsx';
import { SeatPage } from './page/seat.tsx';
import { WorkshopPage } from './page/workshop.tsx';
import { codeIn } from './state/code.ts';
import { readComfort } from './state/kept.ts';
import './style/tokens.css';
import './style/base.css';
import './style/pages.css';

function App() {
  const path = location.pathname;
  if (path === '/practice') return <SeatPage room={null} />;
  if (path.startsWith('/w/')) return <SeatPage room={decodeURIComponent(path.slice(3))} />;
  if (path.startsWith('/j/')) return <WorkshopPage code={codeIn(path.slice(3))} />;
  if (path.startsWith('/p/')) return <Projector code={codeIn(path.slice(3))} />;
  if (path === '/f/new') return <SetUp />;
  if (path.startsWith('/i/w/')) return <Wall code={codeIn(path.slice(5))} />;
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
