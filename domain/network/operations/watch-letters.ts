import { invalid, refused } from '#domain/kernel/decision.ts'
import { day, group, optional, uuid, word } from '#domain/kernel/shape.ts'
import { byOneOfTheTeam, decisionId, reportIds } from '#domain/network/operations/watch.ts'
import type { Network } from '#domain/network/state.ts'
import { stepsTaken } from '#domain/network/watch/ladder.ts'
import { checkSays, householdsOf } from '#domain/network/watch/report.ts'
import {
  answerDays,
  answerOf,
  answers,
  letterDaysBack,
  publicFromMin,
  receivers,
  upheldOf,
  waitingAnswer,
} from '#domain/network/watch/watch.ts'
import { asSaid, networkOperation } from '#domain/operations/operation.ts'

const letterId = uuid('letter')
const partyId = uuid('party')
const digest = checkSays.evidence.each

const aboutLetter = (entry: { readonly letterId: string }) =>
  [{ kind: 'watch-letter', key: entry.letterId }] as const

/** Says that a letter went out; its answer is due ten days later, once somebody else has seen that it went. */
export const sendLetter = networkOperation({
  ...byOneOfTheTeam,
  command: 'SendWatchLetter',
  entry: 'WatchLetterSent',
  oneHand: 'sight',
  description: `An answer is due ${answerDays} days later; nothing runs before \`ConfirmWatchLetter\`. It names reports that were upheld alone (\`report-not-upheld\`), goes out no earlier than what it rests on was ruled (\`letter-before-ruling\`) and at most ${letterDaysBack} days before it is written down (\`letter-too-late\`), and carries out a step that was taken against the same one. An agency is not asked about so few households that it could guess who spoke, unless each of them lets it be asked: \`would-tell-who-spoke\`.`,
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
    const { partyId: whom, reportIds: named, effectiveOn: on } = said
    if (named.some((one) => watch.reports.get(one)?.partyId !== whom))
      return invalid('report-unknown', '/reportIds')
    const step = stepsTaken(watch, whom).find((one) => one.decisionId === carries)
    if (carries !== undefined && !step) return refused('decision-not-confirmed')
    const known = upheldOf(watch, whom).filter(({ reportId: one }) => named.includes(one))
    if (known.length < new Set(named).size) return refused('report-not-upheld')
    const ruledOn = [...known.map(({ ruling }) => ruling), ...(step ? [step] : [])]
    if (ruledOn.some(({ confirmed }) => on < confirmed.on)) return refused('letter-before-ruling')
    const isSafe =
      known.every(({ mayBeAsked }) => mayBeAsked) ||
      householdsOf(known) >= Math.max(publicFromMin, watch.rules.publicFrom)
    return to === 'agency' && !isSafe ? refused('would-tell-who-spoke') : asSaid
  },
  about: aboutLetter,
})

/** A letter as whoever confirms it has read it. */
const letterRead = optional(
  group({ partyId, to: word(receivers, 'receiver-unknown'), sentOn: day, reportIds }),
)

/** Somebody else has seen that a letter went out: from then on its ten days run. */
export const confirmLetter = networkOperation({
  ...byOneOfTheTeam,
  command: 'ConfirmWatchLetter',
  entry: 'WatchLetterConfirmed',
  oneHand: 'decision',
  description:
    'Whoever wrote it down cannot confirm it, nor can a login that could be the same person: `checked-by-whoever-entered`, `approver-reset-lately`. What the letter says is said once more in `reads`; without it, or otherwise, it is `not-as-read`.',
  asks: { letterId, reads: letterRead },
  keeps: ['letterId'],
  decide: ({ watch }: Network, { letterId: named, effectiveOn: on }) => {
    const letter = watch.letters.get(named)
    if (!letter) return invalid('letter-unknown', '/letterId')
    if (letter.confirmed) return refused('decision-confirmed-already')
    return on < letter.on ? refused('checked-before-entered') : asSaid
  },
  about: aboutLetter,
})

const answerSays = {
  letterId,
  says: word(answers, 'answer-unknown'),
  digest: optional(digest),
} as const

/**
 * What came back to a letter, by a code: the words themselves may name somebody and lie elsewhere. It ends no clock before
 * somebody else has seen it, and another one that two have seen later stands in its place.
 */
export const answerLetter = networkOperation({
  ...byOneOfTheTeam,
  command: 'RecordWatchAnswer',
  entry: 'WatchAnswerRecorded',
  oneHand: 'sight',
  description:
    'Nothing before `ConfirmWatchAnswer`. Said again it puts right what was said before, once another one has seen that too.',
  asks: answerSays,
  keeps: ['letterId', 'says', 'digest'],
  decide: ({ watch }: Network, { letterId: named, says, digest: words, effectiveOn: on }) => {
    const letter = watch.letters.get(named)
    if (!letter) return invalid('letter-unknown', '/letterId')
    if (!letter.confirmed) return refused('letter-not-confirmed')
    if (on < letter.on) return refused('answered-before-sent')
    const last = waitingAnswer(letter) ?? answerOf(letter)
    return last?.says === says && last.digest === words ? refused('answered-already') : asSaid
  },
  about: aboutLetter,
})

/** Somebody else has seen the answer: from then on it holds. */
export const confirmAnswer = networkOperation({
  ...byOneOfTheTeam,
  command: 'ConfirmWatchAnswer',
  entry: 'WatchAnswerConfirmed',
  oneHand: 'decision',
  description:
    'Of the answer that was written down last, by what it says and by its digest, where it has one; of another one it is `answer-moved`. Whoever wrote it down cannot confirm it, nor can a login that could be the same person: `checked-by-whoever-entered`, `approver-reset-lately`.',
  asks: answerSays,
  keeps: ['letterId', 'says', 'digest'],
  decide: ({ watch }: Network, { letterId: named, says, digest: words, effectiveOn: on }) => {
    const letter = watch.letters.get(named)
    if (!letter) return invalid('letter-unknown', '/letterId')
    const waits = waitingAnswer(letter)
    if (!waits) return refused(answerOf(letter) ? 'decision-confirmed-already' : 'not-answered-yet')
    if (waits.says !== says || waits.digest !== words) return refused('answer-moved')
    return on < waits.proposedOn ? refused('checked-before-entered') : asSaid
  },
  about: aboutLetter,
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
    if (!answerOf(letter)) return refused('not-answered-yet')
    return letter.replies?.some((one) => one.digest === words)
      ? refused('reply-already-there')
      : asSaid
  },
  about: aboutLetter,
})

/** Stands behind words that somebody else has proposed: they name nobody who spoke. */
export const confirmReplyText = networkOperation({
  ...byOneOfTheTeam,
  command: 'ConfirmReplyText',
  entry: 'ReplyTextConfirmed',
  oneHand: 'decision',
  description:
    'Whoever proposed them cannot confirm them, nor can a login that could be the same person: `checked-by-whoever-entered`, `approver-reset-lately`. `reads` is SHA-256 of the id of the letter, a space and the words, which nobody makes without them; without it, or otherwise, it is `not-as-read`.',
  asks: { letterId, digest, reads: optional(digest) },
  keeps: ['letterId', 'digest'],
  decide: ({ watch }: Network, { letterId: named, digest: words, effectiveOn: on }) => {
    const reply = watch.letters.get(named)?.replies?.find((one) => one.digest === words)
    if (!reply) return invalid('reply-unknown', '/digest')
    if (reply.confirmed) return refused('decision-confirmed-already')
    return on < reply.proposedOn ? refused('checked-before-entered') : asSaid
  },
  about: aboutLetter,
})
