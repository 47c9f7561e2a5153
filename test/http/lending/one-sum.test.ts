import { expect, test } from 'vitest'
import { standingsOn } from '#domain/health/book.ts'
import { bookOf } from '#src/app/queries.ts'
import { pageText } from '#test/pages/page-text.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { practice, practiceDay } from '#test/support/service.ts'

/** A payment to come as a page tells it: of which loan, on which day, how much. */
type Told = {
  readonly loanId: string
  readonly on: string
  readonly sum: string
  readonly at: string
}

const toldIn = (page: string, at: string, mark: 'due' | 'interest'): readonly Told[] =>
  [...page.matchAll(new RegExp(`data-${mark}="([^":]+):([^"]+)"\\s*>([^]{1,400})`, 'g'))].map(
    ([, loanId, on, text]) => ({
      loanId: loanId!,
      on: on!,
      sum: /[\d,]+/.exec(pageText(text!))![0],
      at,
    }),
  )

const linksOf = (page: string): readonly string[] =>
  [...page.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))

type All = { readonly payments: readonly Told[]; readonly interest: readonly Told[] }

/** Every payment to come, and its interest, that is told on a page within some links of the first ones. */
const toldTo = async (
  day: string,
  door: 'record-keeper' | 'household',
  firstOf: (fundId: string) => readonly string[],
): Promise<All> => {
  const { ask, as, fundId } = await practice({}, paperBookFolder, day)
  const token = await as(door)
  const seen = new Set<string>()
  const payments: Told[] = []
  const interest: Told[] = []
  let next = firstOf(fundId)
  for (let links = 0; links < 2; links += 1) {
    const found: string[] = []
    for (const path of next) {
      if (seen.has(path) || !path.startsWith(`/funds/${fundId}/`)) continue
      if (/\.(csv|xlsx)|file=|lang=|paper=/.test(path)) continue
      seen.add(path)
      const answer = await ask(path, { token })
      if (!answer.ok || !answer.headers.get('content-type')?.includes('html')) continue
      const page = await answer.text()
      payments.push(...toldIn(page, path, 'due'))
      interest.push(...toldIn(page, path, 'interest'))
      found.push(...linksOf(page))
    }
    next = found
  }
  return { payments, interest }
}

const toldOn = async (day: string): Promise<All> => {
  const officer = await toldTo(day, 'record-keeper', (fundId) => [
    `/funds/${fundId}/desk`,
    `/funds/${fundId}/loans`,
    `/funds/${fundId}/members`,
    `/funds/${fundId}/record/repayment`,
    `/funds/${fundId}/meetings/${day}/pass`,
  ])
  const own = await toldTo(day, 'household', (fundId) => [`/funds/${fundId}/me`])
  return {
    payments: [...officer.payments, ...own.payments],
    interest: [...officer.interest, ...own.interest],
  }
}

const kindOf = ({ at }: Told): string => at.replaceAll(/[0-9a-f-]{36}/g, 'ID')

test.each([practiceDay, '2026-01-20'])(
  'on %s every page tells the same sum, day and interest for the next payment of a loan',
  { timeout: 120_000 },
  async (day) => {
    const { payments: told, interest } = await toldOn(day)
    const { needs, fundId } = await practice({}, paperBookFolder, day)
    const open = standingsOn((await bookOf(needs.store, fundId))!, day).filter(
      ({ owed }) => owed > 0,
    )
    const kinds = (loanId: string): ReadonlySet<string> =>
      new Set(told.filter((one) => one.loanId === loanId).map(kindOf))
    for (const { loan } of open) {
      const own = told.filter(({ loanId }) => loanId === loan.loanId)
      const sums = new Map(own.map((one) => [`${one.on} ${one.sum}`, one.at]))
      // What is due today is told beside what comes next.
      const later = [...sums.keys()].filter((one) => !one.startsWith(day))
      expect(
        [...sums].filter(([one]) => one.startsWith(day)).length,
        loan.number,
      ).toBeLessThanOrEqual(1)
      expect(later.length, JSON.stringify([...sums])).toBeLessThanOrEqual(1)
      expect(kinds(loan.loanId).size, loan.number).toBeGreaterThanOrEqual(4)
    }
    expect(new Set(told.map(kindOf)).size).toBeGreaterThan(5)
    // Of one payment, on one day, there is one interest, wherever it is told.
    for (const [payment, own] of Map.groupBy(interest, ({ loanId, on }) => `${loanId} ${on}`))
      expect(new Set(own.map(({ sum }) => sum)).size, `${payment} ${JSON.stringify(own)}`).toBe(1)
    expect(new Set(interest.map(kindOf)).size).toBeGreaterThan(2)
  },
)
