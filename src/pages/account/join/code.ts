import { sceneOf } from '@/services/scene'

/** 24 characters of base64url, wherever they stand: people paste the whole message that they were sent. */
const CODE = /(?:^|[^\w-])([\w-]{24})(?![\w-])/

/** The code in what was typed or pasted; undefined when there is none. */
export const codeIn = (text: string): string | undefined => CODE.exec(text)?.[1]

/** The code that was scanned or followed. */
export const scannedCode = (params: { scene?: string }): string | undefined => codeIn(sceneOf(params))
