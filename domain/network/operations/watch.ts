import { invalid, refused } from '#domain/kernel/decision.ts'
import { day, group, list, optional, uuid, whole, word, yesOrNo } from '#domain/kernel/shape.ts'
import { approvedBy, approverFault, approverOf } from '#domain/network/second.ts'
import type { Network } from '#domain/network/state.ts'
import { stepFault } from '#domain/network/watch/ladder.ts'
import { checkSays, reportId } from '#domain/network/watch/report.ts'
import {
  authorities,
  delayDaysMin,
  isOvertaken,
  ladderSteps,
  outcomes,
  publicFromMin,
  rulingsBy,
} from '#domain/network/watch/watch.ts'
import { administrator, reviewer, watchStaff } from '#domain/operations/may.ts'
import { asSaid, networkOperation } from '#domain/operations/operation.ts'

/** One alone says it; what follows from it takes another one. */
export const byOneOfTheTeam = { may: watchStaff, second: 'none' } as const

export const decisionId = uuid('decision')
const partyId = uuid('party')
const reportsMax = 60
/** Reports that something rests on. */
export const reportIds = list(reportId, { min: 1, max: reportsMax, code: 'reports-missing' })

const aboutDecision = (entry: { readonly decisionId: string }) =>
  [{ kind: 'watch-decision', key: entry.decisionId }] as const

/** Says by codes what a report tells, once two sources or a document stand behind it. Who spoke stands nowhere here. */
export const checkReport = networkOperation({
  ...byOneOfTheTeam,
  command: 'CheckReport',
  entry: 'ReportChecked',
  oneHand: 'sight',
  description:
    'Codes alone: the report itself and whoever made it lie sealed elsewhere. `reportId` is what the desk of reports makes of a sealed one: what nobody told is `report-not-sealed`, and what is sent otherwise than it lies sealed (evidence, and what may be done with it) is `not-as-sealed`. `household` is a mark of the network’s own; reports without one count as one household.',
  asks: { reportId, ...checkSays },
  keeps: [
    'reportId',
    'partyId',
    'kind',
    'duties',
    'month',
    'basis',
    'evidence',
    'household',
    'mayBeCounted',
    'mayBeAsked',
  ],
  decide: ({ watch, parties }: Network, { reportId: named, effectiveOn: on, ...said }) => {
    if (watch.reports.has(named)) return refused('report-already-checked')
    if (!parties.has(said.partyId)) return invalid('party-unknown', '/partyId')
    if (said.kind === 'duty' && said.duties.length === 0) return refused('duty-missing')
    if (said.month > on.slice(0, 7)) return invalid('month-to-come', '/month')
    return said.basis === 'document' && said.evidence.length === 0
      ? refused('document-missing')
      : asSaid
  },
  about: (entry) => [{ kind: 'watch-report', key: entry.reportId }],
})

/** Says what a checked report turned out to be; it is nothing before somebody else confirms it. */
export const proposeRuling = networkOperation({
  ...byOneOfTheTeam,
  command: 'ProposeRuling',
  entry: 'RulingProposed',
  oneHand: 'sight',
  asks: {
    decisionId,
    reportId,
    found: word(outcomes, 'outcome-unknown'),
    /** Where an authority has ruled, which is public by itself. */
    official: optional(
      group({ authority: word(authorities, 'authority-unknown'), on: day }, 'official-missing'),
    ),
  },
  keeps: ['decisionId', 'reportId', 'found', 'official'],
  decide: ({ watch }: Network, { decisionId: named, reportId: about, found, ...said }) => {
    if (watch.decisions.has(named)) return refused('decision-already-there')
    if (!watch.reports.has(about)) return invalid('report-unknown', '/reportId')
    if (rulingsBy(watch).get(about)?.found === 'checked-wrongly')
      return refused('checked-wrongly-already')
    if (!said.official) return asSaid
    if (found !== 'upheld') return refused('official-upholds')
    return said.official.on > said.effectiveOn
      ? invalid('ruled-in-days-to-come', '/official/on')
      : asSaid
  },
  about: aboutDecision,
})

/** Says that a step of the ladder is due, and what it rests on; it is nothing before somebody else confirms it. */
export const proposeStep = networkOperation({
  ...byOneOfTheTeam,
  command: 'ProposeLadderStep',
  entry: 'LadderStepProposed',
  oneHand: 'sight',
  description: 'Only the step that is due, and resting on exactly those reports that make it due.',
  asks: { decisionId, partyId, step: word(ladderSteps, 'step-unknown'), reportIds },
  keeps: ['decisionId', 'partyId', 'step', 'reportIds'],
  decide: ({ watch, parties }: Network, { decisionId: named, ...said }) => {
    if (watch.decisions.has(named)) return refused('decision-already-there')
    const fault = stepFault({ ...watch, parties }, said)
    return fault ? refused(fault) : asSaid
  },
  about: aboutDecision,
})

/** Stands behind a ruling or a step that somebody else has proposed: from then on it holds. */
export const confirmDecision = networkOperation({
  ...byOneOfTheTeam,
  command: 'ConfirmDecision',
  entry: 'DecisionConfirmed',
  oneHand: 'decision',
  description:
    'Whoever proposed it cannot confirm it, nor can a login that could be the same person: `checked-by-whoever-entered`, `approver-reset-lately`. A ruling is confirmed by a login that has opened, at the desk of reports, what stands behind its check as it lies there now: `grounds-not-opened`. A step is confirmed only while it still rests on exactly those reports that make it due: `reports-moved`.',
  asks: { decisionId },
  keeps: ['decisionId'],
  decide: ({ watch, parties }: Network, { decisionId: named, effectiveOn: on }) => {
    const one = watch.decisions.get(named)
    if (!one) return invalid('decision-unknown', '/decisionId')
    if (one.confirmed) return refused('decision-confirmed-already')
    if (on < one.proposedOn) return refused('checked-before-entered')
    if (one.what === 'ruling')
      return isOvertaken(watch, one) ? refused('decision-overtaken') : asSaid
    const fault = stepFault({ ...watch, parties }, one)
    return fault ? refused(fault) : asSaid
  },
  about: aboutDecision,
})

/** How many make a step, and from when on anything is told outside. Two say so; less than three is never told. */
export const setWatchRules = networkOperation({
  may: administrator,
  second: approverOf,
  command: 'SetWatchRules',
  entry: 'WatchRulesSet',
  oneHand: 'decision',
  asks: {
    upheldNeeded: whole(2, 20, 'upheld-out-of-range'),
    windowDays: whole(90, 3660, 'window-out-of-range'),
    publicFrom: whole(publicFromMin, 50, 'public-out-of-range'),
    delayDays: whole(delayDaysMin, 730, 'delay-out-of-range'),
    approvedBy,
  },
  keeps: ['upheldNeeded', 'windowDays', 'publicFrom', 'delayDays', 'approvedBy'],
  decide: (network: Network, command) => approverFault(network, command) ?? asSaid,
  about: () => [{ kind: 'watch', key: 'watch' }],
})

/** Lets a network tell outside what enough households have told, or ends it. Only a reviewer does, who is of no fund. */
export const switchPublication = networkOperation({
  may: reviewer,
  second: 'none',
  command: 'SwitchPublication',
  entry: 'PublicationSwitched',
  oneHand: 'decision',
  asks: { isPublic: yesOrNo('not-true-or-false') },
  keeps: ['isPublic'],
  decide: () => asSaid,
  about: () => [{ kind: 'watch', key: 'watch' }],
})
