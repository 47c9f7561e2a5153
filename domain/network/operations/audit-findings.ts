import { type LocalDate, daysBetween } from '#domain/kernel/dates.ts'
import { type Decision, invalid, refused } from '#domain/kernel/decision.ts'
import { day, optional, word } from '#domain/kernel/shape.ts'
import {
  type AuditFinding,
  auditId,
  auditKey,
  closings,
  findingId,
  findingSays,
  fundId,
  looksAgain,
  replies,
} from '#domain/network/audits/audit.ts'
import { aboutAudit, byAuditor, openFault } from '#domain/network/operations/audits.ts'
import type { Network } from '#domain/network/state.ts'
import { nobody } from '#domain/operations/may.ts'
import { asSaid, networkOperation } from '#domain/operations/operation.ts'

const named = { fundId, auditId, findingId } as const

type Named = { readonly fundId: string; readonly auditId: string; readonly findingId: string }

const findingIn = ({ audits }: Network, one: Named): AuditFinding | undefined =>
  audits.get(auditKey(one))?.findings.find((finding) => finding.findingId === one.findingId)

const replyDaysMax = 92

export const raiseAuditFinding = networkOperation({
  ...byAuditor,
  command: 'RaiseAuditFinding',
  entry: 'AuditFindingRaised',
  oneHand: 'sight',
  description:
    'Says by codes and sums what was found. `replyBy` is the day until which it waits for the fund, two weeks from now at least.',
  asks: { ...named, ...findingSays },
  keeps: ['fundId', 'auditId', 'findingId', 'kind', 'weight', 'test', 'of', 'amount', 'replyBy'],
  decide: (network: Network, command) => {
    const fault = openFault(network, command)
    if (fault) return fault
    if (findingIn(network, command)) return refused('finding-already-there')
    return daysBetween(command.effectiveOn, command.replyBy) > replyDaysMax
      ? invalid('reply-day-too-far', '/replyBy')
      : asSaid
  },
  about: aboutAudit,
})

/** What the fund says to it, by one of its officers. The first reply stands; a later one is told beside it by the journal. */
export const replyToAuditFinding = networkOperation({
  command: 'ReplyToAuditFinding',
  entry: 'AuditFindingReplied',
  oneHand: 'sight',
  description:
    'The service makes it itself, of what an officer of the fund sends to a path of its own.',
  asks: { ...named, reply: word(replies, 'reply-unknown'), mendBy: optional(day) },
  keeps: ['fundId', 'auditId', 'findingId', 'reply', 'mendBy'],
  may: nobody,
  second: 'none',
  decide: (network: Network, command) => {
    const finding = findingIn(network, command)
    if (!finding) return invalid('finding-unknown', '/findingId')
    if (finding.reply) return refused('replied-already')
    return finding.closed ? refused('finding-closed') : asSaid
  },
  about: aboutAudit,
})

type Again = { readonly effectiveOn: LocalDate; readonly followUpOn?: LocalDate }

/** What is not mended is looked at again on a day that is said; of anything else there is no such day. */
const followUpFault = (
  isMended: boolean,
  { effectiveOn: on, followUpOn }: Again,
): Decision<never, never> | undefined => {
  if (isMended)
    return followUpOn === undefined ? undefined : invalid('nothing-to-follow-up', '/followUpOn')
  if (followUpOn === undefined) return invalid('follow-up-missing', '/followUpOn')
  return followUpOn <= on || daysBetween(on, followUpOn) > 366
    ? invalid('follow-up-out-of-range', '/followUpOn')
    : undefined
}

/** No auditor closes what she has found before the fund has said something, or the day is over that it was given for that. */
export const closeAuditFinding = networkOperation({
  ...byAuditor,
  command: 'CloseAuditFinding',
  entry: 'AuditFindingClosed',
  oneHand: 'decision',
  description:
    'Refused before the fund has replied or the day for that is over: `reply-awaited`. What is not mended names the day of the next look.',
  asks: { ...named, how: word(closings, 'closing-unknown'), followUpOn: optional(day) },
  keeps: ['fundId', 'auditId', 'findingId', 'how', 'followUpOn'],
  decide: (network: Network, command) => {
    const finding = findingIn(network, command)
    if (!finding) return invalid('finding-unknown', '/findingId')
    if (finding.closed) return refused('finding-closed')
    if (!finding.reply && command.effectiveOn <= finding.replyBy) return refused('reply-awaited')
    return followUpFault(command.how !== 'not-mended', command) ?? asSaid
  },
  about: aboutAudit,
})

/** Somebody has looked again at what was not mended. */
export const followUpAuditFinding = networkOperation({
  ...byAuditor,
  command: 'FollowUpAuditFinding',
  entry: 'AuditFindingFollowedUp',
  oneHand: 'sight',
  asks: { ...named, seen: word(looksAgain, 'seen-unknown'), followUpOn: optional(day) },
  keeps: ['fundId', 'auditId', 'findingId', 'seen', 'followUpOn'],
  decide: (network: Network, command) => {
    const finding = findingIn(network, command)
    if (!finding) return invalid('finding-unknown', '/findingId')
    if (finding.followUpOn === undefined) return refused('nothing-to-follow-up')
    return followUpFault(command.seen === 'mended', command) ?? asSaid
  },
  about: aboutAudit,
})
