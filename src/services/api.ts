import {
  contract,
  type Action,
  type ActionError,
  type Contract,
  type ErrorCode,
  type FeatureName,
  type InputOf,
  type OutputOf,
  type Result,
} from '@contract'
import { callFunction, CallFailure } from './cloud'

/** What can go wrong on the way, besides what a function refuses. */
export type CallErrorCode = ErrorCode | 'offline'

export type Answer<T> = Result<T, CallErrorCode>
export type CallError = ActionError<CallErrorCode>

/** The actions of one function. */
export type ActionName<F extends FeatureName> = keyof Contract[F] & string

/** What an action is given. */
export type InputTo<F extends FeatureName, N extends ActionName<F>> = Contract[F][N] extends Action
  ? InputOf<Contract[F][N]>
  : never

/** What an action answers. */
export type AnswerTo<F extends FeatureName, N extends ActionName<F>> = OutputOf<Contract[F][N]>

type Api = {
  [F in FeatureName]: {
    [N in ActionName<F>]: (input: InputTo<F, N>) => Promise<Answer<AnswerTo<F, N>>>
  }
}

async function call(feature: string, action: string, input: unknown): Promise<Answer<unknown>> {
  try {
    return (await callFunction(feature, { action, input })) as Answer<unknown>
  } catch (cause) {
    const code = cause instanceof CallFailure && cause.reached ? 'internal' : 'offline'
    return { ok: false, error: { code, message: String(cause) } }
  }
}

/** The typed client, walked from the contract: `api.returnee.register(input)`. Old WeChat clients have no Proxy. */
export const api = Object.fromEntries(
  Object.entries(contract).map(([feature, actions]) => [
    feature,
    Object.fromEntries(
      Object.keys(actions).map((name) => [name, (input: unknown) => call(feature, name, input)]),
    ),
  ]),
) as Api

/** A refused call, for those who expect an exception (react-query). */
export class Refusal extends Error {
  constructor(readonly error: CallError) {
    super(error.message)
  }
}

/** The answer itself; throws {@link Refusal} when there is none. */
export async function answerOf<T>(pending: Promise<Answer<T>>): Promise<T> {
  const answer = await pending
  if (!answer.ok) throw new Refusal(answer.error)
  return answer.data
}
