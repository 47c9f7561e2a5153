import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { dayBefore } from '#domain/kernel/dates.ts'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { type HealthFigures, healthOf } from '#domain/health/health.ts'
import type { Journal, FundViews, Notes } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { bookOf } from '#src/app/queries.ts'
import { caughtUp } from '#src/app/realm.ts'
import { recorder } from '#src/app/record.ts'
import { opened } from '#src/app/rows.ts'
import { viewChanges } from '#src/app/views.ts'
import { bookFrom, fixedClock } from '#test/support/books-in.ts'
import { randomBook, writeBook } from '#test/support/books.ts'

/** A journal as one version of this software wrote it, and what its figures were then. */
type FixtureJournal = {
  readonly rows: readonly JournalRow[]
  readonly figures: readonly HealthFigures[]
}

type AnyStore = Journal & FundViews & Notes

const smallBook = 39

/** What a paper book does not have: a vote on the charter, counts by note, a close and what comes late. */
const moreFacts = (year: string, loanId: string, memberId: string): Command[] => {
  const plain = [
    { type: 'AppointOfficer', effectiveOn: `${year}-11-30`, memberId, office: 'chair' },
    {
      type: 'AmendCharter',
      effectiveOn: `${year}-11-30`,
      charter: { ...defaultCharter, shareValue: 2000 },
      votes: { present: 99, yes: 60, no: 3 },
    },
    {
      type: 'OpenMeeting',
      effectiveOn: `${year}-12-29`,
      count: { amount: 1_000_000, isByNote: true },
    },
    {
      type: 'CloseMeeting',
      effectiveOn: `${year}-12-29`,
      count: { amount: 990_000, isByNote: true },
    },
    { type: 'RecordDonation', effectiveOn: `${year}-12-27`, amount: 40_000 },
    { type: 'BuyShares', effectiveOn: `${year}-12-28`, memberId, shares: 3 },
    { type: 'ClosePeriod', effectiveOn: `${year}-12-31` },
    { type: 'RecordRepayment', effectiveOn: `${year}-12-30`, loanId, amount: 30_000 },
  ]
  return plain.map(
    (command, i) =>
      ({ ...command, id: uuidOfHash(sha256(`fixture ${i}`)), v: 1 }) as unknown as Command,
  )
}

/** The figures of a journal at the ends of its year and of the next month. */
export const figuresOfJournal = async (rows: readonly JournalRow[]): Promise<HealthFigures[]> => {
  const store: AnyStore = memoryStore()
  const fundId = rows[0]!.fundId
  await store.append(fundId, rows, { postings: [], flags: [], subjects: [] })
  const { village } = await caughtUp(store, fundId)
  await store.replace(fundId, viewChanges(village, rows.map(opened)))
  const book = (await bookOf(store, fundId))!
  const year = book.fund.openedOn.slice(0, 4)
  return [`${year}-06-30`, `${year}-12-31`, `${Number(year) + 1}-01-31`].map((day) =>
    healthOf(book, day),
  )
}

/** Writes the journal of this version anew: done once a release, never again for a released one. */
export const makeFixtureJournal = async (): Promise<FixtureJournal> => {
  const folder = mkdtempSync(join(tmpdir(), 'fixture-'))
  writeBook(randomBook(smallBook), folder)
  const { store, fundId, book } = await bookFrom(folder)
  rmSync(folder, { recursive: true })
  const record = recorder({ journal: store, clock: fixedClock, hash: sha256 })
  const year = book.fund.openedOn.slice(0, 4)
  const open = book.loans.find(
    ({ origin }) => origin.on < dayBefore(`${year}-09-01`) && origin.kind === 'paid-out',
  )!
  const active = book.members.find(({ isFormer }) => !isFormer)!
  const answers = await record(fundId, moreFacts(year, open.loanId, active.memberId), {
    actor: 'chair',
    device: 'phone',
  })
  const failed = answers.find((answer) => 'code' in answer)
  if (failed) throw new Error(JSON.stringify(failed))
  const rows = await store.read(fundId, 0, 10_000)
  return { rows, figures: await figuresOfJournal(rows) }
}
