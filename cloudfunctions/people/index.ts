import { peopleActions } from '@contract/people'
import { serve } from '@kernel/serve'
import { listColleagues } from './listColleagues'
import { setUpFirstAdministrator } from './setUpFirstAdministrator'
import { showHome, showMe } from './showMe'
import { tellOwnPhone } from './tellOwnPhone'

export const main = serve(peopleActions, {
  me: showMe,
  home: showHome,
  colleagues: listColleagues,
  ownPhone: tellOwnPhone,
  setUp: setUpFirstAdministrator,
})
