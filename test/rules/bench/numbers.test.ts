import { median, quantile, sum } from '../../bench/numbers'

it('the median is the one in the middle, whatever their order', () => {
  expect(median([9, 1, 5])).toBe(5)
})

it('one in a hundred is slower than p99', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => n + 1)
  expect(quantile(hundred, 0.99)).toBe(100)
  expect(quantile([...hundred, ...hundred.map((n) => n + 100)], 0.99)).toBe(199)
})

it('numbers are left in their order', () => {
  const numbers = [3, 1, 2]
  median(numbers)
  expect(numbers).toEqual([3, 1, 2])
})

it('of none there is no median, and their sum is nothing', () => {
  expect(median([])).toBeNaN()
  expect(sum([])).toBe(0)
})
