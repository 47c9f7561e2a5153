/*
 * A recorder that is killed: writes down the life of three funds in a SQLite file as fast as it can, and
 * after each answer one line into a second file, at once. Says nothing before the store has answered.
 */
import { openSync, writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { StorageUnavailable } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import type { Answer } from '#src/app/answer.ts'
import {
  admission,
  founding,
  idOf,
  memberId,
  officer,
  recorderOn,
  shares,
} from '#test/contract/village-life.ts'

const [path = '', heardPath = '', round = '0'] = process.argv.slice(2)
const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
const record = recorderOn(store)
// Whoever is killed leaves nothing compiled to the next one, unless it is put down before.
flushCompileCache()
const heard = openSync(heardPath, 'a')
const first = 1000 * (Number(round) + 1)

const tell = (fundId: string, answer: Answer): void => {
  if (answer.outcome !== 'recorded' && answer.outcome !== 'flagged') return
  writeSync(heard, `${fundId} ${answer.id} ${answer.seq} ${answer.hash}\n`)
}

const paidOut = (n: number): Command => ({
  type: 'RecordPayout',
  id: idOf(n),
  v: 1,
  effectiveOn: '2026-01-20',
  loanId: `loan-${n}`,
  number: `L${n}`,
  memberId: memberId(1),
  product: 'normal',
  principal: 300_000,
  months: 6,
})

const repaid = (n: number, loan: number): Command => ({
  type: 'RecordRepayment',
  id: idOf(n),
  v: 1,
  effectiveOn: '2026-03-20',
  loanId: `loan-${loan}`,
  amount: 1_100 + n,
})

/** One call at a time a fund; the three go on beside each other and share commits. */
const keepBook = async (fundId: string): Promise<void> => {
  const beginning = [founding(1), admission(2, 1)]
  for (let n = first; n < first + 999;) {
    const isFirst = n === first
    const more = isFirst ? [paidOut(n)] : [repaid(n, first), shares(n + 1, 1)].slice(0, 1 + (n % 2))
    try {
      const answers = await record(fundId, isFirst ? [...beginning, ...more] : more, officer)
      for (const answer of answers) tell(fundId, answer)
      n += more.length
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error
    }
  }
}

await Promise.all(['fund-a', 'fund-b', 'fund-c'].map(keepBook))
await store.close()
