/* Relief and emergency lines, counted a second time: which loans, on which days, and who had a say in it. */
import type { Command } from '#domain/village.ts'
import { activeOf } from '#test/sim/ballot-laws.ts'
import type { Bars, OfType } from '#test/sim/bars.ts'
import { law } from '#test/sim/law.ts'
import { type Before, charterFor } from '#test/sim/lending-laws.ts'
import { naiveLoans } from '#test/sim/naive-books.ts'
import { isCarried } from '#test/sim/naive-lending.ts'
import { type NaiveLoan, naiveAccount } from '#test/sim/naive-loan.ts'
import { whereIs } from '#test/sim/naive-people.ts'
import { naiveStanding } from '#test/sim/naive-standing.ts'
import { civilOf, dayInMonth, dayOf, monthOf, textOf } from '#test/support/oracle/calendar.ts'
import { quorumIn } from '#test/sim/quorum.ts'

type Giving = OfType<'ActivateRelief'> | OfType<'RenewRelief'>
const isGiving = (one: Command): one is Giving =>
  one.type === 'ActivateRelief' || one.type === 'RenewRelief'

/** What was said of an event since it was declared, or since its relief was undone. */
const storyOf = ({ log }: Pick<Before, 'log'>, eventId: string) => {
  const about = log.filter((one) => 'eventId' in one && one.eventId === eventId)
  const declared = about.find((one) => one.type === 'DeclareEvent')
  const since = about.slice(about.findLastIndex(({ type }) => type === 'UndoRelief') + 1)
  const given = since.filter(isGiving)
  const spoken = since.findLastIndex((one) => one.type === 'RatifyRelief' && isCarried(one.ballot))
  const waiting = since
    .slice(spoken + 1)
    .filter((one): one is Giving => isGiving(one) && one.ballot.by === 'officers')
  const hasEnded = since.some(
    (one) => one.type === 'LapseRelief' || (one.type === 'RatifyRelief' && !isCarried(one.ballot)),
  )
  const declined = about.flatMap((one) => (one.type === 'DeclineRelief' ? [one.memberId] : []))
  return { declared, given, waiting: hasEnded ? [] : waiting, hasEnded, declined }
}

const putOff = ({ log }: Before, eventId: string): [string, NaiveLoan][] =>
  [...naiveLoans(log)].filter(([, loan]) =>
    loan.windows.some(({ decidedAs }) => decidedAs === eventId),
  )

const monthsFrom = (from: number, months: number): number =>
  dayInMonth(monthOf(from) + months, civilOf(from).date) - 1

/** Three months, of one household two, and after a drought until the end of December. */
const lastDayOf = (from: number, kind: string): number => {
  if (kind === 'personal') return monthsFrom(from, 2)
  const usual = monthsFrom(from, 3)
  return kind === 'drought' ? Math.max(usual, dayOf(`${civilOf(from).year}-12-31`)) : usual
}

const livesIn = (zone: string, village: string, place: string): boolean =>
  zone === place || (/^\d+$/.test(place) && village.startsWith(place))

/** The first window of every loan that must be on the list, by loan. */
const listOf = (before: Before, { type, eventId, effectiveOn }: Giving): Map<string, string> => {
  const { declared, declined } = storyOf(before, eventId)
  const on = dayOf(effectiveOn)
  const { members, fund } = before.village
  const { kind, places = [], memberIds = [], from } = declared!
  const isIts = (loan: NaiveLoan): boolean => {
    const member = members.get(loan.memberId)!
    const own = loan.windows.filter(({ decidedAs }) => decidedAs === eventId)
    const isThere =
      memberIds.includes(loan.memberId) ||
      places.some((place) => livesIn(member.zone, fund!.villageCode, place))
    return (
      !loan.isVoid &&
      loan.beganOn <= on &&
      !declined.includes(loan.memberId) &&
      whereIs(member, effectiveOn) !== 'dead' &&
      (type === 'RenewRelief'
        ? own.length > 0
        : isThere && loan.beganOn <= dayOf(declared!.effectiveOn)) &&
      naiveAccount(loan, on).owed > 0
    )
  }
  const windowOf = ({ windows }: NaiveLoan): string => {
    const ends = windows.flatMap((one) => (one.decidedAs === eventId ? [one.to] : []))
    const first = type === 'RenewRelief' ? Math.min(...ends) + 1 : dayOf(from)
    return `${textOf(first)} ${textOf(lastDayOf(first, kind))}`
  }
  return new Map(
    [...naiveLoans(before.log)]
      .filter(([, loan]) => isIts(loan))
      .map(([loanId, loan]) => [loanId, windowOf(loan)]),
  )
}

