import Database from 'better-sqlite3'
import type { LeafId, Leaves } from '#domain/cases/leaves.ts'
import { addNote } from '#domain/cases/operations/plan.ts'
import { giveConsent } from '#domain/cases/operations/consent.ts'
import { askForSupport } from '#domain/cases/operations/trade.ts'
import { makeSlots, slotsOn } from '#infra/cases/slots.ts'
import { type ActNeeds, act, caseOf, openCase } from '#src/app/cases/cases.ts'
import { type AtDesk, enrol } from '#src/app/cases/team.ts'
import { leavesNoLine } from '#src/http/boundary.ts'
import { type Chance, chanceOf, cheapKeys } from '#test/app/cases/attack/cheap-keys.ts'
import { firstTalk } from '#test/app/cases/case-team.ts'

/*
 * A small fund over two months, whose members do what others do: they save, borrow, take out and get a grant, each on days
 * of chance. Some of them have a case, and what the worker writes follows what they did within two hours. So whoever knew
 * when a case was written into, in which order, or how much stands in it, would know whose it is.
 */

/** What a service that betrays does otherwise, each for itself. */
export const weaknesses = [
  'ids-by-time',
  'date-beside',
  'laid-as-they-come',
  'unpadded',
  'in-place',
  'unmoved',
  'log-lines',
  'asked-and-entered-at-once',
  'code-in-the-book',
] as const
export type Weakness = (typeof weaknesses)[number]

/** A line of the book, with who is behind it: an officer pays into hands and knows more than the file says. */
export type Entry = {
  readonly at: number
  readonly member: number
  readonly kind: 'saving' | 'loan' | 'out' | 'grant'
  readonly amount: number
  readonly code?: string
}
export type Line = { readonly at: number; readonly route: string }
export type Copy = {
  readonly leaves: ReadonlyMap<LeafId, Uint8Array>
  /** The file itself. */
  readonly raw: Buffer
  /** When each leaf came, where that stands beside it. */
  readonly dates: ReadonlyMap<LeafId, number>
}
/** What a thief has, without a key. */
export type Stolen = {
  readonly members: number
  readonly book: readonly Entry[]
  readonly copies: readonly [Copy, Copy]
  readonly copiedAt: readonly [number, number]
  readonly log: readonly Line[]
  /** One leaf of the file of each case in the second copy, by id, which is more than a thief can make out. */
  readonly peers: readonly LeafId[]
  /** The one of them whose member is asked for, and the code of its case. */
  readonly target: LeafId
  readonly code: string
}
export type World = { readonly stolen: Stolen; readonly whose: number }

const hour = 60
const dayLong = 24 * hour
const days = 60
/** Where each weakness would be hidden by moving, nothing moves in that world. */
const isStill = (weak: Weakness | undefined): boolean =>
  weak !== undefined && weaknesses.indexOf(weak) < weaknesses.indexOf('log-lines')

export const instantOf = (minute: number): string =>
  new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString()

/** The store as a file is laid, in memory; its chance is ours. */
const storeBy = (chance: Chance, now: () => number) => {
  const database = new Database(':memory:')
  database.function('random', { deterministic: false }, () => chance.below(2 ** 31))
  const prepared = new Map<string, Database.Statement>()
  const ask = (sql: string, ...values: unknown[]): Record<string, unknown>[] => {
    const statement = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, statement)
    if (statement.reader) return statement.all(...values) as Record<string, unknown>[]
    statement.run(...values)
    return []
  }
  database.transaction(() => makeSlots(ask))()
  const slots = slotsOn(ask)
  const came = new Map<LeafId, number>()
  const leaves: Leaves = {
    read: async (ids) => slots.read(ids),
    ids: async (after, limit) => slots.ids(after, limit),
    change: async (changes) => {
      for (const { id, sealed } of changes) if (sealed) came.set(id, now())
      return database.transaction(() => slots.change(changes))()
    },
  }
  const copy = async (): Promise<Copy> => {
    const ids = await leaves.ids(undefined, 100_000)
    return { leaves: await leaves.read(ids), raw: database.serialize(), dates: new Map(came) }
  }
  return { leaves, copy, close: () => database.close() }
}

