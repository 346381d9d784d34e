/** By which two spellings of one name are the same: `1 号楼`, `１号楼`; `东苑（一期）`, `东苑(一期)`. */
export const keyOf = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
