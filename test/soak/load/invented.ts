import type { Chance } from '../../../local/demo/chance'

const surnames = [
  '欧阳',
  '司徒',
  '上官',
  '诸葛',
  '慕容',
  '端木',
  '皇甫',
  '尉迟',
  '公孙',
  '令狐',
  '宇文',
  '澹台',
]
const givenNames = ['朝霞', '晚晴', '清秋', '晨曦', '晓月', '暮云', '听松', '观澜']
const things = [
  '花盆',
  '红漆门',
  '水表箱',
  '旧沙发',
  '竹梯',
  '铁皮柜',
  '石板桥',
  '蓝雨棚',
  '葡萄架',
  '煤气罐',
]
const doings = [
  '底下压着钥匙',
  '旁边停着外地车',
  '后面有人说话',
  '前面贴着字条',
  '上头晾着衣服',
  '里面亮着灯',
]

const product = <T>(
  ones: readonly string[],
  others: readonly string[],
  join: (a: string, b: string) => T,
): T[] => ones.flatMap((one) => others.map((other) => join(one, other)))

const numbers = (many: number, of: (n: number) => string): string[] =>
  Array.from({ length: many }, (_, n) => of(n))

/** What people of a soak type and nobody may find in clear; each is nowhere else in the project. */
const pools = {
  name: product(surnames, givenNames, (surname, given) => surname + given),
  phone: numbers(40, (n) => `1387766${5000 + n * 37}`),
  document: numbers(40, (n) => `E90${417_000 + n * 113}`),
  door: numbers(30, (n) => `${n + 11}单元${n * 7 + 702}室`),
  plate: numbers(30, (n) => `示Q${300 + n * 7}ZX`),
  words: product(things, doings, (thing, doing) => thing + doing),
}

export type Secret = keyof typeof pools

/** Something of this kind that somebody types. */
export const typed = (chance: Chance, kind: Secret): string => chance.pick<string>(pools[kind])

/** Everything that may be typed. */
export const allSecrets = (): string[] => Object.values(pools).flat()
