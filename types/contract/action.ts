import type * as v from 'valibot'
import type { Day } from './calendar'
import type { Faults } from './faults'
import type { Machine } from './machine'
import type { StaffRole } from './roles'

/** Why an action was refused. The phone has a sentence for each (src/words). */
export type ErrorCode =
  | 'unknownAction'
  | 'invalidInput'
  | 'notIdentified'
  | 'notAllowed'
  | 'notFound'
  | 'changedMeanwhile'
  | 'eventNotAllowed'
  | 'notYourOwn'
  | 'appealClosed'
  | 'submissionTaken'
  | 'tooOften'
  | 'alreadySetUp'
  | 'internal'

/** `message` is for the person reading a log; what a resident reads is chosen by `code` and `fields`. */
export interface ActionError<Code extends string = ErrorCode> {
  code: Code
  message: string
  fields?: Faults
  /** Seconds after which it may be asked again: the phone's clock may be wrong, so that it is no instant. */
  retryAfter?: number
}

export type Result<T, Code extends string = ErrorCode> =
  { ok: true; data: T } | { ok: false; error: ActionError<Code> }

export interface Refused {
  ok: false
  error: ActionError
}

export const ok = <T>(data: T): Result<T> => ({ ok: true, data })

export const refused = (code: ErrorCode, message: string, fields?: Faults): Refused => ({
  ok: false,
  error: fields ? { code, message, fields } : { code, message },
})

/** The field of an input that names what a member of staff must have within their place: a place, a case, a post. */
export type Scope = 'place' | 'case' | 'post' | 'household'

/**
 * Who may call an action: any WeChat account (which then sees its own only), the accounts of the household that the input
 * names and staff of these roles whose place covers it, staff of these roles, or whoever the machine of the case lets cause
 * this event. `at` names the field whose place must be a post's own or below it: `place` is enforced by kernel/serve, a
 * case, a post or a household by whoever reads it. What lies elsewhere is answered like what does not exist.
 */
export type Access =
  | { who: 'anyone' }
  | { who: 'household'; roles: readonly StaffRole[] }
  | { who: 'staff'; roles: readonly StaffRole[]; at?: Scope }
  | { who: 'machine'; machine: Machine; event: string }

type Schema = v.GenericSchema

/** An input is checked by a schema; where "not in the future" matters, by the schema of today. */
export type InputSchema = Schema | ((today: Day) => Schema)

/**
 * Why kernel/serve does not ask WeChat about what is written in an input: the use case asks itself, or nothing of it is kept
 * and nobody else reads it.
 */
export type ContentCheck = 'byItself' | 'keptNowhere'

export interface Action<Input extends InputSchema = InputSchema, Output = unknown> {
  access: Access
  input: Input
  /** Where it is left out, every text that others may read is checked before it is stored (`written` in ./schemaFields). */
  contentCheck?: ContentCheck
  /** Never there: carries the type of the answer to both ends. */
  readonly output?: Output
}

/** `action<Answer>()({ access, input })`: the answer's type is given, the input's is inferred. */
export const action =
  <Output>() =>
  <Input extends InputSchema>(
    declared: Pick<Action<Input>, 'access' | 'input' | 'contentCheck'>,
  ): Action<Input, Output> =>
    declared

type SchemaOf<Input extends InputSchema> = Input extends (today: Day) => infer S ? S : Input

/** What the phone sends. */
export type InputOf<A extends Action> =
  SchemaOf<A['input']> extends infer S extends Schema ? v.InferInput<S> : never

/** What the use case receives: the same, checked and normalised. */
export type CheckedInputOf<A extends Action> =
  SchemaOf<A['input']> extends infer S extends Schema ? v.InferOutput<S> : never

export type OutputOf<A> = A extends Action<InputSchema, infer Output> ? Output : never

export const schemaFor = (input: InputSchema, today: Day): Schema =>
  typeof input === 'function' ? input(today) : input
