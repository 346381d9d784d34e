import { myDataActions } from '@contract/myData'
import { serve } from '@kernel/serve'
import { eraseMyData } from './eraseMyData'
import { exportMyData } from './exportMyData'
import { showMyData } from './showMyData'

export const main = serve(myDataActions, { show: showMyData, export: exportMyData, erase: eraseMyData })
