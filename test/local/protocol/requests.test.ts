import { startTestCloud, type TestCloud } from '../testCloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.dispose())

/** A token as the cloud gives it to a function for a call: only its own functions hold one. */
async function borrowToken(): Promise<string> {
  return String(await cloud.run(() => process.env.WX_API_TOKEN))
}

async function send(fields: object | string): Promise<Record<string, unknown>> {
  const body = typeof fields === 'string' ? fields : JSON.stringify(fields)
  const response = await fetch(`${cloud.origin}/admin?env=local`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  expect(response.status).toBe(200)
  return (await response.json()) as Record<string, unknown>
}

describe('a request to the cloud', () => {
  it('is answered with an id of its own', async () => {
    const request = { action: 'database.calculateDocument', collectionName: 'notes', queryType: 'WHERE' }
    const answer = await send({ ...request, wxCloudApiToken: await borrowToken() })
    expect(answer).toEqual({ requestId: expect.any(String) as string, data: { total: 0 } })
  })

  it.each([
    ['no token', undefined],
    ['a token that is none', 'nonsense'],
    [
      'a token signed by somebody else',
      `${Buffer.from('{"function":"program"}').toString('base64url')}.c2lnbmVk`,
    ],
    ['a token that is no text', { admin: true }],
  ])('is refused with %s', async (_what, wxCloudApiToken) => {
    const answer = await send({
      action: 'database.removeDocument',
      collectionName: 'notes',
      queryType: 'WHERE',
      wxCloudApiToken,
    })
    expect(answer).toMatchObject({ code: 'INVALID_REQUEST_SOURCE' })
  })

  it.each([
    ['an action nobody knows', { action: 'database.dropEverything' }, 'INVALID_ACTION'],
    ['an action named like a property of objects', { action: 'constructor' }, 'INVALID_ACTION'],
    ['no action', {}, 'INVALID_PARAM'],
    ['a missing field', { action: 'database.getDocument', queryType: 'WHERE' }, 'INVALID_PARAM'],
    [
      'a field of the wrong type',
      { action: 'database.getDocument', queryType: 'WHERE', collectionName: { $ne: 1 } },
      'INVALID_PARAM',
    ],
    [
      'a negative limit',
      { action: 'database.getDocument', queryType: 'WHERE', collectionName: 'notes', limit: -1 },
      'INVALID_PARAM',
    ],
    [
      'a filter that is no EJSON',
      { action: 'database.getDocument', queryType: 'WHERE', collectionName: 'notes', query: '{' },
      'INVALID_PARAM',
    ],
    [
      'an update without operators',
      {
        action: 'database.modifyDocument',
        queryType: 'DOC',
        collectionName: 'notes',
        query: '{"_id":"a"}',
        data: '{"a":1}',
      },
      'INVALID_PARAM',
    ],
    [
      'a replacement of no single document',
      {
        action: 'database.modifyDocument',
        queryType: 'DOC',
        collectionName: 'notes',
        data: '{"a":1}',
        merge: false,
      },
      'INVALID_PARAM',
    ],
    [
      'an order that is no direction',
      { action: 'database.getDocument', queryType: 'WHERE', collectionName: 'notes', order: '{"a":"up"}' },
      'INVALID_PARAM',
    ],
    [
      'a prototype as a path',
      {
        action: 'database.modifyDocument',
        queryType: 'DOC',
        collectionName: 'notes',
        query: '{"_id":"a"}',
        data: '{"$set":{"__proto__.admin":1}}',
      },
      'INVALID_PARAM',
    ],
  ])('is refused for %s', async (_what, fields, code) => {
    expect(await send({ ...fields, wxCloudApiToken: await borrowToken() })).toMatchObject({ code })
  })

  it.each([
    ['no JSON', '{"action":'],
    ['an array', '[]'],
    ['nested too deep', `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`],
  ])('is refused when its body is %s', async (_what, body) => {
    expect(await send(body)).toMatchObject({ code: 'INVALID_PARAM' })
  })

  it('may change a document and answer how it looks afterwards', async () => {
    await cloud.run(({ db }) =>
      db
        .collection('notes')
        .doc('one')
        .set({ data: { n: 1 } }),
    )
    const request = { action: 'database.modifyAndReturnDoc', collectionName: 'notes', queryType: 'WHERE' }
    const change = { query: '{"n":{"$numberInt":"1"}}', data: '{"$inc":{"n":{"$numberInt":"1"}}}' }
    const wxCloudApiToken = await borrowToken()
    const answer = await send({ ...request, ...change, wxCloudApiToken })
    const again = await send({ ...request, ...change, wxCloudApiToken })
    expect([answer.data, again.data]).toEqual([{ updated: 1, doc: '{"_id":"one","n":2}' }, { updated: 0 }])
  })
})

describe('the log of requests', () => {
  it('tells what one call asked for', async () => {
    const mark = cloud.requests.mark()
    await cloud.run(async ({ db }) => {
      await db.collection('notes').add({ data: { n: 1 } })
      await db.collection('notes').where({ n: 1 }).get()
    })
    expect(cloud.requests.since(mark)).toMatchObject([
      { action: 'database.insertDocument', collection: 'notes', function: 'program' },
      { action: 'database.getDocument', collection: 'notes', function: 'program' },
    ])
  })

  it('tells how many documents each request has read, and how long its answer was', async () => {
    await cloud.run(({ db }) =>
      Promise.all([1, 2, 3].map((n) => db.collection('notes').add({ data: { n } }))),
    )
    const mark = cloud.requests.mark()
    const length = await cloud.run(async ({ db }) => {
      const notes = db.collection('notes')
      const { data } = await notes.limit(2).get()
      await notes.doc(data[0]?._id as string).update({ data: { n: 4 } })
      await notes.add({ data: { n: 5 } })
      return JSON.stringify(data).length
    })
    const [page, update, add] = cloud.requests.since(mark)
    expect([page, update, add].map((entry) => entry?.documents)).toEqual([2, 1, 0])
    expect(page?.bytes).toBeGreaterThan(length as number)
    expect(add?.bytes).toBeLessThan(page?.bytes ?? 0)
  })

  it('counts what was looked at in vain', async () => {
    await cloud.run(({ db }) =>
      Promise.all([1, 2, 3].map(() => db.collection('notes').add({ data: { in: 'vain' } }))),
    )
    const mark = cloud.requests.mark()
    await cloud.run(({ db }) => db.collection('notes').where({ in: 'vain', of: 'nobody' }).get())
    expect(cloud.requests.since(mark)[0]?.documents).toBeGreaterThan(2)
  })
})
