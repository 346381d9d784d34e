import { typed } from './invented'
import { newId } from './phone'
import { someBuilding, type World } from './world'

/** Somebody tells something, and keeps the receipt. */
export async function tell(world: World): Promise<void> {
  const { phones, chance } = world
  const account = world.newAccount('teller')
  const letter = newId()
  const told = await phones.submit(
    account,
    'letterbox',
    'tell',
    {
      ...{ letter, kind: 'unregisteredReturn', place: someBuilding(chance), seen: { on: world.today() } },
      ...{ words: `${typed(chance, 'words')}，${typed(chance, 'words')}`, where: typed(chance, 'door') },
      plate: chance.happens(0.5) ? typed(chance, 'plate') : '',
    },
    { id: letter },
  )
  if (told) world.receipts.push({ account, code: told.receipt })
}

/** Looks what has become of it, adds something, and claims what it is worth. */
export async function follow(world: World): Promise<void> {
  const { phones, chance } = world
  if (world.receipts.length === 0) return tell(world)
  const { account, code: receipt } = chance.pick(world.receipts)
  const followed = await phones.look(account, 'letterbox', 'follow', { receipt })
  if (!followed) return
  const { state } = followed.reward
  if (state === 'due') {
    await phones.submit(account, 'rewards', 'claim', { receipt }, { id: receipt })
  } else if (state === 'handedOver') {
    await phones.submit(account, 'rewards', 'receive', { receipt }, { id: receipt })
  } else if (followed.deskCode) {
    world.deskCodes.push(followed.deskCode)
  } else if (chance.happens(0.4)) {
    const letter = newId()
    await phones.submit(
      account,
      'letterbox',
      'add',
      { receipt, letter, words: typed(chance, 'words') },
      { id: letter },
    )
  }
}
