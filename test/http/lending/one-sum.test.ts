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

const toldIn = (page: string, at: string): readonly Told[] =>
  [...page.matchAll(/data-due="([^":]+):([^"]+)"\s*>([^]{1,400})/g)].map(
    ([, loanId, on, text]) => ({
      loanId: loanId!,
      on: on!,
      sum: /[\d,]+/.exec(pageText(text!))![0],
      at,
    }),
  )

const linksOf = (page: string): readonly string[] =>
  [...page.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))

/** Every payment to come that is told on a page within some links of the first ones. */
const toldTo = async (
  day: string,
  door: 'record-keeper' | 'household',
  firstOf: (fundId: string) => readonly string[],
): Promise<readonly Told[]> => {
  const { ask, as, fundId } = await practice({}, paperBookFolder, day)
  const token = await as(door)
  const seen = new Set<string>()
  const told: Told[] = []
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
      told.push(...toldIn(page, path))
      found.push(...linksOf(page))
    }
    next = found
  }
  return told
}

const toldOn = async (day: string): Promise<readonly Told[]> => [
  ...(await toldTo(day, 'record-keeper', (fundId) => [
    `/funds/${fundId}/desk`,
    `/funds/${fundId}/loans`,
    `/funds/${fundId}/members`,
    `/funds/${fundId}/record/repayment`,
    `/funds/${fundId}/meetings/${day}/pass`,
  ])),
  ...(await toldTo(day, 'household', (fundId) => [`/funds/${fundId}/me`])),
]

test.each([practiceDay, '2026-01-20'])(
  'on %s every page tells the same sum and day for the next payment of a loan',
  { timeout: 120_000 },
  async (day) => {
    const told = await toldOn(day)
    const { needs, fundId } = await practice({}, paperBookFolder, day)
    const open = standingsOn((await bookOf(needs.store, fundId))!, day).filter(
      ({ owed }) => owed > 0,
    )
    const kinds = (loanId: string): ReadonlySet<string> =>
      new Set(
        told
          .filter((one) => one.loanId === loanId)
          .map(({ at }) => at.replaceAll(/[0-9a-f-]{36}/g, 'ID')),
      )
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
    expect(
      new Set(told.map(({ at }) => at.replaceAll(/[0-9a-f-]{36}/g, 'ID'))).size,
    ).toBeGreaterThan(5)
  },
)
