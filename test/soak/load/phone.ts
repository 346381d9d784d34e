import { setTimeout as wait } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import type { Action, Contract, FeatureName, InputOf, OutputOf, Result } from '@contract'
import { pauseAfter } from '@/services/pauses'
import type { Chance } from '../../../local/demo/chance'
import type { Said } from '../said'
import type { Line } from './line'

export type ActionName<F extends FeatureName> = keyof Contract[F] & string
type InputTo<F extends FeatureName, N extends ActionName<F>> = Contract[F][N] extends Action
  ? InputOf<Contract[F][N]>
  : never
export type AnswerTo<F extends FeatureName, N extends ActionName<F>> = OutputOf<Contract[F][N]>

export interface PhoneOptions {
  line: Line
  chance: Chance
  /** Everything that was submitted is written down here. */
  said: Said[]
  /** How long pauses are beside those of a real phone. */
  haste: number
  /** Whether it is over: what has not arrived by then never does. */
  isOver: () => boolean
}

/** How often somebody asks again for what they only want to see. */
const LOOKS = 4

/** Phones of everybody: each submission is sent, with the same id and after pauses by chance, until it is answered. */
export interface Phones {
  /** Null where it was refused or never answered. */
  submit<F extends FeatureName, N extends ActionName<F>>(
    openid: string,
    feature: F,
    action: N,
    input: InputTo<F, N>,
    /** By default the `submission` of the input. */
    known?: { id: string; about?: string },
  ): Promise<AnswerTo<F, N> | null>
  /** Null where there was no answer, or a refusal. */
  look<F extends FeatureName, N extends ActionName<F>>(
    openid: string,
    feature: F,
    action: N,
    input: InputTo<F, N>,
  ): Promise<AnswerTo<F, N> | null>
}

export function openPhones({ line, chance, said, haste, isOver }: PhoneOptions): Phones {
  const pause = (failures: number) => wait(pauseAfter(failures, chance.next()) * haste)

  async function send(one: Said, feature: string, event: object): Promise<void> {
    for (let failures = 1; !isOver(); failures += 1) {
      one.attempts += 1
      const heard = await line.call(feature, event, one.openid)
      const settled = heard.filter(isAnswer)
      for (const answer of settled) {
        one.answers.push(answer.ok ? 'ok' : answer.error.retryAfter ? 'later' : answer.error.code)
        if (answer.ok) one.data = answer.data
      }
      if (settled.length > 0) return
      await pause(failures)
    }
  }

  return {
    async submit(openid, feature, action, input, known) {
      const { submission, ...rest } = input as { submission?: string; case?: string; household?: string }
      const about = known?.about ?? rest.case ?? rest.household ?? null
      const one: Said = {
        ...{ what: `${feature}.${action}`, openid, id: known?.id ?? submission ?? '', about },
        ...{ attempts: 0, answers: [], data: null },
      }
      said.push(one)
      await send(one, feature, { action, input })
      // The contract says what this action answers.
      return one.data as AnswerTo<typeof feature, typeof action> | null
    },
    async look(openid, feature, action, input) {
      for (let failures = 1; failures <= LOOKS && !isOver(); failures += 1) {
        const [heard] = (await line.call(feature, { action, input }, openid)).filter(isAnswer)
        if (heard) return heard.ok ? (heard.data as AnswerTo<typeof feature, typeof action>) : null
        await pause(failures)
      }
      return null
    },
  }
}

const isAnswer = (heard: Result<unknown>): boolean => heard.ok || heard.error.code !== 'internal'

export const newId = (): string => randomUUID()
