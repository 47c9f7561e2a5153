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
      watch.letters.set(body.letterId, {
        ...withoutFrame(body),
        ...proposed,
        on,
        writtenOn,
        dueOn: daysAfter(on, answerDays),
      })
      return
    case 'WatchLetterConfirmed':
      watch.letters.set(body.letterId, confirmed(watch.letters.get(body.letterId)!, entered))
      return
    case 'WatchAnswerRecorded': {
      const { letterId, ...said } = withoutFrame(body)
      const letter = watch.letters.get(letterId)!
      const answers = [...(letter.answers ?? []), { ...said, ...proposed }]
      watch.letters.set(letterId, { ...letter, answers })
      return
    }
    case 'WatchAnswerConfirmed': {
      const letter = watch.letters.get(body.letterId)!
      const last = waitingAnswer(letter)
      const answers = (letter.answers ?? []).map((one) =>
        one === last && one.says === body.says ? confirmed(one, entered) : one,
      )
      watch.letters.set(body.letterId, { ...letter, answers })
      return
    }
    case 'ReplyTextProposed': {
      const letter = watch.letters.get(body.letterId)!
      const replies = [...(letter.replies ?? []), { digest: body.digest, ...proposed }]
      watch.letters.set(body.letterId, { ...letter, replies })
      return
    }
    case 'ReplyTextConfirmed': {
      const letter = watch.letters.get(body.letterId)!
      const replies = (letter.replies ?? []).map((one) =>
        one.digest === body.digest && !one.confirmed ? confirmed(one, entered) : one,
      )
      watch.letters.set(body.letterId, { ...letter, replies })
      return
    }
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
