import fc from 'fast-check'
import { assess, compareOutcomes, indexAreas, type Facts } from '@contract/assessment'
import { exposuresOf } from '@contract/areaIndex'
import { addDays } from '@contract/calendar'
import { compareFrom } from '@contract/outcome'
import type { RiskArea } from '@contract/riskLevels'
import type { Rule } from '@contract/policyRules'
import {
  anyAreas,
  anyFacts,
  anyLadder,
  anyWholeRules,
  areaOf,
  everybodyElse,
  factsOf,
  listOf,
  policyOf,
  ruleOf,
  stageOf,
  stayOf,
} from './support/policies'
import { examine } from '@contract/policyExamination'
import { policyExamples } from '@contract/policyExamples'
import { riskLevels } from '@contract/riskLevels'

const names = (region: string) => `〔${region}〕`
const rules = [
  ruleOf('high', { level: 'high', near: 'area', withinDays: 13 }, [stageOf('centralObservation', 14)]),
  ruleOf('county', { level: 'medium', near: 'county', withinDays: 13 }, [stageOf('homeObservation', 14)]),
  ruleOf('city', { level: 'medium', near: 'city', withinDays: 13 }, [stageOf('healthMonitoring', 14)]),
  ruleOf('abroad', { near: 'abroad' }, [stageOf('centralObservation', 10)]),
  everybodyElse,
]
const assessed = (facts: Facts, areas: RiskArea[] | null, table: readonly Rule[] = rules) =>
  assess(facts, policyOf(table), areas && listOf(areas), names)

const ruleOfStay = (region: string, areas: RiskArea[], changes: Parameters<typeof stayOf>[2] = {}) =>
  assessed(factsOf([stayOf(region, '2022-05-03', changes)], '2022-05-05'), areas)?.basis?.rule.id

describe('how near somebody was to a risk area', () => {
  const compound = areaOf('510104', 'high', { name: '示例小区' })
  it.each([
    ['in a county that is one', '510104', '', [areaOf('510104', 'high')], 'high'],
    ['in what they call by its name', '510104', '住示例小区3栋', [compound], 'high'],
    ['in its county, without saying where', '510104', '', [compound], 'county'],
    ['in its county, elsewhere', '510104', '另一小区', [compound], 'county'],
    ['in its city', '510107', '示例小区', [compound], 'city'],
    ['in a county of the municipality', '500229', '', [areaOf('500112', 'high')], 'city'],
    ['in another city', '510704', '示例小区', [compound], 'others'],
    ['in a county directly under the province', '429004', '', [areaOf('429005', 'high')], 'others'],
    ['across the border', '900101', '', [compound], 'abroad'],
    ['in Taiwan', '710101', '', [compound], 'abroad'],
  ] as const)('%s', (_, region, detail, areas, rule) => {
    expect(ruleOfStay(region, [...areas], { detail })).toBe(rule)
  })

  it('is told by whatever codes the list and the stay use', () => {
    expect(ruleOfStay('330104', [areaOf('330114', 'high')])).toBe('high')
    expect(ruleOfStay('330114', [areaOf('330104', 'high')])).toBe('high')
    expect(ruleOfStay('371202', [areaOf('370102', 'high')])).toBe('city')
    expect(ruleOfStay('330103', [areaOf('330102', 'high')])).toBe('city')
  })
})

describe('the days of a stay and those of a risk area', () => {
  const from = '2022-05-03'
  it.each([
    ['began on the day of leaving', { from }, 'high'],
    ['began on the day after', { from: addDays(from, 1) }, 'others'],
    ['ended on the first day there', { from: '2022-01-01', until: addDays(from, -14) }, 'others'],
    ['ended on the day before that', { from: '2022-01-01', until: addDays(from, -15) }, 'others'],
    ['ended during the stay', { from: '2022-01-01', until: addDays(from, -5) }, 'high'],
  ])('an area that %s', (_, days, rule) => {
    expect(ruleOfStay('510104', [areaOf('510104', 'high', days)])).toBe(rule)
  })

  it('touch on the first day there, and not on the day before', () => {
    const touching = (until: string) =>
      exposuresOf(
        stayOf('510104', from, { first: '2022-05-01' }),
        indexAreas([areaOf('510104', 'high', { from: '2022-01-01', until })]),
      ).map(({ near }) => near)
    expect(touching('2022-05-01')).toEqual(['area', null])
    expect(touching('2022-04-30')).toEqual([null])
  })

  it('count from the last day on which it was at risk', () => {
    const area = areaOf('510104', 'high', { from: '2022-01-01', until: '2022-05-01' })
    const outcome = assessed(factsOf([stayOf('510104', '2022-05-03')], '2022-05-05'), [area])
    expect(outcome).toMatchObject({ until: '2022-05-14', basis: { counted: { since: '2022-05-01' } } })
    expect(exposuresOf(stayOf('510104', '2022-05-03'), indexAreas([area]))[0]?.on).toBe('2022-05-01')
  })

  it('are counted to the day of registering, where that is later than arriving', () => {
    const facts = factsOf([stayOf('510104', '2022-05-03')], '2022-05-05')
    expect(assessed({ ...facts, judgedOn: '2022-05-16' }, [areaOf('510104', 'high')])?.basis?.rule.id).toBe(
      'high',
    )
    expect(assessed({ ...facts, judgedOn: '2022-05-17' }, [areaOf('510104', 'high')])?.basis?.rule.id).toBe(
      'others',
    )
  })
})

