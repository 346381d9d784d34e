import { prepare, wordsFor, type Surroundings, type Wish } from '../../../config/upload/preparing'

const surroundings = (changes: Partial<Surroundings> = {}): Surroundings => ({
  variables: { SHOUWANG_APPID: 'wx0123456789abcdef', SHOUWANG_UPLOAD_KEY: 'key-file' },
  projectAppid: 'touristappid',
  version: '1.2.3',
  isFile: (path) => path === 'key-file',
  ...changes,
})

const missing = (wish: Wish, changes: Partial<Surroundings> = {}): string => {
  const prepared = prepare(wish, surroundings(changes))
  return prepared.ok ? '' : prepared.missing
}

it('uploads the version of package.json, under the AppID and the key of the environment', () => {
  const prepared = prepare({ description: '修复', robot: '30' }, surroundings())
  if (!prepared.ok) throw new Error(prepared.missing)
  expect(wordsFor(prepared, 'checkout')).toEqual([
    'upload',
    ...['--project-path', 'checkout'],
    ...['--private-key-path', 'key-file'],
    ...['--appid', 'wx0123456789abcdef'],
    ...['--upload-version', '1.2.3'],
    ...['--upload-description', '修复'],
    ...['--robot', '30'],
    '--use-project-config',
  ])
})

it('takes the AppID of project.config.json where the environment has none', () => {
  const variables = { SHOUWANG_UPLOAD_KEY: 'key-file' }
  const prepared = prepare({}, surroundings({ variables, projectAppid: 'wxfedcba9876543210' }))
  expect(prepared).toMatchObject({ appid: 'wxfedcba9876543210', description: '守望 1.2.3', robot: 1 })
})

it.each<[string, Wish, Partial<Surroundings>, RegExp]>([
  ['no AppID', {}, { variables: {} }, /^The AppID is missing: set SHOUWANG_APPID/],
  ['an AppID that is none', {}, { variables: { SHOUWANG_APPID: 'wx12' } }, /^wx12 is no AppID/],
  [
    'no key',
    {},
    { variables: { SHOUWANG_APPID: 'wx0123456789abcdef' } },
    /^The key for uploading is missing/,
  ],
  ['a key that is not there', {}, { isFile: () => false }, /^There is no key for uploading at key-file/],
  ['a robot that WeChat does not have', { robot: '31' }, {}, /^--robot is a number from 1 to 30, not 31/],
])('says in one sentence what is wrong with %s', (_, wish, changes, sentence) => {
  expect(missing(wish, changes)).toMatch(sentence)
  expect(missing(wish, changes)).not.toContain('\n')
})
