import { returneeActions } from '@contract/returnee'
import { serve } from '@kernel/serve'
import { amendRegistration } from './amendRegistration'
import { saying } from './changeRegistration'
import { acceptRegistration, reassignRegistration, revealRegistration } from './decideRegistration'
import { registerReturnee } from './registerReturnee'
import { listOwnRegistrations, reviewRegistration, showOwnRegistration } from './showRegistrations'

export const main = serve(returneeActions, {
  register: registerReturnee,
  mine: listOwnRegistrations,
  show: showOwnRegistration,
  amend: amendRegistration,
  answer: saying('answer'),
  withdraw: saying('withdraw'),
  review: reviewRegistration,
  accept: acceptRegistration,
  ask: saying('ask'),
  reject: saying('reject'),
  note: saying('note'),
  reassign: reassignRegistration,
  reveal: revealRegistration,
})
