import { createContext } from 'react'

/** How much larger than usual the type of every page is: 1 to 1.5. The app knows; components only ask. */
export const TypeScale = createContext(1)
