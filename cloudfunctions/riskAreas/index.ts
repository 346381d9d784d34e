import { riskAreasActions } from '@contract/riskAreas'
import { listEditions } from '@kernel/assessment/editionHeads'
import { dropEdition, publishEdition, signedBefore } from '@kernel/assessment/publishing'
import { serve } from '@kernel/serve'
import { checkList } from './checkList'
import { listProposedBefore, proposeList } from './proposeList'
import { searchAreas } from './searchAreas'
import { showList } from './showList'

export const main = serve(
  riskAreasActions,
  {
    search: searchAreas,
    editions: (input, context) => listEditions('riskList', input, context),
    show: showList,
    check: checkList,
    propose: proposeList,
    publish: (input, context) => publishEdition('riskList', input, context),
    drop: (input, context) => dropEdition('riskList', input, context),
  },
  {
    doneBefore: {
      propose: listProposedBefore,
      publish: signedBefore('riskList', 'published'),
      drop: signedBefore('riskList', 'dropped'),
    },
  },
)
