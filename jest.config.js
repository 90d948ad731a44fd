// Tests run in a foreign time zone, so that a date computed in the machine's own zone shows itself.
process.env.TZ = 'America/New_York';

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // `npm run test:web`: they need a Chromium (jest.web.config.js).
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'],
  transform: {
    '^.+\\.(t|j)s$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  // Dependencies that come as ES modules only: Prisma's schema engine, the OpenID client, and the provider that its tests run.
  transformIgnorePatterns: [
    '/node_modules/(?!(@prisma/schema-engine-wasm|openid-client|oauth4webapi|jose|oidc-provider)/)',
  ],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/test/support/setup.ts'],
  testTimeout: 120_000,
  maxWorkers: 2,
};
