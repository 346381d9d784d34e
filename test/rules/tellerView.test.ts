import { tellerStatuses, type TellerHappening, type TellerStatus } from '@contract/letterbox'
import { tipMachine, type TipEvent, type TipStatus } from '@contract/tipMachine'
import { canAppeal, openQuestion, tellerView, type Told } from '../../cloudfunctions/letterbox/tellerView'

interface Step {
  event: TipEvent | 'tell'
  /** The tip of whoever is joined and has added it. */
  from?: string
}

const byTeller = ['tell', 'add', 'resume', 'appeal']
const began = Date.parse('2026-11-22T02:00:00Z')

/** A tip with these events, one a minute from `minute` on. */
function tip(id: string, status: TipStatus, steps: (Step | Step['event'])[], minute = 0): Told {
  const history = steps.map((step, index) => {
    const { event, from } = typeof step === 'string' ? { event: step, from: undefined } : step
    const actor = byTeller.includes(event) ? ('teller' as const) : ('gridWorker' as const)
    return {
      ...{ at: new Date(began + (minute + index) * 60_000), submission: `${id}-${index}`, event },
      by: { actor, account: '', name: null },
      ...{ words: null, detail: from === undefined ? null : { from } },
    }
  })
  return { _id: id, status, history }
}

const happening = (own: Told, into: Told | null = null): TellerHappening[] =>
  tellerView(own, into).happened.map(({ what }) => what)

type Case = [status: TipStatus, events: Step['event'][], shown: TellerStatus, happened: TellerHappening[]]

const alone: Case[] = [
  ['told', ['tell'], 'told', ['tell']],
  ['escalated', ['tell', 'escalate'], 'told', ['tell']],
  ['seen', ['tell', 'escalate', 'see'], 'seen', ['tell', 'see']],
  ['told', ['tell', 'see', 'dispatch'], 'seen', ['tell', 'see']],
  ['seen', ['tell', 'see', 'dispatch', 'see'], 'seen', ['tell', 'see']],
  ['seen', ['tell', 'see', 'ask', 'add'], 'seen', ['tell', 'see', 'ask', 'add']],
  ['seen', ['tell', 'see', 'note', 'reassign', 'reveal', 'relocate'], 'seen', ['tell', 'see']],
  ['confirmed', ['tell', 'see', 'confirm', 'lead'], 'confirmed', ['tell', 'see', 'confirm']],
  ['known', ['tell', 'see', 'alreadyKnown'], 'known', ['tell', 'see', 'alreadyKnown']],
  ['unfounded', ['tell', 'see', 'refute'], 'unfounded', ['tell', 'see', 'refute']],
  ['undetermined', ['tell', 'see', 'leaveOpen'], 'undetermined', ['tell', 'see', 'leaveOpen']],
  ['told', ['tell', 'see', 'leaveOpen', 'resume'], 'told', ['tell', 'see', 'leaveOpen', 'add']],
  ['seen', ['tell', 'see', 'confirm', 'reopen', 'see'], 'seen', ['tell', 'see', 'confirm', 'reopen', 'see']],
  ['suspected', ['tell', 'see', 'suspect'], 'seen', ['tell', 'see']],
  ['accused', ['tell', 'see', 'suspect', 'accuse'], 'seen', ['tell', 'see']],
  ['accused', ['tell', 'see', 'refute', 'accuse'], 'unfounded', ['tell', 'see', 'refute']],
  ['unfounded', ['tell', 'see', 'suspect', 'clear'], 'unfounded', ['tell', 'see', 'refute']],
  ['unfounded', ['tell', 'see', 'refute', 'accuse', 'clear'], 'unfounded', ['tell', 'see', 'refute']],
  ['malicious', ['tell', 'see', 'suspect', 'accuse', 'condemn'], 'malicious', ['tell', 'see', 'condemn']],
  [
    'appealed',
    ['tell', 'see', 'suspect', 'accuse', 'condemn', 'appeal'],
    'appealed',
    ['tell', 'see', 'condemn', 'appeal'],
  ],
  [
    'malicious',
    ['tell', 'see', 'suspect', 'accuse', 'condemn', 'appeal', 'uphold'],
    'malicious',
    ['tell', 'see', 'condemn', 'appeal', 'uphold'],
  ],
  [
    'unfounded',
    ['tell', 'see', 'suspect', 'accuse', 'condemn', 'appeal', 'pardon'],
    'unfounded',
    ['tell', 'see', 'condemn', 'appeal', 'pardon'],
  ],
  ['told', ['tell', 'see', 'join', 'separate'], 'seen', ['tell', 'see']],
]

