/*
 * Small villages in which much happens on the last day on which it may, the day before or the day after, where chance
 * alone comes too seldom. Nothing is written down or fails: each answer is held against the laws, and that is all.
 */
import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import type { Ballot } from '#domain/fund/meeting/voting.ts'
import { type Body, type Command, decide, emptyVillage, evolve } from '#domain/village.ts'
import { codesOf, refusedFor } from '#test/sim/bars.ts'
import { decisionLaws } from '#test/sim/decision-laws.ts'
import { memberOf, openedOn } from '#test/sim/draws.ts'
import type { CommandOf, CommandType } from '#test/sim/kinds.ts'
import { shownBy } from '#test/sim/kinds-need.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'
import { type Chance, chanceOf } from '#test/support/oracle/chance.ts'

type Own<Type extends CommandType> = Omit<CommandOf<Type>, 'id' | 'v' | 'type' | 'effectiveOn'>
const [eventId, seasonId] = ['E1', 'S1']
const beside = ({ one }: Chance): number => one([-1, 0, 0, 1])

/** A fund of six, five of them officers, and a way to tell it something: each answer is held against the laws. */
const villageOf = (answers: Set<string>, cash = 900_000) => {
  const [village, log, made] = [emptyVillage(), [] as Command[], [] as Command[]]
  const bodies = new Map<string, Body>()
  const tell = <Type extends CommandType>(type: Type, day: number, own: Own<Type>): void => {
    const id = `00000000-0000-7000-8000-${String(made.length).padStart(12, '0')}`
    const command = { type, id, v: 1, effectiveOn: textOf(day), ...own } as unknown as Command
    const [before, decision] = [{ village, log, bodies }, decide(village, command)]
    made.push(command)
    answers.add(`${type} ${decision.outcome === 'recorded' ? 'recorded' : decision.code}`)
    if (decision.outcome === 'refused') return refusedFor(before, command, decision.code)
    if (decision.outcome !== 'recorded') return
    decisionLaws(before, command, decision.body)
    const { effectiveOn } = command
    const sealed = {
      recordedAt: effectiveOn,
      recordedBy: 'story',
      hash: '0'.repeat(64),
      body: decision.body,
    }
    evolve(village, { id, seq: made.length, effectiveOn, ...sealed })
    log.push(command)
    bodies.set(id, decision.body)
  }
  const [villageCode, first] = ['99999901', dayOf(openedOn)]
  const opening = { cash, provision: 0, social: 0, reserve: cash, windows: [] }
  tell('FoundFund', first, { villageCode, charter: defaultCharter, opening })
  for (const n of [0, 1, 2, 3, 4, 5]) {
    const zone = n === 1 ? 'upland' : 'ទន្លេ'
    const member = {
      memberId: memberOf(n),
      card: `ក${n}`,
      sex: 'f',
      zone,
      isFormer: false,
    } as const
    tell('AdmitMember', first, member)
    const office = n === 5 ? ('chair' as const) : ('committee' as const)
    if (n > 0) tell('AppointOfficer', first, { memberId: memberOf(n), office })
  }
  return { tell, made }
}

const ballotOf = ({ happens, one }: Chance, officers: number): Ballot => {
  const bare = { recused: [], confirmedBy: memberOf(5) }
  const [present, yes] = [one([2, 3, 4, 6, 6, 6]), one([1, 2, 3, 6, 6, 6])]
  const hands = { present, yes: Math.min(yes, present), no: happens(80) ? 0 : present - yes }
  if (!happens(officers))
    return { by: 'meeting', hands: { ...hands, no: Math.max(hands.no, 0) }, ...bare }
  const votes = [5, 4, 3, 2, 1]
    .slice(0, one([2, 3, 3, 5]))
    .map((n) => ({ memberId: memberOf(n), vote: happens(92) ? ('yes' as const) : ('no' as const) }))
  return { by: 'officers', votes, ...bare }
}

