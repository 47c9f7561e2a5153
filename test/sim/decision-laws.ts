import type { Charter } from '#domain/fund/charter/charter.ts'
import type { Body, Command, Village } from '#domain/village.ts'
import { recordedDespite } from '#test/sim/bars.ts'
import { checkHands } from '#test/sim/ballot-laws.ts'
import { comparingLaws } from '#test/sim/comparing-laws.ts'
import { confirmingLaws } from '#test/sim/confirming-laws.ts'
import { givingLaws } from '#test/sim/giving-bars.ts'
import { law } from '#test/sim/law.ts'
import { reliefLaws } from '#test/sim/need-bars.ts'
import { officerLaws } from '#test/sim/officer-laws.ts'
import { type Before, lendingLaws } from '#test/sim/lending-laws.ts'
import { waitingLaws } from '#test/sim/saving-bars.ts'
import { voteLaws } from '#test/sim/vote-laws.ts'
import { dayOf } from '#test/support/oracle/calendar.ts'
import { daysPosted } from '#test/support/posted.ts'

type Hands = { readonly present: number; readonly yes: number; readonly no: number }

const checkVote = (
  village: Village,
  hands: Hands,
  asked: { readonly charter: Charter; readonly on: string },
): void => {
  law('a vote is won by more than half', hands.yes > hands.no, () => hands)
  checkHands(village, hands, asked)
}

const isAboveCap = (percent: string): boolean => Math.round(Number(percent) * 1_000_000) > 1_500_000

/** What must be true of the village in which a decision was taken; written from the rules, not the rooms. */
export const decisionLaws = (before: Before, command: Command, body: Body): void => {
  const { village } = before
  const { fund, members, loans, events } = village
  law('a fund is founded once, and first', (fund === undefined) === (command.type === 'FoundFund'))
  if (!fund) return
  const last = fund.charters.at(-1)!
  const { effectiveOn: on } = command
  law('nothing happens before the fund', on >= fund.openedOn, () => command)
  if (command.type === 'AmendCharter') {
    checkVote(village, command.votes, { charter: last.charter, on })
    const rates = Object.values(command.charter.rateMonthlyPercent)
    law('no vote lifts the cap on interest', !rates.some(isAboveCap), () => command)
    law('a charter is not changed backwards', on >= last.from, () => command)
    law('the currency stays', command.charter.currency === last.charter.currency)
  }
  if (command.type === 'SettleTakeOver') {
    const inForce = fund.charters.findLast(({ from }) => from <= on) ?? fund.charters[0]!
    checkVote(village, command.votes, { charter: inForce.charter, on })
    const days = [...(daysPosted(village.posted).get('equity:takeover') ?? [])]
    const left = days.reduce((sum, [, amount]) => sum + amount, 0)
    law('the meeting agrees to what it was shown', left === -command.amount && left !== 0)
  }
  if (command.type === 'DismissAuditors') {
    const inForce = fund.charters.findLast(({ from }) => from <= on) ?? fund.charters[0]!
    checkVote(village, command.votes, { charter: inForce.charter, on })
    const named = (fund.auditors ?? []).filter(({ networkId }) => networkId === command.networkId)
    // Also whoever comes in a term that has not begun.
    law(
      'only who was admitted is dismissed',
      named.some(({ until }) => on <= until),
    )
  }
  if (command.type === 'AdmitAuditors') {
    const days = dayOf(command.until) - dayOf(on)
    law('auditors come for a year at most', days >= 0 && days <= 366, () => command)
  }
  if (command.type === 'ClosePeriod')
    law('no period is closed twice', on > (fund.closedThrough ?? ''), () => command)
  if (command.type === 'AdmitMember') {
    const isNew = [...members.values()].every(({ card }) => card !== command.card)
    law('a member is admitted once', isNew && !members.has(command.memberId), () => command)
  }
  if (command.type === 'RecordPayout' || command.type === 'TakeOverLoan') {
    // What was taken back never was: its id and its number are free.
    const there = [...loans.values()].filter(({ isVoid }) => !isVoid)
    const isNew = there.every(
      ({ loanId, number }) => number !== command.number && loanId !== command.loanId,
    )
    law('a loan begins once', isNew, () => command)
  }
  if (command.type === 'RecordRelief')
    law('an event is declared once', !events.has(command.eventId), () => command)
  roomLaws(before, command, body)
}

const roomLaws = (before: Before, command: Command, body: Body): void => {
  const { village } = before
  officerLaws(village, command, body)
  comparingLaws(village, command, body)
  confirmingLaws(village, command, body)
  lendingLaws(before, command, body)
  recordedDespite(before, command)
  reliefLaws(before, command)
  voteLaws(before, command, body)
  waitingLaws(before, command, body)
  givingLaws(before, command, body)
}
