import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contract, schemaFor, type Action } from '@contract'
import { features, interfacePurposes, notPersonal } from '@contract/privacy'
import { everyFieldOf } from '@contract/schemaFields'
import { privateInterfaces } from '@contract/wechatPrivacy'
import { privacy } from '@/words/zh-CN/privacy'
import { personalFields, privacyGuideline } from '../../config/privacyGuideline'

const root = join(__dirname, '../..')

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(root, 'src', file), 'utf8'))

const used = (pattern: RegExp): string[] =>
  sources.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name))

/** What of WeChat's list the pages use: its interfaces, and its buttons by their `open-type`. */
const usedInterfaces = new Set(
  [...used(/\bTaro\.(\w+)/g), ...used(/openType: '(\w+)'/g)].filter((name) =>
    Object.hasOwn(privateInterfaces, name),
  ),
)

const entries = Object.entries(contract).flatMap(([feature, actions]) =>
  Object.values(actions as Record<string, Action>).flatMap(({ input }) => {
    const fields = everyFieldOf(schemaFor(input, '2026-11-22'))
    const isMarked = (path: string) =>
      fields.some((outer) => outer.personal && (path === outer.path || path.startsWith(`${outer.path}.`)))
    return fields.map(({ path }) => ({ name: `${feature}.${path}`, isMarked: isMarked(path) }))
  }),
)

/** Last parts of paths that are somebody's, wherever they occur. */
const telling =
  /(^|\.)(name|phone|door|plate|number|document|address|temperature|symptoms|contacts|vaccination|test|detail|leftOn|arrivesOn|takenAt|takenOn)$/

describe('what is declared of people’s information', () => {
  it('stands in docs/privacy.md as the contract has it: npm run privacy writes it anew', () => {
    expect(readFileSync(join(root, 'docs/privacy.md'), 'utf8')).toBe(privacyGuideline())
  })

  it('names each interface of WeChat’s list that the pages use, and no other', () => {
    expect(Object.keys(interfacePurposes).sort()).toEqual([...usedInterfaces].sort())
  })

  it('says on the sheet what each of them is for', () => {
    expect(Object.keys(privacy.asks).sort()).toEqual([...usedInterfaces].sort())
  })

  it('has a kind for every field that looks as if it were somebody’s', () => {
    const unmarked = entries.filter(({ name, isMarked }) => telling.test(name) && !isMarked)
    const rules = /^policy\.(rules|example|reporting)\./
    const names = [...new Set(unmarked.map(({ name }) => name))]
    expect(names.filter((name) => !Object.hasOwn(notPersonal, name) && !rules.test(name))).toEqual([])
  })

  it('excepts no field that is not there', () => {
    expect(Object.keys(notPersonal).filter((name) => !entries.some((entry) => entry.name === name))).toEqual(
      [],
    )
  })

  it('says for each function that takes something personal how long it is kept, and for no other', () => {
    const taking = new Set(personalFields().map(({ feature }) => feature))
    expect(Object.keys(features).sort()).toEqual([...taking].sort())
  })

  it.each(['name', 'phone', 'identityDocument', 'address', 'travel', 'health', 'vehicle', 'picture'])(
    'finds %s in a registration',
    (kind) => {
      const found = personalFields().filter((field) => field.feature === 'returnee' && field.kind === kind)
      expect(found).not.toEqual([])
    },
  )

  it('finds a neighbour’s own words, and not those of staff', () => {
    const words = personalFields().filter(({ kind }) => kind === 'words')
    expect(words).toContainEqual({ feature: 'letterbox', path: 'words', kind: 'words' })
    expect(words.map(({ feature }) => feature)).not.toContain('keeping')
  })
})
