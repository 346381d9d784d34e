import { startTestCloud, type TestCloud } from '../testCloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.dispose())

interface Identity {
  before: { OPENID?: string; SOURCE: string }
  after: { OPENID?: string }
  atLoad: object
  inner?: Identity
}

async function whoami(openid: string | undefined, event: Record<string, unknown> = {}): Promise<Identity> {
  const answer = await cloud.call('whoami', event, openid)
  if ('error' in answer) throw new Error(answer.error.errMsg)
  return answer.result as Identity
}

describe('who calls', () => {
  it('is told by getWXContext and nothing else', async () => {
    expect((await whoami('anna')).before).toEqual({
      OPENID: 'anna',
      APPID: 'touristappid',
      CLIENTIP: '127.0.0.1',
      ENV: 'local',
      SOURCE: 'wx_client',
    })
  })

  it('is never mixed up between 50 callers at once', async () => {
    const openids = Array.from({ length: 50 }, (_item, n) => `person-${n}`)
    const seen = await Promise.all(openids.map((openid) => whoami(openid, { pauseMs: 20 })))
    expect(seen.map(({ before }) => before.OPENID)).toEqual(openids)
    expect(seen.map(({ after }) => after.OPENID)).toEqual(openids)
  })

  it('is not left behind for a call that has no caller', async () => {
    await whoami('anna')
    expect((await whoami(undefined)).before).toEqual({ ENV: 'local', SOURCE: 'wx_trigger' })
  })

  it('is not known yet while the code is being loaded', async () => {
    expect((await whoami('anna')).atLoad).toEqual({ ENV: 'local', SOURCE: 'load' })
  })

  it('goes along when one function calls another', async () => {
    const { inner } = await whoami('berta', { ask: 'whoami' })
    expect(inner!.before).toMatchObject({ OPENID: 'berta', SOURCE: 'wx_client,scf' })
  })

  it('goes along between many who call at once', async () => {
    const openids = Array.from({ length: 20 }, (_item, n) => `person-${n}`)
    const seen = await Promise.all(
      openids.map((openid) => cloud.call('caller', { name: 'whoami', data: { pauseMs: 5 } }, openid)),
    )
    const answered = seen as { result: { result: Identity } }[]
    expect(answered.map(({ result }) => result.result.before.OPENID)).toEqual(openids)
  })
})

describe('a function that calls another', () => {
  it('is told when there is none of that name', async () => {
    const answer = await cloud.call('caller', { name: 'nobody', data: {} }, 'anna')
    expect(answer).toMatchObject({ result: { error: { code: 'FUNCTION_NOT_FOUND', errCode: -1 } } })
  })

  it('is told that the other failed, without its stack', async () => {
    const answer = await cloud.call('caller', { name: 'faulty', data: { action: 'throws' } }, 'anna')
    const { error } = (answer as { result: { error: { code: string; message: string } } }).result
    expect(error).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringMatching(/Error: it broke$/) as string,
    })
  })
})
