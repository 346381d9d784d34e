/**
 * What WeChat's compiler makes of WXML, without what only WeChat's own renderer needs: it looks through all data for
 * the marks of what has changed, which j-component never sets, copies all that is handed to WXS, the tree below each
 * element again and again, and loads WXS anew for each element. Half of the time of a test went there; what is rendered is
 * the same.
 * @throws when the compiler writes something else than it did.
 */
export const lighten = (code: string): string =>
  replacements.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`WeChat's compiler no longer writes ${from}`)
    return text.replaceAll(from, to)
  }, code)

const nothingIsMarked = [
  ['hn: function( obj, all )\n{', 'hn: function()\n{ return "n";'],
  ['rv: function( obj )\n{', 'rv: function( obj )\n{ return obj;'],
  ['function _ca(o)\n{', 'function _ca()\n{ return false;'],
] as const

/** WXS sees `x` under the name `nv_x`, and gets it when it asks. What it hands back is no copy of a copy. */
const lent = `
var $lentFrom = new WeakMap()
function $lend(value) {
  if (value === null || typeof value !== 'object') return $gdc(value, 'nv_')
  if (value.constructor !== Object && value.constructor !== Array) return $gdc(value, 'nv_')
  var lent = new Proxy(value, {
    get: function (from, name) {
      var own = typeof name === 'string' && name.slice(0, 3) === 'nv_' ? name.slice(3) : name
      return Object.prototype.hasOwnProperty.call(from, own) && own !== 'length' ? $lend(from[own]) : from[name]
    },
    set: function () { throw new Error('WXS writes into what it was handed') },
    ownKeys: function () { throw new Error('WXS looks through what it was handed') },
  })
  $lentFrom.set(lent, value)
  return lent
}
function $takeBack(value) {
  return $lentFrom.has(value) ? $gdc($lentFrom.get(value), '') : $gdc(value)
}
`

/** With 1 it makes what a file of WXS exports: the same for as long as a phone is there. */
const kept = `
var $exported = new Map()
function $gdc(o,p,r) {
  if (r !== 1 || o === null || typeof o !== 'object') return $copied(o,p,r)
  if (!$exported.has(o)) $exported.set(o, $copied(o,p,r))
  return $exported.get(o)
}
`

const replacements = [
  ...nothingIsMarked,
  ['_bb = wh.rv(_b); snap_bb=$gdc(_bb,"nv_");', '_bb = _b; var snap_bb = _bb.map($lend);'],
  ['? $gdc(_aa.apply(null, snap_bb))', '? $takeBack(_aa.apply(null, snap_bb))'],
  ['function $gdc(o,p,r) {', `${lent}${kept}function $copied(o,p,r) {`],
] as const
