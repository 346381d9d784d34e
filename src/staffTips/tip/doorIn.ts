/** Numbers, and what doors are counted by. */
const isDoor = /^(?=.*\d)[\da-z号楼栋幢座单元室层#\s-]{1,40}$/i

/**
 * The door that a teller has named, and nothing else: '' for all other words, which are the teller's own and belong into
 * nobody's registration.
 */
export const doorIn = (where: string): string => (isDoor.test(where) ? where : '')
