import { ok, refused, type FeatureName, type Result } from '@contract'
import { accessPosts } from '../functions/support/accessWorld'
import type { FuzzCall } from '../functions/support/fuzz/calls'
import { complaintsOf } from '../functions/support/fuzz/judging'
import type { Watched } from '../functions/support/fuzz/watched'
import type { Write } from '../functions/support/fuzz/writes'

const id = '00000000-0000-4000-8000-000000000001'

const watched: Watched = {
  openid: 'watched-resident',
  secrets: { sealed: ['13910001000'], words: ['悄悄话'] },
  documents: [{ collection: 'cases', id }],
  ...{ household: null, person: null, picture: null, receipt: '1234567812345678', phone: null },
}

/** What they have told lies in the building of the access tests. */
const store = {
  find: () => [JSON.stringify({ at: { building: 'building', grid: 'grid', street: 'street' } })],
}

const call = (feature: FeatureName, action: string, caller: string | undefined): FuzzCall => ({
  ...{ feature, action, caller, file: 0, twists: [] },
  input: { drawn: {}, isCurrent: false },
})

const judged = (made: FuzzCall, input: unknown, answer: unknown, writes: Write[] = []) =>
  complaintsOf({ call: made, event: { input }, answer: answer as Result<unknown>, writes }, [watched], store)

const reveal = (caller: string): FuzzCall => call('returnee', 'reveal', caller)
const revealing = { case: id, submission: id, version: 1, words: '因为' }
const follow = (caller: string): FuzzCall => call('letterbox', 'follow', caller)
const show = call('returnee', 'show', 'stranger')
const named = { case: id }
const wrote = (collection: string): Write[] => [
  { function: 'returnee', action: 'database.modifyDocument', collection, transaction: undefined },
]

it.each<[string, FuzzCall, unknown, unknown, Write[]?]>([
  ['a refusal', show, named, refused('notFound', 'no')],
  ['a refusal that names a field', show, { case: 1 }, refused('invalidInput', 'no', { case: 'wrongType' })],
  ['an unknown field', show, { a: 1, ...named }, refused('invalidInput', 'no', { a: 'unknownField' })],
  ['a try that was counted', show, named, refused('tooOften', 'no'), wrote('paces')],
  ['what was stored by what was done', show, named, ok(null), wrote('cases')],
  ['one’s own secrets', call('returnee', 'show', watched.openid), named, ok('13910001000')],
  ['words to staff of the place', call('inbox', 'list', 'gridWorker'), {}, ok('悄悄话')],
  ['a number to staff who have given a reason', reveal('gridWorker'), revealing, ok('13910001000')],
  ['what the question said', show, { case: '13910001000' }, refused('invalidInput', '13910001000')],
  ['a tip to whoever has the receipt', follow('stranger'), { receipt: watched.receipt }, ok('悄悄话')],
])('accepts %s', (_what, made, input, answer, writes = []) => {
  expect(judged(made, input, answer, writes)).toEqual([])
})

it.each<[string, FuzzCall, unknown, unknown, Write[]?]>([
  ['what is no result', show, named, { ok: false }],
  ['a code that there is not', show, named, { ok: false, error: { code: 'oops', message: '' } }],
  ['a bug', show, named, refused('internal', 'no')],
  ['a refusal as long as what was sent', show, named, refused('notFound', '因'.repeat(9_000))],
  ['a refusal that has stored something', show, named, refused('notFound', 'no'), wrote('cases')],
  ['a field that there is not', show, { case: 1 }, refused('invalidInput', 'no', { other: 'wrongType' })],
  ['the taking of what the schema refuses', show, { case: 1 }, ok(null)],
  ['the taking of a list for an object', call('returnee', 'mine', 'stranger'), [], ok(null)],
  ['anything for nobody', call('returnee', 'show', undefined), named, ok(null)],
  ['a secret to a neighbour', show, named, ok('13910001000')],
  ['words to a neighbour', show, named, ok('悄悄话')],
  ['words to staff of elsewhere', call('inbox', 'list', 'divided-districtOfficer'), {}, ok('悄悄话')],
  ['words to an administrator of the place', call('looks', 'list', 'administrator'), {}, ok('悄悄话')],
  ['words to a suspended colleague', call('inbox', 'list', 'suspended-gridWorker'), {}, ok('悄悄话')],
  ['a number in a list of staff', call('inbox', 'list', 'gridWorker'), {}, ok('13910001000')],
  ['an account', call('inbox', 'list', 'gridWorker'), {}, ok('watched-resident')],
])('complains of %s', (_what, made, input, answer, writes = []) => {
  expect(judged(made, input, answer, writes)).not.toEqual([])
})

it('complains of an event that does something without naming an action', () => {
  const event: FuzzCall = { feature: 'keeping', caller: 'stranger', event: { Type: 'Timer' } }
  expect(judged(event, undefined, refused('unknownAction', 'no'))).toEqual([])
  expect(judged(event, undefined, ok(null))).not.toEqual([])
})

it('asks about posts that there are', () => {
  expect(accessPosts.map(({ openid }) => openid)).toEqual(
    expect.arrayContaining(['gridWorker', 'divided-districtOfficer', 'suspended-gridWorker']),
  )
})
