import fc from 'fast-check'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import { monthlyDay } from '#domain/kernel/dates.ts'
import type { Command } from '#domain/village.ts'
import { sha256 } from '#infra/system/system.ts'
import { countedOnce } from '#test/support/counted-once.ts'
import { allOfUs, appraised, beginningsOf, decided, requested } from '#test/support/committee.ts'
import { near } from '#test/support/edge-draws.ts'
import { openedOn, paidOut, takenOver, type StoryCommand } from '#test/support/village.ts'

const id = (...parts: (string | number)[]): string => uuidOfHash(sha256(parts.join(' ')))
const commandOf = (told: StoryCommand, name: string): Command =>
  ({ id: id(name), v: 1, ...told }) as unknown as Command

const loanIds = ['l1', 'l2', 'l3', 'l4', 'l5', 'l6'] as const
const members = ['m1', 'm2', 'm3', 'm4', 'm5'] as const

const lent: readonly StoryCommand[] = [
  takenOver({ on: '2024-08-20', principal: 500_000, months: 10, owed: 250_000 }),
  requested({ loanId: 'l2', memberId: 'm2', principal: 400_000, months: 8 }),
  appraised({ loanId: 'l2' }),
  decided({ loanId: 'l2' }),
  paidOut({ on: '2025-01-22', principal: 400_000, months: 8, loanId: 'l2', memberId: 'm2' }),
  paidOut({
    on: '2025-02-14',
    principal: 600_000,
    months: 6,
    loanId: 'l3',
    memberId: 'm3',
    product: 'seasonal',
  }),
  paidOut({
    on: '2025-03-15',
    principal: 150_000,
    months: 3,
    loanId: 'l4',
    memberId: 'm4',
    product: 'emergency',
  }),
  {
    ...paidOut({ on: '2025-02-03', principal: 500_000, months: 10, loanId: 'l5', memberId: 'm5' }),
    amount: 200_000,
  } as StoryCommand,
  {
    ...paidOut({ on: '2025-02-05', principal: 300_000, months: 20, loanId: 'l6', memberId: 'm1' }),
    plan: { every: { n: 1, unit: 'weeks' }, repayment: 'equal-instalment' },
  } as StoryCommand,
]

/** A fund at 1 % a month, so that fines have room; its loans are there before anything happens to them. */
export const beginnings: readonly Command[] = [
  ...beginningsOf(
    { rateMonthlyPercent: { normal: '1', seasonal: '1', emergency: '0' } },
    100_250_000,
  ),
  ...lent,
].map((told, i) => commandOf(told, `beginning ${i}`))

/** Few days of a month, due days and its ends among them, so that things meet on one. */
const day = fc
  .tuple(fc.integer({ min: 0, max: 13 }), fc.constantFrom(1, 5, 14, 15, 20, 21, 31))
  .map(([month, date]) => monthlyDay(openedOn, month, date))
const hundreds = (max: number) => fc.integer({ min: 1, max }).map((n) => n * 100)
/** What is owed of a loan, a part of it, or such a part with a month's interest of one in a hundred. */
const owing = near([500, 550, 1_500, 2_500, 4_000], { min: 1, max: 6_000 }).map((n) => n * 100)
const amount = fc.oneof(hundreds(1200), hundreds(100), owing)
const memberId = fc.constantFrom(...members)

type Plain = { readonly type: Command['type']; readonly effectiveOn: string }
type Ids = fc.Arbitrary<string>

const about = <T extends object>(type: Command['type'], fields: fc.Arbitrary<T>) =>
  fc.tuple(day, fields).map(([effectiveOn, more]): Plain => ({ type, effectiveOn, ...more }))

const words = fc.record(
  {
    early: fc.constantFrom('next', 'fewer', 'smaller'),
    excessTo: fc.constant('savings'),
    sender: fc.constant('abroad'),
  },
  { requiredKeys: [] },
)
const repayment = (loanId: Ids) =>
  fc
    .record({
      loanId,
      amount,
      words,
      interest: fc.option(fc.integer({ min: 0, max: 90 }), { freq: 2 }),
    })
    .map(({ interest, words: said, ...bare }) => {
      if (interest === null) return { ...bare, ...said }
      const part = Math.min(interest * 100, bare.amount)
      return { ...bare, ...said, written: { interest: part, principal: bare.amount - part } }
    })
const relief = (loans: readonly string[]) =>
  fc
    .record({
      month: fc.integer({ min: 0, max: 12 }),
      length: fc.integer({ min: 0, max: 3 }),
      first: fc.constantFrom(1, 20),
      last: fc.constantFrom(20, 31),
      touched: fc.subarray([...loans], { minLength: 1 }),
    })
    .map(({ month, length, first, last, touched }) => ({
      kind: 'flood',
      touched: touched.map((loanId) => ({
        loanId,
        from: monthlyDay(openedOn, month, first),
        to: monthlyDay(openedOn, month + length, last),
      })),
    }))
