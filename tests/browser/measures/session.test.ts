// Measure 9: a whole session, from joining to the end of the debrief, by keyboard alone; and its
// conversation by typed commands.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openWorkshop, steer } from '../../wire/support/workshop.ts';
import { tabTo, tour } from '../support/keyboard.ts';
import { figure } from '../support/measure.ts';
import { addressOf, customerWrites, myTurn, openStage, personIn } from '../support/stage.ts';

const stage = openStage();

async function inLobby(level: 'standard' | 'exam') {
  const { staff, code } = await openWorkshop(stage.server, {
    pairing: 'bot', level, readMs: level === 'exam' ? 1_000 : 60_000, playMs: 600_000, debriefMs: 600_000,
  });
  const person = await personIn(stage.browser);
  const { page } = person;
  await page.goto(`${addressOf(stage.server.port)}/j/${code}`);
  await page.waitForSelector('#name:focus');
  expect(await tour(page)).toBeGreaterThanOrEqual(4);
  await tabTo(page, '#name');
  await page.keyboard.type('Asha');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.lobby');
  steer(staff, 'start');
  return { ...person, staff };
}

const says = (page: Page, words: string) => page.waitForSelector(`text=${words}`);

async function looksBack(page: Page) {
  await page.waitForSelector('.steps');
  expect(await tour(page)).toBeGreaterThanOrEqual(5);
  await tabTo(page, '.debrief form input');
  await page.keyboard.type('tense');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-rate]');
  const items = await page.locator('[data-rate]').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.rate));
  for (const item of items) {
    await tabTo(page, `[data-rate=${item}] input`);
    await page.keyboard.press('Space');
  }
  await tabTo(page, '[type=submit]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.timeline');
  await tabTo(page, '.moment button');
  const moment = await page.textContent('.moment p');
  await page.keyboard.press('ArrowRight');
  expect(await page.textContent('.moment p')).not.toBe(moment);
  await tabTo(page, '[data-step=keep]');
  await page.keyboard.press('Enter');
  for (const words of ['Saying it back', 'Asking first']) {
    await tabTo(page, '.debrief form input');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await page.waitForSelector(`[role=status] >> text=${words}`);
  }
}

test.concurrent('by keyboard alone', { timeout: 240_000 }, async () => {
  const { page, context, staff, complaints } = await inLobby('standard');
  await says(page, "I'm ready");
  await tabTo(page, '.card__foot button');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#message');
  const stops = await tour(page);
  await tabTo(page, '#message');

  await customerWrites(page);
  await page.keyboard.press('Alt+2');
  await page.waitForSelector('.chip-mark');
  await page.keyboard.type('I just need your booking number.');
  await page.keyboard.press('Enter');
  await says(page, 'You would be cutting in. Esc to hold it.');
  await page.waitForSelector('.notice--cut >> text=You cut in.');
  await page.keyboard.press('Alt+g');
  await says(page, 'Thank you. Floor handed back');
  await page.keyboard.press('F2');
  await says(page, 'Nothing held.');
  await myTurn(page);
  await page.keyboard.type('That must have been hard, Dana.');
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => document.querySelectorAll('.line--you:not(.line--pending)').length === 2);

  await page.keyboard.press('Escape');
  await tabTo(page, '.play__header .button:nth-of-type(2)');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog');
  await tabTo(page, 'dialog .button--main');
  await page.keyboard.press('Enter');
  await looksBack(page);
  figure(9, 'join to debrief by keyboard', `completed; ${stops} stops in the conversation, each seen, no trap`, 'completes; no trap');
  expect(complaints).toEqual([]);
  staff.close();
  await context.close();
});

test.concurrent('the conversation by typed commands', { timeout: 240_000 }, async () => {
  const { page, context, staff, complaints } = await inLobby('exam');
  await page.waitForSelector('#message');
  await tabTo(page, '#message');
  const types = async (text: string, key = 'Enter') => {
    await page.keyboard.type(text);
    await page.keyboard.press(key);
  };
  await customerWrites(page);
  await types('I just need your booking number.');
  await page.waitForSelector('.notice--cut >> text=You cut in.');
  await types('/giveback');
  await says(page, 'Thank you. Floor handed back');
  await types('/floor');
  await says(page, 'Nothing held.');
  await types('/hold Which day was that?');
  await page.waitForSelector('.held >> text=Which day was that?');
  await types('/time');
  await says(page, 'One message held.');
  await types('/discard');
  await page.waitForSelector('.held', { state: 'detached' });
  await types('/stop');
  await says(page, 'Stopped. Nobody sees why.');
  await types('/stop');
  await page.waitForSelector('[data-side=paused]', { state: 'detached' });
  await types('/nonsense');
  await says(page, 'No such command.');
  await types('/help');
  await page.waitForSelector('dialog');
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog', { state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('message');

  await myTurn(page);
  await types('That must have been hard, Dana.');
  await page.waitForFunction(() => document.querySelectorAll('.line--you:not(.line--pending)').length === 2);
  await types('/over');
  await page.waitForSelector('[data-side=them]');
  await types('/finish');
  await looksBack(page);
  figure(9, 'the conversation by typed commands, the rest by Tab and Enter', 'completed', 'completes; no trap');
  expect(complaints).toEqual([]);
  staff.close();
  await context.close();
});