/** Relief from the day on which it was given. */
const decidedOn = (
  chance: Chance,
  { tell, made }: ReturnType<typeof villageOf>,
  given: number,
): void => {
  const { one, happens, whole } = chance
  const isSome = (percent: number, then: () => void): void => void (happens(percent) && then())
  const give = (type: 'ActivateRelief' | 'RenewRelief', day: number): void => {
    const isRenewal = type === 'RenewRelief'
    // Too early there is nothing to show: it is tried with what there is a day later.
    const shownOn = (on: number) => shownBy(made, { eventId, on: textOf(on), isRenewal }) ?? []
    const [shown = []] = [shownOn(day), shownOn(day + 1)].filter(({ length }) => length > 0)
    tell(type, day, { eventId, touched: shown, ballot: ballotOf(chance, isRenewal ? 20 : 60) })
  }
  give('ActivateRelief', given)
  isSome(15, () => give('ActivateRelief', given + 1))
  isSome(30, () => tell('RecordRepayment', given + beside(chance), { loanId: 'l0', amount: 100 }))
  isSome(60, () => {
    const present = [0, 1, 2, 3, 4, 5].slice(0, whole(2, 6)).map(memberOf)
    tell('RecordAttendance', given + one([0, 1, 10, 29, 30, 31]), { present, absent: [] })
  })
  const ratify = (): void =>
    tell('RatifyRelief', given + whole(1, 30), { eventId, ballot: ballotOf(chance, 10) })
  isSome(50, ratify)
  isSome(50, () => tell('LapseRelief', given + one([29, 30, 31, 32]), { eventId }))
  isSome(40, () => tell('UndoRelief', given + 33, { eventId, approvedBy: memberOf(3) }))
  isSome(60, () => give('RenewRelief', given + 40))
  isSome(60, () => give('RenewRelief', given + 41))
}

/** One event from the promise before its season to the last that is said of it, with all its days on edges. */
const lived = (seed: number, answers: Set<string>): void => {
  const chance = chanceOf(seed)
  const { one, happens, whole } = chance
  const { tell, made } = villageOf(answers)
  const isSome = (percent: number, then: () => void): void => void (happens(percent) && then())
  const lent = dayOf('2025-01-20') + whole(0, 200)
  const lend = (n: number, day: number, months: number): void => {
    const product = one(['normal', 'seasonal', 'seasonal'] as const)
    const principal = whole(4, 40) * 50
    const loan = {
      loanId: `l${n}`,
      number: `L${n}`,
      memberId: memberOf(n),
      product,
      principal,
      months,
    }
    tell('RecordPayout', day, loan)
  }
  lend(0, lent, one([1, 2, 5]))
  // A month after its first instalment it is thirty days late, or nearly.
  const promised = lent + 30 + one([28, 29, 30, 31, 32, 60])
  const from = promised + beside(chance)
  const to = from + one([20, 40])
  const amount = one([100, 100, 100, 200, 300, 500])
  const trigger = { station: 'K', levelCm: 1500 }
  const memberId = memberOf(happens(90) ? 0 : 1)
  const line = { lines: [{ memberId, amount }], ballot: ballotOf(chance, 10) }
  tell('PromiseEmergencyLines', promised, {
    seasonId,
    from: textOf(from),
    to: textOf(to),
    trigger,
    ...line,
  })
  const began = one([from, to]) + beside(chance)
  const declared = began + one([0, 0, 3])
  lend(2, declared + beside(chance), one([1, 2, 12]))
  const isOwn = happens(25)
  isSome(40, () => {
    const memberIds = [memberOf(0), memberOf(one([2, 3]))]
    tell('RecordHousehold', lent, { householdId: 'h0', change: 'formed', memberIds })
  })
  tell('DeclareEvent', declared, {
    eventId,
    kind: isOwn ? 'personal' : one(['flood', 'drought'] as const),
    ...(isOwn || happens(30) ? { memberIds: [memberOf(0)] } : { places: [one(['99', 'ទន្លេ'])] }),
    from: textOf(began),
    evidence: isOwn ? { is: 'reason', hash: 'e'.repeat(64) } : { is: 'gauge', ...trigger },
  } as Own<'DeclareEvent'>)
  const measure = { is: 'gauge', station: 'K', levelCm: 1500 + beside(chance) } as const
  tell('OpenEmergencyLine', declared, { seasonId, eventId, measure, witnessId: memberOf(1) })
  const given = declared + one([-1, 0, 1, 4])
  isSome(15, () => tell('RecordDeath', given + beside(chance), { memberId: memberOf(0) }))
  isSome(10, () => tell('DeclineRelief', declared, { eventId, memberId: memberOf(2) }))
  decidedOn(chance, { tell, made }, given)
}

