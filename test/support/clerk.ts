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

const OPEN_LIST = '.ant-select-dropdown:visible';

/** Chooses from a list that opens. `among` is the part of the page with the field. */
export async function choose(among: Locator, label: string, option: string): Promise<void> {
  const page = among.page();
  const field = among.getByRole('combobox', { name: named(label) });
  await field.click();
  const list = page.locator(OPEN_LIST);
  const wanted = list.getByTitle(option, { exact: true });
  await list.locator('.ant-select-item').first().waitFor();
  // Of a long list only what is near is there at all.
  for (let turned = 0; turned < 60 && !(await wanted.isVisible()); turned += 1) {
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
  await among.page().locator(OPEN_LIST).getByTitle(name, { exact: true }).click();
}

/** Gives a day of the month that the calendar opens at, or a moment of it, and looks whether the field says so. */
export async function pick(among: Locator, label: string, when: string): Promise<void> {
  const field = among.getByLabel(label, { exact: true });
  for (let tried = 0; tried < 3; tried += 1) {
    await pickOnce(field, when);
    if ((await field.inputValue()).startsWith(when)) return;
  }
  throw new Error(`${label} says ${await field.inputValue()} and not ${when}`);
}

async function pickOnce(field: Locator, when: string): Promise<void> {
  const calendar = field.page().locator('.ant-picker-dropdown:visible');
  await field.click();
  const [day, time] = when.split(' ') as [string, string?];
  await calendar.getByTitle(day, { exact: true }).click();
  for (const [index, part] of (time?.split(':') ?? []).entries()) {
    const column = calendar.locator('.ant-picker-time-panel-column').nth(index);
    await column.getByText(part, { exact: true }).click();
  }
  if (time !== undefined) await calendar.locator('.ant-picker-ok button').click();
  await calendar.waitFor({ state: 'hidden' });
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

/** One of several words: as a row of choices, or from a list where there are many. */
export async function pickOne(form: Locator, label: string, option: string): Promise<void> {
  const shown = form.getByText(option, { exact: true });
  await form.getByText(label, { exact: true }).first().waitFor();
  if (await shown.first().isVisible()) return shown.first().click();
  await choose(form, label, option);
}

/** Goes from the page of a procedure into its hall. */
export async function enterHall(page: Page): Promise<void> {
  await page.getByRole('link', { name: '进入会场' }).click();
  await page.getByText('自动更新').waitFor();
}

/** Signs people in at the door, one press each, until so many are left. */
export async function checkIn(page: Page, { untilLeft }: { untilLeft: number }): Promise<void> {
  const buttons = page.getByRole('button', { name: /^登记签到：/ });
  await buttons.first().waitFor();
  for (let left = await buttons.count(); left > untilLeft; left -= 1) {
    await buttons.first().click();
    await buttons.nth(left - 1).waitFor({ state: 'detached' });
  }
}

/** Closes the vote under way, with counts where hands or papers were counted. */
export async function closeVote(page: Page, counts: Readonly<Record<string, number>> | null): Promise<void> {
  const close = await openAction(page, '结束表决并宣布结果');
  if (counts) {
    await close.getByRole('button', { name: '填写这一部分' }).click();
    for (const [name, count] of Object.entries(counts)) await close.getByLabel(name).fill(String(count));
  }
  await send(close, '结束表决并宣布结果');
}

/** Starts a procedure from the page for it, and waits for the page of what was started. */
export async function startByHand(
  page: Page,
  kind: string,
  given: {
    title: readonly [label: string, text: string];
    people: Readonly<Record<string, string>>;
    more?: (form: Locator) => Promise<void>;
  },
): Promise<void> {
  await page.goto('/app/start');
  const form = page.locator('main');
  await choose(form, '种类', kind);
  const [label, text] = given.title;
  await form.getByLabel(label).fill(text);
  for (const [field, username] of Object.entries(given.people)) await choosePerson(form, field, nameOf(username));
  await given.more?.(form);
  await form.getByLabel(label).click();
  await page.locator('.ant-select-dropdown').first().waitFor({ state: 'hidden' });
  await form.getByRole('button', { name: '启动程序' }).click();
  await page.getByRole('heading', { name: text }).waitFor();
}
