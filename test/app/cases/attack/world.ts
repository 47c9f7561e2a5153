import type { LeafId } from '#domain/cases/leaves.ts'
import { addNote } from '#domain/cases/operations/plan.ts'
import { giveConsent } from '#domain/cases/operations/consent.ts'
import { type ActNeeds, act, caseOf, openCase } from '#src/app/cases/cases.ts'
import { type AtDesk, enrol } from '#src/app/cases/team.ts'
import { leavesNoLine } from '#src/http/boundary.ts'
import { type Handed, bridgeOf } from '#test/app/cases/attack/bridge.ts'
import { ownLinesOf } from '#test/app/cases/attack/own-lines.ts'
import { type Chance, chanceOf, cheapKeys } from '#test/app/cases/attack/cheap-keys.ts'
import {
  type Copy,
  type Laid,
  type Weakness,
  ownLinePlace,
  ownPlace,
  storeBy,
  weakened,
} from '#test/app/cases/attack/copies.ts'
import { firstTalk } from '#test/app/cases/case-team.ts'

/*
 * A small fund over two months, whose members do what others do: they save, borrow, take out and get a grant, and have money
 * from abroad, each on days of chance. Some of them have a case, and an own page, and what the worker writes follows what they did within two hours. So whoever knew
 * when a case was written into, in which order, or how much stands in it, would know whose it is.
 */

/** A line of the book, with who is behind it: an officer pays into hands and knows more than the file says. */
export type Entry = {
  readonly at: number
  readonly member: number
  readonly kind: 'saving' | 'loan' | 'out' | 'sent' | 'grant'
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
  /** All leaves of the file that one of these begins. */
  readonly wholes: ReadonlyMap<LeafId, readonly LeafId[]>
  /** The one of them whose member is asked for, and the code of its case. */
  readonly target: LeafId
  /** The own page of the same case, which is more again. */
  readonly ownTarget: LeafId
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
  /** When money came from abroad, where any did. */
  readonly sent: number | undefined
  readonly grant: number
  readonly owes: number
}

const memberBy = ({ below }: Chance, number: number): Member => {
  const [loan, grant, out] = [0, 0, 0]
    .map(() => below(days) * dayLong + 8 * hour + below(6 * hour))
    .toSorted((a, b) => a - b)
  // Of every second one money comes after somebody has gone, before the two months are over.
  const later = out! + 2 * hour + below(days * dayLong - out! - 3 * hour)
  const sent = below(2) === 0 ? later : undefined
  return { number, loan: loan!, out: out!, sent, grant: grant!, owes: below(250) }
}

const bookOf = (members: readonly Member[], handed: readonly Handed[]): readonly Entry[] => [
  ...members.flatMap(({ number: member, loan, out, sent, owes }): Entry[] => [
    { at: 29 * dayLong, member, kind: 'saving', amount: 10_000 },
    { at: 59 * dayLong, member, kind: 'saving', amount: 10_000 },
    { at: loan, member, kind: 'loan', amount: 1000 * owes },
    { at: out, member, kind: 'out', amount: 20_000 },
    ...(sent === undefined ? [] : [{ at: sent, member, kind: 'sent' as const, amount: 40_000 }]),
  ]),
  ...handed.map((one) => ({ ...one, kind: 'grant' as const })),
]

type Worker = {
  readonly needs: () => ActNeeds
  readonly desk: AtDesk
  readonly codes: Map<number, string>
  readonly bridge: ReturnType<typeof bridgeOf>
  readonly own: ReturnType<typeof ownLinesOf>
}

/** What the worker writes after a member has borrowed, taken out to leave, or come about a grant; and how that one answers. */
const writes = (
  { needs, desk, codes, bridge, own }: Worker,
  { number, owes, loan, out, sent, grant }: Member,
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
      does: async () => {
        await say(addNote, { note: 'x'.repeat(20 + owes) })
        await say(addNote, { note: 'x'.repeat(20 + owes) })
        await own.begin(number)
      },
    },
    ...(sent === undefined
      ? []
      : [
          { at: sent + hour / 2, path: '/own/say', does: () => own.answer(number) },
          { at: sent + hour, path: '/cases/of/:code', does: () => own.read(number) },
        ]),
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
const besides = ({ bridge, own }: Pick<Worker, 'bridge' | 'own'>, others: readonly Member[]) => [
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
    does: async () => {
      await bridge.handOver(at)
      await own.daily()
    },
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
  const desk = await enrol(needs(), {
    userId: 'a0000000-0000-8000-8000-000000000001',
    passphrase: 'four words nobody says',
  })
  if (desk === 'has-a-key') throw new Error('the worker has a key already')
  const filesNow = async (): Promise<Laid['files']> => {
    const found = await Promise.all([...codes.values()].map((code) => caseOf(needs(), desk, code)))
    return new Map(found.map((one) => [one!.file.code, one!.cover.body]))
  }
  const bridge = bridgeOf(needs, desk, chance)
  const own = ownLinesOf(needs, desk, codes)
  const worker = { needs, desk, codes, bridge, own }
  const cases = some.flatMap((member) => writes(worker, member))
  const acts = [...cases, ...besides(worker, others)].toSorted(
    (a, b) => a.at - b.at || a.order - b.order,
  )
  const copies: Laid[] = []
  for (const isBefore of [true, false]) {
    for (const { at, does } of acts.filter((one) => one.at < halfway === isBefore)) {
      now = at
      await does()
    }
    copies.push({
      copy: await store.copy(),
      files: await filesNow(),
      owns: await own.places(),
      lengths: new Map(lengths),
    })
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

export type Life = Awaited<ReturnType<typeof lifeOf>>

/** Support that is entered when it was asked, where others wait; a sum of its own; or the code of a case in the book. */
const betrayed = (
  { members, book, codes }: Pick<Life, 'members' | 'book' | 'codes'>,
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

/** What is stolen of a life, with or without a weakness, and a case that is to be joined to its member. */
export const worldOf = (life: Life, weak: Weakness | undefined, whose = life.whose): World => {
  const { members, codes, asked, copies } = life
  const isTold =
    weak === 'log-lines' || weak === 'asked-and-entered-at-once' || weak === 'own-log-lines'
  // The worker comes in every day, and so do others.
  const others = Array.from({ length: days }, (_, day) => ({
    at: day * dayLong + 7 * hour,
    route: '/team',
  }))
  const log = [...asked.filter(({ route }) => isTold || !leavesNoLine(route, 303)), ...others]
  const { files, owns } = copies[1]
  const placeOf = (code: string): LeafId =>
    weak === 'in-place' ? ownPlace(code) : files.get(code)![0]!
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
      wholes: new Map([...files].map(([one, leaves]) => [placeOf(one), leaves])),
      target: placeOf(code),
      ownTarget: weak === 'own-in-place' ? ownLinePlace(code) : owns.get(code)!,
      code,
    },
  }
}
