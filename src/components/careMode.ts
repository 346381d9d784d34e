import { createContext } from 'react'

/** Whether type and targets are larger, on every page. The app knows; components only ask. */
export const CareMode = createContext(false)
