/** The value below which that share of them lies; NaN where there is none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5)

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
