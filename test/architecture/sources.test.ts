import { phoneRules } from './phoneRules'
import { sourceRules, testRules, type SourceRule } from './sourceRules'
import { readSources, root, sourceFolders } from './tree'

function describeRules(rules: SourceRule[], folders: string[]): void {
  const files = readSources(root, folders)

  it('are found', () => {
    expect(files.length).toBeGreaterThan(folders.length)
  })

  describe.each(rules)('$sentence', ({ findIn, broken, fine }) => {
    it('holds', () => {
      expect(files.flatMap(findIn)).toEqual([])
    })

    it('would be noticed', () => {
      expect(broken.map(({ file }) => findIn(file).length)).toEqual(broken.map(({ findings }) => findings))
    })

    it('is not mistaken', () => {
      expect(findIn(fine)).toEqual([])
    })
  })
}

describe('source files', () => describeRules([...sourceRules, ...phoneRules], sourceFolders))
describe('test files', () => describeRules(testRules, ['test']))
