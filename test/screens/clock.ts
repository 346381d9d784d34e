import { install } from '@sinonjs/fake-timers'

/** When every picture is taken: a Monday, twenty past ten in the morning. */
export const moment = new Date('2026-11-23T02:20:00Z')

/** What is imported after this file and before `uninstall` takes that day for today. */
export const clock = install({ now: moment, toFake: ['Date'] })
