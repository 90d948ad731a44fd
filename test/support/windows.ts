import type { Browser, Page } from 'playwright-core';
import { openScreen, picture, type Screen } from './chromium';
import { pick, signInAt } from './clerk';

/** The windows of the people of one walk, each signed in by hand once. */
export class Windows {
  readonly #screens = new Map<string, Screen>();
  #address = '';

  constructor(
    readonly browser: Browser,
    readonly url: string,
  ) {}

  /** Somebody's window; a new one begins at the procedure of the walk, once there is one. */
  async of(username: string): Promise<Page> {
    const open = this.#screens.get(username);
    if (open) return open.page;
    const screen = await openScreen(this.browser, { url: this.url, size: 'notebook' });
    this.#screens.set(username, screen);
    await signInAt(screen.page, username);
    if (this.#address) await screen.page.goto(this.#address);
    return screen.page;
  }

  /** The same, at the page of the procedure. */
  async atProcedure(username: string): Promise<Page> {
    const page = await this.of(username);
    await page.goto(this.#address);
    return page;
  }

  /** A telephone of a resident, who signs in nowhere and runs no scripts. */
  async ofResident(): Promise<Page> {
    const screen = await openScreen(this.browser, { url: this.url, size: 'phone', javaScriptEnabled: false });
    this.#screens.set('resident', screen);
    return screen.page;
  }

  /** The procedure that a page shows is the one that the walk is about from here on. */
  walkOn(page: Page): void {
    this.#address = new URL(page.url()).pathname;
  }

  /** Sets the training clock ahead, as an administrator does. */
  async moveClock(to: string, shown: RegExp): Promise<Page> {
    const page = await this.of('admin');
    await page.goto('/app/clock');
    const form = page.locator('main');
    await pick(form, '拨到', to);
    await form.getByRole('button', { name: '拨快时钟' }).click();
    await page.locator('.ant-modal-confirm-btns').getByRole('button', { name: '拨快时钟' }).click();
    // On the way it stops at what falls due, and says where it is going.
    await form.getByText('正在拨到').waitFor({ state: 'hidden', timeout: 90_000 });
    await form.getByText(shown).waitFor({ timeout: 90_000 });
    return page;
  }

  /** What the browsers complained of, with whose they are. */
  complaints(): string[] {
    return [...this.#screens].flatMap(([who, { complaints }]) => complaints.map((text) => `${who}: ${text}`));
  }

  /** Keeps what everybody was looking at in the end: what a walk that went wrong was at. */
  async keepLast(name: string): Promise<void> {
    for (const [who, { page }] of this.#screens) await picture(page, `${name}-last-${who}`);
  }
}
