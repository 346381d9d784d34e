/** One file, several kinds of test: `npx jest --selectProjects rules`, or any single file by its path. */

/** Of packages with many files, what our code asks for: these are made into one. */
const bundled =
  'node_modules/(mingo/cjs/(index|updater|util/index)|hono/dist/cjs/index|protobufjs/index|pngjs/lib/png)\\.js$'

const transform = {
  [bundled]: '<rootDir>/test/support/bundledPackage.cjs',
  '^.+\\.(t|j)sx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
}
const moduleNameMapper = {
  '^@/(.*)$': '<rootDir>/src/$1',
  '^@contract$': '<rootDir>/types/contract/index.ts',
  '^@contract/(.*)$': '<rootDir>/types/contract/$1',
  '^@kernel/(.*)$': '<rootDir>/cloudfunctions/kernel/$1',
}
const project = (displayName, folder, more = {}) => ({
  displayName,
  rootDir: __dirname,
  testMatch: [`<rootDir>/test/${folder}/**/*.test.{ts,tsx}`],
  testEnvironment: 'node',
  transform,
  transformIgnorePatterns: [`/(?!${bundled})node_modules/`],
  moduleNameMapper,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  ...more,
})

module.exports = {
  // Machines are shared: a test that takes 1 s alone may take 10 s beside a build.
  testTimeout: 30_000,
  testSequencer: '<rootDir>/test/sequencer.cjs',
  projects: [
    project('architecture', 'architecture'),
    project('workshop', 'config'),
    project('rules', '{contract,kernel,rules}'),
    project('local cloud', 'local'),
    project('functions', 'functions', { globalSetup: '<rootDir>/test/functions/buildFunctions.ts' }),
    project('weapp', 'weapp', { testEnvironment: 'jsdom' }),
    project('journeys', 'journeys', {
      globalSetup: '<rootDir>/test/journeys/seedOnce.ts',
      globalTeardown: '<rootDir>/test/journeys/removeSeeded.ts',
    }),
  ],
}
