import { expect, test } from 'vitest'
import { type Role, roles } from '#domain/access/roles.ts'
import { type Action, scopeFor } from '#domain/access/table.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { operations } from '#domain/operations/all.ts'
import { networkOperations } from '#domain/operations/network.ts'
import type { AnyOperation } from '#domain/operations/operation.ts'
import { oneHandLimitOf } from '#domain/fund/charter/charter.ts'
import { balanceOf } from '#domain/ledger/balances.ts'
import { type Command, type Entry, type Village, copyOf, decide, evolve } from '#domain/village.ts'
import { actsOfIdentity } from '#src/app/identity/one-hand.ts'
import { acts, day, thief, village as brought } from '#test/domain/hands/acts.ts'
import { reached } from '#test/support/reached.ts'
import {
  type Story,
  type StoryCommand,
  fundBookOf,
  hashLike,
  idOf,
  storyOf,
} from '#test/support/village.ts'

/** The fund is kept here since its first day: a total of the box that is typed is one of its own. */
const base = storyOf(
  brought,
  () => '2025-01-01T02:00:00.000Z',
  () => 'ngo',
)
const limit = oneHandLimitOf(base.village.fund!.charters[0]!.charter)

/** What one hand writes after what was there; undefined where it is not taken. */
const after = ({ village: before, entries }: Story, one: StoryCommand): Story | undefined => {
  const id = idOf(9_000 + entries.length - base.entries.length)
  const command = { id, v: 1, ...one } as Command
  const decision = decide(before, command)
  if (decision.outcome !== 'recorded') return undefined
  const village = copyOf(before)
  const entry: Entry = {
    id,
    seq: entries.length + 1,
    effectiveOn: command.effectiveOn,
    recordedAt: `${day}T02:00:00.000Z`,
    recordedBy: 'thief',
    hash: hashLike(id),
    body: decision.body,
  }
  evolve(village, entry)
  return { village, entries: [...entries, entry] }
}

const sumOf = ({ posted }: Village, kind: RegExp): number =>
  [...posted.accounts.keys()]
    .filter((account) => kind.test(account))
    .reduce((sum, account) => sum + balanceOf(posted, account), 0)

/** What a fund has in hand, by the books: box, bank and wallet; what has gone from there, whoever has it, is gone. */
const inHand = (village: Village): number => sumOf(village, /^asset:(cash-box|bank|wallet)/)
const savedByOthers = (village: Village): number =>
  0 - sumOf(village, new RegExp(`^liability:savings:(?!${thief}$|ghost$)`))
const owedByThief = (village: Village): number => sumOf(village, /^asset:loan:own$/)

/** What left the box, other people's savings, or what the thief owes, and nothing came for it. */
const lootOf = ({ village }: Story): number => {
  const less = (of: (village: Village) => number): number => of(base.village) - of(village)
  const gone = less(inHand)
  const forgiven = less(owedByThief) - Math.max(0, 0 - gone)
  return Math.max(0, gone, less(savedByOthers)) + Math.max(0, forgiven)
}

// They tell that much is owed by few, whoever wrote it.
const tellsOfNobody = ['largest-borrower-high', 'committee-share-high']

const namedOf = (story: Story): string[] =>
  findingsOf(fundBookOf(story), '2025-06-30')
    .filter(({ code }) => !tellsOfNobody.includes(code))
    .map(({ code, on, subject, found }) => `${code} ${on} ${subject.number} ${found}`)
const before = new Set(namedOf(base))

/** What is left unsaid where more is missing than one may let out; undefined where no more is. */
const lootIn = (story: Story): 'named' | 'unnamed' | undefined => {
  if (lootOf(story) <= limit) return undefined
  return namedOf(story).some((one) => !before.has(one)) ? 'named' : 'unnamed'
}

type Tried<Seen> = { readonly sent: readonly StoryCommand[]; readonly seen: Seen | undefined }

/** Every order of so many acts at most, each from where the shorter one has left the fund; nothing is seen where one is not taken. */
const orders = <Seen>(
  most: number,
  see: (story: Story) => Seen,
  { sent, story }: { sent: readonly StoryCommand[]; story: Story | undefined } = {
    sent: [],
    story: base,
  },
): Tried<Seen>[] =>
  acts
    .filter((act) => !sent.includes(act))
    .flatMap((act) => {
      const next = { sent: [...sent, act], story: story && after(story, act) }
      const longer = next.sent.length < most ? orders(most, see, next) : []
      return [{ sent: next.sent, seen: next.story && see(next.story) }, ...longer]
    })

