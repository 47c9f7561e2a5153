/* Votes on what is not a loan's: who had a say, and that what was recorded was won. */
import type { Ballot } from '#domain/fund/meeting/voting.ts'
import type { Body, Command, Village } from '#domain/village.ts'
import { carried, officersOn } from '#test/sim/ballot-laws.ts'
import type { OfType } from '#test/sim/bars.ts'
import { law } from '#test/sim/law.ts'
import { type Before, charterFor } from '#test/sim/lending-laws.ts'

const houseOf = ({ members }: Village, memberId: string, on: string): string => {
  const placed = members.get(memberId)!.placements ?? []
  return placed.findLast((one) => one.on <= on)?.householdId ?? memberId
}

/** The one household that an event befell, everybody of it; nobody where it befell several, or a place. */
const ownersOf = (
  village: Village,
  { kind, memberIds = [] }: OfType<'DeclareEvent'>,
  on: string,
) => {
  const houses = new Set(memberIds.map((id) => houseOf(village, id, on)))
  const isOfOne = kind === 'personal' || houses.size === 1
  return isOfOne
    ? [...village.members.keys()].filter((id) => houses.has(houseOf(village, id, on)))
    : []
}

type OfNeed = OfType<'ActivateRelief'> | OfType<'RenewRelief'> | OfType<'RatifyRelief'>

/** Three officers or the meeting, whatever became of their terms; the household that it is for has no part in it. */
const isWonForNeed = ({ village, log }: Before, command: OfNeed): boolean => {
  const { eventId, ballot, effectiveOn: on } = command
  const declared = log.find(
    (one): one is OfType<'DeclareEvent'> => one.type === 'DeclareEvent' && one.eventId === eventId,
  )!
  const own = ownersOf(village, declared, on)
  const all = [...ballot.recused, ...own]
  const areAllOut =
    ballot.by === 'meeting' && officersOn(village, on).every((id) => all.includes(id))
  const inForce = charterFor({ village }, on)
  const charter = { ...inForce, officers: { ...inForce.officers, votingMin: 3 } }
  const matter = { on, borrower: '', amount: 0, isForTheMeeting: command.type === 'RatifyRelief' }
  const asHeld: Ballot = { ...ballot, recused: areAllOut ? own : all }
  const isWon = carried(village, asHeld, { ...matter, isUrgent: true, charter })
  if (ballot.by === 'meeting') return isWon
  return isWon && ballot.votes.filter(({ vote }) => vote === 'yes').length >= 3
}

/** Holds a vote that was recorded against how votes are held, and against what came of it. */
export const voteLaws = (before: Before, command: Command, body: Body): void => {
  const { village } = before
  const { type, effectiveOn: on } = command
  const isOf = (about: { readonly borrower?: string; readonly isUrgent?: boolean }): boolean => {
    const matter = { on, borrower: '', amount: 0, isForTheMeeting: true, ...about }
    const { ballot } = command as { readonly ballot: Ballot } & Command
    return carried(village, ballot, { ...matter, charter: charterFor(before, on) })
  }
  const won = (isWon: boolean): void => law('a vote is won by more than half', isWon, () => command)
  if (type === 'ShareOut' || type === 'PayInterestOnSavings') won(isOf({}))
  if (type === 'SettleDeath') won(isOf({ borrower: command.memberId }))
  if (type === 'PromiseEmergencyLines') won(isOf({ isUrgent: true }))
  if (type === 'ActivateRelief' || type === 'RenewRelief') won(isWonForNeed(before, command))
  if (command.type === 'RatifyRelief' && body.type === 'ReliefRatified')
    law('more than half decide', body.isCarried === isWonForNeed(before, command), () => command)
  if (command.type !== 'DecideSupport' || body.type !== 'SupportDecided') return
  const isAfterwards = body.outcome.endsWith('ratified')
  const { amount } = village.supports.get(command.code)!
  const charter = charterFor(before, on)
  const matter = { on, borrower: '', amount, isForTheMeeting: isAfterwards, charter }
  const isYes = body.outcome === 'approved' || body.outcome === 'ratified'
  law('more than half decide', isYes === carried(village, command.ballot, matter), () => command)
}
