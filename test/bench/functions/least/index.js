const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()
const _ = db.command
const cases = db.collection('cases')
const scratch = db.collection('scratch')

/** The least that an act of some kind can ask of the database: one request each, but for the last. */
const least = {
  insert: () => scratch.add({ data: { version: 1, at: new Date() } }),
  /** Conditional on the version that was seen. */
  update: async ({ id }) => {
    const { stats } = await scratch.where({ _id: id, version: 1 }).update({ data: { at: new Date() } })
    if (stats.updated !== 1) throw new Error('the document to be updated is not there')
  },
  page: ({ grid }) =>
    cases
      .where({ 'at.grid': grid, 'todo.urgency': _.gte(0) })
      .orderBy('todo.urgency', 'desc')
      .orderBy('todo.dueAt', 'asc')
      .orderBy('_id', 'asc')
      .limit(21)
      .field({ body: false, history: false })
      .get(),
  document: ({ id, collection = 'cases' }) => db.collection(collection).doc(id).get(),
  own: ({ owner }) => cases.where({ owner }).orderBy('openedAt', 'desc').limit(20).get(),
  prepare: ({ id }) => scratch.add({ data: { _id: id, version: 1 } }),
}

exports.main = async ({ act, input = {} }) => {
  const found = await least[act](input)
  return { ok: true, data: Array.isArray(found?.data) ? found.data.length : 1 }
}
