import { randomUUID } from 'node:crypto'
import type { Result } from '@contract'
import { dayOf } from '@contract/calendar'
import type { Household } from '@contract/households'
import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()

const call = async <Answer>(
  feature: string,
  action: string,
  input: object,
  openid: string,
): Promise<Answer> => {
  const answer = await demo.cloud.call(feature, { action, input }, openid)
  if ('error' in answer) throw new Error(answer.error.errMsg)
  const result = answer.result as Result<Answer>
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.data
}

const mine = async (openid: string): Promise<Household> => {
  const [household] = await call<Household[]>('households', 'mine', {}, openid)
  if (!household) throw new Error('there is no household')
  return household
}

/** What was said on a day of as many as there are temperatures. */
const report = (household: Household, temperatures: string[], openid: string, on = dayOf(new Date())) =>
  call<unknown>(
    'selfReport',
    'report',
    {
      submission: randomUUID(),
      household: household.id,
      on,
      how: openid.startsWith('resident') ? 'self' : 'door',
      people: household.members.slice(0, temperatures.length).map(({ id }, index) => ({
        person: id,
        temperature: temperatures[index] ?? '',
        symptoms: [],
        contacts: [],
        been: [],
        note: '',
      })),
    },
    openid,
  )

const phoneOf = (openid: string, route: string) => openPhone(demo.browser, demo.cloud.origin, openid, route)

const inCareMode = async (phone: Phone, openid: string) => {
  await phone.page.evaluate(`localStorage.setItem('${openid}/careMode', '{"data":true}')`)
  await phone.page.reload()
}

jest.setTimeout(120_000)

describe('a family of its own', () => {
  let family: Phone
  let relative: Phone
  beforeAll(async () => {
    family = await phoneOf('resident-new', '#/pages/daily/household/index?place=qinghe-1-1-1')
    relative = await phoneOf('gate-keeper', '#/pages/daily/household/index')
  })
  afterAll(() => Promise.all([family.close(), relative.close()]))

  it('is entered once, with a grandmother who has no telephone', async () => {
    await family.sees('春晓东苑')
    await family.type('门牌', '2 单元 301')
    await family.type('家人 1 姓名', '方小棠')
    await family.tap('建好了')
    await family.sees('家里至少要留一个电话')
    await family.type('家人 1 电话', '13800001234')
    await family.tap('加一位家人')
    await family.type('家人 2 姓名', '方桂兰')
    await family.tap('父母')
    await family.screenshot('household-1-open')
    await family.tap('建好了')
    await family.sees('方桂兰（父母）')
    await family.sees('没有电话')
    await family.screenshot('household-2')
  })

  it('takes somebody out who is away, and back in', async () => {
    await family.tap('修改方桂兰')
    await family.tap('他不住这里了，或者加错了')
    await family.tap('暂时不在家')
    await family.screenshot('household-3-leave')
    await family.tap('确定')
    await family.sees('今天起不在家')
    await family.tap('修改方桂兰')
    await family.tap('他回来了')
    await family.sees('没有电话')
  })

  it('says kindly that a document is there twice', async () => {
    await family.tap('修改方小棠')
    await family.tap('再写证件号码（选填）')
    await family.type('证件号码', '11010519491231002X')
    await family.tap('改好了')
    await family.sees('身份证 …002X')
    await family.tap('加一位家人')
    await family.type('姓名', '方大海')
    await family.tap('配偶')
    await family.tap('再写证件号码（选填）')
    await family.type('证件号码', '11010519491231002X')
    await family.tap('加上')
    await family.sees('和前面的重复了')
    await family.screenshot('household-4-repeated')
    await family.type('证件号码', ' ')
    await family.tap('加上')
    await family.sees('方大海（配偶）')
  })

  it('is joined by another phone with a code', async () => {
    await family.tap('让家里人的手机也能报备')
    const shown = family.page.getByText(/^\d{4} \d{4}$/).filter({ visible: true })
    await shown.waitFor()
    const code = (await shown.textContent()) ?? ''
    await shown.scrollIntoViewIfNeeded()
    await family.screenshot('household-5-code')
    await relative.tap('家里人已经建过？用家庭码加入')
    await relative.type('8 位家庭码', '0000')
    await relative.tap('加入')
    await relative.sees('家庭码不对')
    await relative.type('8 位家庭码', code)
    await relative.screenshot('household-6-join')
    await relative.tap('加入')
    await relative.sees('方桂兰（父母）')
    await relative.sees('有 2 部手机可以替这个家报备')
    await relative.sees('证件已填（由另一位家人填写）')
  })

  it('is reminded at the hour it chooses', async () => {
    await family.tap('选提醒的时间')
    await family.tap('8 点')
    await family.tap('允许')
    await family.sees('8 点还没报备，微信提醒您')
    expect((await mine('resident-new')).remindHour).toBe(8)
  })

  it('moves to another door together', async () => {
    await family.tap('搬家')
    await family.type('门牌', '5 栋 602')
    await family.tap('搬到这里')
    await family.sees('5 栋 602')
    expect((await mine('resident-new')).door).toBe('5 栋 602')
  })

  it('stays with the others when one phone stops', async () => {
    await relative.tap('这部手机不再替这个家报备')
    await relative.sees('家里人和报过的内容都还在')
    await relative.tap('不再报备')
    await relative.sees('返乡登记')
    expect((await mine('resident-new')).phones).toBe(1)
  })

  it('reads well in large type', async () => {
    await inCareMode(family, 'resident-new')
    await family.sees('方桂兰（父母）')
    await family.screenshot('household-7-care')
    expect([...family.faults, ...relative.faults]).toEqual([])
  })
})

