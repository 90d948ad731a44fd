const base = require('./jest.config.js');

/** Tests in a real Chromium, one file after another: what they measure and picture is not to wait for one another. */
module.exports = {
  ...base,
  testPathIgnorePatterns: ['/node_modules/'],
  testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
  maxWorkers: 1,
};
