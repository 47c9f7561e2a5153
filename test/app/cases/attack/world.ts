import type { LeafId } from '#domain/cases/leaves.ts'
import { addNote } from '#domain/cases/operations/plan.ts'
import { giveConsent } from '#domain/cases/operations/consent.ts'
import { type ActNeeds, act, caseOf, openCase } from '#src/app/cases/cases.ts'
import { type AtDesk, enrol } from '#src/app/cases/team.ts'
import { leavesNoLine } from '#src/http/boundary.ts'
import { type Handed, bridgeOf } from '#test/app/cases/attack/bridge.ts'
import { type Chance, chanceOf, cheapKeys } from '#test/app/cases/attack/cheap-keys.ts'
import {
  type Copy,
  type Laid,
  type Weakness,
  ownPlace,
  storeBy,
  weakened,
} from '#test/app/cases/attack/copies.ts'
import { firstTalk } from '#test/app/cases/case-team.ts'

/*
 * A small fund over two months, whose members do what others do: they save, borrow, take out and get a grant, each on days
 * of chance. Some of them have a case, and what the worker writes follows what they did within two hours. So whoever knew
 * when a case was written into, in which order, or how much stands in it, would know whose it is.
 */

/** A line of the book, with who is behind it: an officer pays into hands and knows more than the file says. */
export type Entry = {
  readonly at: number
  readonly member: number
  readonly kind: 'saving' | 'loan' | 'out' | 'grant'
  readonly amount: number
  readonly code?: string
}
export type Line = { readonly at: number; readonly route: string }
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
const halfway = (days / 2) * dayLong
const instantOf = (minute: number): string =>
  new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString()

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

const bookOf = (members: readonly Member[], handed: readonly Handed[]): readonly Entry[] => [
  ...members.flatMap(({ number: member, loan, out, owes }): Entry[] => [
    { at: 29 * dayLong, member, kind: 'saving', amount: 10_000 },
    { at: 59 * dayLong, member, kind: 'saving', amount: 10_000 },
    { at: loan, member, kind: 'loan', amount: 1000 * owes },
    { at: out, member, kind: 'out', amount: 20_000 },
  ]),
  ...handed.map((one) => ({ ...one, kind: 'grant' as const })),
]

type Worker = {
  readonly needs: () => ActNeeds
  readonly desk: AtDesk
  readonly codes: Map<number, string>
  readonly bridge: ReturnType<typeof bridgeOf>
}

/** What the worker writes after a member has borrowed, taken out, or come about a grant. */
const writes = (
  { needs, desk, codes, bridge }: Worker,
  { number, owes, loan, out, grant }: Member,
) => {
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
        await bridge.ofCase(codes.get(number)!, number)
      },
    },
  ].map((one, order) => ({ ...one, order }))
}

const shuffled = <T>(all: readonly T[], { below }: Chance): readonly T[] =>
  all
    .map((one) => ({ one, by: below(2 ** 31) }))
    .toSorted((a, b) => a.by - b.by)
    .map(({ one }) => one)

/** How a fund and its desk of cases live: where something betrays, nothing moves, for that would hide it. */
export type Manner = 'as-ever' | 'still' | 'ids-by-time'
export const mannerOf = (weak: Weakness | undefined): Manner =>
  weak === 'ids-by-time' ? weak : weak === undefined ? 'as-ever' : 'still'

/** For members without a case the team asks too; each day what is due goes over. */
const besides = ({ bridge }: Pick<Worker, 'bridge'>, others: readonly Member[]) => [
  ...others.map(({ number, grant }) => ({
    at: grant + hour,
    path: '/team/support/bring',
    order: 0,
    does: () => bridge.ofNone(number),
  })),
  ...Array.from({ length: days }, (_, day) => day * dayLong + 16 * hour).map((at) => ({
    at,
    path: '/cases/hand-over',
    order: 0,
    does: () => bridge.handOver(at),
  })),
]

