import { createContext } from 'react'
import type { AskingPrivacy } from '@/services/privacy'

/** What WeChat wants agreed to, and how it is answered. The app knows; components only ask. */
export const Privacy = createContext<AskingPrivacy | null>(null)
