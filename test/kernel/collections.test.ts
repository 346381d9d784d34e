import { collectionNames } from '@kernel/collections'
import { collections } from '../../config/database.json'

it('the collections that functions may name, and that are sealed anew, are those of the database', () => {
  expect([...collectionNames].sort()).toEqual(Object.keys(collections).sort())
})
