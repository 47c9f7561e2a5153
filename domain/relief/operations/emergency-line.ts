import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import { type Said, day, group, id, list, optional, sum } from '#domain/kernel/shape.ts'
import { ballot } from '#domain/fund/meeting/ballot.ts'
import { judged } from '#domain/fund/meeting/voting.ts'
import { chairOrRecordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'
import {
  type LineOfMember,
  type LineRefusal,
  type Season,
  lineFor,
} from '#domain/relief/emergency-line.ts'
import { declaredIn } from '#domain/relief/event.ts'
import { type Evidence, evidence, evidenceFault, trigger } from '#domain/relief/evidence.ts'
import type { Relieving } from '#domain/relief/relieving.ts'
import { eventId, namesMax, seasonId } from '#domain/relief/shapes.ts'
import { windowOf } from '#domain/relief/windows.ts'

const promising = {
  seasonId,
  from: day,
  to: day,
  trigger: optional(trigger),
  lines: list(group({ memberId: id('member'), amount: sum }), {
    min: 1,
    max: namesMax,
    code: 'season-cannot-hold',
  }),
  ballot,
}

const seasonMonthsMax = 12

const promiseFault = (
  { members }: Pick<Relieving, 'members'>,
  { from, to, lines }: Said<typeof promising>,
) => {
  if (from > to || to > monthlyDay(from, seasonMonthsMax, 31))
    return invalid('season-cannot-hold', '/to')
  const stranger = lines.findIndex(({ memberId }) => !members.has(memberId))
  if (stranger >= 0) return invalid('member-unknown', `/lines/${stranger}/memberId`)
  const isTwice = new Set(lines.map(({ memberId }) => memberId)).size < lines.length
  return isTwice ? invalid('season-cannot-hold', '/lines') : undefined
}

type PromiseRefusal = LineRefusal | 'above-emergency-line'

const lineRefusal = (
  now: Pick<Relieving, 'loans' | 'charter'>,
  { memberId, amount }: LineOfMember,
  on: LocalDate,
): PromiseRefusal | undefined => {
  const line = lineFor(now, memberId, on)
  if ('code' in line) return line.code
  return amount > line.amount ? 'above-emergency-line' : undefined
}

/** The meeting promises emergency loans. What a household hears in May: so much is there for you when the water comes. */
export const promiseEmergencyLines = operation({
  command: 'PromiseEmergencyLines',
  entry: 'EmergencyLinesPromised',
  oneHand: 'decision',
  description:
    'Before the season the meeting promises emergency loans: up to half of each member’s last loan, within the emergency ceiling, at 0 %.',
  beginsAnew: true,
  asks: promising,
  keeps: ['seasonId', 'from', 'to', 'trigger', 'lines', 'ballot'],
  may: chairOrRecordKeeper,
  second: (command) => command.ballot.confirmedBy,
  concerns: ({ lines }) => ({ memberIds: lines.map(({ memberId }) => memberId) }),
  minutes: 'told',
  isReversible: false,
  decide: (now: Relieving, command) => {
    const fault = promiseFault(now, command)
    if (fault) return fault
    const { seasonId: of, from, lines, ballot: held, effectiveOn: on } = command
    if (now.seasons.has(of)) return refused('season-already-promised')
    if (on > from) return refused('season-has-begun')
    const not = lines.flatMap((line) => lineRefusal(now, line, on) ?? []).at(0)
    if (not !== undefined) return refused(not)
    const { members, charter } = now
    const matter = { members, day: on, charter, memberId: '', amount: 0, isUrgent: true }
    const vote = judged(held, { ...matter, isForTheMeeting: true })
    if (vote.is === 'invalid') return invalid(vote.code, vote.at)
    if (vote.is === 'refused') return refused(vote.code)
    if (!vote.isCarried) return refused('vote-lost')
    const promised = lines.reduce((all, { amount }) => all + amount, 0)
    return recorded({
      flags: flagsOf({ 'promised-above-cash': promised > now.payableOn(on) }),
      postings: [],
    })
  },
  about: ({ seasonId: key }) => [{ kind: 'season', key }],
})

/** A gauge must show the level that was promised; an alert says it by itself. */
const isEnough = (measure: Evidence, promised: Season['trigger']): boolean =>
  measure.is === 'cap-alert' ||
  (measure.is === 'gauge' &&
    promised !== undefined &&
    measure.station === promised.station &&
    measure.levelCm >= promised.levelCm)

/** Two keys, what was measured and somebody else who saw it, and no vote: that was held before the season. */
export const openEmergencyLine = operation({
  command: 'OpenEmergencyLine',
  entry: 'EmergencyLineOpened',
  oneHand: 'decision',
  description:
    'Two keys: a gauge at the promised level or an alert, and a witness who gives a secret of their own in `approvals`.',
  beginsAnew: true,
  asks: { seasonId, eventId, measure: evidence, witnessId: id('member') },
  keeps: ['seasonId', 'eventId', 'measure', 'witnessId'],
  may: chairOrRecordKeeper,
  // The second key.
  second: ({ witnessId }) => witnessId,
  minutes: 'told',
  isReversible: false,
  decide: ({ members, seasons, events, charter }: Relieving, command) => {
    const { seasonId: of, eventId: by, measure, witnessId, effectiveOn: on } = command
    const fault = evidenceFault(measure, (memberId) => members.has(memberId))
    if (fault) return invalid(fault.code, `/measure${fault.at}`)
    if (!members.has(witnessId)) return invalid('member-unknown', '/witnessId')
    const season = seasons.get(of)
    if (!season) return invalid('season-unknown', '/seasonId')
    const event = declaredIn(events, by)
    if (!event || event.told.kind === 'personal' || on < event.declaredOn)
      return refused('event-not-declared')
    const { from } = event.told
    if (from < season.from || from > season.to) return refused('event-outside-season')
    if (season.opened.some((one) => one.eventId === by)) return refused('line-already-open')
    if (!isEnough(measure, season.trigger)) return refused('measure-below-level')
    // The last day on which it is open, as long as relief is not renewed.
    const until = windowOf(charter, event.told).to
    return recorded({ until, flags: [], postings: [] })
  },
  about: ({ seasonId: key }) => [{ kind: 'season', key }],
})
