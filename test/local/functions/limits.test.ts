import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startTestCloud, type TestCloud } from '../testCloud'
import { until } from '../until'
import { makeStrangersFolder } from './strangersFolder'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.dispose())

const ask = (action: string) => cloud.call('faulty', { action }, 'anna')
const failure = (errCode: number, errMsg: unknown) => ({ error: { errCode, errMsg } })

describe('a call that fails', () => {
  it('answers what the function threw, in one line', async () => {
    expect(await ask('throws')).toEqual(failure(-504002, 'Error: it broke'))
  })

  it('answers what the function rejected with', async () => {
    expect(await ask('rejectsWithText')).toEqual(failure(-504002, 'only text'))
  })

  it('answers an object that was thrown so that it can be read', async () => {
    expect(await ask('rejectsWithAnObject')).toEqual(failure(-504002, "{ code: 1, text: 'no error' }"))
  })

  it('is ended at the time limit when it waits', async () => {
    expect(await ask('waits')).toEqual(failure(-504003, 'Invoking task timed out after 2 seconds'))
  })

  it('is ended at the time limit when it never lets go of the processor', async () => {
    expect(await ask('loops')).toEqual(failure(-504003, 'Invoking task timed out after 2 seconds'))
  })

  it.each(['objects', 'Buffers', 'Buffers at once'])('is ended at the memory limit: %s', async (food) => {
    const answer = await cloud.call('hungry', { food }, 'anna')
    expect(answer).toEqual(failure(-504002, 'memory limit of 64 MB exceeded'))
  })

  it.each(['exits', 'killsItself'])('is answered when the function ends its process: %s', async (action) => {
    expect(await ask(action)).toEqual(failure(-504002, 'the function ended its own process'))
  })

  it('is answered when an error is thrown outside of the call', async () => {
    expect(await ask('crashesLater')).toEqual(failure(-504002, 'Error: thrown outside'))
  })

  it.each(['answersTooMuch', 'answersFarTooMuch'])(
    'is answered when the result is larger than 6 MB: %s',
    async (action) => {
      expect(await ask(action)).toEqual(failure(-604001, expect.stringContaining('6MB')))
    },
  )

  it('is answered when the result is no JSON', async () => {
    expect(await ask('answersACycle')).toEqual(failure(-504002, expect.stringContaining('circular')))
  })

  it('leaves other calls of the same function alone', async () => {
    const others = ['works', 'loops', 'works', 'exits', 'works', 'throws', 'works', 'crashesLater']
    const answers = await Promise.all(others.map(ask))
    expect(answers.filter((answer) => 'result' in answer)).toEqual(Array(4).fill({ result: 'worked' }))
  })

  it.each(['crashesAfterwards', 'rejectsAfterwards', 'leavesAnInterval'])(
    'does not hurt the next call when the harm comes after the answer: %s',
    async (action) => {
      expect(await ask(action)).toEqual({ result: 'answered' })
      await new Promise((resolve) => setTimeout(resolve, 100))
      expect(await ask('works')).toEqual({ result: 'worked' })
    },
  )

  it('leaves the cloud alone when the function sends messages of its own', async () => {
    expect(await ask('speaksOutOfTurn')).toEqual({ result: 'worked' })
    expect(await ask('works')).toEqual({ result: 'worked' })
  })
})

describe('a function that prints', () => {
  it('does not fill the memory of the cloud with a line that never ends', async () => {
    expect(await ask('printsWithoutEnd')).toEqual({ result: 'printed' })
    const longest = Math.max(...cloud.lines.map((line) => line.length))
    expect(longest).toBeLessThan(11_000)
  })
})

describe('a call that answers nothing', () => {
  it('answers null', async () => {
    expect(await ask('answersNothing')).toEqual({ result: null })
  })
})

describe('more calls than instances', () => {
  it('wait for their turn and are all answered', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask('works')))
    expect(answers).toEqual(Array(100).fill({ result: 'worked' }))
  })

  it('are not shortened by the time they waited', async () => {
    const answers = await Promise.all(Array.from({ length: 32 }, () => ask('pauses')))
    expect(answers).toEqual(Array(32).fill({ result: 'rested' }))
  })
})

describe('a function that cannot be called', () => {
  it('is told from one that is not there', async () => {
    expect(await cloud.call('nobody', {}, 'anna')).toEqual(
      failure(-501000, 'FunctionName parameter could not be found.'),
    )
  })

  it('says what it could not load', async () => {
    expect(await cloud.call('unloadable', {}, 'anna')).toEqual(
      failure(-504002, "Error: Cannot find module './not-there'"),
    )
  })

  it('says that it exports no main', async () => {
    expect(await cloud.call('mainless', {}, 'anna')).toEqual(
      failure(-504002, 'Error: index.js exports no function named main'),
    )
  })
})

describe('many calls of a function that cannot be loaded', () => {
  it('are not answered one load after the other', async () => {
    const folder = makeStrangersFolder()
    folder.write({ 'f/index.js': `require('node:fs').appendFileSync(__dirname + '/loads', '.')` })
    const broken = await startTestCloud({ functions: folder.path })
    const answers = await Promise.all(Array.from({ length: 40 }, () => broken.call('f', {}, 'anna')))
    expect(answers).toEqual(
      Array(40).fill(failure(-504002, 'Error: index.js exports no function named main')),
    )
    expect(readFileSync(join(folder.path, 'f', 'loads'), 'utf8')).toBe('.')
    await broken.dispose()
    folder.remove()
  })
})

describe('the log', () => {
  it('has one line for a call: function, action, outcome and duration', async () => {
    await ask('works')
    expect(cloud.lines.at(-1)).toMatch(/^faulty works ok \d+ ms$/)
    await ask('exits')
    expect(cloud.lines.at(-1)).toMatch(/^faulty exits -504002 FUNCTIONS_EXECUTE_FAIL \d+ ms$/)
  })

  it('never shows the event, who called, or an action that could be something else', async () => {
    const before = cloud.lines.length
    await cloud.call('whoami', { action: '身份证 110101', phone: '13800000000' }, 'secret-openid')
    expect(cloud.lines.slice(before)).toEqual([expect.stringMatching(/^whoami ok \d+ ms$/)])
  })

  it('shows what a function prints, with its name', async () => {
    await cloud.run(() => {
      console.log('printed by the function')
    })
    // What it prints and what it answers come by two roads.
    await until(() => cloud.lines.includes('program | printed by the function'))
  })
})
