import type { Locator, Page } from 'playwright-core';
import { ACCOUNTS } from '../../src/adapters/postgres/seed/accounts';
import { PASSWORD } from './api';

/** The name of somebody of the example, by their username. */
export function nameOf(username: string): string {
  const account = ACCOUNTS.find((one) => one.username === username);
  if (!account) throw new Error(`nobody is called ${username}`);
  return account.name;
}

/** Signs in at the application's own page, as a new user would. */
export async function signInAt(page: Page, username: string): Promise<void> {
  await page.goto('/app/');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '工作台' }).waitFor();
}

/** A field by its label, whether or not the star of what must be given stands before it. */
const named = (label: string) => new RegExp(`^(\\*\\s*)?${label}$`);

/** Chooses from a list that opens. `among` is the part of the page with the field. */
export async function choose(among: Locator, label: string, option: string): Promise<void> {
  const page = among.page();
  const field = among.getByRole('combobox', { name: named(label) });
  await field.click();
  const list = page.locator('.ant-select-dropdown:visible');
  const wanted = list.getByTitle(option, { exact: true });
  await list.locator('.ant-select-item').first().waitFor();
  // Of a long list only what is near is there at all.
  while (!(await wanted.isVisible())) {
    await list.hover();
    await page.mouse.wheel(0, 120);
    await page.waitForTimeout(50);
  }
  await wanted.click();
}

/** Looks for somebody by name, and takes them. */
export async function choosePerson(among: Locator, label: string, name: string): Promise<void> {
  const field = among.getByRole('combobox', { name: named(label) });
  await field.click();
  await field.pressSequentially(name);
  await among.page().locator('.ant-select-dropdown:visible').getByTitle(name, { exact: true }).click();
}

/** Gives a day of the month that the calendar opens at, or a moment of it. */
export async function pick(among: Locator, label: string, when: string): Promise<void> {
  const field = among.getByLabel(label, { exact: true });
  const calendar = among.page().locator('.ant-picker-dropdown:visible');
  await field.click();
  const [day, time] = when.split(' ') as [string, string?];
  await calendar.getByTitle(day, { exact: true }).click();
  if (time === undefined) return;
  for (const [index, part] of time.split(':').entries()) {
    const column = calendar.locator('.ant-picker-time-panel-column').nth(index);
    await column.getByText(part, { exact: true }).click();
  }
  await calendar.locator('.ant-picker-ok button').click();
}

/** Opens an action's form on the page of a procedure. */
export async function openAction(page: Page, title: string): Promise<Locator> {
  await page.getByRole('button', { name: title, exact: true }).click();
  return page.locator('.open-form');
}

/** Sends an action's form, and confirms it where the page asks to. */
export async function send(form: Locator, title: string): Promise<void> {
  const page = form.page();
  await form.getByRole('button', { name: title, exact: true }).click();
  const confirm = page.locator('.ant-modal-confirm-btns').getByRole('button', { name: title, exact: true });
  await Promise.race([form.waitFor({ state: 'detached' }), confirm.waitFor()]);
  if (await confirm.isVisible()) await confirm.click();
  await form.waitFor({ state: 'detached' });
}

/** The part of a form that belongs to one field, for what is chosen by a click. */
export function fieldOf(among: Locator, label: string): Locator {
  return among.locator('.ant-form-item').filter({ has: among.page().locator('label', { hasText: label }) });
}
