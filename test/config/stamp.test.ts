import { utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hashOf, openStamps } from '../../config/stamp'
import { withTree } from '../architecture/tree'

const files = { 'src/a.ts': 'one', 'src/deep/b.ts': 'two', 'lock.json': '{}' }
const inputs = ['src', 'lock.json']

/** The hash before and after something is done to the tree. */
const hashesAround = (change: (tree: string) => void): [before: string, after: string] =>
  withTree(files, (tree) => {
    const before = hashOf(tree, inputs)
    change(tree)
    return [before, hashOf(tree, inputs)]
  })

describe('the hash of inputs', () => {
  it('stays when a file is only touched', () => {
    const [before, after] = hashesAround((tree) => utimesSync(path.join(tree, 'src/a.ts'), 1, 1))
    expect(after).toBe(before)
  })

  it('changes when a file deep below changes', () => {
    const [before, after] = hashesAround((tree) => writeFileSync(path.join(tree, 'src/deep/b.ts'), 'three'))
    expect(after).not.toBe(before)
  })

  it('changes when a file is added, even an empty one', () => {
    const [before, after] = hashesAround((tree) => writeFileSync(path.join(tree, 'src/c.ts'), ''))
    expect(after).not.toBe(before)
  })

  it('changes when text moves from one file to the next', () => {
    const [before, after] = hashesAround((tree) => {
      writeFileSync(path.join(tree, 'src/a.ts'), 'on')
      writeFileSync(path.join(tree, 'src/deep/b.ts'), 'etwo')
    })
    expect(after).not.toBe(before)
  })

  it('is the same for the same files in another place', () => {
    expect(withTree(files, (tree) => hashOf(tree, inputs))).toBe(
      withTree(files, (tree) => hashOf(tree, inputs)),
    )
  })
})

describe('stamps', () => {
  it('remember the hash of each target', () => {
    withTree({}, (tree) => {
      const stamps = openStamps(path.join(tree, 'dist/stamps.json'))
      stamps.set('h5', 'abc')
      stamps.set('weapp', 'def')
      expect(stamps.isCurrent('h5', 'abc')).toBe(true)
      expect(stamps.isCurrent('weapp', 'abc')).toBe(false)
    })
  })

  it('forget one target without the others', () => {
    withTree({}, (tree) => {
      const stamps = openStamps(path.join(tree, 'stamps.json'))
      stamps.set('h5', 'abc')
      stamps.set('weapp', 'def')
      stamps.remove('h5')
      expect([stamps.isCurrent('h5', 'abc'), stamps.isCurrent('weapp', 'def')]).toEqual([false, true])
    })
  })

  it('count nothing as current when their file is damaged', () => {
    withTree({ 'stamps.json': '{"h5": "a' }, (tree) => {
      expect(openStamps(path.join(tree, 'stamps.json')).isCurrent('h5', 'a')).toBe(false)
    })
  })
})
