import { grantOperations } from '#domain/grants/operations.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { loanOperations } from '#domain/loans/operations.ts'
import { networkOperations } from '#domain/operations/network.ts'
import type { Journal } from '#domain/ports.ts'
import { reliefOperations } from '#domain/relief/operations.ts'
import { savingsOperations } from '#domain/savings/operations.ts'
import { type Head, headOf } from '#src/app/heads.ts'
import type { RecorderOf } from '#src/app/record.ts'
import { type Standing, notTheirsCode } from '#src/app/standing.ts'
import { lastKept } from '#src/app/turns.ts'

/** Entries of what is done with money, by which nobody holds more or less than before. */
const changingNoRight: ReadonlySet<string> = new Set(
  [
    ...savingsOperations.list,
    ...loanOperations.list,
    ...grantOperations.list,
    ...reliefOperations.list,
    ...networkOperations.list.filter(({ changesPower }) => changesPower !== true),
  ].map(({ entry }) => entry),
)

/** What journals have given, and how far they had come then: nothing that was given once is asked of the whole journal again. */
const givenBy = new WeakMap<object, ReturnType<typeof lastKept<Head>>>()

const givenOf = (record: object): ReturnType<typeof lastKept<Head>> => {
  const given = givenBy.get(record) ?? lastKept<Head>(20_000)
  givenBy.set(record, given)
  return given
}

/** More new entries than that are not gone through: the fold is asked. */
const newsMax = 500

/** How far a journal has come since, and whether anything since then may have changed what anybody holds. */
const since = async (
  journal: Pick<Journal, 'read'>,
  journalId: string,
  { seq, hash }: Head,
): Promise<{ readonly head: Head; readonly isQuiet: boolean } | undefined> => {
  const rows = await journal.read(journalId, seq - 1, newsMax)
  const last = rows.at(-1)
  if (!last || rows[0]!.hash !== hash || rows.length === newsMax) return undefined
  const isQuiet = rows.slice(1).every(({ type }) => changingNoRight.has(type))
  return { head: { seq: last.seq, hash: last.hash }, isQuiet }
}

/** A journal and what writes it. */
export type Books<C extends Envelope> = {
  readonly journal: Journal
  readonly record: RecorderOf<C>
}

/**
 * Whether the journal of a fund or network gives what the views gave: asked by a command that is none, which nothing can
 * come of. Whoever looks or does something beside the books is held against them by it. What was given before costs what
 * has come since, and waits for nobody who writes.
 */
export const isInJournal = async <C extends Envelope>(
  { journal, record }: Books<C>,
  journalId: string,
  standing: Standing,
): Promise<boolean> => {
  const given = givenOf(record)
  const name = JSON.stringify([journalId, standing])
  const before = given.take(name)
  const now = before && (await since(journal, journalId, before))
  if (now?.isQuiet) {
    given.keep(name, now.head)
    return true
  }
  // What is given is given at least as far as the journal had come before it was asked.
  const head = now?.head ?? (await headOf(journal, journalId))
  const { person, userId, day } = standing
  const none = { id: person.networkId, v: 1, type: 'None', effectiveOn: day } as unknown as C
  const by = { actor: userId ?? 'nobody', device: '', standing }
  const [answer] = await record(journalId, [none], by)
  const isGiven = !(answer?.outcome === 'refused' && answer.code === notTheirsCode)
  if (isGiven && head) given.keep(name, head)
  return isGiven
}
