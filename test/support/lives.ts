import {
  decide,
  copyOf,
  emptyVillage,
  evolve,
  type Command,
  type Entry,
  type Village,
} from '#domain/village.ts'
import { assertSound } from '#domain/ledger/posting.ts'
import { healthOf } from '#domain/health/health.ts'
import { standingOf } from '#domain/loans/standing.ts'
import { type Story, fundBookOf, hashLike } from '#test/support/village.ts'
import { daysPosted } from '#test/support/posted.ts'

export type Life = Story & { readonly refused: readonly Command[] }

/** Takes in what is recorded; what a decision says no to may come again, and duplicates are known by their id. */
export const lived = (commands: readonly Command[], before?: Life): Life => {
  const village: Village = before ? copyOf(before.village) : emptyVillage()
  const entries: Entry[] = [...(before?.entries ?? [])]
  const known = new Set(entries.map(({ id }) => id))
  const refused = new Map<string, Command>()
  const take = (command: Command): boolean => {
    if (known.has(command.id)) return false
    const decision = decide(village, command)
    if (decision.outcome !== 'recorded') {
      refused.set(command.id, command)
      return false
    }
    assertSound(decision.body.postings)
    const { id, effectiveOn } = command
    const recordedAt = '2026-06-01T02:00:00.000Z'
    const entry: Entry = {
      id,
      seq: entries.length + 1,
      effectiveOn,
      recordedAt,
      recordedBy: 'story',
      hash: hashLike(id),
      body: decision.body,
    }
    evolve(village, entry)
    entries.push(entry)
    known.add(id)
    refused.delete(id)
    return true
  }
  commands.forEach(take)
  while ([...refused.values()].some(take));
  return { village, entries, refused: [...(before?.refused ?? []), ...refused.values()] }
}

const days = ['2025-03-31', '2025-08-20', '2025-12-31', '2026-02-28']

/** Balances of every account and day that are not zero. */
const balancesIn = ({ posted }: Village): string[] =>
  [...daysPosted(posted)]
    .flatMap(([account, sums]) =>
      [...sums].filter(([, sum]) => sum !== 0).map(([on, sum]) => `${account} ${on} ${sum}`),
    )
    .toSorted()

/** Where every loan stands on some days; how its facts are kept says nothing. */
export const standingsIn = ({ loans }: Village) =>
  [...loans.values()]
    .filter((loan) => !loan.isVoid)
    .map((loan) =>
      days.map((day) => {
        const { loan: _, whole: __, ...standing } = standingOf(loan, day) ?? { loan, whole: loan }
        return standing
      }),
    )

/** Everything that must not depend on the order of entry. */
export const outcomeOf = (life: Life) => {
  const book = fundBookOf(life)
  return {
    balances: balancesIn(life.village),
    standings: standingsIn(life.village),
    meetings: book.meetings.toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1)),
    health: days.map((day) => healthOf(book, day)),
  }
}
