import type { Bitmap } from './png'

/** Each digit in seven rows of five pixels. */
const shapes: Record<string, string> = {
  '0': '.###. #...# #..## #.#.# ##..# #...# .###.',
  '1': '..#.. .##.. ..#.. ..#.. ..#.. ..#.. .###.',
  '2': '.###. #...# ....# ...#. ..#.. .#... #####',
  '3': '##### ...#. ..#.. ...#. ....# #...# .###.',
  '4': '...#. ..##. .#.#. #..#. ##### ...#. ...#.',
  '5': '##### #.... ####. ....# ....# #...# .###.',
  '6': '..##. .#... #.... ####. #...# #...# .###.',
  '7': '##### ....# ...#. ..#.. .#... .#... .#...',
  '8': '.###. #...# #...# .###. #...# #...# .###.',
  '9': '.###. #...# #...# .#### ....# ...#. .##..',
}

const BLANK = '..... ..... ..... ..... ..... ..... .....'
const ROWS = [0, 1, 2, 3, 4, 5, 6]

/** A line of digits and blanks, a pixel between each two. */
export const lineOfDigits = (line: string): Bitmap =>
  ROWS.map((row) =>
    Array.from(line, (digit) => (shapes[digit] ?? BLANK).split(' ')[row] ?? '')
      .join('.')
      .split('')
      .map((pixel) => pixel === '#'),
  )
