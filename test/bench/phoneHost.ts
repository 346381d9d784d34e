/** Run as a program: prints what the compiled mini-program does on a phone of the tests, as {@link HostFigures} in JSON. */
import { addDays } from '@contract/calendar'
import { inRoot } from '../../config/root'
import { answered, openCommunity, type Community } from '../functions/support/community'
import { place, registered, today } from '../functions/support/registrations'
import { familyOf, reportOf } from '../functions/support/reports'
import { launchPhone } from '../weapp/host/launch'
import type { Phone } from '../weapp/host/phone'

export interface HostFigures {
  /** From the start of the mini-program until there is something to read, ms; one for each start. */
  home: number[]
  form: number[]
  /** What each tap has handed to the view: how often, and bytes as JSON. */
  taps: { what: string; count: number; bytes: number }[]
}

const STARTS = 5
const REGISTERED = 20
const RESIDENT = 'resident-1'
const WORKER = 'worker-1-1'

type Launch = (openid: string) => Promise<Phone>

async function timesOf(launch: Launch, route: string, text: string): Promise<number[]> {
  const times: number[] = []
  // The first start compiles what the others find.
  for (let go = 0; go <= STARTS; go += 1) {
    const begun = performance.now()
    const phone = await launch(RESIDENT)
    const page = await phone.open(route)
    await page.sees(text)
    times.push(performance.now() - begun)
    phone.close()
  }
  return times.slice(1)
}

/** What is handed from the last gesture until everything has come to rest. */
async function handedBy(what: string, phone: Phone, act: () => Promise<unknown>) {
  await act()
  await phone.rest()
  const { count, bytes } = phone.setData
  return { what, count, bytes }
}

async function registering(phone: Phone) {
  const home = await handedBy('open home', phone, () =>
    phone.open('pages/home/index', { place: place.compound }),
  )
  const first = await handedBy('first step of a registration', phone, () => phone.page.tap('开始登记'))
  await phone.page.tap('我自己')
  await phone.page.type('姓名', '方小棠')
  await phone.page.type('手机号', '13800001234')
  const next = await handedBy('next step', phone, () => phone.page.tap('下一步'))
  return [home, first, next]
}

async function reporting(phone: Phone) {
  await phone.open('pages/daily/report/index')
  await phone.page.sees('方秋棠')
  return handedBy('全家都好', phone, () => phone.page.tap('全家都好，和昨天一样'))
}

async function prepare(community: Community): Promise<void> {
  const yesterday = reportOf(familyOf(community, RESIDENT), [{ temperature: '36.4' }], {
    on: addDays(today, -1),
  })
  answered(await community.as(RESIDENT).selfReport.report(yesterday))
  for (let n = 0; n < REGISTERED; n += 1) await registered(community, `resident-${n + 10}`)
}

async function withPhone<T>(launch: Launch, openid: string, use: (phone: Phone) => Promise<T>): Promise<T> {
  const phone = await launch(openid)
  try {
    return await use(phone)
  } finally {
    phone.close()
  }
}

async function main(): Promise<void> {
  const community = await openCommunity()
  const launch: Launch = (openid) =>
    launchPhone({ build: inRoot('dist/weapp'), cloud: community.cloud, openid })
  await prepare(community)
  const figures: HostFigures = {
    home: await timesOf(launch, 'pages/home/index', '返乡登记'),
    form: await timesOf(launch, 'pages/returnee/register/index', '谁要返乡'),
    taps: [
      ...(await withPhone(launch, RESIDENT, registering)),
      await withPhone(launch, RESIDENT, reporting),
      await withPhone(launch, WORKER, (phone) =>
        handedBy('a page of the inbox', phone, () => phone.open('staff/inbox/index')),
      ),
    ],
  }
  await community.close()
  process.stdout.write(JSON.stringify(figures))
}

void main()
