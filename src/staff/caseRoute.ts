import type { CaseKind } from '@contract/cases'

const pages: Record<CaseKind, string> = {
  returnee: '/staff/case/index',
  healthAlert: '/staff/healthAlert/index',
  tip: '/staffTips/tip/index',
  lookAlert: '/staff/looks/alert/index',
  textCheck: '/staff/text/index',
}

/** The page on which staff handle a case. */
export const caseRoute = ({ kind, id }: { kind: CaseKind; id: string }): string => `${pages[kind]}?id=${id}`
