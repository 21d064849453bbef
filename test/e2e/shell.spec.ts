// The window around the designs: tabs, the command palette, shortcuts, templates, the welcome, the tour, languages, recent
// files and help.
import { copyFileSync, rmSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';

const EXAMPLE = 'example.spandrel.json';

function component(page: Page, name: string): Locator {
  return page.getByRole('application').getByRole('group', { name, exact: true });
}

function openDesigns(page: Page): Locator {
  return page.getByRole('tablist', { name: 'Open designs' });
}

async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  const dialog = page.getByRole('dialog', { name: 'Commands' });
  await dialog.getByRole('combobox').fill(title);
  await dialog.getByRole('option', { name: title }).first().click();
}

async function addComponent(page: Page, kind: string): Promise<void> {
  await page.getByRole('complementary', { name: 'Palette' }).getByRole('button', { name: kind, exact: true }).click();
}

test('designs stand in tabs, each with its own history, and closing one asks for what is not saved', async ({
  app,
}) => {
  const { page } = app;
  await expect(page).toHaveTitle(/ - Spandrel$/);
  const first = (await page.title()).replace(' - Spandrel', '');
  await expect(openDesigns(page)).toHaveCount(0);
  await addComponent(page, 'Worker');

  await command(page, 'New from template…');
  const gallery = page.getByRole('dialog', { name: 'New from template' });
  await gallery.getByRole('button', { name: /^Microservices/ }).click();
  await expect(openDesigns(page).getByRole('tab')).toHaveCount(2);
  await expect(page).toHaveTitle(/^Microservices/);
  await addComponent(page, 'Cache');
  await expect(component(page, 'Cache')).toBeVisible();

  await openDesigns(page).getByRole('tab', { name: first }).click();
  await expect(component(page, 'Worker')).toBeVisible();
  await expect(component(page, 'Cache')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(component(page, 'Worker')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();

  await page.keyboard.press('ControlOrMeta+PageDown');
  await expect(component(page, 'Cache')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+w');
  const question = page.getByRole('dialog', { name: 'Save the changes?' });
  await expect(question).toContainText('Microservices');
  await question.getByRole('button', { name: 'Discard' }).click();
  await expect(openDesigns(page)).toHaveCount(0);
  await expect(page).toHaveTitle(`${first} - Spandrel`);

  await page.keyboard.press('ControlOrMeta+Shift+t');
  await expect(component(page, 'Cache')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(component(page, 'Cache')).toHaveCount(0);
  await openDesigns(page)
    .getByRole('tab', { name: /^Microservices/ })
    .click({ button: 'middle' });
  await expect(openDesigns(page)).toHaveCount(0);
});

test('a run ends in the tab that it was started in', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'Simulate', exact: true }).click();
  await command(page, 'New design: Layered');
  await expect(openDesigns(page).getByRole('tab')).toHaveCount(2);
  await expect(page.getByRole('table', { name: 'Components' })).toHaveCount(0);
  await openDesigns(page).getByRole('tab').first().click();
  await expect(page.getByRole('table', { name: 'Components' })).toBeVisible({ timeout: 30_000 });
});

test("the palette finds a component, and a shortcut of one's own works and says whose it was", async ({ app }) => {
  const { page } = app;
  await expect(component(page, 'Auth Service')).toBeVisible();
  await command(page, 'Go to Auth Service');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('textbox', { name: 'Name' }).first()).toHaveValue('Auth Service');

  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('searchbox', { name: 'Find a command' }).fill('Arrange');
  await settings.getByRole('button', { name: 'Change the keys of Arrange', exact: true }).click();
  await page.keyboard.press('ControlOrMeta+d');
  await expect(settings.getByRole('status')).toContainText('Duplicate');
  await page.keyboard.press('Escape');
  await expect(settings).toBeVisible();
  await settings.getByRole('button', { name: 'Change the keys of Arrange', exact: true }).click();
  await page.keyboard.press('ControlOrMeta+Alt+r');
  await expect(settings.getByRole('button', { name: 'Change the keys of Arrange', exact: true })).toHaveText(
    /Alt\+R|⌥R/,
  );
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Alt+r');
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeEnabled();

  const again = await app.reopen(EXAMPLE);
  await expect(component(again, 'Auth Service')).toBeVisible();
  await again.keyboard.press('ControlOrMeta+Alt+r');
  await expect(again.getByRole('button', { name: 'Undo', exact: true })).toBeEnabled();
});

