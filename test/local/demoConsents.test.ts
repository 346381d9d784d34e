import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { giveConsents } from '../../local/demo/consents'
import { openConsents } from '../../local/wechat/consents'

it('in the demonstration staff may be told often, residents of what is still open, once or twice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shouwang-demo-'))
  const families = [
    { accounts: ['reminded'], remindHour: 20 },
    { accounts: ['never reminded'], remindHour: null },
  ]
  const cases = [
    { owner: 'waiting', todo: {} },
    { owner: 'asked', todo: {} },
    { owner: 'finished', todo: null },
    { owner: null, todo: {} },
  ]
  giveConsents(folder, cases, families)
  const consents = openConsents(folder)
  expect(consents.left('worker-1-1', 'todoArrived')).toBe(30)
  expect(['waiting', 'asked', 'finished'].map((openid) => consents.left(openid, 'caseProgress'))).toEqual([
    1, 2, 0,
  ])
  expect(
    families.flatMap(({ accounts }) => accounts.map((one) => consents.left(one, 'dailyReminder'))),
  ).toEqual([5, 0])
  rmSync(folder, { recursive: true })
})
