// What a run says, in every way that the window shows it, and its replay on the canvas.
import { readFileSync, writeFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';

const EXAMPLE = 'example.spandrel.json';

const looks = [
  { colorScheme: 'light', width: 1280, height: 800 },
  { colorScheme: 'dark', width: 1920, height: 1080 },
] as const;

function results(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Results' });
}

function component(page: Page, name: string): Locator {
  return page.getByRole('application', { name: 'Canvas' }).getByRole('group', { name, exact: true });
}

async function simulate(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Simulate', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Components' })).toBeVisible({ timeout: 50_000 });
}

async function openTab(page: Page, name: string): Promise<void> {
  await results(page).getByRole('tab', { name, exact: true }).click();
}

/** Breaches of WCAG 2 A and AA, each as one line. */
async function breaches(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(['wcag2a', 'wcag2aa']).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

interface Editable {
  readonly components: Record<string, unknown>[];
  readonly scenarios: Record<string, unknown>[];
}

/** The example with something done to it while it runs, opened anew. */
async function openTroubled(app: App): Promise<Page> {
  const design = JSON.parse(readFileSync(app.file(EXAMPLE), 'utf8')) as Editable;
  const [scenario] = design.scenarios;
  const gateway = design.components.find(({ id }) => id === 'api');
  if (!scenario || !gateway) throw new Error('the example has no scenario, or no gateway');
  gateway['autoscale'] = { metric: 'utilisation', target: 0.1, min: 1, max: 6, startupS: 20 };
  scenario['faults'] = [{ kind: 'slowdown', at: 'db', fromS: 200, durationS: 60, factor: 1.5 }];
  scenario['rollouts'] = [
    { at: 'auth', strategy: 'canary', startS: 300, startupS: 5, steps: [{ weight: 0.2, holdS: 60 }] },
  ];
  writeFileSync(app.file('troubled.spandrel.json'), JSON.stringify(design));
  return app.reopen('troubled.spandrel.json');
}

for (const look of looks) {
  const suffix = `${look.colorScheme}-${look.width}`;
  test.describe(`${look.colorScheme} at ${look.width}×${look.height}`, () => {
    test.use({ look });

    test('every way in which a run is shown is complete and accessible', async ({ app }, info) => {
      test.setTimeout(120_000);
      const page = await openTroubled(app);
      const picture = async (name: string): Promise<void> => {
        await page.screenshot({ path: info.outputPath(`${name}-${suffix}.png`) });
        expect(await breaches(page)).toEqual([]);
      };
      await simulate(page);
      await expect(page.getByRole('table', { name: 'Components' })).toContainText('Lag');
      await picture('components');

      await openTab(page, 'Distribution');
      const requests = page.getByRole('table', { name: 'Requests' });
      await expect(requests.getByRole('row', { name: /^All requests/ })).toContainText('ms');
      await expect(requests.getByRole('row', { name: /^Arrivals at Web-UI/ })).toContainText('ms');
      await picture('distribution');

      await openTab(page, 'Where the time goes');
      const parts = page.getByRole('table', { name: 'Where the time goes' });
      await expect(parts.getByRole('row', { name: /^Database/ })).toContainText('ms');
      const whole = await parts.getByRole('row', { name: /^Database/ }).textContent();
      await results(page).getByRole('radio', { name: 'Slowest 1 %' }).check({ force: true });
      await expect(parts.getByRole('row', { name: /^Database/ })).not.toHaveText(whole ?? '');
      await picture('breakdown');

      await openTab(page, 'Traces');
      const list = page.getByRole('listbox', { name: 'Sampled requests' });
      await expect(list.getByRole('option')).toHaveCount(20);
      await list.focus();
      await page.keyboard.press('ArrowDown');
      await expect(list.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
      await expect(page.getByRole('table', { name: 'Waterfall' }).getByRole('row')).not.toHaveCount(1);
      await picture('traces');

      await openTab(page, 'Rollouts');
      await expect(
        page.getByRole('table', { name: 'Rollouts' }).getByRole('row', { name: /^Auth Service/ }),
      ).toContainText('%');
      await picture('rollouts');

      await openTab(page, 'Time');
      await results(page).getByLabel('Component followed').selectOption('api');
      for (const name of ['Replicas', 'Waiting'])
        await results(page).getByRole('button', { name, exact: true }).click();
      await expect(
        results(page).getByRole('img', { name: /^Replicas of API Gateway over time: wanted/ }),
      ).toBeVisible();
      await expect(results(page)).toContainText('Faults: slowdown of Database, 200 s to 260 s');
      await picture('time');
    });
  });
}

test('what a run cannot show says why, and how to get it', async ({ app }) => {
  const { page } = app;
  await simulate(page);
  await openTab(page, 'Rollouts');
  await expect(results(page)).toContainText('No new version was rolled out in this run.');
  await openTab(page, 'Time');
  await results(page).getByLabel('Component followed').selectOption('db');
  await results(page).getByRole('button', { name: 'Lag', exact: true }).click();
  await expect(results(page)).toContainText('Database holds no messages. Follow a queue');
  await results(page).getByLabel('Component followed').selectOption('mq');
  await expect(results(page).getByRole('img', { name: /^Lag of Message Queue over time/ })).toBeVisible();
});

test('a visit in a waterfall leads to its component', async ({ app }) => {
  const { page } = app;
  await simulate(page);
  await openTab(page, 'Traces');
  const waterfall = page.getByRole('table', { name: 'Waterfall' });
  await waterfall.getByRole('button', { name: 'API Gateway' }).first().click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('heading', { name: 'API Gateway' })).toBeVisible();
});

test('a run is replayed: played, paused, scrubbed by mouse and keys, and left', async ({ app }, info) => {
  const { page } = app;
  await simulate(page);
  const card = component(page, 'Database');
  const mean = await card.textContent();
  await results(page).getByRole('button', { name: 'Replay', exact: true }).click();
  const bar = page.getByRole('region', { name: 'Replay' });
  const time = bar.getByRole('slider', { name: 'Replay time' });
  await expect(card).toContainText('waiting');
  await expect.poll(async () => Number(await time.inputValue())).toBeGreaterThan(20);
  await bar.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(bar.getByRole('button', { name: 'Play', exact: true })).toBeFocused();
  await page.screenshot({ path: info.outputPath('replay.png') });
  expect(await breaches(page)).toEqual([]);

  await time.focus();
  await page.keyboard.press('Home');
  await expect(time).toHaveAttribute('aria-valuetext', /^0 s of /);
  const first = await card.textContent();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('PageUp');
  await expect(card).not.toHaveText(first ?? '');
  await page.keyboard.press('Space');
  await expect(bar.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await bar.getByLabel('Replay speed').selectOption('1');
  await time.focus();
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(card).toHaveText(mean ?? '');
});

test('a new run, an undone edit and another design end a replay or leave it be', async ({ app }) => {
  const { page } = app;
  await simulate(page);
  const bar = page.getByRole('region', { name: 'Replay' });
  await results(page).getByRole('button', { name: 'Replay', exact: true }).click();
  await expect(bar).toBeVisible();
  await component(page, 'Database').click();
  await page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Replicas', { exact: true }).fill('2');
  await page.keyboard.press('Enter');
  await expect(bar).toBeVisible();
  await page.getByRole('button', { name: 'Simulate', exact: true }).click();
  await expect(bar).toHaveCount(0, { timeout: 50_000 });
});

test.describe('with less motion', () => {
  test('a replay waits for its first step, and goes from step to step', async ({ app }) => {
    const { page } = app;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await simulate(page);
    await page.keyboard.press('ControlOrMeta+Shift+Enter');
    const bar = page.getByRole('region', { name: 'Replay' });
    const time = bar.getByRole('slider', { name: 'Replay time' });
    await expect(bar.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    await expect(time).toHaveValue('0');
    await page.keyboard.press('Space');
    await expect.poll(async () => Number(await time.inputValue())).toBeGreaterThan(0);
    await bar.getByRole('button', { name: 'Pause', exact: true }).click();
    await bar.getByRole('button', { name: 'End the replay', exact: true }).click();
    await expect(bar).toHaveCount(0);
  });
});
