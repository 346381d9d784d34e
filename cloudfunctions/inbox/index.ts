import { inboxActions } from '@contract/inbox'
import { serve } from '@kernel/serve'
import { listInbox } from './listInbox'

export const main = serve(inboxActions, { list: listInbox })
