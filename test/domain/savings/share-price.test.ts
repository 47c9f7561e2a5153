import { expect, test } from 'vitest'
import { allOfUs, reversed, wordOf } from '#test/support/committee.ts'
import { nthSaved, savingAfter } from '#test/support/saving-village.ts'
import type { StoryCommand } from '#test/support/village.ts'

const buys = (memberId: string, shares: number, effectiveOn: string): StoryCommand => ({
  type: 'BuyShares',
  effectiveOn,
  memberId,
  shares,
})
const givenBack = (effectiveOn: string): StoryCommand => ({
  type: 'ShareOut',
  effectiveOn,
  isSurplusSplit: false,
  payOut: 'shares-and-parts',
  ballot: allOfUs,
})

/** m1 and m2 each bought shares in January. */
const begun = [buys('m1', 2, '2025-01-20'), buys('m2', 1, '2025-01-20')]

test('a share has one price for a whole cycle: after it was given back a vote may set another', () => {
  const dearer = (told: readonly StoryCommand[], times = 2) => {
    const village = savingAfter(told)
    const { charter } = village.fund!.charters.at(-1)!
    const hands = { present: 10, yes: 10, no: 0 }
    return wordOf(village, {
      type: 'AmendCharter',
      effectiveOn: '2025-02-21',
      votes: hands,
      charter: { ...charter, shareValue: charter.shareValue * times },
    })
  }
  expect(dearer([])).toBe('recorded')
  expect(dearer(begun)).toBe('shares-stand-at-the-old-price')
  // The same price is no other one; and no day before the first share changes what was paid for it.
  expect(dearer(begun, 1)).toBe('recorded')
  expect(dearer([buys('m1', 2, '2025-02-22')])).toBe('shares-stand-at-the-old-price')
  expect(dearer([...begun, givenBack('2025-02-20')])).toBe('recorded')
})

test('a share-out is not taken back once a share has another price', () => {
  const out = givenBack('2025-02-20')
  const taken = (told: readonly StoryCommand[]) =>
    wordOf(savingAfter(told), reversed(nthSaved(begun.length + 1), '2025-02-22'))
  expect(taken([...begun, out])).toBe('recorded')
  const { charter } = savingAfter(begun).fund!.charters.at(-1)!
  const dearer: StoryCommand = {
    type: 'AmendCharter',
    effectiveOn: '2025-02-21',
    votes: { present: 10, yes: 10, no: 0 },
    charter: { ...charter, shareValue: charter.shareValue * 2 },
  }
  expect(taken([...begun, out, dearer])).toBe('shares-stand-at-the-old-price')
})
