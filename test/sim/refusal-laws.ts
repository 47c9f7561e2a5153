import type { Charter } from '#domain/fund/charter/charter.ts'
import type { Command, Village } from '#domain/village.ts'
import { officersOn } from '#test/sim/ballot-laws.ts'
import { law } from '#test/sim/law.ts'
import { naiveLoans } from '#test/sim/naive-books.ts'
import { isCarried } from '#test/sim/naive-lending.ts'
import { naiveAccount } from '#test/sim/naive-loan.ts'
import { counts } from '#test/sim/naive-people.ts'
import { dayOf } from '#test/support/oracle/calendar.ts'
import { daysPosted } from '#test/support/posted.ts'

/*
 * A rule that says no a day too early or a riel too low breaks no law of the books: it only turns people away. So whoever
 * is told no by a day, a count or a sum must have been beyond it, counted here from the rules and not from the rooms.
 */

type Refused = {
  readonly village: Village
  readonly log: readonly Command[]
  readonly command: Command
}
type OfType<Type extends Command['type']> = Extract<Command, { readonly type: Type }>

const charterOn = ({ fund }: Village, { type, effectiveOn: on }: Command): Charter => {
  const { charters } = fund!
  if (type === 'AmendCharter') return charters.at(-1)!.charter
  return (charters.findLast(({ from }) => from <= on) ?? charters[0]!).charter
}

/** Everybody who may be counted for it: of an election that women hold, women alone. Whoever one word wrote away may be. */
const votersOf = (village: Village, command: Command): number => {
  const ofWomen = command.type === 'ElectOfficers' && command.electorate === 'women'
  return [...village.members.values()].filter(
    (one) =>
      (!ofWomen || one.sex === 'f') &&
      (counts(one, command.effectiveOn) ||
        one.life?.some(({ aloneOn }) => aloneOn !== undefined) === true),
  ).length
}

type Hands = { readonly present: number; readonly yes: number; readonly no: number }

/** Every show of hands that a command tells of. */
const handsOf = (command: Command): readonly Hands[] => [
  ...('ballot' in command && command.ballot.by === 'meeting' ? [command.ballot.hands] : []),
  ...('votes' in command && command.votes ? [command.votes] : []),
  ...('exception' in command && command.exception ? [command.exception] : []),
]

const lacksQuorum = ({ village, command }: Refused): boolean => {
  const { quorumPercent } = charterOn(village, command)
  const few = (present: number, of: number): boolean => present * 100 < of * quorumPercent
  const active = votersOf(village, command)
  const isElection = command.type === 'ElectOfficers'
  // A list of the day says who was there, whatever number was typed.
  const listed = new Set(village.meetings.get(command.effectiveOn)?.present)
  const ofWomen = isElection && command.electorate === 'women'
  const there = [...village.members.values()].filter(
    ({ memberId, sex }) => listed.has(memberId) && (!ofWomen || sex === 'f'),
  ).length
  const isListedFew =
    listed.size > 0 && few(there, isElection ? votersOf(village, command) : active)
  return (
    isListedFew ||
    handsOf(command).some(({ present }) => few(present, active)) ||
    (isElection && few(command.present, votersOf(village, command)))
  )
}

const isLost = ({ command }: Refused): boolean => {
  if ('ballot' in command) return !isCarried(command.ballot)
  // Of those who are there two thirds end a fund.
  const isEnd = command.type === 'DecideFuture' && ['end', 'merge'].includes(command.future)
  return handsOf(command).some(
    ({ present, yes, no }) => yes <= no || (isEnd && yes / present < 2 / 3),
  )
}