describe('what became of the reports', () => {
  let family: Phone
  beforeAll(async () => {
    const household = await mine('resident-new')
    await report(household, ['36.5', '36.6', '38.4'], 'resident-new')
    await report(household, ['36.5'], 'worker-1-1')
    family = await phoneOf('resident-new', `#/pages/daily/calendar/index?id=${household.id}`)
  })
  afterAll(() => family.close())

  it('stands in a calendar: who, what, and who entered it', async () => {
    await family.sees('最近四周')
    await family.sees('有人不舒服')
    await family.sees('上门代报')
    await family.screenshot('household-8-calendar')
    await inCareMode(family, 'resident-new')
    await family.sees('最近四周')
    await family.screenshot('household-9-calendar-care')
  })

  it('tells the family whether anybody has seen that one of them is unwell', async () => {
    const { id, members } = await mine('resident-new')
    const alert = members.find((member) => member.alert)?.alert ?? ''
    const unwell = await phoneOf('resident-new', `#/pages/daily/alert/index?id=${alert}`)
    await unwell.sees('网格员还没有看到')
    await unwell.screenshot('household-10-alert')
    await call('healthAlerts', 'see', { case: alert, submission: randomUUID(), version: 1 }, 'worker-1-1')
    await unwell.page.reload()
    await unwell.sees('已看到')
    await inCareMode(unwell, 'resident-new')
    await unwell.sees('已看到')
    await unwell.screenshot('household-11-alert-care')
    expect([id, unwell.faults]).toEqual([id, []])
    await unwell.close()
  })
})

describe('a call', () => {
  it('is shown to the family, who can check whether the caller is real', async () => {
    const { id } = await mine('resident-new')
    const begun = { submission: randomUUID(), household: id, reason: 'unwell' }
    await call('calls', 'begin', begun, 'worker-1-1')
    const end = { household: id, call: begun.submission, result: 'noAnswer', words: '' }
    await call('calls', 'end', end, 'worker-1-1')
    const family = await phoneOf('resident-new', `#/pages/daily/calls/index?id=${id}`)
    await family.sees('没人接')
    await family.type('来电号码', '17000009999')
    await family.tap('核对')
    await family.sees('不要转账')
    await family.screenshot('household-12-calls')
    await family.type('来电号码', await numberOfWorker())
    await family.tap('核对')
    await family.sees('是真的：网格员')
    await inCareMode(family, 'resident-new')
    await family.sees('没人接')
    await family.screenshot('household-13-calls-care')
    expect(family.faults).toEqual([])
    await family.close()
  })
})

describe('a routine check at the door', () => {
  it('is written down by whoever was there, and read by the family', async () => {
    const { id } = await mine('resident-new')
    const worker = await phoneOf('worker-1-1', `#/staff/household/index?household=${id}`)
    await worker.page.getByText('记一次例行走访').scrollIntoViewIfNeeded()
    await worker.screenshot('household-14-visits')
    await worker.tap('记一次例行走访')
    await worker.sees('去过了，怎么样？')
    await worker.screenshot('household-15-visit')
    await worker.tap('记下：见到了')
    await worker.sees('上过门，见到了')
    expect(worker.faults).toEqual([])
    await worker.close()
    const family = await phoneOf('resident-new', `#/pages/daily/calls/index?id=${id}`)
    await family.sees('为了：例行走访')
    await family.screenshot('household-16-visited')
    await family.close()
  })
})

/** Where the demonstration has written it down for everybody. */
const numberOfWorker = async (): Promise<string> => {
  const shown = await call<{ contact: { phone: string } | null }>(
    'places',
    'show',
    { place: 'qinghe-1-1-1' },
    'resident-new',
  )
  return shown.contact?.phone ?? ''
}