describe('why', () => {
  it('is told by the place, the list, the policy and the rule as they were', () => {
    const area = areaOf('510104', 'high', { name: '示例小区' })
    const facts = factsOf([stayOf('510104', '2022-05-03', { detail: '示例小区' })], '2022-05-05')
    expect(assessed(facts, [area])?.basis).toEqual({
      policy: { id: 'policy', number: 1, name: '试' },
      list: { id: 'list', number: 1, publishedOn: '2022-05-02', source: '公告' },
      rule: { id: 'high', name: 'high', resident: 'high', staff: '' },
      counted: { from: 'leaving', since: '2022-05-03', days: 14 },
      exposure: {
        stay: { region: '510104', last: '2022-05-03', through: false },
        level: 'high',
        near: 'area',
        area,
        on: '2022-05-03',
      },
      place: '〔510104〕 示例小区',
      possible: [],
      judgedOn: '2022-05-05',
    })
  })

  it('keeps nothing of what they said of where they were', () => {
    const facts = factsOf([stayOf('510104', '2022-05-03', { detail: '秘密的地方' })], '2022-05-05')
    expect(JSON.stringify(assessed(facts, [areaOf('510104', 'high')]))).not.toContain('秘密')
  })

  it('names up to five finer areas of the county that have to be asked about, the highest first', () => {
    const compounds = Array.from({ length: 9 }, (_, n) =>
      areaOf('510104', n === 8 ? 'high' : 'medium', { name: `示例${n}号院` }),
    )
    const possible = assessed(factsOf([stayOf('510104', '2022-05-03')], '2022-05-05'), compounds)?.basis
      ?.possible
    expect(possible).toHaveLength(5)
    expect(possible?.[0]).toEqual({ place: '〔510104〕 示例8号院', level: 'high' })
  })

  it('has no list where there is none', () => {
    expect(assessed(factsOf([stayOf('510104', '2022-05-03')], '2022-05-05'), null)?.basis).toMatchObject({
      list: null,
      rule: { id: 'others' },
      place: '〔510104〕',
    })
  })
})

describe('several stays', () => {
  const high = stayOf('510104', '2022-05-03')
  const quiet = stayOf('120101', '2022-05-04', { through: true })
  it('are under the strictest, wherever it stands', () => {
    const areas = [areaOf('510104', 'high')]
    for (const stays of [
      [high, quiet],
      [quiet, high],
    ])
      expect(assessed(factsOf(stays, '2022-05-05'), areas)?.basis?.rule.id).toBe('high')
  })
  it('that are equally strict are told of by the first', () => {
    const areas = [areaOf('510104', 'high'), areaOf('120101', 'high')]
    const other = stayOf('120101', '2022-05-03')
    expect(assessed(factsOf([high, other], '2022-05-05'), areas)?.basis?.place).toBe('〔510104〕')
    expect(assessed(factsOf([other, high], '2022-05-05'), areas)?.basis?.place).toBe('〔120101〕')
  })
  it('in one place on one day, staying and passing through, are two', () => {
    const passing = ruleOf('passing', { through: 'only' }, [stageOf('healthMonitoring', 7)])
    const stays = [{ ...high, through: true }, high]
    const areas = [areaOf('510104', 'high')]
    expect(assessed(factsOf(stays, '2022-05-05'), areas, [passing, ...rules])?.basis?.rule.id).toBe('high')
  })
  it('of which one asked for what is over on registering are under what still lasts', () => {
    const wide = [
      ruleOf('high', { level: 'high', near: 'area' }, [stageOf('centralObservation', 7)]),
      ruleOf('county', { level: 'medium', near: 'county' }, [stageOf('homeObservation', 14)]),
      everybodyElse,
    ]
    const areas = [areaOf('510104', 'high'), areaOf('120101', 'medium')]
    const facts = { ...factsOf([high, quiet], '2022-05-05'), judgedOn: '2022-05-12' }
    expect(assessed(facts, areas, wide)).toMatchObject({ measure: 'homeObservation', until: '2022-05-17' })
    expect(assessed({ ...facts, judgedOn: '2022-05-09' }, areas, wide)?.measure).toBe('centralObservation')
  })
  it('where one is passed through only are each judged for themselves', () => {
    const passing = ruleOf('passing', { level: 'high', near: 'area', through: 'only' }, [
      stageOf('healthMonitoring', 7),
    ])
    const areas = [areaOf('120101', 'high')]
    expect(assessed(factsOf([high, quiet], '2022-05-05'), areas, [passing, ...rules])?.measure).toBe(
      'healthMonitoring',
    )
    const stayed = { ...quiet, through: false }
    expect(assessed(factsOf([high, stayed], '2022-05-05'), areas, [passing, ...rules])?.measure).toBe(
      'centralObservation',
    )
  })
})

