import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { daysAfter } from '#domain/kernel/dates.ts'
import type { Said } from '#domain/kernel/shape.ts'
import { ballot } from '#domain/fund/meeting/ballot.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { chairOrRecordKeeper } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'
import { judgedForRelief, ratifyDays } from '#domain/relief/authority.ts'
import { declaredIn } from '#domain/relief/event.ts'
import { givingRefusal, isSame, renewedBy, touchedBy, withWindows } from '#domain/relief/giving.ts'
import { postingsOfChange } from '#domain/relief/moving.ts'
import type { TouchedLoan } from '#domain/relief/relief.ts'
import type { Relieving } from '#domain/relief/relieving.ts'
import { eventId, touchedLoans } from '#domain/relief/shapes.ts'
import { eventAndLoans } from '#domain/relief/subjects.ts'

const asks = {
  eventId,
  /** The list as it was shown: every loan with its windows. Another list than the rule's is refused. */
  touched: touchedLoans,
  ballot,
}
type GivingCommand = Envelope & Said<typeof asks>

/**
 * One act for all: the caller sends the list that it was shown, and it is taken only where it is the rule's own
 * for this day. Books of every loan follow in the same entry.
 */
const giveRelief = (now: Relieving, command: GivingCommand, isRenewal: boolean) => {
  const { eventId: of, touched, ballot: held, effectiveOn: on } = command
  const event = declaredIn(now.events, of)
  if (!event) return refused('event-not-declared')
  const not = givingRefusal(event, { isRenewal, on })
  if (not !== undefined) return refused(not)
  const list = isRenewal ? renewedBy(now, event, on) : touchedBy(now, event, on)
  if (list.length === 0) return refused('nothing-to-defer')
  if (!isSame(touched, list)) return refused('list-has-changed')
  const vote = judgedForRelief(held, now, { declared: event.told, day: on })
  if (vote.is === 'invalid') return invalid(vote.code, vote.at)
  if (vote.is === 'refused') return refused(vote.code)
  if (!vote.isCarried) return refused('vote-lost')
  return recorded({
    touched: list,
    // Where officers gave it: the meeting speaks by this day, or at the first one that can be held after it.
    ...(held.by === 'officers' ? { ratifyBy: daysAfter(on, ratifyDays) } : {}),
    flags: [],
    postings: postingsOfChange(now.loans, event, withWindows(event, list, on)),
  })
}

const aboutGiven = (entry: {
  readonly eventId: string
  readonly touched: readonly TouchedLoan[]
}) =>
  eventAndLoans(
    entry.eventId,
    entry.touched.map(({ loanId }) => loanId),
  )

/** All loans that an event touches are put off, by one act. */
export const activateRelief = operation({
  command: 'ActivateRelief',
  entry: 'ReliefActivated',
  oneHand: 'decision',
  description:
    'All loans that the event touches, in one act. `touched` is the list that `GET /v1/funds/{fundId}/relief/events/{eventId}` shows for the day; another list is refused as `list-has-changed`. By the meeting, or by three officers whom the meeting ratifies within 30 days.',
  asks,
  keeps: ['eventId', 'ballot'],
  may: chairOrRecordKeeper,
  second: (command) => command.ballot.confirmedBy,
  concerns: ({ eventId: of }) => ({ eventId: of }),
  minutes: 'told',
  isReversible: false,
  decide: (now: Relieving, command) => giveRelief(now, command, false),
  about: (entry) => aboutGiven(entry),
})

/** Once more, once an event: from the day after the event's own window ends. */
export const renewRelief = operation({
  command: 'RenewRelief',
  entry: 'ReliefRenewed',
  oneHand: 'decision',
  description: 'Once an event: the second windows, from the day after each loan’s first one.',
  asks,
  keeps: ['eventId', 'ballot'],
  may: chairOrRecordKeeper,
  second: (command) => command.ballot.confirmedBy,
  concerns: ({ eventId: of }) => ({ eventId: of }),
  minutes: 'told',
  isReversible: false,
  decide: (now: Relieving, command) => giveRelief(now, command, true),
  about: (entry) => aboutGiven(entry),
})
