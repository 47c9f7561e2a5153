import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxDaysOf, boxFrom, boxRowsOn, boxWith } from '#domain/ledger/box-list.ts'
import { type FlagRow, type PostingRow, settled, takesBack } from '#domain/ledger/rows.ts'

type Told = {
  readonly on: number
  readonly own: number
  readonly amount: number
  readonly back: number
}

const dayOf = (n: number): string => `2025-01-0${n}`
const types = ['SavingsDeposited', 'MeetingOpened', 'FundFounded', 'LoanPaidOut']

/** Postings of the box by entry, some of them of entries that take an earlier one back. */
const rowsOf = (told: readonly Told[]) => {
  const postings = told.map(({ on, own, amount }, i): PostingRow => ({
    seq: i + 1,
    line: 0,
    entryType: types[(on + own) % types.length]!,
    effectiveOn: dayOf(own),
    account: 'asset:cash-box',
    currency: 'KHR',
    on: dayOf(on),
    amount,
  }))
  const flags = told.flatMap(({ back }, i): FlagRow[] =>
    back > 0 && back <= i
      ? [
          {
            seq: i + 1,
            flag: takesBack,
            entryType: 'EntryReversed',
            effectiveOn: dayOf(1),
            subject: `entry:${back}`,
          },
        ]
      : [],
  )
  return { postings, flags }
}

const plain = (box: Parameters<typeof boxDaysOf>[0]) => {
  const days = boxDaysOf(box)
  return { ...days, byDay: new Map(days.byDay), apart: [...days.apart] }
}

const whole = fc.integer({ min: 1, max: 5 })
const life = fc.array(
  fc.record({ on: whole, own: whole, amount: fc.integer({ min: -9, max: 9 }), back: fc.nat(8) }),
  { maxLength: 14 },
)

test('the box read on entry by entry is the box read whole, also where one is taken back twice', () => {
  fc.assert(
    fc.property(life, fc.nat(14), (told, begun) => {
      const { postings, flags } = rowsOf(told)
      const isBefore = ({ seq }: { readonly seq: number }): boolean => seq <= begun
      let box = boxFrom(postings.filter(isBefore), flags.filter(isBefore))
      boxDaysOf(box.settled)
      for (const row of postings.filter((one) => !isBefore(one)))
        box = boxWith(
          box,
          [row],
          flags.filter(({ seq }) => seq === row.seq),
        )
      const all = settled(postings, flags)
      expect([...box.settled]).toEqual(all)
      // Found by day as they are found one by one.
      for (const day of [1, 2, 3, 4, 5].map(dayOf))
        expect(boxRowsOn(box.settled, day)).toEqual(
          all.filter(({ effectiveOn }) => effectiveOn === day),
        )
      expect(plain(box.settled)).toEqual(plain([...all]))
      const { onAnother, apart } = plain(box.settled)
      expect(onAnother).toEqual(all.filter(({ on, effectiveOn }) => on !== effectiveOn))
      expect(apart).toEqual(
        all.filter(({ entryType }) => ['MeetingOpened', 'FundFounded'].includes(entryType)),
      )
    }),
  )
})
