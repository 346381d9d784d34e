import { inboxActions } from '@contract/inbox'
import { serve } from '@kernel/serve'
import { everyMinute } from './everyMinute'
import { listInbox } from './listInbox'
import { showLedger } from './showLedger'

export const main = serve(inboxActions, { list: listInbox, ledger: showLedger }, { timers: { everyMinute } })