type Member = {
  readonly number: number
  readonly loan: number
  readonly out: number
  readonly grant: number
  readonly owes: number
}

const memberBy = ({ below }: Chance, number: number): Member => {
  const [loan, grant, out] = [0, 0, 0]
    .map(() => below(days) * dayLong + 8 * hour + below(6 * hour))
    .toSorted((a, b) => a - b)
  return { number, loan: loan!, out: out!, grant: grant!, owes: below(250) }
}

/** Grants of a month are entered together, at its meeting. */
const meetingAfter = (minute: number): number =>
  (minute < (days / 2) * dayLong ? days / 2 : days) * dayLong - 2 * hour

const bookOf = (
  members: readonly Member[],
  chance: Chance,
  { isAtOnce, codes }: { isAtOnce: boolean; codes: ReadonlyMap<number, string> },
): readonly Entry[] =>
  members
    .flatMap(({ number: member, loan, out, grant, owes }): Entry[] => [
      { at: 29 * dayLong, member, kind: 'saving', amount: 10_000 },
      { at: 59 * dayLong, member, kind: 'saving', amount: 10_000 },
      { at: loan, member, kind: 'loan', amount: 1000 * owes },
      { at: out, member, kind: 'out', amount: 20_000 },
      {
        at: isAtOnce && codes.has(member) ? grant + hour : meetingAfter(grant),
        member,
        kind: 'grant',
        amount: 100_000,
        code: `G-${chance.below(10 ** 6)}`,
      },
    ])
    .toSorted((a, b) => a.at - b.at)

type Worker = {
  readonly needs: () => ActNeeds
  readonly desk: AtDesk
  readonly codes: Map<number, string>
}

/** What the worker writes after a member has borrowed, taken out, or come about a grant. */
const writes = ({ needs, desk, codes }: Worker, { number, owes, loan, out, grant }: Member) => {
  const say = async (operation: Parameters<typeof act>[2]['operation'], said: object) => {
    const told = await act(needs(), desk, { code: codes.get(number)!, operation, said })
    if (told.outcome !== 'recorded') throw new Error(`the worker is refused: ${told.code}`)
  }
  const yes = { purpose: 'support', receiver: 'the fund', fields: [], how: 'spoken' }
  return [
    {
      at: loan + hour,
      path: '/cases/new',
      does: async () => {
        const told = await openCase(needs(), desk, firstTalk)
        codes.set(number, told.code)
      },
    },
    {
      at: out + hour,
      path: '/cases/of/:code/:command',
      does: () => say(addNote, { note: 'x'.repeat(20 + owes) }),
    },
    {
      at: grant + hour,
      path: '/cases/of/:code/:command',
      does: async () => {
        await say(giveConsent, yes)
        await say(askForSupport, { kind: 'reintegration', sum: 'KHR-100000' })
      },
    },
  ].map((one, order) => ({ ...one, order }))
}

const shuffled = <T>(all: readonly T[], { below }: Chance): readonly T[] =>
  all
    .map((one) => ({ one, by: below(2 ** 31) }))
    .toSorted((a, b) => a.by - b.by)
    .map(({ one }) => one)

/** In that copy each case's file lies under an id that never changes, as if it were written over where it is. */
const inPlace = (copy: Copy, files: ReadonlyMap<string, LeafId>): Copy => {
  const leaves = new Map(copy.leaves)
  for (const [code, id] of files) {
    leaves.set(Buffer.from(code.padEnd(16)).toString('hex'), leaves.get(id)!)
    leaves.delete(id)
  }
  return { ...copy, leaves }
}

