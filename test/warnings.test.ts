import { warnings } from '../src/warnings';

const usual = { HOST: '127.0.0.1', SEED_EXAMPLE: true, TEMPORAL_PAYLOAD_ENCRYPTION: true };

test.each([
  ['127.0.0.1', true, false],
  ['localhost', true, false],
  ['::1', true, false],
  ['0.0.0.0', false, false],
  ['0.0.0.0', true, true],
  ['::', true, true],
  ['192.168.1.20', true, true],
])('on HOST %s with SEED_EXAMPLE %s whoever starts the service is warned: %s', (HOST, SEED_EXAMPLE, warned) => {
  expect(warnings({ ...usual, HOST, SEED_EXAMPLE }, []).some((line) => line.includes('SEED_EXAMPLE=false'))).toBe(
    warned,
  );
});

test('a setting that does not exist is named', () => {
  const [line] = warnings(usual, ['GUICHENG_DATADIR']);
  expect(line).toMatch(/没有 GUICHENG_DATADIR .* \/ .*no setting GUICHENG_DATADIR/);
});

test('that nothing is encrypted for Temporal is said, and only then', () => {
  expect(warnings({ ...usual, TEMPORAL_PAYLOAD_ENCRYPTION: false }, [])).toEqual([
    expect.stringMatching(/TEMPORAL_PAYLOAD_ENCRYPTION=false.*不加密.* \/ .*in the clear/),
  ]);
  expect(warnings(usual, [])).toEqual([]);
});
