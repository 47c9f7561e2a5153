import { grantOperations } from '#domain/grants/operations.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { loanOperations } from '#domain/loans/operations.ts'
import { networkOperations } from '#domain/operations/network.ts'
import type { Journal } from '#domain/ports.ts'
import { reliefOperations } from '#domain/relief/operations.ts'
import { savingsOperations } from '#domain/savings/operations.ts'
import { ventureOperations } from '#domain/ventures/operations.ts'
import { type Head, headOf } from '#src/app/heads.ts'
import type { RecorderOf } from '#src/app/record.ts'
import { type Standing, notTheirsCode } from '#src/app/standing.ts'
import { lastKept, turnsByName } from '#src/app/turns.ts'

/** Entries of what is done with money, by which nobody holds more or less than before. */
const changingNoRight: ReadonlySet<string> = new Set(
  [
    ...savingsOperations.list,
    ...loanOperations.list,
    ...grantOperations.list,
    ...reliefOperations.list,
    ...ventureOperations.list,
    ...networkOperations.list.filter(({ changesPower }) => changesPower !== true),
  ].map(({ entry }) => entry),
)

/**
 * How far a journal was gone through, and an entry after which nothing in it has changed what anybody holds. `begun` is the
 * entry that it was followed from: what another journal gave that was laid in its place, or one before it, is none of this one.
 */
type Seen = { readonly head: Head; readonly changedAt: number; readonly begun: string }

/** More new entries than that are not gone through. */
const newsMax = 500

/** How far a journal has come since; undefined where that is not told by a few entries more. */
const since = async (
  journal: Pick<Journal, 'read'>,
  journalId: string,
  { head: { seq, hash }, changedAt, begun }: Seen,
): Promise<Seen | undefined> => {
  const rows = await journal.read(journalId, seq - 1, newsMax)
  const last = rows.at(-1)
  if (!last || rows[0]!.hash !== hash || rows.length === newsMax) return undefined
  const change = rows.slice(1).findLast(({ type }) => !changingNoRight.has(type))
  return { head: { seq: last.seq, hash: last.hash }, changedAt: change?.seq ?? changedAt, begun }
}

/**
 * What journals have given to whom, by the entry that they had come to then: nothing that was given once is asked of the
 * whole journal again. Those who ask at the same time are told by one look at what has come since.
 */
const memory = () => {
  const seen = lastKept<Seen>(20_000)
  const given = lastKept<Seen>(20_000)
  const { togetherBy } = turnsByName(10_000)
  const look = async (journal: Journal, journalId: string): Promise<Seen | undefined> => {
    const before = seen.take(journalId)
    const now = before && (await since(journal, journalId, before))
    const head = now?.head ?? (await headOf(journal, journalId))
    const found = now ?? (head && { head, changedAt: head.seq, begun: head.hash })
    if (found) seen.keep(journalId, found)
    return found
  }
  const lookTogether = togetherBy<Journal, Seen | undefined>({
    work: async (journalId, group) => {
      try {
        const found = await look(group[0]!.ask, journalId)
        for (const { done } of group) done(found)
      } catch (error) {
        for (const { fail } of group) fail(error)
      }
    },
    weightOf: () => 1,
    most: 10_000,
  })
  return { given, lookTogether }
}

const memories = new WeakMap<object, ReturnType<typeof memory>>()

const memoryOf = (record: object): ReturnType<typeof memory> => {
  const known = memories.get(record) ?? memory()
  memories.set(record, known)
  return known
}

/** A journal and what writes it. */
export type Books<C extends Envelope> = {
  readonly journal: Journal
  readonly record: RecorderOf<C>
}

/** How far a journal has come. */
export const comeSince = <C extends Envelope>(
  { journal, record }: Books<C>,
  journalId: string,
): Promise<Seen | undefined> => memoryOf(record).lookTogether(journalId, journal)

/**
 * Whether the journal of a fund or network gives what the views gave: asked by a command that is none, which nothing can
 * come of. Whoever looks or does something beside the books is held against them by it. What was given before costs what
 * has come since, and waits for nobody who writes.
 */
export const isInJournal = async <C extends Envelope>(
  books: Books<C>,
  journalId: string,
  standing: Standing,
  come = comeSince(books, journalId),
): Promise<boolean> => {
  const { record } = books
  const { given } = memoryOf(record)
  const name = JSON.stringify([journalId, standing])
  const now = await come
  const at = given.get(name)
  if (now && at && at.begun === now.begun && at.head.seq >= now.changedAt) return true
  const { person, userId, day } = standing
  const none = { id: person.networkId, v: 1, type: 'None', effectiveOn: day } as unknown as C
  const by = { actor: userId ?? 'nobody', device: '', standing }
  const [answer] = await record(journalId, [none], by)
  const isGiven = !(answer?.outcome === 'refused' && answer.code === notTheirsCode)
  // What is given is given at least as far as the journal had come before it was asked.
  if (isGiven && now) given.keep(name, now)
  return isGiven
}