/** The worker's two months with the cases of some members, and what is copied of the store halfway and at the end. */
const workOn = async (
  { some, others }: { readonly some: readonly Member[]; readonly others: readonly Member[] },
  chance: Chance,
  manner: Manner,
) => {
  let now = 0
  let made = 0
  const store = storeBy(chance, () => now)
  const byTime = (): string => `${(made += 1)}`.padStart(12, '0').padEnd(32, 'a')
  const { keys, lengths } = cheapKeys(chance, manner === 'ids-by-time' ? byTime : undefined)
  const codes = new Map<number, string>()
  const needs = (): ActNeeds => ({
    leaves: store.leaves,
    keys,
    clock: () => instantOf(manner === 'as-ever' ? now : 0),
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
  const bridge = bridgeOf(needs, desk, chance)
  const own = some.flatMap((member) => writes({ needs, desk, codes, bridge }, member))
  const acts = [...own, ...besides({ bridge }, others)].toSorted(
    (a, b) => a.at - b.at || a.order - b.order,
  )
  const copies: Laid[] = []
  for (const isBefore of [true, false]) {
    for (const { at, does } of acts.filter((one) => one.at < halfway === isBefore)) {
      now = at
      await does()
    }
    copies.push({ copy: await store.copy(), files: await filesNow(), lengths: new Map(lengths) })
  }
  store.close()
  const asked = acts.map(({ at, path }) => ({ at, route: path }))
  return { codes, asked, handed: bridge.handed, copies: [copies[0]!, copies[1]!] as const }
}

/** Two months of a fund and its cases, of which much can be stolen, and one of the cases to be joined to a member. */
export const lifeOf = async (seed: number, manner: Manner) => {
  const chance = chanceOf(seed)
  const members = Array.from({ length: 8 + chance.below(7) }, (_, n) => memberBy(chance, n))
  const some = shuffled(members, chance).slice(0, Math.round(members.length / 2))
  const others = members.filter((one) => !some.includes(one))
  const work = await workOn({ some, others }, chance, manner)
  const book = bookOf(members, work.handed)
  return { ...work, members, book, whose: some[chance.below(some.length)]!.number }
}

/** Support that is entered when it was asked, where others wait; a sum of its own; or the code of a case in the book. */
const betrayed = (
  { members, book, codes }: Pick<Awaited<ReturnType<typeof lifeOf>>, 'members' | 'book' | 'codes'>,
  weak: Weakness | undefined,
): readonly Entry[] =>
  book.map((one) => {
    const code = codes.get(one.member)
    if (one.kind !== 'grant' || code === undefined) return one
    if (weak === 'code-in-the-book') return { ...one, code }
    if (weak === 'sum-of-its-own') return { ...one, amount: 137_000 + one.member }
    return weak === 'asked-and-entered-at-once' || weak === 'handed-over-at-once'
      ? { ...one, at: members[one.member]!.grant + hour }
      : one
  })

/** What is stolen of a life, with or without a weakness. */
export const worldOf = (
  life: Awaited<ReturnType<typeof lifeOf>>,
  weak: Weakness | undefined,
): World => {
  const { members, codes, asked, copies, whose } = life
  const isTold = weak === 'log-lines' || weak === 'asked-and-entered-at-once'
  // The worker comes in every day, and so do others.
  const others = Array.from({ length: days }, (_, day) => ({
    at: day * dayLong + 7 * hour,
    route: '/team',
  }))
  const log = [...asked.filter(({ route }) => isTold || !leavesNoLine(route, 303)), ...others]
  const { files } = copies[1]
  const placeOf = (code: string): LeafId =>
    weak === 'in-place' ? ownPlace(code) : files.get(code)!
  const code = codes.get(whose)!
  return {
    whose,
    stolen: {
      members: members.length,
      book: betrayed(life, weak).toSorted((a, b) => a.at - b.at),
      copies: [weakened(copies[0], weak), weakened(copies[1], weak)],
      copiedAt: [halfway, days * dayLong],
      log: log.toSorted((a, b) => a.at - b.at),
      peers: [...files.keys()].map(placeOf).toSorted(),
      target: placeOf(code),
      code,
    },
  }
}
