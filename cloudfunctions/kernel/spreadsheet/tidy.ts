/** Full-width letters and digits, which Chinese keyboards offer: １号楼Ａ座. */
const WIDE = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g

/** Invisible characters that spreadsheets collect by copying. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** A cell as it is stored: half-width letters and digits, one space where there were several. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim()