/** A gift, what its donor agreed to, and a grant of it that just fits or just does not. */
const granted = (seed: number, answers: Set<string>): void => {
  const chance = chanceOf(seed)
  const { one, happens } = chance
  const { tell } = villageOf(answers)
  const [windowId, other, code] = ['safe-return', 'S-AAAAAAA2', 'S-AAAAAAA3']
  const day = dayOf('2025-03-01')
  const until = day + 20
  const amount = one([500_000, 500_001, 1000, 1001])
  const held = amount + one([0, 300]) + beside(chance)
  tell('RecordDonation', day, { windowId, amount: held })
  const lines = (['papers', 'school'] as const).map((kind) => ({ kind, amount: 5000 }))
  const agreed = { from: textOf(day), until: textOf(until), lines, unspent: 'given-back' } as const
  tell('SetWindowTerms', day, { windowId, ...agreed })
  const ask = (on: number, own: { readonly code: string; readonly amount: number }): void =>
    tell('AskForSupport', on, { windowId, parts: one([1, 2]), ...own, ...asked })
  const asked = { broughtBy: 'team', fileHash: 'd'.repeat(64) } as const
  const vote = (on: number): void =>
    tell('DecideSupport', on, { code, ballot: ballotOf(chance, 50) })
  const atOnce = (on: number, of: string): void =>
    tell('AwardAtOnce', on, { code: of, officers: [memberOf(one([0, 1, 1, 1])), memberOf(2)] })
  if (happens(60)) {
    ask(day, { code: other, amount: 300 })
    atOnce(day + 1, other)
    if (happens(50)) tell('RecordSupportPart', day + 2, { code: other, amount: one([100, 300]) })
  }
  ask(one([day, until]) + beside(chance), { code, amount })
  if (happens(20)) ask(until, { code, amount })
  if (happens(50)) atOnce(until, code)
  if (happens(70)) tell('TakeSupportStep', until, { code, step: 'checked' })
  vote(until)
  if (happens(30)) vote(until + 1)
  if (happens(20)) atOnce(until, code)
  const part = one([amount, amount - 1, 500])
  tell('RecordSupportPart', until + 2, { code, amount: part })
  if (happens(50)) tell('TakeSupportStep', until + 3, { code, step: 'conditions-met' })
  tell('RecordSupportPart', until + 4, { code, amount: amount - part + 1 + beside(chance) })
}

