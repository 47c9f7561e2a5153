import type { Charter } from '#domain/fund/charter.ts'
import type { Command, Village } from '#domain/village.ts'
import { law } from '#test/sim/law.ts'
import { dayOf } from '#test/support/oracle/calendar.ts'

const activeOf = ({ members }: Village): number =>
  [...members.values()].filter(({ isFormer }) => !isFormer).length

type Hands = { readonly present: number; readonly yes: number; readonly no: number }

const checkVote = (village: Village, { present, yes, no }: Hands, charter: Charter): void => {
  law('a vote is won by more than half', yes > no && yes + no <= present, () => ({
    present,
    yes,
    no,
  }))
  const needed = activeOf(village) * charter.quorumPercent
  law('a vote needs its quorum', present * 100 >= needed, () => ({ present, needed }))
}

const isAboveCap = (percent: string): boolean => Math.round(Number(percent) * 1_000_000) > 1_500_000

/** What must be true of the village in which a decision was taken; written from the rules, not the rooms. */
export const decisionLaws = (village: Village, command: Command): void => {
  const { fund, members, loans, events } = village
  law('a fund is founded once, and first', (fund === undefined) === (command.type === 'FoundFund'))
  if (!fund) return
  const last = fund.charters.at(-1)!
  const { effectiveOn: on } = command
  law('nothing happens before the fund', on >= fund.openedOn, () => command)
  if (command.type === 'AmendCharter') {
    checkVote(village, command.votes, last.charter)
    const rates = Object.values(command.charter.rateMonthlyPercent)
    law('no vote lifts the cap on interest', !rates.some(isAboveCap), () => command)
    law('a charter is not changed backwards', on >= last.from, () => command)
    law('the currency stays', command.charter.currency === last.charter.currency)
  }
  if (command.type === 'DismissAuditors') {
    const inForce = fund.charters.findLast(({ from }) => from <= on) ?? fund.charters[0]!
    checkVote(village, command.votes, inForce.charter)
    const named = (fund.auditors ?? []).filter(({ networkId }) => networkId === command.networkId)
    law(
      'only who was admitted is dismissed',
      named.some(({ from, until }) => from <= on && on <= until),
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
    const isNew = [...loans.values()].every(({ number }) => number !== command.number)
    law('a loan begins once', isNew && !loans.has(command.loanId), () => command)
  }
  if (command.type === 'RecordRelief')
    law('an event is declared once', !events.has(command.eventId), () => command)
}
