import { returneeActions } from '@contract/returnee'
import { serve } from '@kernel/serve'
import { amendRegistration } from './amendRegistration'
import { appealDecision } from './appealDecision'
import { confirmTightening, leaving, loosening, tightenMeasure } from './changeMeasure'
import { registrationChangedBefore as changedBefore, saying } from './changeRegistration'
import { acceptRegistration, adoptExpected, keepMeasure, reassignRegistration } from './decideRegistration'
import { registeredBefore, registerReturnee } from './registerReturnee'
import { revealRegistration } from './revealRegistration'
import { listOwnRegistrations, reviewRegistration, showOwnRegistration } from './showRegistrations'

export const main = serve(
  returneeActions,
  {
    register: registerReturnee,
    mine: listOwnRegistrations,
    show: showOwnRegistration,
    amend: amendRegistration,
    answer: saying('answer'),
    withdraw: saying('withdraw'),
    review: reviewRegistration,
    accept: acceptRegistration,
    adopt: adoptExpected,
    keep: keepMeasure,
    ask: saying('ask'),
    reject: saying('reject'),
    revise: loosening('revise'),
    tighten: tightenMeasure,
    confirm: confirmTightening,
    dismiss: leaving('dismiss'),
    appeal: appealDecision,
    uphold: leaving('uphold'),
    grant: loosening('grant'),
    note: saying('note'),
    reassign: reassignRegistration,
    reveal: revealRegistration,
  },
  {
    doneBefore: {
      register: registeredBefore,
      amend: changedBefore('amend'),
      answer: changedBefore('answer'),
      withdraw: changedBefore('withdraw'),
      accept: changedBefore('accept'),
      adopt: changedBefore('adopt'),
      keep: changedBefore('keep'),
      ask: changedBefore('ask'),
      reject: changedBefore('reject'),
      revise: changedBefore('revise'),
      tighten: changedBefore('tighten'),
      confirm: changedBefore('confirm'),
      dismiss: changedBefore('dismiss'),
      appeal: changedBefore('appeal'),
      uphold: changedBefore('uphold'),
      grant: changedBefore('grant'),
      note: changedBefore('note'),
      reassign: changedBefore('reassign'),
    },
  },
)
