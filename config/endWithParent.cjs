'use strict'

/** Loaded before a program that this project runs beside itself: it ends with its parent, also when that is killed. */
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'))
// The program ends by itself as well: waiting for its parent is nothing to stay for.
process.channel?.unref()
