import { type LocalDate, dayBefore, daysAfter, earlier } from '#domain/kernel/dates.ts'
import type { Kinship } from '#domain/fund/people/particulars.ts'
import { againstList } from '#domain/fund/meeting/raised.ts'
import { ownGuarantor } from '#domain/loans/request/request-state.ts'
import type { Command } from '#domain/village.ts'
import {
  type KnownOfVote,
  type KnowsKin,
  isAboveShare,
  kinSince,
  movedDays,
  whoStepsOut,
} from '#src/app/stepping-out.ts'

/*
 * A second word for a loan without a ballot: of a vote that stands on paper, and of a guarantee. Money that was paid out is a
 * fact, which is recorded and told as decided by nobody; why is not told, so that no entry says who is kin.
 */

export type { KnowsKin } from '#src/app/stepping-out.ts'

/** Why a command may not stand for what is known outside of a journal; of a fact, which is never refused, its flags. */
export type SaidOutside = string | { readonly flags: readonly string[] } | undefined

type Guaranteed = Extract<Command, { readonly type: 'GiveGuarantee' }>
type Payout = Extract<Command, { readonly type: 'RecordPayout' }>

/** What an entry is flagged with for what is known outside of the journal. */
type KinFlags = {
  readonly flags: readonly ('paid-without-decision' | 'above-committee-share')[]
}

/** Whether somebody's word stands in a command that kin of the borrower cannot give. */
const isWordFor = ({ type }: Command): boolean =>
  type === 'RecordPayout' || type === 'GiveGuarantee'

/** Whoever lived with the borrower or was kin since it was asked for, or of late. */
const kinOfBorrower = (
  { requests, askedAt, kept, members }: KnownOfVote,
  kin: readonly Kinship[],
  { loanId, memberId, day }: { loanId: string; memberId: string; day: LocalDate },
): ReadonlySet<string> => {
  const request = requests.get(loanId)
  const since = daysAfter(day, -movedDays)
  const asked = askedAt.get(loanId) ?? Number.POSITIVE_INFINITY
  const from = request ? earlier(request.requestedOn, dayBefore(since)) : dayBefore(since)
  const laterMove = (entryId: string): number | undefined => {
    const { seq = 0, at = '' } = kept.get(entryId) ?? {}
    return seq > asked || (!request && at.slice(0, 10) >= since) ? seq : undefined
  }
  return kinSince(kin, [...members.values()], { memberId, from, day, laterMove })
}

/** A vote on paper that kin stood behind or had a hand in is none, and what was lent by it is held against their part. */
const onPaper = (
  village: KnownOfVote,
  kin: readonly Kinship[],
  command: Payout & Required<Pick<Payout, 'vote'>>,
): KinFlags => {
  const { loanId, memberId, principal, vote, approvedBy, effectiveOn: day } = command
  const out = kinOfBorrower(village, kin, { loanId, memberId, day })
  const others = { out: [...out], whose: memberId }
  const against = againstList(others, village.meetings.get(day), [...village.members.values()])
  const isOfKin = approvedBy !== undefined && out.has(approvedBy)
  const isAmongHands = against !== undefined && vote.yes + vote.no > against.free
  const requestedOn = village.requests.get(loanId)?.requestedOn ?? day
  const wished = { loanId, memberId, principal, requestedOn, on: day }
  return {
    flags: [
      ...(isOfKin || isAmongHands ? (['paid-without-decision'] as const) : []),
      ...(isAboveShare(village, kin, wished) ? (['above-committee-share'] as const) : []),
    ],
  }
}

/** Whether kin of the borrower say that others stand for the loan; what one does herself is her own to say. */
const isHeardByKin = (
  village: KnownOfVote,
  kin: readonly Kinship[],
  { loanId, approvedBy, guarantees, effectiveOn: day }: Guaranteed,
): boolean => {
  const memberId = village.requests.get(loanId)?.asked.memberId
  if (approvedBy === undefined || memberId === undefined) return false
  if (approvedBy === ownGuarantor(guarantees)) return false
  return kinOfBorrower(village, kin, { loanId, memberId, day }).has(approvedBy)
}

/** What kin of the borrower take away from a word that was given for a loan; undefined where that is nothing. */
const wordOfKin = (
  village: KnownOfVote,
  command: Command,
  kin: readonly Kinship[],
): KinFlags | 'kin-must-step-out' | undefined => {
  if (command.type === 'GiveGuarantee')
    return isHeardByKin(village, kin, command) ? 'kin-must-step-out' : undefined
  if (command.type !== 'RecordPayout' || command.vote === undefined) return undefined
  if (village.requests.get(command.loanId)?.state === 'approved') return undefined
  return onPaper(village, kin, { ...command, vote: command.vote })
}

/** All that is known outside of the journal before commands may stand: why not, or what a fact is flagged with. */
export const knownOfKin = async (
  world: { readonly journal: Partial<KnowsKin> },
  fundId: string,
  commands: readonly Command[],
): Promise<(village: KnownOfVote, command: Command) => string | KinFlags | undefined> => {
  const stepsOut = await whoStepsOut(world, fundId, commands)
  if (!world.journal.kinships || !commands.some(isWordFor)) return stepsOut
  const kin = await world.journal.kinships(fundId)
  return (village, command) => stepsOut(village, command) ?? wordOfKin(village, command, kin)
}
