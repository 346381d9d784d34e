import type * as Jsdom from 'jsdom'
import { outside } from '../../support/outside'

const { JSDOM } = outside('jsdom') as typeof Jsdom

/**
 * The engine builds its elements in a browser's document, and looks for one when it is loaded: this file must come
 * before it. Jest's own jsdom environment would take Node's globals from the local cloud.
 */
const { window } = new JSDOM()
Object.assign(globalThis, { window, document: window.document })

/** An element outside of the document, to attach a page to. */
export const createFrame = (): object => window.document.createElement('div')