describe('what a teller sees', () => {
  it.each(alone)('of a tip that is %s after %j', (status, events, shown, happened) => {
    const view = tellerView(tip('own', status, events), null)
    expect(view.status).toBe(shown)
    expect(view.happened.map(({ what }) => what)).toEqual(happened)
  })

  it('is defined for every event and every status of the machine', () => {
    const events = new Set(alone.flatMap(([, some]) => some))
    expect(Object.keys(tipMachine.events).filter((event) => !events.has(event as TipEvent))).toEqual([])
    const statuses = new Set(alone.map(([status]) => status))
    expect(tipMachine.statuses.filter((status) => !statuses.has(status))).toEqual(['joined'])
    const shown = new Set(alone.map(([, , status]) => status))
    expect(tellerStatuses.filter((status) => !shown.has(status))).toEqual(['waiting'])
  })
})

describe('where a tip was joined to another', () => {
  const own = tip('own', 'joined', ['tell', 'see', 'join'], 10)

  it('its teller sees how the other goes on, and not what was before', () => {
    const other = tip('other', 'confirmed', ['tell', 'see', 'ask'])
    const later = tip('other', 'confirmed', ['ask', 'confirm'], 20)
    const into = { ...later, history: [...other.history, ...later.history] }
    expect(happening(own, into)).toEqual(['tell', 'see', 'join', 'ask', 'confirm'])
    expect(tellerView(own, into).status).toBe('confirmed')
  })

  it('its teller sees the result that the other had already', () => {
    const into = tip('other', 'known', ['tell', 'see', 'alreadyKnown'])
    expect(happening(own, into)).toEqual(['tell', 'see', 'join', 'alreadyKnown'])
    expect(tellerView(own, into).status).toBe('known')
  })

  it('its teller reads what they have added themselves, and nothing of the other’s teller', () => {
    const steps = [
      { event: 'add' as const, from: 'own' },
      'add' as const,
      { event: 'add' as const, from: 'third' },
    ]
    // What tellers add bears the time at which the letterbox was to be emptied: here one before the joining.
    const into = tip('other', 'seen', ['tell', 'see', ...steps])
    const { happened } = tellerView(own, into)
    expect(happened.filter(({ tip: id }) => id === 'other').map(({ entry }) => entry.submission)).toEqual([
      'other-2',
    ])
  })

  it('the other’s teller reads nothing of what those have added who were joined to it', () => {
    const into = tip('other', 'seen', ['tell', 'see', { event: 'add', from: 'own' }, 'add'])
    const { happened } = tellerView(into, null)
    expect(happened.map(({ entry }) => entry.submission)).toEqual(['other-0', 'other-1', 'other-3'])
  })

  it('its teller does not answer for malice of the other’s: there was nothing', () => {
    const events = ['tell', 'see', 'suspect', 'accuse', 'condemn', 'appeal', 'uphold'] as const
    const into = tip('other', 'malicious', [...events], 20)
    expect(tellerView(own, into).status).toBe('unfounded')
    expect(happening(own, into)).toEqual(['tell', 'see', 'join', 'see', 'refute'])
    expect(canAppeal(own)).toBe(false)
  })

  it('and the other is no more, it stands as it stood', () => {
    expect(tellerView(own, null).status).toBe('seen')
  })
})

describe('the question of staff', () => {
  const questionIn = (...events: Step['event'][]) =>
    openQuestion(tellerView(tip('own', 'seen', events), null).happened)?.entry.submission

  it('is the latest to which nothing has been added', () => {
    expect(questionIn('tell', 'see')).toBeUndefined()
    expect(questionIn('tell', 'see', 'ask')).toBe('own-2')
    expect(questionIn('tell', 'see', 'ask', 'add')).toBeUndefined()
    expect(questionIn('tell', 'see', 'ask', 'add', 'ask')).toBe('own-4')
  })
})

describe('an appeal', () => {
  it('is open once, where two officers have said that it was malice', () => {
    expect(canAppeal(tip('own', 'malicious', ['tell', 'see', 'suspect', 'accuse', 'condemn']))).toBe(true)
    expect(canAppeal(tip('own', 'accused', ['tell', 'see', 'suspect', 'accuse']))).toBe(false)
    expect(canAppeal(tip('own', 'malicious', ['tell', 'condemn', 'appeal', 'uphold']))).toBe(false)
  })
})
