import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { ballot } from '#domain/fund/meeting/ballot.ts'
import { chairOrRecordKeeper } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'
import { eventFor, isMissed, through } from '#domain/relief/after.ts'
import { judgedForRelief } from '#domain/relief/authority.ts'
import { waitsForMeeting } from '#domain/relief/giving.ts'
import { loansOf, postingsOfChange } from '#domain/relief/moving.ts'
import type { Relieving } from '#domain/relief/relieving.ts'
import { eventId } from '#domain/relief/shapes.ts'
import { eventAndLoans } from '#domain/relief/subjects.ts'

/**
 * The meeting says whether it stands behind what officers gave. A refusal ends coming deferrals, never past ones:
 * what fell on the day of the vote stays put off.
 */
export const ratifyRelief = operation({
  command: 'RatifyRelief',
  entry: 'ReliefRatified',
  oneHand: 'decision',
  description:
    'The meeting’s word on what officers gave. A no ends coming deferrals, never past ones.',
  asks: { eventId, ballot },
  keeps: ['eventId', 'ballot'],
  may: chairOrRecordKeeper,
  second: (command) => command.ballot.confirmedBy,
  concerns: ({ eventId: of }) => ({ eventId: of }),
  minutes: 'told',
  isReversible: false,
  decide: (now: Relieving, command) => {
    const event = eventFor(now, command)
    if (typeof event === 'string') return refused(event)
    const { ballot: held, effectiveOn: on } = command
    if (!waitsForMeeting(event)) return refused('nothing-to-ratify')
    if (held.by === 'officers') return refused('the-meeting-must-vote')
    const vote = judgedForRelief(held, now, { declared: event.told, day: on })
    if (vote.is === 'invalid') return invalid(vote.code, vote.at)
    if (vote.is === 'refused') return refused(vote.code)
    const { isCarried } = vote
    const left = isCarried ? event.touched : through(event.touched, on)
    return recorded({
      isCarried,
      // Where the meeting said no: the loans that were put off, and the windows that are left on them.
      ...(isCarried ? {} : { loanIds: loansOf(event), left }),
      flags: [],
      postings: isCarried ? [] : postingsOfChange(now.loans, event, { ...event, touched: left }),
    })
  },
  about: (entry) => eventAndLoans(entry.eventId, entry.loanIds),
})

/** No meeting spoke though one could: what officers gave ends. */
export const lapseRelief = operation({
  command: 'LapseRelief',
  entry: 'ReliefLapsed',
  oneHand: 'decision',
  description: 'No meeting spoke, though one could have: what officers gave ends.',
  asks: { eventId },
  keeps: ['eventId'],
  may: chairOrRecordKeeper,
  second: 'none',
  minutes: 'told',
  isReversible: false,
  decide: (now: Relieving, command) => {
    const event = eventFor(now, command)
    if (typeof event === 'string') return refused(event)
    const { effectiveOn: on } = command
    if (!waitsForMeeting(event)) return refused('nothing-to-ratify')
    if (!isMissed(now, event, on)) return refused('meeting-not-missed')
    const left = through(event.touched, on)
    const postings = postingsOfChange(now.loans, event, { ...event, touched: left })
    return recorded({ loanIds: loansOf(event), left, flags: [], postings })
  },
  about: (entry) => eventAndLoans(entry.eventId, entry.loanIds),
})