const count = fc.record({
  amount: fc.integer({ min: 900_000, max: 1_000_000 }).map((n) => n * 100),
  isByNote: fc.boolean(),
})
const anew = (loanId: Ids) => fc.record({ loanId, months: fc.integer({ min: 12, max: 60 }) })
const fine = (loanId: Ids) => fc.record({ loanId, amount: fc.integer({ min: 1, max: 1500 }) })
const shares = fc.record({ memberId, shares: fc.integer({ min: 1, max: 5 }) })
const release = fc.record({ memberId, amount, to: fc.constant('cash') })
const list = fc.record({ present: fc.subarray([...members]), absent: fc.subarray([...members]) })

const weighed = (weight: number, arbitrary: fc.Arbitrary<Plain>) => ({ weight, arbitrary })

/** What happens to a few loans, and in the village around them. */
const factAbout = (loans: readonly string[]): fc.Arbitrary<Plain> => {
  const loanId = fc.constantFrom(...loans)
  return fc.oneof(
    weighed(9, about('RecordRepayment', repayment(loanId))),
    weighed(2, about('RecordPayoutPart', fc.record({ loanId, amount }))),
    weighed(3, about('RecordRelief', relief(loans))),
    weighed(3, about('RescheduleLoan', anew(loanId))),
    weighed(3, about('RecordLateFine', fine(loanId))),
    weighed(2, about('RecordWriteOff', fc.record({ loanId, amount }))),
    weighed(2, about('RecordRecovery', fc.record({ loanId, amount }))),
    weighed(1, about('BuyShares', shares)),
    weighed(1, about('RecordWithdrawal', fc.record({ memberId, amount }))),
    weighed(1, about('RecordFine', fc.record({ memberId, amount }))),
    weighed(1, about('ReleaseSuspense', release)),
    weighed(1, about('RecordExpense', fc.record({ amount }))),
    weighed(1, about('OpenMeeting', fc.record({ count }))),
    weighed(2, about('CloseMeeting', fc.record({ count }))),
    weighed(1, about('RecordAttendance', list)),
  )
}

/** Facts that are undone by another decision, or by counting again, and never taken back. */
const stays = ['RecordRelief', 'OpenMeeting', 'CloseMeeting']
export const staysFor = ({ type }: Command): boolean => stays.includes(type)

const commandsOf = (facts: readonly Plain[], name: string): readonly Command[] =>
  countedOnce(facts).map((plain, i) => {
    const event = plain.type === 'RecordRelief' ? { eventId: `E ${name} ${i}` } : {}
    const vote = plain.type === 'RescheduleLoan' ? { ballot: allOfUs } : {}
    return { ...plain, ...event, ...vote, id: id(name, i), v: 1 } as unknown as Command
  })

/** A fact is taken back by the box-keeper, not before it happened. */
export const takenBack = (target: Command, on: string): Command => ({
  type: 'ReverseEntry',
  id: id('back', target.id),
  v: 1,
  effectiveOn: on > target.effectiveOn ? on : target.effectiveOn,
  reverses: target.id,
  reason: 'wrong-amount',
  approvedBy: 'o3',
})

/** Facts of a year, in the order in which they were drawn; some of them are taken back by later ones. */
export const factsOfAYear = (name: string, maxLength = 16): fc.Arbitrary<readonly Command[]> =>
  fc
    .tuple(
      fc
        .subarray([...loanIds], { minLength: 1, maxLength: 2 })
        .chain((loans) => fc.array(factAbout(loans), { minLength: 2, maxLength, size: 'max' })),
      fc.array(fc.tuple(fc.nat(), day), { maxLength: 3 }),
    )
    .map(([plain, backs]) => {
      const facts = commandsOf(plain, name)
      const mayGo = facts.filter((one) => !staysFor(one))
      if (mayGo.length === 0) return facts
      const all = backs.map(([n, on]) => takenBack(mayGo[n % mayGo.length]!, on))
      return [...facts, ...new Map(all.map((one) => [one.id, one])).values()]
    })

/** Whatever takes something back comes after what it takes back. */
const thingsFirst = (commands: readonly Command[]): readonly Command[] => {
  const seen = new Set<string>()
  const waiting: Command[] = []
  return commands.flatMap((command) => {
    if (command.reverses !== undefined && !seen.has(command.reverses)) {
      waiting.push(command)
      return []
    }
    seen.add(command.id)
    return [command, ...waiting.filter(({ reverses }) => reverses === command.id)]
  })
}

/** The same facts in another order that makes a thing before using it, some of them twice. */
export const shuffledWithDuplicates = (
  facts: readonly Command[],
): fc.Arbitrary<readonly Command[]> => {
  const twice = [...facts, ...facts]
  return fc
    .shuffledSubarray(twice, { minLength: twice.length, maxLength: twice.length })
    .map(thingsFirst)
}

/** The books are closed through a day, by a command that has the day for its name. */
export const closedThrough = (on: string): Command => ({
  type: 'ClosePeriod',
  id: id('close', on),
  v: 1,
  effectiveOn: on,
})
