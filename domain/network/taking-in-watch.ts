import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { Network } from '#domain/network/state.ts'
import {
  type ReplyText,
  type WatchAnswer,
  type WatchDecision,
  type WatchLetter,
  answerDays,
  waitingAnswer,
} from '#domain/network/watch/watch.ts'
import type { WatchBody } from '#domain/operations/network.ts'

/** By whose hand an entry came, of which day it is, when it was written down, and after which others. */
type Entered = {
  readonly by: string
  readonly on: LocalDate
  readonly writtenOn: LocalDate
  readonly seq: number
}

/** A second word of the same hand is none, whoever let it through. */
const confirmed = <One extends WatchDecision | ReplyText | WatchAnswer | WatchLetter>(
  one: One,
  entered: Entered,
): One => (entered.by === one.proposedBy ? one : { ...one, confirmed: entered })

const withoutFrame = <Body extends WatchBody>({
  type: _t,
  v: _v,
  flags: _f,
  postings: _p,
  ...said
}: Body) => said

type LetterBody = Extract<WatchBody, { readonly letterId: string }>

/** A letter with what an entry says of it; none comes before the one that says it was sent. */
const letterAfter = (
  before: WatchLetter | undefined,
  body: LetterBody,
  entered: Entered,
): WatchLetter => {
  const { by, on, seq, writtenOn } = entered
  const proposed = { proposedBy: by, proposedOn: on, proposedSeq: seq }
  if (body.type === 'WatchLetterSent')
    return {
      ...withoutFrame(body),
      ...proposed,
      on,
      writtenOn,
      dueOn: daysAfter(on, answerDays),
    }
  const letter = before!
  const { answers = [], replies = [] } = letter
  switch (body.type) {
    case 'WatchLetterConfirmed':
      return confirmed(letter, entered)
    case 'WatchAnswerRecorded': {
      const { letterId: _id, ...said } = withoutFrame(body)
      return { ...letter, answers: [...answers, { ...said, ...proposed }] }
    }
    case 'WatchAnswerConfirmed': {
      const last = waitingAnswer(letter)
      const after = (one: WatchAnswer): WatchAnswer =>
        one === last && one.says === body.says ? confirmed(one, entered) : one
      return { ...letter, answers: answers.map(after) }
    }
    case 'ReplyTextProposed':
      return { ...letter, replies: [...replies, { digest: body.digest, ...proposed }] }
    case 'ReplyTextConfirmed': {
      const after = (one: ReplyText): ReplyText =>
        one.digest === body.digest && !one.confirmed ? confirmed(one, entered) : one
      return { ...letter, replies: replies.map(after) }
    }
  }
}

/** Takes in what an entry says of reports, rulings, steps and letters, in place. */
export const takeInWatch = ({ watch }: Network, body: WatchBody, entered: Entered): void => {
  const { by, on, seq, writtenOn } = entered
  const proposed = { proposedBy: by, proposedOn: on, proposedSeq: seq }
  switch (body.type) {
    case 'ReportChecked':
      watch.reports.set(body.reportId, { ...withoutFrame(body), by, on })
      return
    case 'RulingProposed':
      watch.decisions.set(body.decisionId, { what: 'ruling', ...withoutFrame(body), ...proposed })
      return
    case 'LadderStepProposed':
      watch.decisions.set(body.decisionId, { what: 'step', ...withoutFrame(body), ...proposed })
      return
    case 'DecisionConfirmed': {
      const one = watch.decisions.get(body.decisionId)!
      watch.decisions.set(body.decisionId, confirmed(one, entered))
      return
    }
    case 'WatchLetterSent':
    case 'WatchLetterConfirmed':
    case 'WatchAnswerRecorded':
    case 'WatchAnswerConfirmed':
    case 'ReplyTextProposed':
    case 'ReplyTextConfirmed':
      watch.letters.set(body.letterId, letterAfter(watch.letters.get(body.letterId), body, entered))
      return
    case 'WatchRulesSet': {
      const { upheldNeeded, windowDays, publicFrom, delayDays } = body
      watch.rules = { upheldNeeded, windowDays, publicFrom, delayDays }
      watch.ruled.push({ ...watch.rules, writtenOn })
      return
    }
    case 'PublicationSwitched':
      watch.isPublic = body.isPublic
      return
  }
}

/** Whether what an entry names came before it. */
export const isKnownToWatch = ({ watch }: Network, body: WatchBody): boolean => {
  switch (body.type) {
    case 'ReportChecked':
    case 'LadderStepProposed':
    case 'WatchRulesSet':
    case 'PublicationSwitched':
    case 'WatchLetterSent':
      return true
    case 'RulingProposed':
      return watch.reports.has(body.reportId)
    case 'DecisionConfirmed':
      return watch.decisions.has(body.decisionId)
    case 'WatchLetterConfirmed':
    case 'WatchAnswerRecorded':
    case 'WatchAnswerConfirmed':
    case 'ReplyTextProposed':
    case 'ReplyTextConfirmed':
      return watch.letters.has(body.letterId)
  }
}
