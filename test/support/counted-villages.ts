import type { AwayFigures } from '#domain/fund/meeting/away-figures.ts'
import type { CountedVillage } from '#domain/statistics/away-tables.ts'
import { figuresOfVillage, moreOfVillage } from '#test/support/away-counts.ts'

/** The village of the worked example in another size: every line so many times over. */
export const times = (factor: number): AwayFigures => {
  const many = <Of>(one: Of): Of =>
    typeof one === 'number'
      ? ((one * factor) as Of)
      : (Object.fromEntries(
          Object.entries(one as object).map(([key, value]) => [key, many(value as unknown)]),
        ) as Of)
  return many({ ...figuresOfVillage, more: moreOfVillage })
}

/** A count of an older version: who is away and nothing beyond. */
export const olderCount = (): AwayFigures => {
  const { more: _, ...figures } = figuresOfVillage
  return figures
}

/** Three villages in each of two districts of Siem Reap, and three in Battambang that counted as an older version asks. */
export const nineVillages: readonly CountedVillage[] = [
  ...['1702', '1702', '1702', '1706', '1706', '1706'].map((district) => ({
    province: '17',
    district,
    figures: figuresOfVillage,
  })),
  ...['0201', '0201', '0208'].map((district) => ({
    province: '02',
    district,
    figures: olderCount(),
  })),
]