test('with no design open the welcome offers patterns, recent files and the tour, which can be skipped', async ({
  app,
}) => {
  const { page } = app;
  await expect(component(page, 'API Gateway')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+w');
  await expect(page.getByRole('heading', { name: 'Start from a pattern' })).toBeVisible();
  await expect(page).toHaveTitle('Spandrel');
  for (const name of [/^Layered/, /^Microservices/, /^Event-driven/, /^Modular/])
    await expect(page.getByRole('button', { name })).toBeVisible();
  await page.getByRole('button', { name: EXAMPLE }).click();
  await expect(component(page, 'API Gateway')).toBeVisible();

  // One that is gone is told, and taken from the list.
  copyFileSync(app.file(EXAMPLE), app.file('gone.spandrel.json'));
  await page.keyboard.press('ControlOrMeta+o');
  await page.getByRole('dialog', { name: 'Open' }).getByRole('button', { name: 'gone.spandrel.json' }).dblclick();
  await expect(openDesigns(page).getByRole('tab')).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+w');
  rmSync(app.file('gone.spandrel.json'));
  await command(page, 'Open gone.spandrel.json');
  await expect(page.getByRole('alert').filter({ hasText: 'gone.spandrel.json is no longer there' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('option', { name: `Open ${EXAMPLE}` })).toHaveCount(1);
  await expect(page.getByRole('option', { name: 'Open gone.spandrel.json' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await command(page, 'Take the tour');
  const step = page.getByRole('dialog', { name: 'What a design is made of' });
  await expect(step).toContainText('1 of 5');
  await step.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('dialog', { name: 'The architecture' })).toContainText('2 of 5');
  await page.getByRole('button', { name: 'Skip the tour' }).click();
  await expect(page.getByRole('button', { name: 'Skip the tour' })).toHaveCount(0);
  await expect(component(page, 'API Gateway')).toBeVisible();
});

test('the gallery shows every template with a picture, by pattern and by key', async ({ app }) => {
  const { page } = app;
  await command(page, 'New from template…');
  const gallery = page.getByRole('dialog', { name: 'New from template' });
  await expect(gallery.getByRole('listitem')).toHaveCount(13);
  await expect(gallery.locator('svg.picture')).toHaveCount(13);
  await gallery.getByText('Event-driven', { exact: true }).first().click();
  await expect(gallery.getByRole('radio', { name: 'Event-driven' })).toBeChecked();
  const count = await gallery.getByRole('listitem').count();
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(13);
  await gallery.getByText('All', { exact: true }).click();
  await gallery.getByRole('listitem').first().getByRole('button').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(openDesigns(page).getByRole('tab')).toHaveCount(2);
});

test('the language is switched to German and back, and help lists every command', async ({ app }) => {
  const { page } = app;
  await expect(component(page, 'API Gateway')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByText('Deutsch', { exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Einstellungen' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Simulieren', exact: true })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Ergebnisse' })).toBeVisible();
  await page.keyboard.press('F1');
  const help = page.getByRole('dialog', { name: 'Hilfe' });
  await expect(help).toContainText('Tastenkürzel');
  await expect(help.getByRole('rowheader', { name: /^Anordnen/ })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+,');
  await page.getByText('English', { exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await page.getByText('Dark', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Simulate', exact: true })).toBeVisible();
});

test('a design file that is let go on the window opens in a tab', async ({ app }, info) => {
  test.skip(info.project.name === 'electron', 'a file that a script made up has no place on the disk');
  const { page } = app;
  await expect(component(page, 'API Gateway')).toBeVisible();
  const text = JSON.stringify({ spandrel: 1, name: 'Dropped', components: [{ id: 'a', kind: 'service' }] });
  const data = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'dropped.spandrel.json', { type: 'application/json' }));
    return transfer;
  }, text);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await expect(page.getByText('Let go to open the design in a tab')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  await expect(openDesigns(page).getByRole('tab', { name: 'Dropped' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('status')).toContainText('unsaved copy');
});
