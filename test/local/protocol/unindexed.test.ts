import { startTestCloud, type TestCloud } from '../testCloud'
import type { Sdk } from '../sdk'

let cloud: TestCloud
afterEach(() => cloud.dispose())

const fill = ({ db }: Sdk) =>
  db.collection('notes').add({ data: Array.from({ length: 1500 }, (_note, n) => ({ owner: `o${n}`, n })) })
const ask = ({ db }: Sdk) => db.collection('notes').where({ owner: 'secret', n: 7 }).get()

it('says once in the log which index a query lacks, without its values', async () => {
  cloud = await startTestCloud()
  await cloud.run(fill)
  await cloud.run(ask)
  await cloud.run(ask)
  expect(cloud.lines.filter((line) => line.startsWith('notes:'))).toEqual([
    'notes: a query on owner, n read 1,500 documents to find 0; ' +
      'declare an index that begins with these fields in the database declaration',
  ])
})

it('refuses such a query where indexes are taken strictly', async () => {
  cloud = await startTestCloud({ strictIndexes: true })
  await cloud.run(fill)
  await expect(cloud.run(ask)).rejects.toThrow('notes: a query on owner, n read 1,500 documents')
})
