import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { holds, numbered, readPeer } from '../../bench/peerFile'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shouwang-peer-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (content: object) => writeFileSync(join(folder, 'acts.json'), JSON.stringify(content))

describe("a peer's acts.json", () => {
  it('may leave out whatever is usual', () => {
    write({ collections: { user: {} }, acts: { list: { function: 'find' } } })
    expect(readPeer(folder)).toEqual({
      collections: { user: { indexes: [], seeded: 1, documents: [] } },
      acts: { list: { function: 'find', event: {}, caller: 'peer-{n}', answers: {} } },
    })
  })

  it('is asked for when it is not there', () => {
    expect(() => readPeer(folder)).toThrow("There is no acts.json in the peer's folder")
  })

  it.each([
    ['an act nobody measures', { collections: {}, acts: { pay: { function: 'pay' } } }, 'acts.pay'],
    ['an act without a function', { collections: {}, acts: { list: {} } }, 'acts.list.function'],
    ['no collections', { acts: {} }, 'collections'],
    ['too many documents', { collections: { user: { seeded: 1e9 } }, acts: {} }, 'collections.user.seeded'],
  ])('is refused with %s, which it names', (_what, content, where) => {
    write(content)
    expect(() => readPeer(folder)).toThrow(`acts.json is wrong at ${where}:`)
  })
})

it('each go has a number of its own, wherever that is asked for', () => {
  expect(numbered({ as: 'peer-{n}', event: { of: ['{n}', 3] } }, 12)).toEqual({
    as: 'peer-12',
    event: { of: ['12', 3] },
  })
})

it.each([
  ['more than was asked for', { code: 0, total: 3 }, { code: 0 }, true],
  ['whatever there is', null, {}, true],
  ['another value', { code: -1 }, { code: 0 }, false],
  ['nothing', undefined, { code: 0 }, false],
])('an answer that has %s is right: %#', (_what, answer, fields, isRight) => {
  expect(holds(answer, fields)).toBe(isRight)
})
