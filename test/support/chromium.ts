import { execFile } from 'node:child_process';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { source as axeSource, type AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { machineFolders } from '../../src/config';
import type { ApiClient } from './api';

const INSTALL = 'apt-get install chromium fonts-noto-cjk';
const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Where the pictures of a run are kept, to be looked at. */
const PICTURES = path.resolve(__dirname, '../../screenshots');

/** The screens that people have: a notebook in the hall, a telephone in the street. */
const SIZES = {
  notebook: { viewport: { width: 1366, height: 768 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
} as const satisfies Readonly<Record<string, BrowserContextOptions>>;

/** A real Chromium, that of the system. It talks to nobody but the pages that it is shown. */
export async function startChromium(): Promise<Browser> {
  await requireChineseFont();
  return chromium.launch({
    executablePath: await findChromium(),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--font-render-hinting=none',
    ],
  });
}

/** Somebody's browser window. */
export interface Screen {
  readonly page: Page;
  /** What the browser complained of, and addresses asked for anywhere else than at `url`. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export interface ScreenOptions extends BrowserContextOptions {
  /** The only service that its pages may ask. */
  readonly url: string;
  readonly size: keyof typeof SIZES;
}

/** A window with nobody signed in. */
export async function openScreen(browser: Browser, { url, size, ...options }: ScreenOptions): Promise<Screen> {
  // Nothing slides away under the mouse: what moves is missed by it now and then, as by anybody's hand.
  const still = { reducedMotion: 'reduce' } as const;
  const context = await browser.newContext({ baseURL: url, locale: 'zh-CN', ...still, ...SIZES[size], ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== url) complaints.push(`asked elsewhere: ${request.url()}`);
  });
  return { page, complaints, close: () => context.close() };
}

/** The browser application, built before these tests (`npm run test:web`). */
export const WEB_FOLDER = path.resolve(__dirname, '../../dist/web');

/** Signs a window in as somebody who has signed in already, so that walks need not type each password. */
export async function signedInAs({ page }: Screen, url: string, { cookie }: Pick<ApiClient, 'cookie'>): Promise<void> {
  const [name, value] = (cookie ?? '').split('=') as [string, string];
  await page.context().addCookies([{ name, value, url }]);
}

/** Keeps a picture of the whole page under that name. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true, animations: 'disabled' });
}

/** Keeps what is on the screen, small, for the README: `npm run pictures` takes it over after a run. */
export async function pictureForReadme(page: Page, name: string): Promise<void> {
  const folder = path.join(PICTURES, 'readme');
  await mkdir(folder, { recursive: true });
  // From its top, wherever it was scrolled to.
  const clip = { x: 0, y: 0, ...page.viewportSize()! };
  const to = path.join(folder, `${name}.png`);
  await page.screenshot({ path: to, fullPage: true, clip, scale: 'css', animations: 'disabled' });
}

/** What axe finds on the page that keeps people out: its serious and critical findings, each with where. */
export async function barriers(page: Page): Promise<string[]> {
  // Evaluated, not loaded: the pages forbid scripts that are not their own.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}

async function findChromium(): Promise<string> {
  const places = machineFolders().searchPath.flatMap((folder) => PROGRAMS.map((name) => path.join(folder, name)));
  const found = await Promise.all(
    places.map((place) =>
      access(place).then(
        () => true,
        () => false,
      ),
    ),
  );
  const [first] = places.filter((_place, index) => found[index]);
  if (first) return first;
  throw new Error(`没有找到 Chromium，请安装 / There is no Chromium. Install it: ${INSTALL}`);
}

/** Without one the pictures show empty squares, and lines are as long as nobody will see them. */
async function requireChineseFont(): Promise<void> {
  const listed = await promisify(execFile)('fc-list', [':lang=zh', 'family']).catch(() => ({ stdout: '' }));
  if (listed.stdout.trim() === '')
    throw new Error(`没有中文字体，请安装 / There is no Chinese font. Install one: ${INSTALL}`);
}
