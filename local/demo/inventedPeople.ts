import { identityCheckCharacter } from '@contract/identityNumber'
import type { Chance } from './chance'

const surnames = [
  '林',
  '赵',
  '周',
  '吴',
  '郑',
  '孙',
  '沈',
  '韩',
  '杨',
  '朱',
  '何',
  '吕',
  '施',
  '曹',
  '严',
  '华',
  '陶',
  '姜',
  '邹',
  '柏',
]
const given = [
  '小满',
  '春分',
  '谷雨',
  '立夏',
  '小暑',
  '白露',
  '秋分',
  '寒露',
  '霜降',
  '立冬',
  '小雪',
  '冬至',
  '大有',
  '同人',
  '如意',
  '平安',
  '长乐',
  '知秋',
  '望舒',
  '清和',
]

/** Named after solar terms: no real person's name, and recognisable as invented. */
export const inventedName = (chance: Chance): string => chance.pick(surnames) + chance.pick(given)

/** A mobile number of the shape 1380000xxxx. */
export const inventedPhone = (serial: number): string => `1380000${String(serial % 10_000).padStart(4, '0')}`

/** A number with a right check character, of a region (999999) that does not exist. */
export const inventedIdentityNumber = (chance: Chance): string => {
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  const birthday = `${1940 + chance.below(75)}${twoDigits(1 + chance.below(12))}${twoDigits(1 + chance.below(28))}`
  const digits = `999999${birthday}${String(chance.below(1000)).padStart(3, '0')}`
  return digits + identityCheckCharacter(digits)
}
