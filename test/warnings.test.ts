import { warnings } from '../src/warnings';

test.each([
  ['127.0.0.1', true, false],
  ['localhost', true, false],
  ['::1', true, false],
  ['0.0.0.0', false, false],
  ['0.0.0.0', true, true],
  ['::', true, true],
  ['192.168.1.20', true, true],
])('on HOST %s with SEED_EXAMPLE %s whoever starts the service is warned: %s', (HOST, SEED_EXAMPLE, warned) => {
  expect(warnings({ HOST, SEED_EXAMPLE }, []).some((line) => line.includes('SEED_EXAMPLE=false'))).toBe(warned);
});

test('a setting that does not exist is named', () => {
  const [line] = warnings({ HOST: '127.0.0.1', SEED_EXAMPLE: true }, ['GUICHENG_DATADIR']);
  expect(line).toMatch(/没有 GUICHENG_DATADIR .* \/ .*no setting GUICHENG_DATADIR/);
});