/** Two loans and what was saved for them: as much at risk, in cash or saved as the rules bear, or a little more. */
const saved = (seed: number, answers: Set<string>): void => {
  const chance = chanceOf(seed)
  const { one, happens, whole } = chance
  const { tell } = villageOf(answers, 0)
  const [memberId, other] = [memberOf(0), memberOf(1)]
  const [late, rest] = [20_000 + one([0, 0, 100]), 80_000]
  const day = dayOf('2025-03-21')
  const shares = whole(30, 40)
  const lend = (loanId: string, own: { memberId: string; principal: number; months: number }) =>
    tell('RecordPayout', day, { loanId, number: loanId, product: 'normal', ...own })
  tell('BuyShares', day - 5, { memberId: other, shares })
  tell('RecordDeposit', day - 4, { memberId, amount: one([20_000, 30_000]) })
  lend('L0', { memberId, principal: late, months: 1 })
  lend('L1', { memberId: other, principal: rest, months: 12 })
  const due = dayOf('2025-04-20')
  const wet = dayOf(one(['2025-05-31', '2025-06-01', '2025-11-30', '2025-12-01']))
  tell('RecordDonation', day - 3, { amount: 50_000 })
  if (happens(60)) tell('RecordSocialContribution', day, { memberId, amount: 5000 })
  const asked = one([
    { memberId: other, amount: shares * 5000 },
    { memberId, amount: 20_000 },
  ])
  if (happens(60)) tell('RequestWithdrawal', wet, asked)
  if (happens(25)) tell('RecordDeath', due + 3, { memberId, confirmedBy: memberOf(5) })
  const amount = one([20_000, 20_001, 100, late + 300, late + 301])
  const proof = { witnesses: [memberOf(2), memberOf(3)].slice(0, one([1, 2, 2, 2])) }
  if (happens(50))
    tell('RepayFromSavings', due + one([-31, 2, 3, 4]), { loanId: 'L0', amount, proof })
  if (happens(20)) tell('RepayFromSavings', due + 5, { loanId: 'L0', amount: 100, proof })
  const settled = { memberId, isNetted: true, ballot: ballotOf(chance, 50) }
  tell('SettleDeath', due + 6, settled)
  tell('RecordRepayment', due, { loanId: 'L1', amount: 2000 })
  const interest = (from: number, on: number): void => {
    const days = { from: textOf(from), to: textOf(on), ratePercent: '10', bearer: 'free' } as const
    tell('PayInterestOnSavings', on, { ...days, ballot: ballotOf(chance, 20) })
  }
  interest(due - 20, due + 7)
  tell('RecordRepayment', due + 30, { loanId: 'L1', amount: 2000 })
  if (happens(60)) interest(due + 7 + beside(chance), due + 40)
  if (happens(85)) tell('ClosePeriod', due + 21, {})
  const split = { isSurplusSplit: true, payOut: one(['nothing', 'parts'] as const) } as const
  const shared = due + one([29, 30, 31, 32])
  tell('ShareOut', shared, { ...split, ballot: ballotOf(chance, 20) })
  const again = {
    isSurplusSplit: happens(70),
    payOut: 'shares-and-parts',
    ballot: ballotOf(chance, 20),
  } as const
  tell('ShareOut', shared + beside(chance), again)
}

/** Whatever bars these types has barred somebody; and each of them was recorded, too. */
const expectAll = (answers: ReadonlySet<string>, types: readonly CommandType[]): void => {
  const expected = types.flatMap((type) => [`${type} recorded`, ...codesOf(type)])
  expect(expected.filter((answer) => !answers.has(answer))).toEqual([])
}

test('what a window gives is given within its days, its money and what two officers may', () => {
  const answers = new Set<string>()
  for (let seed = 1; seed <= 400; seed += 1) granted(seed, answers)
  expectAll(answers, ['AskForSupport', 'AwardAtOnce', 'DecideSupport', 'RecordSupportPart'])
})

test('savings are paid, split and set against loans as far as the rules let them', () => {
  const answers = new Set<string>()
  for (let seed = 1; seed <= 300; seed += 1) saved(seed, answers)
  expectAll(answers, [
    ...(['RequestWithdrawal', 'RepayFromSavings', 'ShareOut'] as const),
    ...(['PayInterestOnSavings', 'SettleDeath'] as const),
  ])
})

test('relief is given, renewed, ended and undone on the very days that the rules say, and on no other', () => {
  const answers = new Set<string>()
  for (let seed = 1; seed <= 500; seed += 1) lived(seed, answers)
  expectAll(answers, [
    ...(['ActivateRelief', 'RenewRelief', 'RatifyRelief', 'LapseRelief', 'UndoRelief'] as const),
    ...(['PromiseEmergencyLines', 'OpenEmergencyLine'] as const),
  ])
})
