import { MOST_ATTEMPTS, pauseAfter, settle, type Channel, type Delivery } from '../../src/domain/outbox';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const outcomes: Readonly<Record<string, Delivery>> = {
  sent: { outcome: 'sent' },
  'surely not sent': { outcome: 'not-sent', reason: 'unreachable' },
  'rejected for good': { outcome: 'rejected', reason: 'refused', status: 550 },
  'perhaps sent': { outcome: 'unknown', reason: 'no-answer' },
};

test.each<[Channel, string, string]>([
  ['mail', 'sent', 'sent'],
  ['sms', 'sent', 'sent'],
  ['webhook', 'sent', 'sent'],
  ['mail', 'surely not sent', 'waiting'],
  ['sms', 'surely not sent', 'waiting'],
  ['webhook', 'surely not sent', 'waiting'],
  ['mail', 'rejected for good', 'failed'],
  ['sms', 'rejected for good', 'failed'],
  ['webhook', 'rejected for good', 'failed'],
  ['mail', 'perhaps sent', 'waiting'],
  ['sms', 'perhaps sent', 'uncertain'],
  ['webhook', 'perhaps sent', 'waiting'],
])('%s that was %s is %s', (channel, outcome, state) => {
  const settled = settle(outcomes[outcome]!, { channel, attempts: 1 });
  expect(settled.state).toBe(state);
  expect(settled.retryInMs === null).toBe(state !== 'waiting');
});

test('what failed says why, with the code of the answer', () => {
  expect(settle(outcomes['rejected for good']!, { channel: 'mail', attempts: 3 })).toEqual({
    state: 'failed',
    reason: 'refused',
    status: 550,
    retryInMs: null,
  });
});

test('the pauses double from half a minute to four hours', () => {
  const pauses = [1, 2, 3, 8, 9, 10, 19].map((attempts) => pauseAfter(attempts) / MINUTE);
  expect(pauses).toEqual([0.5, 1, 2, 64, 128, 240, 240]);
});

test('after twenty attempts in about two days it has failed', () => {
  const attempt = (attempts: number) => settle(outcomes['perhaps sent']!, { channel: 'mail', attempts });
  expect(attempt(MOST_ATTEMPTS - 1).state).toBe('waiting');
  expect(attempt(MOST_ATTEMPTS)).toMatchObject({ state: 'failed', reason: 'no-answer' });
  const pauses = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, index) => pauseAfter(index + 1));
  const whole = pauses.reduce((sum, pause) => sum + pause, 0);
  expect(whole).toBeGreaterThan(40 * HOUR);
  expect(whole).toBeLessThan(50 * HOUR);
});
