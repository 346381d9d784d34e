import { randomUUID } from 'node:crypto'

/** What pages are opened about, by id: each is there in the demonstration as `thingsShown` completes it. */
export interface Things {
  /** A registration that has been decided, of `resident-observed` in the first grid. */
  registration: string
  /** One that its owner, `resident-asked`, is asked about. */
  asked: string
  /** Of `resident-waiting`, in the first grid. */
  household: string
  /** Somebody of the household of `resident-family`, also in the first grid. */
  healthAlert: string
  /** Not yet looked at, in the first grid. */
  tip: string
  /** For `officer-1`. */
  lookAlert: string
  /** Not yet decided about, in the first community. */
  textCheck: string
  /** For `officer-1`. */
  post: string
  /** A list of risk areas that waits to be published by the other officer of the street. */
  riskList: string
  /** The policy in force. */
  policy: string
  /** A community of which that list changes somebody. */
  community: string
  /** Sixteen digits. */
  receipt: string
  /** Twenty-four characters. */
  invitation: string
}

/** One way to come to a page: who opens it, and what its address says. */
export interface Visit {
  /** As in app.json. */
  route: string
  /** An openid of the demonstration. */
  person: string
  query?: (things: Things) => Record<string, string>
  /** What the phone keeps from before, by key. */
  keeps?: (things: Things) => Record<string, unknown>
  /** Somebody of the demonstration for whom it is not; left out where it is for everybody. */
  stranger?: string
  /** It begins with questions or with what the phone knows, and asks the cloud for nothing that it cannot do without. */
  beginsAlone?: true
}

/** Of the first grid, of its community, and of the street. */
const [worker, officer, street] = ['worker-1-1', 'officer-1', 'street-officer']
const somebody = 'resident-new'
/** Serves in another community. */
const workerElsewhere = 'worker-2-1'

const place = { place: 'qinghe-1-1-1' }
const atStreet = { place: 'qinghe' }

const residents: Visit[] = [
  { route: 'pages/home/index', person: 'resident-waiting', query: () => place },
  { route: 'pages/mine/records/index', person: 'resident-waiting' },
  { route: 'pages/mine/setUp/index', person: somebody, beginsAlone: true },
  { route: 'pages/returnee/register/index', person: somebody, query: () => place, beginsAlone: true },
  {
    route: 'pages/returnee/done/index',
    person: 'resident-observed',
    query: ({ registration }) => ({ id: registration }),
    stranger: somebody,
  },
  {
    route: 'pages/mine/record/index',
    person: 'resident-asked',
    query: ({ asked }) => ({ id: asked }),
    stranger: somebody,
  },
  {
    route: 'pages/account/join/index',
    person: somebody,
    query: ({ invitation }) => ({ scene: invitation }),
  },
  { route: 'pages/account/myData/index', person: 'resident-observed' },
  { route: 'pages/account/certificates/index', person: somebody },
  { route: 'pages/account/risk/index', person: somebody },
]

const families: Visit[] = [
  { route: 'pages/daily/report/index', person: 'resident-waiting' },
  {
    route: 'pages/daily/report/index',
    person: 'steward',
    query: ({ household }) => ({ household, how: 'door' }),
    stranger: somebody,
  },
  {
    route: 'pages/daily/done/index',
    person: 'resident-waiting',
    query: ({ household }) => ({ household }),
  },
  {
    route: 'pages/daily/household/index',
    person: 'resident-waiting',
    query: ({ household }) => ({ id: household }),
  },
  {
    route: 'pages/daily/member/index',
    person: 'resident-waiting',
    query: ({ household }) => ({ household }),
    stranger: somebody,
  },
  {
    route: 'pages/daily/calendar/index',
    person: 'resident-waiting',
    query: ({ household }) => ({ id: household }),
    stranger: somebody,
  },
  {
    route: 'pages/daily/calls/index',
    person: 'resident-waiting',
    query: ({ household }) => ({ id: household }),
    stranger: somebody,
  },
  {
    route: 'pages/daily/alert/index',
    person: 'resident-family',
    query: ({ healthAlert }) => ({ id: healthAlert }),
    stranger: somebody,
  },
]

