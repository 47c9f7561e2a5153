import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, dayBefore, isLocalDate, later } from '#domain/kernel/dates.ts'
import { post } from '#domain/ledger/balances.ts'
import { move } from '#domain/ledger/running.ts'
import { isBeyondBooks } from '#domain/ledger/limits.ts'
import { fairCapOn, hardRefusalOf, verdictOn } from '#domain/fairness/fair-lending.ts'
import * as charters from '#domain/fund/charter/charter.ts'
import type { Fund } from '#domain/fund/fund.ts'
import { futureOn } from '#domain/fund/future.ts'
import * as cash from '#domain/fund/meeting/cash.ts'
import { listRefusal, takeInVotes } from '#domain/fund/meeting/raised.ts'
import { peopleOperations } from '#domain/fund/people-operations.ts'
import { foundingOperations, fundOperations } from '#domain/fund/operations.ts'
import * as periods from '#domain/fund/charter/periods.ts'
import { takeInFund } from '#domain/fund/taking-in.ts'
import { takeInPeople } from '#domain/fund/people/taking-in-people.ts'
import { takeInCountChange, takeInKeepers } from '#domain/hands/counted.ts'
import { isBroughtIn, takeInBeginning, takeInHands } from '#domain/hands/taking-in.ts'
import { grantOperations } from '#domain/grants/operations.ts'
import { takeInGrants } from '#domain/grants/taking-in.ts'
import * as disputes from '#domain/corrections/disputes.ts'
import { correctionOperations } from '#domain/corrections/operations.ts'
import { keptOf } from '#domain/corrections/kept.ts'
import { isReversible } from '#domain/corrections/reversible.ts'
import { followLives, withDeath } from '#domain/corrections/windows.ts'
import { takeLines } from '#domain/corrections/savings-lines.ts'
import { takeBack } from '#domain/corrections/taking-back.ts'
import { takeInLoan } from '#domain/loans/fold.ts'
import type { Lending } from '#domain/loans/lending.ts'
import { loanOperations } from '#domain/loans/operations.ts'
import { ceilingInputs } from '#domain/loans/request/ceiling.ts'
import { hasOtherLoan } from '#domain/loans/plan/concurrent.ts'
import type { RequestedLoan, LoanRequest } from '#domain/loans/request/request-state.ts'
import { lineLeft } from '#domain/relief/emergency-line.ts'
import { operations } from '#domain/operations/all.ts'
import { reliefOperations } from '#domain/relief/operations.ts'
import { awaitsRestart } from '#domain/relief/restart.ts'
import { takeInRelief } from '#domain/relief/taking-in.ts'
import { savingsOperations } from '#domain/savings/operations.ts'
import { takeInSavings } from '#domain/savings/taking-in.ts'
import { ventureOperations } from '#domain/ventures/operations.ts'
import { takeInVentures } from '#domain/ventures/taking-in.ts'
import * as states from '#domain/room-states.ts'
import type { Body, Command, Entry, Village } from '#domain/vocabulary.ts'

export { copyOf, emptyVillage } from '#domain/vocabulary.ts'
export type { Body, Command, Entry, Village } from '#domain/vocabulary.ts'

/** What a fund does no more that rests or ends. */
const beginning: ReadonlySet<string> = new Set(
  operations.filter(({ beginsAnew }) => beginsAnew).map(({ command }) => command),
)

/** Where a command names a member whom the village does not know; undefined where it names none. */
const unknownIn = ({ members }: Village, command: Command): string | undefined => {
  if ('memberId' in command && command.type !== 'AdmitMember' && !members.has(command.memberId))
    return '/memberId'
  const isByNobody =
    'paidBy' in command && command.paidBy !== undefined && !members.has(command.paidBy)
  return isByNobody ? '/paidBy' : undefined
}

/**
 * Reads the village, never changes it. A command of an unknown type is invalid, not a fault. `written` is when and by
 * whom it is written down, which no command says: what one alone says of others waits from then.
 */
export const decide = (
  village: Village,
  command: Command,
  written?: states.Written,
): Decision<Body, string> => {
  if (!isLocalDate(command.effectiveOn)) return invalid('date-impossible', '/effectiveOn')
  if (command.type === 'FoundFund')
    return village.fund ? refused('fund-already-founded') : foundingOperations.decide({}, command)
  const { fund } = village
  if (!fund) return refused('fund-not-founded')
  if (command.effectiveOn < fund.openedOn) return invalid('before-the-fund-began', '/effectiveOn')
  const unknown = unknownIn(village, command)
  if (unknown !== undefined) return invalid('member-unknown', unknown)
  if (beginning.has(command.type) && futureOn(fund.futures, command.effectiveOn) !== 'go-on')
    return refused('fund-does-not-go-on')
  const decision = decideInRoom(village, fund, command, written)
  if (!decision) return invalid('type-unknown', '/type')
  if (decision.outcome !== 'recorded') return decision
  const isNotListed = listRefusal(village, fund.charters, command)
  if (isNotListed) return isNotListed
  const body = posted(village, fund, decision.body)
  return isBeyondBooks(village.posted, body.postings)
    ? refused('more-than-books-hold')
    : recorded(body)
}

type Known = Exclude<Command, { type: 'FoundFund' }>

