import { invalid, refused } from '#domain/kernel/decision.ts'
import { day, group, list, optional, uuid, whole, word, yesOrNo } from '#domain/kernel/shape.ts'
import { approvedBy, approverFault, approverOf } from '#domain/network/second.ts'
import type { Network } from '#domain/network/state.ts'
import { stepFault, stepsTaken } from '#domain/network/watch/ladder.ts'
import { checkSays, householdsOf, reportId } from '#domain/network/watch/report.ts'
import {
  answerDays,
  answers,
  authorities,
  delayDaysMin,
  isOvertaken,
  ladderSteps,
  outcomes,
  publicFromMin,
  receivers,
  rulingsBy,
  upheldOf,
} from '#domain/network/watch/watch.ts'
import { administrator, reviewer, watchStaff } from '#domain/operations/may.ts'
import { asSaid, networkOperation } from '#domain/operations/operation.ts'

/** One alone says it; what follows from it takes another one. */
const byOneOfTheTeam = { may: watchStaff, second: 'none' } as const

const decisionId = uuid('decision')
const letterId = uuid('letter')
const partyId = uuid('party')
const reportsMax = 60
const reportIds = list(reportId, { min: 1, max: reportsMax, code: 'reports-missing' })

const digest = checkSays.evidence.each

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
  decide: ({ watch }: Network, { decisionId: named, ...said }) => {
    if (watch.decisions.has(named)) return refused('decision-already-there')
    const fault = stepFault(watch, said)
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
    'Whoever proposed it cannot confirm it, nor can a login that could be the same person: `checked-by-whoever-entered`, `approver-reset-lately`. A step is confirmed only while it still rests on exactly those reports that make it due: `reports-moved`.',
  asks: { decisionId },
  keeps: ['decisionId'],
  decide: ({ watch }: Network, { decisionId: named, effectiveOn: on }) => {
    const one = watch.decisions.get(named)
    if (!one) return invalid('decision-unknown', '/decisionId')
    if (one.confirmed) return refused('decision-confirmed-already')
    if (on < one.proposedOn) return refused('checked-before-entered')
    if (one.what === 'ruling')
      return isOvertaken(watch, one) ? refused('decision-overtaken') : asSaid
    const fault = stepFault(watch, one)
    return fault ? refused(fault) : asSaid
  },
  about: aboutDecision,
})

/** Says that a letter went out; its answer is due ten days later. */
export const sendLetter = networkOperation({
  ...byOneOfTheTeam,
  command: 'SendWatchLetter',
  entry: 'WatchLetterSent',
  oneHand: 'sight',
  description: `An answer is due ${answerDays} days later. It names reports that were upheld alone (\`report-not-upheld\`), and carries out a step that was taken against the same one. An agency is not asked about so few households that it could guess who spoke, unless each of them lets it be asked: \`would-tell-who-spoke\`.`,
  asks: {
    letterId,
    to: word(receivers, 'receiver-unknown'),
    partyId,
    reportIds,
    decisionId: optional(decisionId),
  },
  keeps: ['letterId', 'to', 'partyId', 'reportIds', 'decisionId'],
  decide: ({ watch }: Network, { letterId: id, to, decisionId: carries, ...said }) => {
    if (watch.letters.has(id)) return refused('letter-already-there')
    const { partyId: whom, reportIds: named } = said
    if (named.some((one) => watch.reports.get(one)?.partyId !== whom))
      return invalid('report-unknown', '/reportIds')
    if (
      carries !== undefined &&
      !stepsTaken(watch, whom).some((step) => step.decisionId === carries)
    )
      return refused('decision-not-confirmed')
    const known = upheldOf(watch, whom).filter(({ reportId: one }) => named.includes(one))
    if (known.length < new Set(named).size) return refused('report-not-upheld')
    const isSafe =
      known.every(({ mayBeAsked }) => mayBeAsked) ||
      householdsOf(known) >= Math.max(publicFromMin, watch.rules.publicFrom)
    return to === 'agency' && !isSafe ? refused('would-tell-who-spoke') : asSaid
  },
  about: (entry) => [{ kind: 'watch-letter', key: entry.letterId }],
})

/** What came back to a letter, by a code: the words themselves may name somebody and lie elsewhere. */
export const answerLetter = networkOperation({
  ...byOneOfTheTeam,
  command: 'RecordWatchAnswer',
  entry: 'WatchAnswerRecorded',
  oneHand: 'sight',
  asks: { letterId, says: word(answers, 'answer-unknown'), digest: optional(digest) },
  keeps: ['letterId', 'says', 'digest'],
  decide: ({ watch }: Network, { letterId: named, effectiveOn: on }) => {
    const letter = watch.letters.get(named)
    if (!letter) return invalid('letter-unknown', '/letterId')
    if (letter.answer) return refused('answered-already')
    return on < letter.on ? refused('answered-before-sent') : asSaid
  },
  about: (entry) => [{ kind: 'watch-letter', key: entry.letterId }],
})

/** Says by their SHA-256 which words of an agency's reply may be read; they are nothing before somebody else has read them too. */
export const proposeReplyText = networkOperation({
  ...byOneOfTheTeam,
  command: 'ProposeReplyText',
  entry: 'ReplyTextProposed',
  oneHand: 'sight',
  description:
    'The words lie sealed elsewhere and can be erased. Of an agency alone, once its answer was written down by its code.',
  asks: { letterId, digest },
  keeps: ['letterId', 'digest'],
  decide: ({ watch }: Network, { letterId: named, digest: words }) => {
    const letter = watch.letters.get(named)
    if (!letter) return invalid('letter-unknown', '/letterId')
    if (letter.to !== 'agency') return refused('reply-not-of-agency')
    if (!letter.answer) return refused('not-answered-yet')
    return letter.replies?.some((one) => one.digest === words)
      ? refused('reply-already-there')
      : asSaid
  },
  about: (entry) => [{ kind: 'watch-letter', key: entry.letterId }],
})

/** Stands behind words that somebody else has proposed: they name nobody who spoke. */
export const confirmReplyText = networkOperation({
  ...byOneOfTheTeam,
  command: 'ConfirmReplyText',
  entry: 'ReplyTextConfirmed',
  oneHand: 'decision',
  description:
    'Whoever proposed them cannot confirm them, nor can a login that could be the same person: `checked-by-whoever-entered`, `approver-reset-lately`.',
  asks: { letterId, digest },
  keeps: ['letterId', 'digest'],
  decide: ({ watch }: Network, { letterId: named, digest: words, effectiveOn: on }) => {
    const reply = watch.letters.get(named)?.replies?.find((one) => one.digest === words)
    if (!reply) return invalid('reply-unknown', '/digest')
    if (reply.confirmed) return refused('decision-confirmed-already')
    return on < reply.proposedOn ? refused('checked-before-entered') : asSaid
  },
  about: (entry) => [{ kind: 'watch-letter', key: entry.letterId }],
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
