'use strict'
const { createHash } = require('node:crypto')
const { readFileSync } = require('node:fs')
const path = require('node:path')
const { buildSync } = require('esbuild')

const installed = readFileSync(path.join(__dirname, '../../node_modules/.package-lock.json'))

/**
 * For jest: a package of hundreds of files as one. Each file of tests loads its packages anew, and to find and compile 300
 * files takes longer than most tests. Jest keeps what is made here until other packages are installed.
 */
module.exports = {
  getCacheKey: (text, file) =>
    createHash('sha256')
      .update(installed)
      .update(readFileSync(__filename))
      .update(file)
      .update(text)
      .digest('hex'),
  process(_text, file) {
    const options = { bundle: true, platform: 'node', format: 'cjs', target: 'node20', write: false }
    return { code: buildSync({ ...options, entryPoints: [file] }).outputFiles[0].text }
  },
}