const decideInRoom = (
  village: Village,
  fund: Fund,
  command: Known,
  written?: states.Written,
): Decision<Body, string> | undefined => {
  const charter = charters.charterOn(fund.charters, command.effectiveOn)
  if (fundOperations.isCommand(command))
    return fundOperations.decide(states.fundIn(village, fund, charter.charter), command)
  if (correctionOperations.isCommand(command)) return correctionOperations.decide(village, command)
  if (savingsOperations.isCommand(command))
    return savingsOperations.decide(states.savingIn(village, fund, charter, command), command)
  if (peopleOperations.isCommand(command))
    return withDeath<Body>(
      village,
      command.effectiveOn,
      peopleOperations.decide(states.peopleIn(village, fund, charter.charter, written), command),
    )
  if (grantOperations.isCommand(command))
    return grantOperations.decide(states.grantingIn(village, charter), command)
  if (ventureOperations.isCommand(command))
    return ventureOperations.decide({ ...village, charter: charter.charter }, command)
  if (reliefOperations.isCommand(command))
    return reliefOperations.decide(states.reliefIn(village, fund, charter), command)
  return loanOperations.isCommand(command)
    ? loanOperations.decide(lendingIn(village, fund, charter, command), command)
    : undefined
}

/** What decisions about loans look at; the hard rules of fair lending by the charter and law of the day. */
const lendingIn = (
  village: Village,
  fund: Fund,
  charter: charters.CharterVersion,
  { effectiveOn: on }: Known,
): Lending => ({
  ...village,
  ...fund,
  charter,
  fairCap: fairCapOn(on),
  lineLeft: (memberId, day) => lineLeft(village, memberId, day),
  pledgedBy: states.pledgedIn(village),
  roomFor: (request, day) => states.roomFor(village, charter, { request, on: day }),
  hardRefusal: (asked: RequestedLoan) => hardRefusalOf(asked, { charter: charter.charter, on }),
  verdictOn: (request: LoanRequest, day: LocalDate) =>
    verdictOn(request, {
      charter: charter.charter,
      on: day,
      ceiling: ceilingInputs(village.posted, { ...fund, ...request.asked, on: day }),
      hasOther: hasOtherLoan(village.loans, { ...request.asked, on: day }),
      awaitsRestart: awaitsRestart(village.loans.values(), request.asked.memberId, day),
    }),
})

/** Postings as the books take them: counts already made are explained, none goes into a closed period. */
const posted = (village: Village, fund: Fund, body: Body): Body => {
  if (body.postings.length === 0 || body.type === 'PeriodClosed') return body
  const isCount = body.type === 'MeetingOpened' || body.type === 'MeetingClosed'
  const book = { moved: village.cashMoved, meetings: village.meetings }
  const explained = isCount ? body.postings : cash.explainedByCounts(book, body.postings)
  return { ...body, postings: periods.inOpenPeriod(explained, fund.closedThrough) } as Body
}

/** The day on which an entry moved money: what is taken back moves on the day of what it takes back. */
const movedOn = (body: Body, on: LocalDate): LocalDate =>
  body.type === 'EntryReversed' ? body.originalOn : on

/** Balances of all accounts, and what moved in the box by itself. */
const takePostings = (village: Village, body: Body, on: LocalDate): void => {
  for (const posting of body.postings) post(village.posted, posting)
  if (body.type === 'PeriodClosed') return
  // Money moves on the day it happened, wherever the books take it; what was founded with was there before.
  const day = body.type === 'FundFounded' ? dayBefore(on) : movedOn(body, on)
  move(village.cashMoved, day, cash.cashMoved(body.postings))
}

/** Takes in what an entry says. Works in place on the village it owns, and decides nothing. */
export const evolve = (village: Village, entry: Entry): void => {
  takeIn(village, entry)
  const isOfBook = isBroughtIn(village.hands, entry)
  takeInVotes(village, entry, isOfBook)
  // Who kept the box before the fund came here, its older book alone says.
  if (!isOfBook) takeInKeepers(village, entry)
  takeInBeginning(village.hands, entry)
  takeInHands(village, entry)
  takeInCountChange(village, entry)
  followLives(village, entry.body)
  village.last = lastAfter(village.last, entry)
}

/** What an entry posts into a later period than its own day is about that day too. */
const lastAfter = (
  before: Village['last'],
  { seq, effectiveOn, recordedAt, body }: Entry,
): Village['last'] => ({
  seq,
  writtenOn: recordedAt.slice(0, 10),
  on: body.postings.map(({ on }) => on).reduce(later, later(before?.on ?? '', effectiveOn)),
})

const takeIn = (village: Village, entry: Entry): void => {
  const { body, id, seq, effectiveOn: on, hash, recordedAt } = entry
  const isOfBook = isBroughtIn(village.hands, entry)
  const written = isOfBook ? { seq } : { seq, writtenOn: later(on, recordedAt.slice(0, 10)) }
  takePostings(village, body, on)
  if (reliefOperations.isBody(body)) return takeInRelief(village, body, { id, seq, on })
  if (isReversible(body)) village.kept.set(id, keptOf(entry, body))
  takeLines(village, entry)
  if (savingsOperations.isBody(body)) return takeInSavings(village, body, { id, on, written })
  switch (body.type) {
    case 'EntryReversed':
      return takeBack(village, body, id)
    case 'DisputeRaised':
    case 'DisputeAnswered':
      return disputes.takeInDispute(village.disputes, body, { id, on, by: entry.recordedBy })
    default:
      if (fundOperations.isBody(body))
        return takeInFund(village, body, { id, on, hash, recordedAt })
      if (grantOperations.isBody(body)) return takeInGrants(village, body, { id, on })
      if (ventureOperations.isBody(body)) return takeInVentures(village.ventures, body, { id, on })
      if (peopleOperations.isBody(body))
        return takeInPeople(village, body, {
          id,
          on,
          recordedAt,
          isOfBook,
          seq,
        })
      if (body.type === 'LoanRequested') village.askedAt.set(body.loanId, seq)
      return takeInLoan(village, body, { id, on, written })
  }
}
