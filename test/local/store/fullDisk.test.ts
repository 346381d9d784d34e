import { join } from 'node:path'
import { Connection } from '../../../local/store/driver'
import { removeTemporaryStores, temporaryDirectory } from './temporaryStore'

afterAll(removeTemporaryStores)

describe('a disk that is full', () => {
  it('is named as the reason, leaves nothing of what was begun, and once there is room everything goes on', () => {
    const connection = new Connection(join(temporaryDirectory(), 'database.sqlite'))
    connection.execute('CREATE TABLE things (name TEXT)')
    const add = (name: string) =>
      connection.transaction(() => {
        connection.run("INSERT INTO things VALUES ('first')")
        connection.run('INSERT INTO things VALUES (?)', [name])
      })
    const names = () => [...connection.rows('SELECT name FROM things')].map(({ name }) => name)
    connection.execute('PRAGMA max_page_count = 1')
    expect(() => add('x'.repeat(100_000))).toThrow('database or disk is full')
    expect(names()).toEqual([])
    connection.execute('PRAGMA max_page_count = 1000')
    add('second')
    expect(names()).toEqual(['first', 'second'])
    connection.close()
  })
})