const cut = (copy: Copy, lengths: ReadonlyMap<string, number>): Copy => ({
  ...copy,
  leaves: new Map([...copy.leaves].map(([id, bytes]) => [id, bytes.slice(0, lengths.get(id))])),
})

/** One fund and its cases, with or without a weakness, and one of the cases to be joined to a member. */
export const worldOf = async (seed: number, weak?: Weakness): Promise<World> => {
  const chance = chanceOf(seed)
  const members = Array.from({ length: 8 + chance.below(7) }, (_, n) => memberBy(chance, n))
  const some = shuffled(members, chance).slice(0, Math.round(members.length / 2))
  let now = 0
  const store = storeBy(chance, () => now)
  let made = 0
  const byTime = (): string => `${(made += 1)}`.padStart(12, '0').padEnd(32, 'a')
  const { keys, lengths } = cheapKeys(chance, weak === 'ids-by-time' ? byTime : undefined)
  const codes = new Map<number, string>()
  const needs = (): ActNeeds => ({
    leaves: store.leaves,
    keys,
    clock: () => instantOf(isStill(weak) ? 0 : now),
    networkId: 'ba000000-0000-8000-8000-000000000001',
    today: instantOf(now).slice(0, 10),
    random: chance,
  })
  const desk = await enrol(needs(), { userId: 'worker', passphrase: 'four words nobody says' })
  if (desk === 'has-a-key') throw new Error('the worker has a key already')
  const filesNow = async (): Promise<ReadonlyMap<string, LeafId>> => {
    const found = await Promise.all([...codes.values()].map((code) => caseOf(needs(), desk, code)))
    return new Map(found.map((one) => [one!.file.code, one!.cover.body[0]!]))
  }
  const copied = async (): Promise<Copy> => {
    const copy = await store.copy()
    if (weak === 'date-beside') return copy
    const bare = { ...copy, dates: new Map() }
    if (weak === 'in-place') return inPlace(bare, await filesNow())
    if (weak === 'laid-as-they-come')
      return { ...bare, raw: Buffer.from([...copy.dates.keys()].join('')) }
    return weak === 'unpadded' ? cut(bare, lengths) : bare
  }
  const acts = some
    .flatMap((member) => writes({ needs, desk, codes }, member))
    .toSorted((a, b) => a.at - b.at || a.order - b.order)
  const log: Line[] = []
  const isTold = weak === 'log-lines' || weak === 'asked-and-entered-at-once'
  const doing = async (all: typeof acts): Promise<void> => {
    for (const { at, path, does } of all) {
      now = at
      await does()
      if (isTold || !leavesNoLine(path, 303)) log.push({ at, route: path })
    }
  }
  const halfway = (days / 2) * dayLong
  await doing(acts.filter(({ at }) => at < halfway))
  const before = await copied()
  await doing(acts.filter(({ at }) => at >= halfway))
  const after = await copied()
  // The worker comes in every day, and so do others.
  for (let day = 0; day < days; day += 1) log.push({ at: day * dayLong + 7 * hour, route: '/team' })
  const isAtOnce = weak === 'asked-and-entered-at-once'
  const told = bookOf(members, chance, { isAtOnce, codes })
  const book =
    weak === 'code-in-the-book'
      ? told.map((one) => ({
          ...one,
          ...(one.kind === 'grant' ? { code: codes.get(one.member) ?? one.code! } : {}),
        }))
      : told
  const files = new Map(
    [...(await filesNow())].map(([code, id]) => [
      code,
      weak === 'in-place' ? Buffer.from(code.padEnd(16)).toString('hex') : id,
    ]),
  )
  store.close()
  const whose = some[chance.below(some.length)]!.number
  const code = codes.get(whose)!
  return {
    whose,
    stolen: {
      members: members.length,
      book,
      copies: [before, after],
      copiedAt: [halfway, days * dayLong],
      log: log.toSorted((a, b) => a.at - b.at),
      peers: [...files.values()].toSorted(),
      target: files.get(code)!,
      code,
    },
  }
}
