'use strict'
const { createRequire } = require('node:module')

// A part of jest, installed with it and named nowhere here.
const { default: Sequencer } = createRequire(require.resolve('jest'))('@jest/test-sequencer')

/**
 * Journeys begin first: they take longest, and wait so much that others run beside them. Jest itself knows how long a file
 * takes only where it has run before.
 */
module.exports = class extends Sequencer {
  sort(tests) {
    const isJourney = ({ path }) => path.includes('/journeys/')
    const sorted = super.sort(tests)
    return [...sorted.filter(isJourney), ...sorted.filter((test) => !isJourney(test))]
  }
}
