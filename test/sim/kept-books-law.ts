import { type LocalDate, daysAfter, daysBetween } from '#domain/kernel/dates.ts'
import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { FundSummary } from '#domain/health/summary.ts'
import { bySexOf } from '#domain/health/by-sex.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { healthOf } from '#domain/health/health.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { lateLines } from '#domain/ledger/late-lines.ts'
import { trialBalance, withoutLoansAtZero } from '#domain/ledger/statements.ts'
import { earlyPaymentOf } from '#domain/loans/early.ts'
import { moreHealthOf } from '#domain/health/more-health.ts'
import { newestLinesOf } from '#src/app/household/own-lines.ts'
import { expectedOpening } from '#src/app/meeting/meetings.ts'
import { boxCheckOf } from '#src/app/box-check.ts'
import { trendOf } from '#src/app/health/trend.ts'
import { loanRegisterOf } from '#src/app/lending/loan-register.ts'
import { bookFrom, readParts } from '#src/app/book-parts.ts'
import { linesOfferedOn } from '#src/app/relief-view.ts'
import { type SavingsFacts, savingsViewOf, shareOutViewOf } from '#src/app/members/savings-view.ts'
import { rowsByAccount, savingsAccounts } from '#src/app/savings-rows.ts'
import { forgetBooks, lateLinesOf, savingsPostingsOf } from '#src/app/kept-books.ts'
import { bookOf, lastDayOf } from '#src/app/queries.ts'
import { caughtUp } from '#src/app/realm.ts'
import { summaryOf } from '#src/app/summary.ts'
import { law } from '#test/sim/law.ts'
import type { World } from '#test/sim/world.ts'
import type { Chance } from '#test/support/oracle/chance.ts'
import { plainly } from '#test/support/plainly.ts'
import { isSame } from '#test/support/same.ts'
import { toldBy, toldByBook } from '#test/support/summary-law.ts'

/** What pages and reports work out of a book. */
const workedOut = (book: FundBook, day: LocalDate) => {
  const health = healthOf(book, day)
  return {
    health,
    more: moreHealthOf(book, health),
    findings: findingsOf(book, day),
    trend: trendOf(book, day),
    box: boxCheckOf(book, day),
    register: loanRegisterOf(book, day),
    early: book.loans.map((loan) => earlyPaymentOf(loan, day)),
    lines: linesOfferedOn(book, day),
    accounts: trialBalance(book.balances, day),
    openAccounts: withoutLoansAtZero(trialBalance(book.balances, day)),
    bySex: bySexOf(book, { from: book.fund.openedOn, to: day }),
    opening: expectedOpening(book, day),
  }
}

/** The newest lines of everybody's own money: made as a page makes them, or as what is left of all of them. */
const ownLines = (facts: SavingsFacts, day: LocalDate, newest: number) =>
  facts.book.members.map(({ memberId }) => {
    const savingsPostings = rowsByAccount(facts.postings).get(`liability:savings:${memberId}`) ?? []
    const asked = { asOf: day, savingsPostings, newest }
    const { lines, opening } = newestLinesOf(facts.book, memberId, asked)
    if (newest === Infinity) law('before the first line nothing stood', isNothing(opening))
    return lines.slice(-3)
  })

const isNothing = ({ savings, owed }: { readonly savings: number; readonly owed: number }) =>
  savings === 0 && owed === 0

/** What pages about savings are made from, and what they say. */
const saved = async (store: World['store'], fundId: string, book: FundBook, day: LocalDate) => {
  const ways = { isSurplusSplit: true, payOut: 'parts' } as const
  const told = (facts: SavingsFacts, newest: number) => ({
    savings: savingsViewOf(facts, day),
    shareOut: shareOutViewOf(facts, day, ways),
    own: ownLines(facts, day, newest),
  })
  const read = await store.postings(fundId, { accounts: savingsAccounts(book) })
  const kept = { book, postings: await savingsPostingsOf(store, fundId, book) }
  const anew = { book: structuredClone(plainly(book)), postings: read }
  return isSame([...kept.postings], read)
    ? [told(kept, 3), told(anew, Infinity)]
    : [kept.postings, read]
}

/** What came when its period was closed, as it is kept and as all postings tell it. */
const late = async (store: World['store'], fundId: string, book: FundBook) => [
  await lateLinesOf(store, fundId, book),
  lateLines({ book, postings: await store.postings(fundId, {}) }),
]
/** What lists tell of a fund is what its whole book comes to, on its last day and later; and what a fold of the whole journal leaves. */
const checkSummary = async (
  store: World['store'],
  { fundId, book }: { readonly fundId: string; readonly book: FundBook },
  chance: Chance,
): Promise<void> => {
  const row = await store.subject(fundId, 'summary', 'fund')
  const summary = JSON.parse(row!.data) as FundSummary
  const day = daysAfter(summary.on, chance.whole(0, 3) === 0 ? 0 : chance.whole(1, 400))
  law('a summary is what the book comes to', isSame(toldBy(summary, day), toldByBook(book, day)))
  const { village } = await caughtUp(store, fundId)
  const anew = canonicalJson(summaryOf(village) as unknown as Json)
  law('a summary that follows each entry is the one that is made anew', anew === row!.data)
}

/** A day of the book's own time, or somewhat after it. */
const otherDay = (book: FundBook, chance: Chance): LocalDate => {
  const days = daysBetween(book.fund.openedOn, lastDayOf(book))
  return daysAfter(book.fund.openedOn, chance.whole(0, Math.max(days, 0) + 60))
}

/** How long each journal was when its book was looked at last. */
const lookedAt = new WeakMap<readonly JournalRow[], number>()

/** Somebody looks at the books, and what is kept of them is thrown away now and then. */
export const checkKeptBooks = async ({ store, watches }: World, chance: Chance): Promise<void> => {
  if (chance.whole(1, 4) === 1) forgetBooks(store)
  for (const { fundId, rows } of watches) {
    const whole = bookFrom(await readParts(store, fundId))
    const kept = await bookOf(store, fundId)
    law('a kept book is the book', isSame(plainly(kept), whole))
    if (whole) await checkSummary(store, { fundId, book: whole }, chance)
    // Nothing was written since: what is kept with the book is what was looked at then.
    if (lookedAt.get(rows) === rows.length) continue
    lookedAt.set(rows, rows.length)
    if (!kept || !whole) continue
    const last = lastDayOf(kept)
    // Whoever looks back at an earlier day, or ahead, comes back to the last one.
    const days = chance.whole(1, 3) === 1 ? [last, otherDay(kept, chance), last] : [last]
    for (const day of days) {
      const [own, anew] = await saved(store, fundId, kept, day)
      law('savings that are kept are what was posted', isSame(own, anew))
    }
    const [keptLate, lateAnew] = await late(store, fundId, kept)
    law('what came late is kept as it was posted', isSame(keptLate, lateAnew))
    // What is kept with a book and its parts is the same as worked out of a book that nobody has looked at, whatever day was asked for before.
    const plain = new Map([[last, workedOut(whole, last)]])
    for (const day of days)
      if (!plain.has(day)) plain.set(day, workedOut(bookFrom(await readParts(store, fundId))!, day))
    for (const day of days)
      law(
        'what is kept with a book is what it comes to',
        isSame(workedOut(kept, day), plain.get(day)),
      )
  }
}
