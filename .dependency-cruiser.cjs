/**
 * Which way imports may point (docs: https://github.com/sverweij/dependency-cruiser/blob/main/doc/rules-reference.md).
 * `test/architecture` reads these rules: each is a test there, under its comment, and is shown able to fail.
 */

/** One for each package of staff, and what both say. */
const staffWords = 'words/(staff|tipWork|tipDesk|handling)\\.ts$'

const isolation = [
  {
    name: 'contract-stands-alone',
    comment: 'the contract imports only itself and libraries that compute',
    from: { path: '^types/contract/' },
    to: { pathNot: '^types/contract/|node_modules/(valibot|dayjs|@vant/area-data)/' },
  },
  {
    name: 'phone-knows-only-the-contract',
    comment: 'the phone knows the contract and nothing else of ours',
    from: { path: '^src/' },
    to: { path: '^(cloudfunctions|local|config|test)/' },
  },
  {
    name: 'phone-has-no-node',
    comment: 'what runs on the phone imports nothing of Node.js',
    from: { path: '^(src|types)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'components-only-show',
    comment: 'components show and never fetch: they import no service, but for its types, and no page',
    from: { path: '^src/components/' },
    to: { path: '^src/(services|pages|staff)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'services-know-no-screen',
    comment: 'services know no page and no component',
    from: { path: '^src/services/' },
    to: { path: '^src/(pages|staff|components)/' },
  },
  {
    name: 'words-are-only-words',
    comment: 'words import nothing but types, other words and the contract',
    from: { path: '^src/words/' },
    to: { pathNot: '^(src/words|types/contract)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'staff-things-stay-with-staff',
    comment:
      'words and components of staff are imported by staff pages alone: they stand in the packages of staff',
    from: {
      path: '^src/',
      pathNot: `^src/((components/|words/zh-CN/)?staff/|staffTips/|${staffWords})`,
    },
    to: {
      path: `^src/(components/staff/|words/zh-CN/staff/|${staffWords})`,
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'functions-stand-alone',
    comment: 'a function imports its own folder, the kernel and the contract, and never another function',
    from: { path: '^cloudfunctions/(?!kernel/)([^/]+)/' },
    to: {
      path: '^(cloudfunctions|src|local|config|test)/',
      pathNot: '^cloudfunctions/($1|kernel)/',
    },
  },
  {
    name: 'kernel-knows-no-function',
    comment: 'the kernel knows no function that stands on it',
    from: { path: '^cloudfunctions/kernel/' },
    to: { path: '^(cloudfunctions|src|local|config|test)/', pathNot: '^cloudfunctions/kernel/' },
  },
  {
    name: 'cloud-knows-no-phone',
    comment: 'the local cloud knows nothing of the phone',
    from: { path: '^local/' },
    to: { path: '^src/' },
  },
  {
    name: 'nothing-imports-tests',
    comment: 'nothing but a test imports a test',
    from: { pathNot: '^test/' },
    to: { path: '^test/' },
  },
  {
    name: 'only-kernel-talks-to-wechat',
    comment: 'only the kernel imports wx-server-sdk',
    from: { pathNot: '^(cloudfunctions/kernel|test)/' },
    to: { path: 'node_modules/wx-server-sdk/' },
  },
]

const hygiene = [
  {
    name: 'production-needs-no-dev-package',
    comment: 'what is deployed needs no development package',
    from: { path: '^(src|cloudfunctions|types)/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'packages-are-declared',
    comment: 'every package that is imported is declared in package.json',
    from: { path: '^(src|cloudfunctions|types|local|config|test)/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'imports-lead-somewhere',
    comment: 'every import leads to a file or a package that is there',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-circles',
    comment: 'no import leads back to where it came from',
    from: {},
    to: { circular: true },
  },
]

module.exports = {
  forbidden: [...isolation, ...hygiene].map((rule) => ({ ...rule, severity: 'error' })),
  options: {
    doNotFollow: { path: 'node_modules' },
    // Fixtures are functions and pages of nobody: they may import what they like.
    exclude: { path: '/fixtures/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    // The package.json of a folder of ours says what loading its files does, not what they import.
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts', '.scss'],
    },
  },
}
