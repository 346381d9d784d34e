import type { Basis, Outcome } from '@contract/outcome'

/** Left a county on 3 May that has been medium risk since 1 May, arrived on the 5th. */
export const someBasis: Basis = {
  policy: { id: 'policy-2', number: 2, name: '第九版' },
  list: { id: 'list-7', number: 7, publishedOn: '2026-05-02', source: '市疾控中心' },
  rule: {
    id: 'medium',
    name: '中风险区',
    resident: '请在家观察，等社区上门。',
    staff: '核对离开的日子。',
  },
  counted: { from: 'leaving', since: '2026-05-03', days: 7 },
  exposure: {
    stay: { region: '510104', last: '2026-05-03', through: false },
    level: 'medium',
    near: 'area',
    area: { region: '510104', name: '', level: 'medium', from: '2026-05-01', until: null },
    on: '2026-05-03',
  },
  place: '四川省 成都市 锦江区',
  possible: [],
  judgedOn: '2026-05-05',
}

export const regions = { '510104': '四川省 成都市 锦江区', '510107': '四川省 成都市 武侯区' }

/** Seven days at home counted from leaving, five of them here; then three of monitoring. */
export const someOutcome: Outcome = {
  measure: 'homeObservation',
  days: 5,
  from: '2026-05-05',
  until: '2026-05-09',
  then: { measure: 'healthMonitoring', days: 3, from: '2026-05-10', until: '2026-05-12' },
  tests: ['2026-05-05', '2026-05-09', '2026-05-12'],
  temperatures: 2,
  basis: someBasis,
}

/** What staff chose by hand. */
export const byHand: Outcome = {
  measure: 'homeObservation',
  days: 7,
  from: '2026-05-05',
  until: '2026-05-11',
}
