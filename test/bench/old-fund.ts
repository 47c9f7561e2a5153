import { statSync } from 'node:fs'
import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { Command } from '#domain/village.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import { bookOf } from '#src/app/queries.ts'
import type { memoryStore } from '#infra/memory/store.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { practice, practiceDay } from '#test/support/service.ts'

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

/** What is written down at one meeting: everybody saves, and each loan is paid or a new one given. */
const meetingOf = (members: readonly string[], on: LocalDate, week: number) =>
  members.flatMap((memberId, n) => {
    const loanId = `bench-${memberId}-${Math.floor((week + n) / 44)}`
    const month = (week + n) % 4
    const turn = Math.floor(((week + n) % 44) / 4)
    return [
      { type: 'RecordDeposit', effectiveOn: on, memberId, amount: savedAtATime },
      ...(month === 0
        ? [
            turn === 0
              ? {
                  type: 'RecordPayout',
                  effectiveOn: on,
                  loanId,
                  number: `B${n}-${Math.floor((week + n) / 44)}`,
                  memberId,
                  product: 'normal',
                  principal: 100_000,
                  months: 10,
                }
              : { type: 'RecordRepayment', effectiveOn: on, loanId, amount: 12_000 },
          ]
        : []),
    ]
  })

export const storeAt = (path: string, create: boolean) =>
  sqliteStore({ path, create, hash: sha256, deadlineMs: 60_000 })

/** A fund of so many entries in a file of SQLite. */
export const oldFund = async (path: string, least: number): Promise<OldFund> => {
  const store = await storeAt(path, true)
  const kept = store as unknown as ReturnType<typeof memoryStore>
  const aged = await agedFund(kept, least)
  return { ...aged, path, bytes: () => statSync(path).size, close: () => store.close() }
}

/** A fund of so many entries in any store. */
export const agedFund = async (
  kept: ReturnType<typeof memoryStore>,
  least: number,
): Promise<Omit<OldFund, 'path' | 'bytes' | 'close'>> => {
  const begun = '2026-01-04'
  const store = kept
  const service = await practice({}, paperBookFolder, practiceDay, kept)
  const first = { fundId: service.fundId, book: (await bookOf(store, service.fundId))! }
  const members = first.book.members.filter((one) => !one.isFormer).map((one) => one.memberId)
  let [entries, week, on] = [(await store.viewsHead(first.fundId))!.seq, 0, begun]
  const by = { actor: 'bench', device: 'bench' }
  while (entries < least) {
    on = daysAfter(begun, week * 7)
    const count = { amount: 1_000_000, isByNote: false }
    const told = [
      { type: 'OpenMeeting', effectiveOn: on, count },
      ...meetingOf(members, on, week).filter(
        (one) => week >= 44 || !('loanId' in one) || one.loanId!.endsWith('-1'),
      ),
      { type: 'CloseMeeting', effectiveOn: on, count },
    ].map((one) => ({ ...one, id: service.needs.ids(), v: 1 }) as unknown as Command)
    const answers = await service.needs.record(first.fundId, told, by)
    const bad = answers.filter(({ outcome }) => outcome === 'refused' || outcome === 'invalid')
    if (week > 88 && bad.length > 0) throw new Error(JSON.stringify(bad[0]))
    entries += answers.length - bad.length
    week += 1
  }
  const owner = (await store.cards(service.fundId))[0]!.memberId
  // After its last meeting nothing is counted: what comes then changes no count.
  const today = daysAfter(on, 1)
  service.pass(Date.parse(`${today}T02:00:00Z`) - Date.parse('2025-12-31T02:00:00Z'))
  let turn = 0
  return {
    ...service,
    fundId: first.fundId,
    entries,
    members,
    today,
    lastMeeting: on,
    owner,
    next: () => {
      turn += 1
      return {
        type: 'RecordDeposit',
        id: service.needs.ids(),
        v: 1,
        effectiveOn: today,
        memberId: members[turn % members.length]!,
        amount: 1_000 + turn,
      } as Command
    },
  }
}