/** The rule's own window first, and beside it nothing but whole stretches of hungry months. */
const isAnotherList = (before: Before, command: Giving): boolean => {
  const list = listOf(before, command)
  const first = new Map<string, string>()
  const isWhole = command.touched
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .every(({ loanId, from, to }) => {
      if (first.has(loanId)) return from.endsWith('-08-01') && to === `${from.slice(0, 4)}-10-31`
      return first.set(loanId, `${from} ${to}`)
    })
  const isRule = [...list].every(([loanId, window]) => first.get(loanId) === window)
  return !isWhole || !isRule || first.size !== list.size
}

/** August to October, when a field has nothing to sell. */
const isHungry = (day: number): boolean => [8, 9, 10].includes(civilOf(day).month)

const lastFactOn = (loan: NaiveLoan): number =>
  Math.max(
    loan.beganOn,
    ...[loan.payments, loan.writeOffs, loan.draws, loan.changes].flat().map(({ on }) => on),
  )

/** An instalment of a farm loan that is put off falls due before the harvest all the same. */
const isDueHungry = ({ log, village }: Before, command: Giving): boolean =>
  [...naiveLoans([...log, command])].some(([loanId, loan]) => {
    const [first] = command.touched.filter((one) => one.loanId === loanId).map(({ to }) => to)
    const isFarm =
      loan.product === 'seasonal' || village.requests.get(loanId)?.asked.purpose === 'farm'
    // A day of rest may move an instalment over the edge of a window.
    if (first === undefined || !isFarm || loan.plan.workingDays) return false
    const { dues, settled } = naiveAccount(loan, lastFactOn(loan))
    let left = settled
    const isHit = dues.some(({ on, amount }) => {
      left -= amount
      return left < 0 && on > dayOf(first) && isHungry(on)
    })
    // What fell due between harvests as it was agreed is not put off, where years lie between two instalments.
    const daysOf = (one: NaiveLoan): string =>
      naiveAccount(one, lastFactOn(one))
        .dues.map(({ on }) => on)
        .join(' ')
    return isHit && daysOf(loan) !== daysOf(naiveLoans(log).get(loanId)!)
  })

/** Thirty days were over, and the village had met: from the day after both. */
const wasMissed = (before: Before, { eventId, effectiveOn }: OfType<'LapseRelief'>): boolean => {
  const { village } = before
  const [given] = storyOf(before, eventId).waiting
  if (!given) return false
  const { quorumPercent } = charterFor(before, effectiveOn)
  return [...village.meetings.values()].some(
    ({ heldOn, present }) =>
      heldOn > given.effectiveOn &&
      heldOn < effectiveOn &&
      present.length >= quorumIn(activeOf(village, heldOn), quorumPercent) &&
      dayOf(effectiveOn) - dayOf(given.effectiveOn) > 30,
  )
}

/** Something was written on a loan after it was put off. */
const isWrittenOn = (before: Before, { eventId }: OfType<'UndoRelief'>): boolean => {
  const { log } = before
  const first = storyOf(before, eventId).given[0]
  const later = new Set(log.slice(log.findIndex((one) => one === first) + 1).map(({ id }) => id))
  return putOff(before, eventId).some(([, loan]) =>
    [
      loan.payments,
      loan.writeOffs,
      loan.draws,
      loan.changes,
      loan.fines,
      loan.recoveries,
      loan.conversions,
      loan.returns,
    ]
      .flat()
      .some(({ id }) => later.has(id)),
  )
}

