import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestCloud, type TestCloud } from '../testCloud'
import { ask } from './ask'

const wechat = '<script type="module" src="/desk/wechat.js"></script>'
const bar = '<script type="module" src="/desk/wechatBar.js"></script>'
const page = (more: string) => `<!doctype html><html><head><title>守望</title>${more}</head></html>`

let folder: string
let cloud: TestCloud

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shouwang-site-'))
  mkdirSync(join(folder, 'site', 'js'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'not for you')
  writeFileSync(join(folder, 'site', 'index.html'), page(''))
  writeFileSync(join(folder, 'site', 'js', 'app.js'), 'go()')
  writeFileSync(join(folder, 'site', 'app.css'), 'body {}')
  cloud = await startTestCloud({ site: join(folder, 'site') })
})
afterAll(async () => {
  await cloud.dispose()
  rmSync(folder, { recursive: true })
})

const get = (path: string) => ask(cloud.port, path)

describe('the site', () => {
  it('is the same for everybody, under the openid, with what WeChat draws beside it', async () => {
    const pages = await Promise.all(['/as/anna/', '/as/staff-1/', '/as/o_6-/index.html'].map(get))
    expect(pages.map(({ status, text }) => [status, text])).toEqual(Array(3).fill([200, page(wechat + bar)]))
  })

  it.each([
    ['/as/anna/', /^text\/html/],
    ['/as/anna/js/app.js', /^text\/javascript/],
    ['/as/anna/app.css', /^text\/css/],
  ])('says of %s what it is', async (path, contentType) => {
    expect((await get(path)).headers['content-type']).toMatch(contentType)
  })

  it('is asked for again each time, so that a rebuild is seen', async () => {
    expect((await get('/as/anna/js/app.js')).headers['cache-control']).toBe('no-cache')
    writeFileSync(join(folder, 'site', 'js', 'app.js'), 'goAgain()')
    expect((await get('/as/anna/js/app.js')).text).toBe('goAgain()')
  })

  it('adds the slash without which relative paths would miss', async () => {
    const answer = await get('/as/anna')
    expect([answer.status, answer.headers.location]).toEqual([302, '/as/anna/'])
  })

  it('can only be framed by this server', async () => {
    expect((await get('/as/anna/')).headers['x-frame-options']).toBe('SAMEORIGIN')
  })

  it('has WeChat before its own scripts, and the bar of the local cloud after them', async () => {
    const own = '<script defer src="./js/app.js"></script>'
    writeFileSync(join(folder, 'site', 'index.html'), page(own))
    expect((await get('/as/anna/')).text).toBe(page(wechat + own + bar))
    writeFileSync(join(folder, 'site', 'index.html'), page(''))
  })

  it('has both as well where the page has no head', async () => {
    writeFileSync(join(folder, 'site', 'index.html'), '<!doctype html>守望')
    expect((await get('/as/anna/')).text).toBe(`<!doctype html>守望${wechat}${bar}`)
    writeFileSync(join(folder, 'site', 'index.html'), page(''))
  })

  it.each([
    '/as/anna/../secret.txt',
    '/as/anna/../../secret.txt',
    '/as/anna/%2e%2e/secret.txt',
    '/as/anna/..%2fsecret.txt',
    '/as/anna/..%5csecret.txt',
    '/as/anna/js/..%2f..%2fsecret.txt',
    '/as/anna//etc/passwd',
    '/as/anna/%2fetc%2fpasswd',
    '/as/anna/index.html%00.txt',
    '/as/../secret.txt',
    '/as/a%2e%2e/secret.txt',
    '/as/anna/js/',
    '/as/anna/js',
    '/as/anna/missing.js',
    '/as/%3Cscript%3E/',
  ])('shows nothing at %s', async (path) => {
    const answer = await get(path)
    expect([answer.status, answer.text]).toEqual([404, 'There is nothing at this address.'])
  })
})
