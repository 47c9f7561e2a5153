import { charterOn, oneHandLimitOf } from '#domain/fund/charter/charter.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { balanceOf } from '#domain/ledger/balances.ts'
import { type Command, type Entry, type Village, copyOf, decide, evolve } from '#domain/village.ts'
import { opened } from '#src/app/rows.ts'
import { law } from '#test/sim/law.ts'
import { fork } from '#test/sim/plan.ts'
import type { World } from '#test/sim/world.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'
import type { Chance } from '#test/support/oracle/chance.ts'
import { type Story, fundBookOf, hashLike } from '#test/support/village.ts'

/*
 * The one-hand thief in a village of the simulator: when all has been told, one officer writes what officers may write alone,
 * up to three things on one day, for sums beyond what one hand may let out. Whoever takes so much is named by a finding.
 */

const sumOf = ({ posted }: Village, kind: RegExp): number =>
  [...posted.accounts.keys()]
    .filter((account) => kind.test(account))
    .reduce((sum, account) => sum + balanceOf(posted, account), 0)

const inHand = (village: Village): number => sumOf(village, /^asset:(cash-box|bank|wallet)/)

/** Whom it is taken from and for whom, in the words of this village. */
type Told = {
  readonly chance: Chance
  readonly on: { readonly effectiveOn: string }
  readonly members: readonly string[]
  readonly loans: readonly string[]
  readonly cash: number
  readonly limit: number
}

type Act = Readonly<Record<string, unknown>> & { readonly type: string }

const actOf = ({ chance, on, members, loans, cash, limit }: Told, n: number): Act => {
  const memberId = chance.one(members)
  const amount = (Math.ceil(limit / 100) + chance.whole(1, Math.ceil(limit / 100) + 1)) * 100
  return chance.one<() => Act>([
    () => ({ type: 'RecordExpense', ...on, amount }),
    () => ({ type: 'RecordWithdrawal', ...on, memberId, amount }),
    () => ({ type: 'RecordSocialSupport', ...on, amount }),
    () => ({ type: 'RecordPayoutPart', ...on, loanId: chance.one([...loans, 'none']), amount }),
    () => ({
      type: 'RecordPayout',
      ...on,
      loanId: `stolen-${n}`,
      number: `STOLEN${n}`,
      memberId,
      product: chance.one(['normal', 'emergency']),
      principal: amount,
      months: 3,
    }),
    () => ({ type: 'RecordDeposit', ...on, memberId, amount }),
    () => ({
      type: 'RecordTransfer',
      ...on,
      amount,
      from: 'box',
      to: 'bank',
      names: members.slice(0, 2),
    }),
    () => ({ type: 'OpenMeeting', ...on, count: { amount: cash, isByNote: true } }),
    () => ({ type: 'CloseMeeting', ...on, count: { amount: cash - amount, isByNote: true } }),
    () => ({ type: 'CloseMeeting', ...on, count: { amount: cash - amount, isByNote: false } }),
    () => ({ type: 'RecordAttendance', ...on, present: members.slice(0, 3), absent: [] }),
  ])()
}

const takenAfter = ({ village, entries }: Story, acts: readonly Act[], day: string): Story => {
  const robbed = copyOf(village)
  const more = [...entries]
  for (const [n, act] of acts.entries()) {
    const command = { id: `ffffffff-0000-7000-8000-00000000000${n}`, v: 1, ...act } as Command
    const decision = decide(robbed, command, { at: `${day}T02:00:00.000Z`, by: 'record-keeper' })
    if (decision.outcome !== 'recorded') continue
    const entry: Entry = {
      id: command.id,
      seq: more.length + 1,
      effectiveOn: command.effectiveOn,
      recordedAt: `${day}T02:00:00.000Z`,
      recordedBy: 'record-keeper',
      hash: hashLike(command.id),
      body: decision.body,
    }
    evolve(robbed, entry)
    more.push(entry)
  }
  return { village: robbed, entries: more }
}

/** They tell how much is where, or that no meeting was held, whoever wrote it. */
const tellsOfNobody: readonly string[] = [
  'largest-borrower-high',
  'committee-share-high',
  'cash-above-box-limit',
  'meeting-missing-in-cash-book',
]

const namedIn = (story: Story, day: string, isTold: (code: string) => boolean): readonly string[] =>
  findingsOf(fundBookOf(story), day)
    .filter(({ code }) => !tellsOfNobody.includes(code) && isTold(code))
    .map(({ code, on, subject, found }) => `${code} ${on} ${JSON.stringify(subject)} ${found}`)

/** Robs the village that a plan has left; throws where so much is gone and no finding is there that was not before. */
export const robbed = (
  { watches, marks }: World,
  seed: number,
  isTold: (code: string) => boolean = () => true,
): void => {
  const { rows, village } = watches[0]!
  if (!village.fund || rows.length === 0) return
  const chance = fork(seed, 'one hand')
  const last = rows.map(({ effectiveOn }) => dayOf(effectiveOn)).reduce((a, b) => Math.max(a, b))
  const day = textOf(last + 1)
  const before: Story = { village, entries: rows.map((row) => opened(row)) }
  const limit = oneHandLimitOf(charterOn(village.fund.charters, day).charter)
  const told: Told = {
    chance,
    on: { effectiveOn: day },
    members: [...village.members.keys(), 'nobody'],
    loans: [...village.loans.keys()],
    cash: Math.max(sumOf(village, /^asset:cash-box/), 0),
    limit,
  }
  const known = new Set(namedIn(before, day, isTold))
  for (let round = 0; round < 5; round += 1) {
    const acts = Array.from({ length: chance.whole(1, 3) }, (_, n) => actOf(told, n))
    const after = takenAfter(before, acts, day)
    const gone = inHand(village) - inHand(after.village)
    if (gone <= limit) continue
    marks.add('robbed by one hand')
    const isNamed = namedIn(after, day, isTold).some((one) => !known.has(one))
    law('what one hand takes is named', isNamed, () => ({ acts, gone, limit }))
  }
}
