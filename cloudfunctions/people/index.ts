import { peopleActions } from '@contract/people'
import { serve } from '@kernel/serve'
import { listColleagues } from './listColleagues'
import { setUpFirstAdministrator } from './setUpFirstAdministrator'
import { showMe } from './showMe'

export const main = serve(peopleActions, {
  me: showMe,
  colleagues: listColleagues,
  setUp: setUpFirstAdministrator,
})
