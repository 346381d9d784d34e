import { addDays, dayOf } from '@contract/calendar'
import { reminderAfter } from '@contract/reminders'
import {
  outcomeDetail,
  outcomeOf,
  returneeMachine,
  type RegistrationAnswers,
  type ReturneeEvent,
} from '@contract/returnee'
import type { StaffRole } from '@contract/roles'
import { expectedUnder } from '@kernel/assessment/assessRegistration'
import { reassessed } from '@kernel/assessment/reassessCase'
import { advanced, opened, type Advance, type By, type Happening } from '@kernel/caseEvents'
import { answerDue, confirmationDue, hearingDue, reviewDue } from '@kernel/dueRules'
import { maskName } from '@kernel/masking'
import type { OnDuty, PlaceDocument } from '@kernel/placeDocument'
import type { Sealer } from '@kernel/seal'
import {
  briefOf,
  regionKeysOf,
  sealAnswers,
  type RegistrationBody,
  type RegistrationCase,
} from '@kernel/registration'
import type { Chance } from './chance'
import { centralObservation, decisions, homeObservation, phrases, type Ending } from './registrations'
import type { DemoRuling } from './rulings'

const STEP_AT_MOST_MS = 3 * 3_600_000

interface Beginning {
  id: string
  owner: string
  place: PlaceDocument
  answers: RegistrationAnswers
  openedAt: Date
}

/** How likely staff do what the rules expect. */
const ADOPTED = 0.85

/**
 * A registration told by the real rules: each step is an event of the machine, sealed and chained as in the function, and
 * a list that is published meanwhile does with it what it would.
 */
export class Story {
  private current: RegistrationCase

  constructor(
    { id, owner, place, answers, openedAt }: Beginning,
    private readonly chance: Chance,
    sealer: Sealer,
    private readonly staysAtHome: boolean,
    private readonly rulings: readonly DemoRuling[],
  ) {
    const { ruling } = rulings.filter(({ from }) => from <= openedAt).at(-1) ?? {}
    const opening = {
      _id: id,
      owner,
      at: place.at,
      place: { id: place._id, level: place.level, names: place.names },
      subject: { person: `${id}-0`, display: maskName(answers.person.name) },
      brief: briefOf(answers),
      regions: regionKeysOf(answers),
      body: {
        purpose: 'self' as const,
        answers: sealAnswers(answers, id, sealer),
        expected: ruling ? expectedUnder(ruling, answers, openedAt) : null,
        outcome: null,
      },
    }
    this.answers = answers
    this.resident = { actor: 'owner', account: owner, name: null }
    const { gridWorker, secretary } = place.responsible
    const onDuty = (actor: StaffRole, person: OnDuty | undefined): By => ({
      actor,
      account: person?.openid ?? '',
      name: person?.name ?? '',
    })
    this.worker = onDuty('gridWorker', gridWorker)
    this.officer = onDuty('communityOfficer', secretary)
    this.current = opened<RegistrationBody, RegistrationCase['status']>(
      returneeMachine,
      opening,
      reviewDue(opening.body, openedAt),
      {
        at: openedAt,
        submission: id,
        digest: '',
        by: this.resident,
      },
    )
  }

  private readonly answers: RegistrationAnswers
  private readonly resident: By
  private readonly worker: By
  private readonly officer: By

  /** The case as it is when the story has come to this ending, the last step not after `now`. */
  until(ending: Ending, now: Date): RegistrationCase {
    this.tell(ending, now)
    this.followLists(now)
    // Whoever was to be reminded on a day that has passed was reminded on it.
    const remindOn = reminderAfter(this.current.body.outcome, addDays(dayOf(now), -1))
    return { ...this.current, remindOn }
  }

