const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()
const _ = db.command
const $ = _.aggregate
const cases = db.collection('cases')

/** What is measured, by name: one go, which is told a number that is another each time. */
const measures = {
  get: (n, size) => cases.doc(`case-${(n * 7919) % size}`).get(),
  page: (n) =>
    cases
      .where({ at: { community: `community-${n % 100}` } })
      .orderBy('openedAt', 'desc')
      .limit(20)
      .get(),
  count: (n) =>
    cases.where({ at: { community: `community-${n % 100}` }, openedAt: _.gt(new Date(0)) }).count(),
  add: (n) =>
    cases.add({ data: { owner: `new-${n}`, at: { community: 'community-0' }, openedAt: new Date(n) } }),
  update: (n, size) => cases.doc(`case-${(n * 7919) % size}`).update({ data: { version: _.inc(1) } }),
  transaction: (n, size) =>
    db.runTransaction(async (transaction) => {
      const one = transaction.collection('cases').doc(`case-${(n * 7919) % size}`)
      const { data } = await one.get()
      await one.update({ data: { version: data.version + 1 } })
    }),
  parallel: (n, size) =>
    Promise.all(Array.from({ length: 1000 }, (_one, k) => measures.get(n * 1000 + k, size))),
  groupAll: () =>
    cases
      .aggregate()
      .group({ _id: '$kind', n: $.sum(1), days: $.avg('$body.days') })
      .end(),
  groupSome: (n) =>
    cases
      .aggregate()
      .match({ 'at.community': `community-${n % 100}` })
      .group({ _id: '$kind', n: $.sum(1), days: $.avg('$body.days') })
      .end(),
  scan: (n) => cases.where({ 'subject.person': `person-${n}` }).get(),
}

/** Milliseconds of each of several goes; the first, which warms up, does not count. */
exports.main = async ({ measure, goes, size }) => {
  const milliseconds = []
  for (let n = 0; n <= goes; n += 1) {
    const begun = performance.now()
    await measures[measure](n, size)
    if (n > 0) milliseconds.push(performance.now() - begun)
  }
  return milliseconds
}