const promisedIn = ({ log }: Before, seasonId: string) =>
  log.find((one) => one.type === 'PromiseEmergencyLines' && one.seasonId === seasonId) as
    | OfType<'PromiseEmergencyLines'>
    | undefined

/** Each line that is promised, beside the last loan of whoever it is promised to. */
const beside = ({ log }: Before, { lines, effectiveOn }: OfType<'PromiseEmergencyLines'>) => {
  const on = dayOf(effectiveOn)
  const lent = [...naiveLoans(log)]
    .filter(([, loan]) => !loan.isVoid && loan.beganOn <= on)
    .toSorted(([a, one], [b, other]) => other.paidOutOn - one.paidOutOn || (a < b ? 1 : -1))
  return lines.map(({ memberId, amount }) => {
    const last = lent.find(([, loan]) => loan.memberId === memberId)?.[1]
    return { amount, last, standing: last && naiveStanding(last, on) }
  })
}

const isLate = ({ standing }: ReturnType<typeof beside>[number]): boolean =>
  standing !== undefined &&
  (standing.daysLate > 30 ||
    (standing.account.owed === 0 && standing.account.writtenOff.length > 0))

/** More than half of the last loan, or than an emergency loan may be, in notes. */
const isTooMuch = (before: Before, command: OfType<'PromiseEmergencyLines'>): boolean => {
  const { ceiling, currency } = charterFor(before, command.effectiveOn)
  const note = currency === 'KHR' ? 100 : 1
  return beside(before, command).some(({ amount, last }) => {
    const most = Math.min((last?.principal ?? 0) / 2, ceiling.emergencyMax)
    return amount > Math.floor(most / note) * note
  })
}

const isTooLow = (before: Before, { seasonId, measure }: OfType<'OpenEmergencyLine'>): boolean => {
  const trigger = promisedIn(before, seasonId)?.trigger
  if (measure.is === 'cap-alert') return false
  if (measure.is !== 'gauge' || !trigger) return true
  return measure.station !== trigger.station || measure.levelCm < trigger.levelCm
}

const waitsForNobody = (before: Before, { eventId }: { readonly eventId: string }): boolean =>
  storyOf(before, eventId).waiting.length === 0

export const needBars: Bars = {
  ActivateRelief: {
    'before-the-event': (before, { eventId, effectiveOn }) =>
      effectiveOn < (storyOf(before, eventId).declared?.effectiveOn ?? ''),
    'relief-already-given': (before, { eventId }) => storyOf(before, eventId).given.length > 0,
  },
  RenewRelief: {
    'relief-has-ended': (before, { eventId }) => storyOf(before, eventId).hasEnded,
    'renewed-before': (before, { eventId }) =>
      storyOf(before, eventId).given.some(({ type }) => type === 'RenewRelief'),
    'ratify-first': (before, command) => !waitsForNobody(before, command),
  },
  RatifyRelief: {
    'nothing-to-ratify': waitsForNobody,
  },
  LapseRelief: {
    'nothing-to-ratify': waitsForNobody,
    'meeting-not-missed': (before, command) => !wasMissed(before, command),
  },
  UndoRelief: {
    'paid-since': isWrittenOn,
  },
  PromiseEmergencyLines: {
    'season-has-begun': (_, { from, effectiveOn }) => effectiveOn > from,
    'no-last-loan': (before, command) => beside(before, command).some(({ last }) => !last),
    'late-with-last-loan': (before, command) => beside(before, command).some(isLate),
    'above-emergency-line': isTooMuch,
  },
  OpenEmergencyLine: {
    'event-outside-season': (before, { seasonId, eventId }) => {
      const { from = '', to = '' } = promisedIn(before, seasonId) ?? {}
      const day = storyOf(before, eventId).declared?.from ?? ''
      return day < from || day > to
    },
    'measure-below-level': isTooLow,
  },
}

/** The list is the rule's own, and it keeps its promise to whoever works a field. */
export const reliefLaws = (before: Before, command: Command): void => {
  if (!isGiving(command)) return
  law(
    'relief is for all that it is for, and as long',
    !isAnotherList(before, command),
    () => command,
  )
  law('no field is harvested before its time', !isDueHungry(before, command), () => command)
}