  private tell(ending: Ending, now: Date): void {
    const { chance } = this
    // A community answers within the day; each step comes after the one before.
    const step = Math.min((now.getTime() - this.current.openedAt.getTime()) / 4, STEP_AT_MOST_MS)
    const after = (steps: number) =>
      new Date(this.current.openedAt.getTime() + step * (steps - 1 + chance.next()))

    if (ending === 'asked') this.says('ask', this.worker, after(1), chance.pick(phrases.questions))
    else if (ending !== 'submitted' && chance.happens(0.3)) {
      this.says('ask', this.worker, after(1), chance.pick(phrases.questions))
      this.says('answer', this.resident, after(2), chance.pick(phrases.answers))
    }
    if (ending === 'accepted' || ending === 'reassessed') this.accepted(after(3))
    if (ending === 'tightening' || ending === 'appealed') {
      this.accepted(after(3), true)
      this.disputed(ending, after(4))
      return
    }
    if (ending === 'rejected') this.says('reject', this.worker, after(3), chance.pick(phrases.rejections))
    if (ending === 'withdrawn')
      this.says('withdraw', this.resident, after(3), chance.pick(phrases.withdrawals))
    if (chance.happens(0.15)) this.says('note', this.worker, after(4), chance.pick(phrases.notes))
  }

  /** What the lists that came into force up to then make of it, as the job of the function would. */
  private followLists(until: Date): void {
    const lastAt = this.current.history.at(-1)?.at ?? this.current.openedAt
    for (const { from, edition, ruling } of this.rulings) {
      if (from <= lastAt || from > until) continue
      const expected = expectedUnder(ruling, this.answers, this.current.openedAt)
      const reason = { edition: edition.id, kind: 'riskList' as const, number: edition.number }
      const advance = reassessed(this.current, expected, reason, from)
      if (advance) this.follow(advance)
    }
  }

  private says(event: ReturneeEvent, by: By, at: Date, text: string): void {
    const dueAt = event === 'ask' ? answerDue(at) : reviewDue(this.current.body, at)
    this.happens(event, { at, by, words: text, submission: this.chance.uuid(), digest: '' }, { dueAt })
  }

  private accepted(at: Date, atHome = this.staysAtHome): void {
    const { answers, chance } = this
    this.followLists(at)
    const { body } = this.current
    // Whoever may be ill, and whoever is shown under observation, stays at home.
    const isAtHome = atHome || answers.symptoms.length > 0
    const isFit = isAtHome ? body.expected?.measure === homeObservation.measure : chance.happens(ADOPTED)
    const { measure, days } = isAtHome ? homeObservation : chance.pick(decisions)
    const adopted = isFit ? body.expected : null
    const outcome = adopted ?? outcomeOf(measure, days, answers.arrivesOn)
    const act = { at, by: this.worker, submission: chance.uuid(), digest: '', detail: outcomeDetail(outcome) }
    this.happens(
      adopted ? 'adopt' : 'accept',
      adopted ? act : { ...act, words: chance.pick(phrases.reasons) },
      { changes: { body: { ...body, outcome } } },
    )
  }

  /** The worker wants it stricter, or the resident looser; either is put before the officer of the community. */
  private disputed(ending: 'tightening' | 'appealed', at: Date): void {
    const { body } = this.current
    const { account, name } = this.officer
    const assignee = { id: `post-${account}`, openid: account, name: name ?? '', role: this.officer.actor }
    const isAppeal = ending === 'appealed'
    const { measure, days } = centralObservation
    this.happens(
      isAppeal ? 'appeal' : 'tighten',
      {
        at,
        by: isAppeal ? this.resident : this.worker,
        submission: this.chance.uuid(),
        digest: '',
        words: this.chance.pick(isAppeal ? phrases.appeals : phrases.proposals),
        detail: isAppeal
          ? { role: this.officer.actor, colleague: assignee.name }
          : outcomeDetail(outcomeOf(measure, days, body.answers.arrivesOn)),
      },
      { dueAt: isAppeal ? hearingDue(at) : confirmationDue(at), assignee },
    )
  }

  private happens(event: ReturneeEvent, what: Happening, next: Parameters<typeof advanced>[4]): void {
    this.followLists(what.at)
    this.follow(advanced(returneeMachine, this.current, event, what, next as never))
  }

  private follow({ set, entry }: Advance<RegistrationBody, RegistrationCase['status']>): void {
    this.current = {
      ...this.current,
      ...(set as Partial<RegistrationCase>),
      history: [...this.current.history, entry],
    }
  }
}
