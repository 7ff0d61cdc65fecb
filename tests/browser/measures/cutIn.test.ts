// Measure 4: a cut-in shows at once where it was made and where it is graded.
import { expect, test } from 'vitest';
import { atMost, figure } from '../support/measure.ts';
import { customerWrites, factOf, openStage, personIn, practise, watch } from '../support/stage.ts';

const targetMs = 500;
/** Cutting into the opening story costs 20 and 5; giving the floor back halves the 20. */
const [cutTo, repairedTo] = ['75', '85'];

const stage = openStage();

test('scissors, alert and repair here; scissors, score and lane there', { timeout: 120_000 }, async () => {
  const trainee = await personIn(stage.browser);
  const staff = await personIn(stage.browser);
  const room = await practise(trainee.page, stage.server.port, { level: 'Exam' });
  await watch(staff.page, stage.server, room);
  await trainee.page.fill('#message', 'I just need your booking number.');
  await customerWrites(trainee.page);
  const began = Date.now();
  await trainee.page.keyboard.press('Enter');
  await Promise.all([
    trainee.page.waitForSelector('.line--you.line--cut >> text=cut in'),
    trainee.page.waitForSelector('.notice--cut >> text=You cut in.'),
    trainee.page.waitForSelector('.visually-hidden [role=alert] >> text=You cut in.', { state: 'attached' }),
    trainee.page.waitForSelector('text=Give it back'),
    staff.page.waitForSelector('.staff__line--cut'),
    staff.page.waitForSelector('[data-verdict=interruption]'),
    staff.page.waitForSelector('.timeline__cut', { state: 'attached' }),
    staff.page.waitForFunction(
      (score) => document.querySelector('[data-fact=score-now] .fact__value')?.textContent === score,
      cutTo,
    ),
  ]);
  const tookMs = Date.now() - began;
  figure(4, 'a cut-in on both screens, all of it', `${tookMs} ms`, `${targetMs} ms`);
  expect(tookMs).toBeLessThanOrEqual(atMost(targetMs));
  expect(await trainee.page.locator('.play').textContent()).not.toMatch(/\b75\b|\b25\b|points/);

  await trainee.page.keyboard.press('Alt+g');
  await staff.page.waitForFunction(
    (score) => document.querySelector('[data-fact=score-now] .fact__value')?.textContent !== score,
    cutTo,
  );
  figure(4, 'F after a cut-in in the opening story, and after its repair', `${cutTo}, ${await factOf(staff.page, 'score-now')}`, `${cutTo}, ${repairedTo}`);
  expect(await factOf(staff.page, 'score-now')).toBe(repairedTo);
  await trainee.page.waitForSelector('text=says it again', { timeout: 60_000 });
  for (const one of [trainee, staff]) {
    expect(one.complaints).toEqual([]);
    await one.context.close();
  }
});
