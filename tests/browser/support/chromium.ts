// Debian's own Chromium, as root and without a screen.
import { chromium } from 'playwright-core';

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser with a new profile, which goes with it. */
export const startChromium = () => chromium.launch({ executablePath: '/usr/bin/chromium', args });