describe('a city with thousands of areas', () => {
  it('is judged once for each sort of them, and areas of other cities are not looked at', () => {
    const many = Array.from({ length: 3000 }, (_, n) => areaOf('510107', 'medium', { name: `示例${n}号院` }))
    const elsewhere = Array.from({ length: 7000 }, (_, n) =>
      areaOf('330102', 'high', { name: `示例${n}号院` }),
    )
    let looks = 0
    const counting = rules.map((rule) => ({
      ...rule,
      get when() {
        looks += 1
        return rule.when
      },
    }))
    const index = indexAreas([...many, ...elsewhere])
    expect(exposuresOf(stayOf('510104', '2022-05-03'), index)).toHaveLength(3001)
    const list = { ...listOf([]), areas: index }
    const facts = factsOf([stayOf('510104', '2022-05-03')], '2022-05-05')
    expect(assess(facts, policyOf(counting), list, names)?.basis?.rule.id).toBe('city')
    expect(looks).toBeLessThanOrEqual(2 * rules.length)
  })
})

describe('whatever the list and the answers', () => {
  it('a table without gaps gives exactly one outcome, and always the same', () => {
    fc.assert(
      fc.property(anyWholeRules, anyFacts, anyAreas, (table, facts, areas) => {
        const outcome = assessed(facts, areas, table)
        expect(outcome).not.toBeNull()
        expect(assessed(facts, areas, table)).toEqual(outcome)
      }),
    )
  })

  it('the order of stays and of areas changes nothing that is asked', () => {
    fc.assert(
      fc.property(anyWholeRules, anyFacts, anyAreas, (table, facts, areas) => {
        const there = assessed(facts, areas, table)
        const back = assessed({ ...facts, stays: [...facts.stays].reverse() }, [...areas].reverse(), table)
        expect(there && back && compareOutcomes(there, back)).toBe(0)
      }),
    )
  })

  it('several stays are as strict as the strictest of them', () => {
    fc.assert(
      fc.property(anyWholeRules, anyFacts, anyAreas, (table, facts, areas) => {
        const whole = assessed(facts, areas, table)
        const each = facts.stays.map((stay) => assessed({ ...facts, stays: [stay] }, areas, table))
        const differences = each.map((one) => (one && whole ? compareFrom(facts.judgedOn, one, whole) : NaN))
        expect(Math.max(...differences)).toBe(0)
      }),
    )
  })

  it('a list to which an area is added asks for no less', () => {
    fc.assert(
      fc.property(anyWholeRules, anyFacts, anyAreas, (table, facts, areas) => {
        const [before, after] = [assessed(facts, areas.slice(1), table), assessed(facts, areas, table)]
        if (before && after) expect(compareFrom(facts.judgedOn, after, before)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  const anySoundTable = fc.oneof(
    fc.constantFrom(...policyExamples.map((example) => example.rules)),
    anyLadder,
  )
  it('an area that is raised asks for no less, where no level is treated more mildly than a lower one', () => {
    fc.assert(
      fc.property(anySoundTable, anyFacts, anyAreas, (table, registeredLate, areas) => {
        fc.pre(examine(table).milder.length === 0)
        // Of who registers late a strict measure may be over, and a mild one not.
        const facts = { ...registeredLate, judgedOn: registeredLate.arrivesOn }
        const raised = areas.map((area, index) => {
          const above = riskLevels[riskLevels.indexOf(area.level) + 1]
          return index === 0 && above ? { ...area, level: above } : area
        })
        const [before, after] = [assessed(facts, areas, table), assessed(facts, raised, table)]
        if (before && after) expect(compareOutcomes(after, before)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
