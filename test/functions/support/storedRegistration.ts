import { randomBytes, randomUUID } from 'node:crypto'
import { returneeMachine, type ReturneeStatus } from '@contract/returnee'
import { opened } from '@kernel/caseEvents'
import { placeName } from '@kernel/placeDocument'
import { adoptSealer, createSealer } from '@kernel/seal'
import type { RegistrationBody } from '@kernel/registration'
import { demoPlaces } from '../../../local/demo/places'
import { answersOf, place, today } from './registrations'

// Before a community is opened there are no keys of its own; until then any will do to tie a history.
const key = () => randomBytes(32).toString('base64url')
adoptSealer(createSealer({ SHOUWANG_SEAL_KEY: key(), SHOUWANG_HASH_KEY: key() }))

/**
 * A registration of resident-1 as it would have been stored at `at`, before pictures were asked for. It has no secrets, so
 * that none need be sealed.
 */
export function storedRegistration(at: Date) {
  const home = demoPlaces.find(({ _id }) => _id === place.building)
  if (!home) throw new Error('the demonstration has no such building')
  const answers = {
    ...answersOf({ companions: [], note: '' }),
    person: { name: '', phone: '', document: { kind: 'residentId', number: '' } },
    household: { place: home._id, door: '' },
    from: { region: '510107', detail: '' },
    transport: { by: 'train', number: '', plate: '' },
    test: { result: 'negative', takenAt: `${today} 00:00` },
  }
  return opened<RegistrationBody, ReturneeStatus>(
    returneeMachine,
    {
      _id: randomUUID(),
      owner: 'resident-1',
      at: home.at,
      place: placeName(home),
      subject: { person: 'person-1', display: '方*棠' },
      regions: [],
      brief: { from: '510107', arrivesOn: today, people: 1 },
      body: { purpose: 'self', answers: answers as unknown as RegistrationBody['answers'], outcome: null },
    },
    at,
    { at, submission: '', digest: '', by: { actor: 'owner', account: 'resident-1', name: null } },
  )
}
