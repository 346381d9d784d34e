import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openDataFolder } from '../../local/dataFolder'
import { withTree } from '../architecture/tree'

/** Gives a folder in which demo data were completed once. */
const withKeptData = (use: (folder: string) => void): void =>
  withTree({}, (tree) => {
    const folder = path.join(tree, 'data')
    const data = openDataFolder(folder, { reset: false })
    writeFileSync(path.join(folder, 'documents'), 'kept')
    data.keep()
    data.release()
    use(folder)
  })

describe('the data folder', () => {
  it('is new when it is not there', () => {
    withTree({}, (tree) => expect(openDataFolder(path.join(tree, 'data'), { reset: false }).isNew).toBe(true))
  })

  it('is kept from one start to the next', () => {
    withKeptData((folder) => {
      expect(openDataFolder(folder, { reset: false }).isNew).toBe(false)
      expect(existsSync(path.join(folder, 'documents'))).toBe(true)
    })
  })

  it('begins anew on request', () => {
    withKeptData((folder) => {
      expect(openDataFolder(folder, { reset: true }).isNew).toBe(true)
      expect(existsSync(path.join(folder, 'documents'))).toBe(false)
    })
  })

  it('begins anew when the first start was ended before the demo data were complete', () => {
    withTree({}, (tree) => {
      const folder = path.join(tree, 'data')
      openDataFolder(folder, { reset: false }).release()
      expect(openDataFolder(folder, { reset: false }).isNew).toBe(true)
    })
  })

  it('is refused to a second process, and not removed under the first', () => {
    withKeptData((folder) => {
      writeFileSync(path.join(folder, 'process.pid'), String(process.ppid))
      expect(() => openDataFolder(folder, { reset: true })).toThrow('already running')
      expect(existsSync(path.join(folder, 'documents'))).toBe(true)
    })
  })

  it('is taken over from a process that was killed', () => {
    withKeptData((folder) => {
      const noProcess = 2 ** 22 + 1
      writeFileSync(path.join(folder, 'process.pid'), String(noProcess))
      expect(openDataFolder(folder, { reset: false }).isNew).toBe(false)
    })
  })
})