const yearAfter = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`

/** So many hundredths of equity and savings on a day. */
const ofFund = (village: Village, percent: number, on: string): number => {
  const sums = [...daysPosted(village.posted)].flatMap(([account, days]) =>
    /^(equity|income|expense|liability:savings)/.test(account) ? [...days] : [],
  )
  const held = sums.reduce((sum, [day, sent]) => (day <= on ? sum - sent : sum), 0)
  return Math.floor((Math.max(held, 0) * percent) / 100)
}

const isAboveCeiling = ({ village, command }: Refused): boolean => {
  const { asked } = village.requests.get((command as OfType<'DecideLoan'>).loanId)!
  const { ceiling } = charterOn(village, command)
  const posted = [...(daysPosted(village.posted).get(`liability:savings:${asked.memberId}`) ?? [])]
  const saved = posted.reduce(
    (sum, [on, sent]) => (on <= command.effectiveOn ? sum - sent : sum),
    0,
  )
  const apart: Readonly<Record<string, number>> = {
    'papers-and-travel': ceiling.papersMax ?? ceiling.amountMax,
    'buy-out': ceiling.buyOutMax ?? ceiling.amountMax,
  }
  if (asked.product === 'emergency') return asked.principal > ceiling.emergencyMax
  if (asked.product === 'enterprise') return asked.principal > (ceiling.enterpriseMax ?? 600_000)
  const own = apart[asked.purpose] ?? Math.min(saved * ceiling.savingsMultiple, ceiling.amountMax)
  // A tenth of equity and savings binds from the second cycle on.
  const isFirstCycle = command.effectiveOn < yearAfter(village.fund!.openedOn)
  const percent = ceiling.ofEquityAndSavingsPercent
  const share = isFirstCycle ? Infinity : ofFund(village, percent, command.effectiveOn)
  return asked.principal > Math.min(own, asked.purpose in apart ? Infinity : share)
}

const hasOther = ({ village, log, command }: Refused): boolean => {
  const { loanId, effectiveOn } = command as OfType<'DecideLoan'>
  const { asked } = village.requests.get(loanId)!
  return [...naiveLoans(log)].some(
    ([id, loan]) =>
      id !== loanId &&
      !loan.isVoid &&
      loan.memberId === asked.memberId &&
      loan.beganOn <= dayOf(effectiveOn) &&
      (loan.product === 'emergency') === (asked.product === 'emergency') &&
      naiveAccount(loan, dayOf(effectiveOn)).owed > 0,
  )
}

const appealed = ({ village, command }: Refused): boolean => {
  const { decision } = village.requests.get((command as OfType<'AppealDecision'>).loanId)!
  return dayOf(command.effectiveOn) - dayOf(decision!.on) > 31
}

const isOfTooFew = ({ village, command }: Refused): boolean => {
  const { officers = {} } = charterOn(village, command)
  const { ballot } = command as OfType<'DecideLoan'>
  return ballot.by === 'officers' && ballot.votes.length < (officers.votingMin ?? 4)
}

/** What must have been so where somebody was told no. */
const reasons: Readonly<Record<string, (refused: Refused) => boolean>> = {
  'quorum-missing': lacksQuorum,
  'vote-lost': isLost,
  'too-few-votes': isOfTooFew,
  'above-ceiling': isAboveCeiling,
  'second-loan': hasOther,
  'appeal-too-late': appealed,
  'not-disclosed': ({ village, command }) => {
    const told = village.requests.get((command as OfType<'DecideLoan'>).loanId)!.disclosure
    return told === undefined || told.firstOn > command.effectiveOn
  },
  'period-already-closed': ({ village, command }) =>
    command.effectiveOn <= village.fund!.closedThrough!,
  'charter-not-backwards': ({ village, command }) =>
    command.effectiveOn < village.fund!.charters.at(-1)!.from,
  'shares-stand-at-the-old-price': ({ village, log, command }) =>
    (command.type === 'ReverseEntry' ||
      (command as OfType<'AmendCharter'>).charter.shareValue !==
        village.fund!.charters.at(-1)!.charter.shareValue) &&
    log.some(({ type }) => type === 'BuyShares' || type === 'TakeOverSavings'),
  'auditors-not-admitted': ({ village, command: { effectiveOn: on, ...command } }) =>
    (village.fund!.auditors ?? []).every(
      (one) =>
        one.networkId !== ('networkId' in command && command.networkId) ||
        on < one.from ||
        on > one.until ||
        (one.endedOn !== undefined && on >= one.endedOn),
    ),
  'round-too-soon': ({ village, command }) =>
    (village.fund!.confirmations ?? []).some(
      ({ on }) => dayOf(command.effectiveOn) - dayOf(on) < 90,
    ),
  'approver-not-an-officer': ({ village, command }) => {
    const ids = ['approvedBy', 'confirmedBy'].flatMap((key) =>
      key in command ? [command[key as keyof Command] as unknown as string] : [],
    )
    const officers = officersOn(village, command.effectiveOn)
    const isOwn = 'memberId' in command && ids.includes(command.memberId)
    return ids.length === 0 || isOwn || ids.some((id) => !officers.includes(id))
  },
}

/** Holds a no against what the rules say of the day, the count or the sum. */
export const refusalLaws = (refused: Refused, code: string): void => {
  const isDeserved = reasons[code]
  if (isDeserved === undefined || !refused.village.fund) return
  law(`nobody is told no too early: ${code}`, isDeserved(refused), () => refused.command)
}
