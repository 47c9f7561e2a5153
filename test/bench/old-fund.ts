import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { Command } from '#domain/village.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { type FundBook, charterOf, loansById, owingOn } from '#domain/health/book.ts'
import { earlyPaymentOf } from '#domain/loans/early.ts'
import { balanceOf } from '#domain/ledger/balances.ts'
import { postedOf } from '#domain/ledger/balance-list.ts'
import { sha256 } from '#infra/system/system.ts'
import { bookOf } from '#src/app/queries.ts'
import type { MemoryStore, memoryStore } from '#infra/memory/store.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { type Practice, practice, practiceDay, practiceOn } from '#test/support/service.ts'

/** A village fund that has gone on for years: the practice book, and after it a meeting a week with savings and loans. */
export type OldFund = {
  readonly needs: Awaited<ReturnType<typeof practice>>['needs']
  readonly ask: Awaited<ReturnType<typeof practice>>['ask']
  readonly as: Awaited<ReturnType<typeof practice>>['as']
  readonly service: Awaited<ReturnType<typeof practice>>['service']
  readonly pass: Awaited<ReturnType<typeof practice>>['pass']
  readonly fundId: string
  readonly networkId: string
  /** Entries in the journal. */
  readonly entries: number
  readonly members: readonly string[]
  readonly today: LocalDate
  /** The day of its last meeting. */
  readonly lastMeeting: LocalDate
  /** Whose card the household of the practice fund comes by. */
  readonly owner: string
  /** One repayment or deposit more, each time another one. */
  readonly next: () => Command
  /** The file that it is kept in. */
  readonly path: string
  readonly bytes: () => number
  readonly close: () => Promise<void>
}

const savedAtATime = 5_000

type Said = { readonly type: string; readonly [field: string]: unknown }

/** Who comes to every meeting, and those of them who borrow: no officers, and nobody who owed something before. */
type Village = {
  readonly members: readonly string[]
  readonly borrowers: readonly string[]
  readonly officers: readonly string[]
  /** The loans that were given, and what settles one of them on a day. */
  readonly lent: Set<string>
  readonly settling: (loanId: string, on: LocalDate) => Promise<number>
}

const turns = 11

/** What one borrower does at a meeting of a week: a loan is voted on and given, paid off in ten parts, and followed by another. */
const borrowedBy = async (
  { members, officers, lent, settling }: Village,
  { memberId, n, week, on }: { memberId: string; n: number; week: number; on: LocalDate },
): Promise<Said[]> => {
  if ((week + n) % 4 !== 0) return []
  const round = Math.floor((week + n) / (4 * turns))
  const turn = Math.floor((week + n) / 4) % turns
  const loanId = `bench-${memberId}-${round}`
  // Who would begin in the middle of a round waits for the next one.
  if (turn > 0 && !lent.has(loanId)) return []
  const part = { type: 'RecordRepayment', loanId, amount: 8_000 }
  if (turn > 0) return [turn < turns - 1 ? part : { ...part, amount: await settling(loanId, on) }]
  lent.add(loanId)
  return [
    {
      type: 'RecordPayout',
      loanId,
      number: `B${n}-${round}`,
      memberId,
      product: 'normal',
      principal: 100_000,
      months: 10,
      vote: { present: members.length, yes: members.length - 1, no: 0 },
      approvedBy: officers[0],
    },
  ]
}

/** What is written down at one meeting: everybody comes and saves, and loans are given and paid. */
const meetingOf = async (village: Village, week: number, on: LocalDate): Promise<Said[]> => {
  const { members, borrowers } = village
  const loans: Said[] = []
  for (const [n, memberId] of borrowers.entries())
    loans.push(...(await borrowedBy(village, { memberId, n, week, on })))
  const saved = members.map((memberId) => ({
    type: 'RecordDeposit',
    memberId,
    amount: savedAtATime,
  }))
  return [{ type: 'RecordAttendance', present: members, absent: [] }, ...saved, ...loans]
}

/** What a meeting brings into the box. */
const broughtBy = (said: readonly Said[]): number =>
  said.reduce(
    (sum, { type, amount, principal }) =>
      sum + Number(type === 'RecordPayout' ? 0 - Number(principal) : (amount ?? 0)),
    0,
  )

export const storeAt = (path: string, create: boolean) =>
  sqliteStore({ path, create, hash: sha256, deadlineMs: 60_000 })

/** A fund of so many entries in a file of SQLite. */
export const oldFund = async (path: string, least: number): Promise<OldFund> => {
  const store = await storeAt(path, true)
  const kept = store as unknown as ReturnType<typeof memoryStore>
  const aged = await agedFund(kept, least)
  return { ...aged, path, bytes: () => statSync(path).size, close: () => store.close() }
}

