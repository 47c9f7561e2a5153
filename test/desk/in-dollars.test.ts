import { expect, test } from 'vitest'
import type { Support } from '#domain/grants/support.ts'
import { acts } from '#src/desk/acts.ts'
import { scheduleOf } from '#src/desk/fund/lent-schedule.ts'
import type { Desk } from '#src/desk/desk.ts'
import { formAt, practiceDesk } from '#test/desk/at-the-desk.ts'

/** The same fund, with the same sums in its smallest coins, as one of riel and as one of dollars. */
const inBoth = async (): Promise<readonly Desk[]> => {
  const desk = await practiceDesk()
  return (['KHR', 'USD'] as const).map((currency) => {
    const { fund, loans } = desk.book
    const charters = fund.charters.map((one) => ({
      ...one,
      charter: { ...one.charter, currency },
    }))
    const lent = loans.map((loan) => ({ ...loan, terms: { ...loan.terms, currency } }))
    return { ...desk, book: { ...desk.book, fund: { ...fund, charters }, loans: lent } }
  })
}

/** What a form has filled in of its sum, in smallest coins. */
const sumOf = async (desk: Desk, act: string, id: string): Promise<number | undefined> => {
  const { fields, prefilled = {} } = await formAt(desk, act, id)
  return fields.find(({ name }) => name === 'amount')!.sum!.read(prefilled['amount'] ?? '')
}

test('what is left of a grant is filled in as it is typed, in dollars as in riel', async () => {
  const asked = { parts: 1, state: 'approved', paid: [] } as const
  for (const desk of await inBoth()) {
    const [first] = desk.book.supports
    const granted: Support = { ...first!, ...asked, amount: 12_500 }
    const at = { ...desk, book: { ...desk.book, supports: [granted] } }
    expect(await sumOf(at, 'support-part', granted.code)).toBe(12_500)
  }
})

test('what falls due is filled in as it is typed, in dollars as in riel', async () => {
  const all = await Promise.all(
    (await inBoth()).map(async (desk) => {
      const later = { ...desk, today: '2026-03-31' }
      const sums = desk.book.loans.map(({ loanId }) => sumOf(later, 'repayment', loanId))
      return (await Promise.all(sums)).map((sum) => sum ?? 0)
    }),
  )
  expect(Math.max(...all[0]!)).toBeGreaterThan(0)
  expect(all[1]).toEqual(all[0])
})

test('a lender’s paper is typed as it is printed, its payments without interest too', async () => {
  const [riel, dollars] = (await inBoth()).map((desk) =>
    scheduleOf(desk).fields.find(({ name }) => name === 'lines')!,
  )
  for (const interest of ['0', '0.00', '12.50', '']) {
    const line = `31/1/2027 500.00 ${interest}`.trim()
    expect(dollars!.read(line), line).toEqual({ text: line })
  }
  expect(riel!.read('31/1/2027 500000 0')).toHaveProperty('text')
  expect(riel!.read('31/1/2027 500.50 0')).toHaveProperty('fault')
  expect(dollars!.read('31/1/2027 0.00 0')).toHaveProperty('text')
})

/** All that a form says, word by word. */
const saidIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(saidIn) : []
}

test('no form of a fund in dollars speaks of riel, or fills in another sum than one in riel', async () => {
  const [riel, dollars] = await inBoth()
  const { loans, members, requests, supports, events } = riel!.book
  const owed = { borrowingId: 'bank-2025', lender: 'bank', on: '2025-01-05', amount: 90_000 }
  const due = { on: '2027-01-05', principal: 90_000, interest: 4_500 }
  const borrowings = [{ ...owed, isVoid: false, schedule: [due], repayments: [] }]
  const ids = [
    riel!.fundId,
    ...loans.slice(0, 2).map(({ loanId }) => loanId),
    ...members.slice(0, 2).map(({ memberId }) => memberId),
    ...requests.slice(0, 2).map(({ loanId }) => loanId),
    ...supports.slice(0, 2).map(({ code }) => code),
    ...events.slice(0, 2).map(({ eventId }) => eventId),
  ]
  const today = '2026-03-31'
  const filled: string[] = []
  // An exchange alone is of both.
  for (const { name, form } of acts.filter((act) => act.name !== 'exchange'))
    for (const id of ids) {
      const [one, other] = await Promise.all(
        [riel!, dollars!].map((desk) =>
          form({ ...desk, today, book: { ...desk.book, borrowings: borrowings as never } }, id),
        ),
      )
      if (!one || !other) continue
      const sums = [one, other].map(({ fields, prefilled = {} }) =>
        fields.flatMap(({ name: of, sum }) => (sum ? [[of, sum.read(prefilled[of] ?? '')]] : [])),
      )
      expect([name, sums[1]]).toEqual([name, sums[0]])
      expect([name, saidIn(other).filter((text) => /៛|riel|KHR/i.test(text))]).toEqual([name, []])
      if (sums[0]!.some(([, sum]) => sum !== undefined)) filled.push(name)
    }
  expect(filled).toContain('borrowing-payment')
})
