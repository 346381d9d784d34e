import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { pictures } from '../screens/guidePictures'
import { textsIn } from './screenWords'
import { readSources, root } from './tree'

const guides = ['docs/guide/residents.md', 'docs/guide/staff.md']
const readmes = ['README.md', 'README.zh-CN.md']

const sources = readSources(root, ['src', 'types/contract'])
const sayWords = sources.filter(
  ({ path: name }) =>
    name.startsWith('src/words/') || name.endsWith('.config.ts') || name === 'types/contract/labels.ts',
)
const texts = textsIn(sayWords)

const isOnScreen = (words: string): boolean => texts.some((text) => text.test(words))

/** What a guide says stands on the screen. */
const quotedIn = (guide: string): string[] =>
  [...readFileSync(path.join(root, guide), 'utf8').matchAll(/「([^」]+)」/g)].map(([, words = '']) => words)

/** Pictures that a page shows, as paths from the root. */
const shownIn = (page: string): string[] =>
  [...readFileSync(path.join(root, page), 'utf8').matchAll(/(?:src="|\]\()([^")]+\.(?:webp|png|jpg))/g)].map(
    ([, file = '']) => path.posix.join(path.posix.dirname(page), file),
  )

const bytesOf = (picture: string): number => statSync(path.join(root, picture)).size

describe.each(guides)('%s', (guide) => {
  it('calls everything as it is called on the screen', () => {
    const quoted = quotedIn(guide)
    expect(quoted.length).toBeGreaterThan(10)
    expect(quoted.filter((words) => !isOnScreen(words))).toEqual([])
  })
})

describe('words that no screen shows', () => {
  it.each(['发送登记吧', '没有这个按钮', '打电话'.repeat(2)])('%s is noticed', (words) => {
    expect(isOnScreen(words)).toBe(false)
  })

  it('is not mistaken for a text that names somebody', () => {
    expect(isOnScreen('打电话给王秀英')).toBe(true)
  })
})

describe('pictures of the guides and the README', () => {
  const shown = [...new Set([...guides, ...readmes].flatMap(shownIn))].sort()

  it('are those that `npm run screens -- --guide` takes', () => {
    expect(shown).toEqual(pictures.map(({ file }) => file).sort())
  })

  it('weigh little', () => {
    const heavy = shown.filter((picture) => bytesOf(picture) > 40 * 1024)
    expect(heavy).toEqual([])
    expect(shown.reduce((sum, picture) => sum + bytesOf(picture), 0)).toBeLessThan(1.5 * 1024 * 1024)
  })
})
