import { randomUUID } from 'node:crypto'
import { tipLimits } from '@contract/letterbox'
import { answerInstead } from './support/answerInstead'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { asIntruder } from './support/intruder'
import { insert, set } from './support/keeping'
import { empty, lettersIn, telling, tipSaying } from './support/letters'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

/** Empties the letterbox, and when it has been read that there is no tip for what was added, `meanwhile` happens first. */
async function emptyWhile(meanwhile: () => Promise<void>): Promise<void> {
  let hasHappened = false
  const end = answerInstead('database.getDocument', (usual) => async (fields, context) => {
    const answer = await usual(fields, context)
    if (!hasHappened && JSON.stringify(fields).includes('body.receipt')) {
      hasHappened = true
      await meanwhile()
    }
    return answer
  })
  await empty(community)
  end()
  expect(hasHappened).toBe(true)
}

it('what was added is not lost when another delivers its tip at that very moment', async () => {
  const { letterbox } = community.as('teller')
  const { receipt } = answered(await letterbox.tell(telling({ words: '先说的' })))
  answered(await letterbox.add({ receipt, letter: randomUUID(), words: '后说的' }))
  const [first, added] = ['tell', 'add'].map((kind) => lettersIn(community).find(({ what }) => what === kind))
  if (!first || !added) throw new Error('they are not in the letterbox')
  // Whoever is first cannot deliver the tip; the other can, and began before anything was added.
  set(community, 'letters', first._id, { text: 'sealed:nobody-s:key' })
  await emptyWhile(async () => {
    set(community, 'letters', first._id, { text: first.text })
    asIntruder(community, (store) => store.remove('letters', { _id: added._id }, { multi: false }))
    await empty(community)
    insert(community, 'letters', [added])
  })
  await empty(community)
  expect(tipSaying(community, '先说的').history.map(({ event }) => event)).toEqual(['tell', 'add'])
  expect(lettersIn(community)).toEqual([])
})

it('of one tip so much is added and no more, by however many accounts, in the letterbox and after it', async () => {
  const { letterbox } = community.as('wordy')
  const { receipt } = answered(await letterbox.tell(telling({ words: '说不完的' })))
  await empty(community)
  const addition = { receipt, letter: randomUUID() as string, words: '还有' }
  answered(await letterbox.add(addition))
  const [letter] = lettersIn(community)
  const copies = Array.from({ length: tipLimits.lettersOfATip - 1 }, () => ({ ...letter, _id: randomUUID() }))
  insert(community, 'letters', copies)
  const more = () => community.as('another').letterbox.add({ ...addition, letter: randomUUID() })
  expect(refusal(await more()).code).toBe('tooOften')
  answered(await letterbox.add(addition))

  asIntruder(community, (store) => {
    for (const { _id } of copies) store.remove('letters', { _id }, { multi: false })
  })
  await empty(community)
  const { _id, history } = tipSaying(community, '说不完的')
  set(community, 'cases', _id, { history: [...history, ...copies.map(() => history[1])] })
  expect(refusal(await more()).code).toBe('tooOften')
})

it('the letterbox is emptied also when what was counted cannot be forgotten', async () => {
  await community.as('teller').letterbox.tell(telling({ words: '照样送到' }))
  const end = answerInstead('database.removeDocument', (usual) => (fields, context) => {
    if (JSON.stringify(fields).includes('pace')) throw new Error('the database is away')
    return usual(fields, context)
  })
  await community.cloud.fireTimer('letterbox')
  end()
  expect(tipSaying(community, '照样送到').status).toBe('told')
})