/** Officers, whoever borrows, and what settles a loan, as the practice book has them. */
const villageIn = async (
  store: ReturnType<typeof memoryStore>,
  fundId: string,
): Promise<Village & { readonly box: number; readonly boxMax: number }> => {
  const book = (await bookOf(store, fundId))!
  const members = book.members.filter((one) => !one.isFormer)
  const owing = new Set(owingOn(book.loans, practiceDay).map(({ loan }) => loan.memberId))
  const borrowers = members.filter((one) => one.offices.length === 0 && !owing.has(one.memberId))
  const idsOf = (some: FundBook['members']) => some.map(({ memberId }) => memberId)
  return {
    members: idsOf(members),
    borrowers: idsOf(borrowers),
    officers: idsOf(members.filter(({ offices }) => offices.length > 0)),
    lent: new Set(),
    settling: async (loanId, day) => {
      const { loans } = (await bookOf(store, fundId))!
      const { principal, interestNow } = earlyPaymentOf(loansById(loans).get(loanId)!, day)!
      return principal + interestNow
    },
    box: balanceOf(postedOf(book.balances), 'asset:cash-box'),
    boxMax: charterOf(book, practiceDay).boxMax,
  }
}

/** What is above the box's limit goes to the bank, in the names of two and by the word of a third. */
const toBank = (box: number, boxMax: number, officers: readonly string[]): Said[] =>
  box <= boxMax
    ? []
    : [
        {
          type: 'RecordTransfer',
          amount: box - Math.floor(boxMax / 2),
          from: 'box',
          to: 'bank',
          names: officers.slice(0, 2),
          approvedBy: officers[2],
        },
      ]

const begun = '2026-01-04'

/** Meetings until there are so many entries: how many there are, the day of the last one, and the day after it. */
const aged = async (
  { needs, pass }: Awaited<ReturnType<typeof practice>>,
  fundId: string,
  { least, entries: before }: { readonly least: number; readonly entries: number },
) => {
  const village = await villageIn(needs.store as ReturnType<typeof memoryStore>, fundId)
  // A book of more would go beyond the days that there are if they met once a week.
  const apart = least > 300_000 ? 1 : 7
  let [entries, week, on, box] = [before, 0, begun, village.box]
  let passed = Date.parse(`${practiceDay}T02:00:00Z`)
  const passTo = (day: LocalDate): void => {
    const to = Date.parse(`${day}T02:00:00Z`)
    pass(to - passed)
    passed = to
  }
  const counted = (type: string): Said => ({ type, count: { amount: box, isByNote: false } })
  for (; entries < least; week += 1) {
    on = daysAfter(begun, week * apart)
    passTo(on)
    const said = [counted('OpenMeeting'), ...(await meetingOf(village, week, on))]
    box += broughtBy(said)
    said.push(...toBank(box, village.boxMax, village.officers))
    box = Math.min(box, box > village.boxMax ? Math.floor(village.boxMax / 2) : box)
    said.push(counted('CloseMeeting'))
    const told = said.map(
      (one) => ({ ...one, effectiveOn: on, id: needs.ids(), v: 1 }) as unknown as Command,
    )
    const answers = await needs.record(fundId, told, { actor: 'bench', device: 'bench' })
    const bad = answers.find(({ outcome }) => outcome === 'refused' || outcome === 'invalid')
    if (bad) throw new Error(`week ${week}: ${JSON.stringify(bad)}`)
    entries += answers.length
  }
  // After its last meeting nothing is counted: what comes then changes no count.
  const today = daysAfter(on, 1)
  passTo(today)
  return { entries, lastMeeting: on, today, members: village.members }
}

/** What is known of an old fund beside its book. */
type Aged = Pick<OldFund, 'fundId' | 'entries' | 'lastMeeting' | 'today' | 'members'>

const fundIn = async (
  service: Practice,
  told: Aged,
): Promise<Omit<OldFund, 'path' | 'bytes' | 'close'>> => {
  const owner = (await service.needs.store.cards(told.fundId))[0]!.memberId
  let turn = 0
  return {
    ...service,
    ...told,
    owner,
    next: () => {
      turn += 1
      return {
        type: 'RecordDeposit',
        id: service.needs.ids(),
        v: 1,
        effectiveOn: told.today,
        memberId: told.members[turn % told.members.length]!,
        amount: 1_000 + turn,
      } as Command
    },
  }
}

/** A fund of so many entries in any store. */
export const agedFund = async (store: ReturnType<typeof memoryStore>, least: number) => {
  const service = await practice({}, paperBookFolder, practiceDay, store)
  const { fundId } = service
  const entries = (await store.viewsHead(fundId))!.seq
  return fundIn(service, { fundId, ...(await aged(service, fundId, { least, entries })) })
}

/** A fund of so many entries of which a folder keeps the book, so that it is made once; what is opened is a copy of it. */
export const keptFund = async (
  books: string,
  { folder, least }: { readonly folder: string; readonly least: number },
): Promise<OldFund> => {
  const [kept, path] = [books, folder].map((one) => join(one, `${least}.db`)) as [string, string]
  if (!existsSync(`${kept}.json`)) {
    const { fundId, entries, lastMeeting, today, members, close } = await oldFund(kept, least)
    await close()
    writeFileSync(
      `${kept}.json`,
      JSON.stringify({ fundId, entries, lastMeeting, today, members } satisfies Aged),
    )
  }
  await copyFile(kept, path)
  const told = JSON.parse(readFileSync(`${kept}.json`, 'utf8')) as Aged
  const store = await storeAt(path, false)
  const book = { store: store as unknown as MemoryStore, fundId: told.fundId }
  const fund = await fundIn(await practiceOn(book, { day: told.today }), told)
  return { ...fund, path, bytes: () => statSync(path).size, close: () => store.close() }
}