const tellers: Visit[] = [
  { route: 'pages/tip/tell/index', person: somebody, query: () => place },
  { route: 'pages/tip/receipt/index', person: somebody, beginsAlone: true },
  { route: 'pages/tip/follow/index', person: somebody, beginsAlone: true },
  {
    route: 'pages/tip/mine/index',
    person: somebody,
    keeps: ({ receipt }) => ({ 'tips/mine': [{ receipt, kind: '聚集', since: '2026-11-20' }] }),
    beginsAlone: true,
  },
]

const cases: Visit[] = [
  { route: 'staff/inbox/index', person: worker, stranger: somebody },
  {
    route: 'staff/case/index',
    person: worker,
    query: ({ registration }) => ({ id: registration }),
    stranger: workerElsewhere,
  },
  {
    route: 'staff/healthAlert/index',
    person: worker,
    query: ({ healthAlert }) => ({ id: healthAlert }),
    stranger: workerElsewhere,
  },
  { route: 'staff/households/index', person: worker, stranger: somebody },
  {
    route: 'staff/household/index',
    person: worker,
    query: ({ household }) => ({ household }),
    stranger: workerElsewhere,
  },
  {
    route: 'staffTips/tip/index',
    person: worker,
    query: ({ tip }) => ({ id: tip }),
    stranger: workerElsewhere,
  },
  { route: 'staffTips/desk/index', person: officer, stranger: worker },
  { route: 'staffTips/stock/index', person: officer, stranger: worker },
]

const keepers: Visit[] = [
  { route: 'staff/places/index', person: officer, stranger: worker },
  { route: 'staff/placeImport/index', person: officer, query: () => place, stranger: worker },
  { route: 'staff/poster/index', person: officer, query: () => place, stranger: worker },
  { route: 'staff/people/index', person: officer, stranger: worker },
  { route: 'staff/invite/index', person: officer, stranger: worker },
  {
    route: 'staff/person/index',
    person: officer,
    query: ({ post }) => ({ post }),
    stranger: 'officer-2',
  },
  { route: 'staff/looks/list/index', person: officer, stranger: worker },
  { route: 'staff/looks/find/index', person: worker, beginsAlone: true },
  {
    route: 'staff/looks/alert/index',
    person: officer,
    query: ({ lookAlert }) => ({ id: lookAlert }),
    stranger: worker,
  },
  {
    route: 'staff/text/index',
    person: officer,
    query: ({ textCheck }) => ({ id: textCheck }),
    stranger: worker,
  },
  { route: 'staff/keeping/index', person: street, stranger: worker },
]

const rulers: Visit[] = [
  { route: 'staff/risk/index', person: street, stranger: worker },
  { route: 'staff/risk/edit/index', person: street, query: () => atStreet, stranger: worker },
  {
    route: 'staff/risk/edition/index',
    person: street,
    query: ({ riskList }) => ({ ...atStreet, edition: riskList }),
    stranger: worker,
  },
  {
    route: 'staff/affected/index',
    person: street,
    query: ({ riskList, community }) => ({ ...atStreet, edition: riskList, community, name: '春晓社区' }),
    stranger: worker,
  },
  { route: 'staff/policy/index', person: street, stranger: somebody },
  {
    route: 'staff/policy/edit/index',
    person: street,
    query: () => ({ ...atStreet, inForce: '1' }),
    stranger: somebody,
  },
  {
    route: 'staff/policy/edition/index',
    person: street,
    query: ({ policy }) => ({ ...atStreet, edition: policy }),
    stranger: worker,
  },
]

/** Every page of the mini-program, each at least once: with its person, and in the demonstration with something to show. */
export const everyPage: readonly Visit[] = [
  ...residents,
  ...families,
  ...tellers,
  ...cases,
  ...keepers,
  ...rulers,
]

/** Ids of what is not there: for a community in which nothing has happened yet. */
export const nothingToShow = (): Things => ({
  registration: randomUUID(),
  asked: randomUUID(),
  household: randomUUID(),
  healthAlert: randomUUID(),
  tip: randomUUID(),
  lookAlert: randomUUID(),
  textCheck: randomUUID(),
  post: 'post-nobody',
  riskList: randomUUID(),
  policy: randomUUID(),
  community: 'qinghe-1',
  receipt: '0'.repeat(16),
  invitation: 'a'.repeat(24),
})