const officersOf = (one: AnyOperation): boolean =>
  ['chair', 'record-keeper', 'box-keeper', 'counter', 'committee-member'].some(
    (role) => one.may[role as keyof typeof one.may] === 'all',
  )

test('whatever an officer alone can do with money, an older book or a count is among what the thief tries', () => {
  const tried = new Set<string>(acts.map(({ type }) => type))
  const missing = (operations as readonly AnyOperation[]).filter(
    (one) =>
      ['money', 'carries-out', 'older-book', 'evidence'].includes(one.oneHand) &&
      one.second === 'none' &&
      officersOf(one) &&
      !tried.has(one.command),
  )
  // A part of a grant is paid by its code alone, which nobody gets without those who know what it is for.
  expect(missing.map(({ command }) => command)).toEqual(['RecordSupportPart'])
})

test('each thing that the thief tries is taken, at least after another', () => {
  const taken = new Set(
    orders(2, () => true)
      .filter(({ seen }) => seen)
      .flatMap(({ sent }) => sent),
  )
  expect(acts.filter((act) => !taken.has(act))).toEqual([])
})

test('P18: each command and each act beside the book has its row in the one-hand table, and each office what it may write alone', () => {
  const commands = [...operations, ...networkOperations.list] as readonly AnyOperation[]
  const beside = Object.values(actsOfIdentity).flat()
  reached({
    promise: 'P18',
    tried: 'rows of the one-hand table: commands, and what is written beside the book',
    count: commands.length + beside.length,
    atLeast: 120,
    found: [...commands, ...beside].filter(({ oneHand }) => oneHand === undefined).length,
  })
  const offices = Object.keys(byOffice) as readonly Role[]
  const written = offices.flatMap((office) => acts.filter((act) => mayBeBy(office)([act])))
  reached({
    promise: 'P18',
    tried: 'acts that a thief tries, each by each of four offices that may write it alone',
    count: written.length,
    atLeast: 45,
    found: written.filter(({ type }) => !commands.some(({ command }) => command === type)).length,
  })
})

const isFull = process.env['TEST_BUDGET'] === 'ci'

/** Officers who may write any of it alone, and how many orders of two and of three that must be at least. */
const byOffice = {
  'record-keeper': [300, 10_000],
  chair: [8, 50],
  'box-keeper': [5, 15],
  counter: [5, 15],
} as const

/** Whether one person who holds this office alone may write all of it. */
const mayBeBy =
  (office: Role) =>
  (sent: readonly StoryCommand[]): boolean =>
    sent.every(({ type }) => scopeFor(type as Action, [office]) === 'all')

test('P18: what one officer alone takes, in any order of up to three acts, is named by a finding', () => {
  const all = orders(isFull ? 3 : 2, lootIn)
  const stolen = all.filter(({ seen }) => seen !== undefined)
  const left = stolen.filter(({ seen }) => seen === 'unnamed').map(({ sent }) => sent)
  expect(left.slice(0, 5)).toEqual([])
  reached({
    promise: 'P18',
    tried: 'orders of up to three acts of one officer alone, those that take nothing among them',
    count: all.length,
    atLeast: isFull ? 50_000 : 1_400,
    found: left.length,
  })
  reached({
    promise: 'P18',
    tried: 'orders of acts that leave more missing than one may let out',
    count: stolen.length,
    atLeast: isFull ? 10_000 : 300,
    found: left.length,
  })
  for (const [office, [least, leastOfAll]] of Object.entries(byOffice)) {
    const may = mayBeBy(office as Role)
    reached({
      promise: 'P18',
      tried: `orders that leave so much missing, each act of which the ${office} may write`,
      count: stolen.filter(({ sent }) => may(sent)).length,
      atLeast: isFull ? leastOfAll : least,
      found: left.filter(may).length,
    })
  }
  for (const office of roles.filter((one) => !(one in byOffice)))
    expect(
      stolen.filter(({ sent }) => mayBeBy(office)(sent)),
      office,
    ).toEqual([])
})

test('an honest meeting of one officer has no finding', () => {
  const honest = [
    { type: 'BuyShares', effectiveOn: day, memberId: 'm1', shares: 2 },
    { type: 'RecordRepayment', effectiveOn: day, loanId: 'other', amount: 20_000 },
    { type: 'RecordWithdrawal', effectiveOn: day, memberId: 'm3', amount: limit },
    {
      type: 'CloseMeeting',
      effectiveOn: day,
      count: { amount: 4_800_000 + 10_000 + 20_000 - limit, isByNote: true },
    },
  ] as StoryCommand[]
  const story = honest.reduce<Story>((told, one) => after(told, one)!, base)
  expect(namedOf(story).filter((one) => !before.has(one))).toEqual([])
})
