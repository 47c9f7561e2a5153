import { type CaseFile } from '#domain/cases/file.ts'
import { addTo, fact, factOf, itemsOf } from '#domain/cases/operation.ts'
import { isAway } from '#domain/cases/operations/journey.ts'
import { setContact } from '#domain/cases/operations/person.ts'
import {
  type Rhythm,
  type Silence,
  checkInAnswers,
  pendingOn,
  silenceIn,
} from '#domain/cases/silence.ts'
import { type LocalDate, daysAfter, later } from '#domain/kernel/dates.ts'
import { day, mark, optional, uuid, whole, word } from '#domain/kernel/shape.ts'

export const partsOfDay = ['morning', 'noon', 'evening', 'night'] as const
export const checkInWays = ['call', 'text'] as const
export const rhythmDaysMax = 60

/** What somebody answers, or that nobody did. */
export const recordCheckIn = addTo({
  command: 'RecordCheckIn',
  name: 'checkIns',
  asks: { on: day, answer: word(checkInAnswers) },
  check: ({ today }, { on }) => (on > today ? 'day-to-come' : undefined),
})

/** How it stands with the check-ins of somebody who is away; undefined where none were agreed, and after the way home. */
export const silenceOf = (file: CaseFile): Silence | undefined => {
  const rhythm = file.facts['rhythm']?.value as Rhythm | undefined
  if (!rhythm || file.closed || !isAway(file)) return undefined
  const checkIns = itemsOf(file, recordCheckIn).map(({ value }) => value)
  return silenceIn(rhythm, checkIns)
}

/**
 * How often somebody abroad is heard, how, and which worker hears first that nobody answered. A word is agreed before: whoever
 * answers without it may be somebody else, or not free to speak. Another rhythm waits until an alarm has ended: it must not end
 * it.
 */
export const setRhythm = fact({
  command: 'SetRhythm',
  name: 'rhythm',
  asks: {
    everyDays: whole(1, rhythmDaysMax, 'days-unreadable'),
    how: word(checkInWays),
    /** The login of the worker who is told first. */
    toldFirst: uuid('user'),
    from: day,
    /** When she is free to speak, by the clock where she is. */
    partOfDay: optional(word(partsOfDay)),
  },
  check: ({ file, today }, { how }) => {
    const contact = factOf(file, setContact)
    if (contact?.safeWord === undefined) return 'safe-word-first'
    const isByText = contact.way === 'text' && contact.number !== undefined
    if (how === 'text' && !isByText) return 'text-not-safe'
    const silence = silenceOf(file)
    return silence && pendingOn(silence, today) ? 'alarm-stands' : undefined
  },
})

/**
 * The days of the next calls as they were agreed, the first one that is due or late first; none while none were agreed. An
 * answer moves all of them.
 */
export const scheduleOf = (file: CaseFile, many = 3): readonly LocalDate[] => {
  const [rhythm, silence] = [factOf(file, setRhythm), silenceOf(file)]
  return rhythm && silence
    ? Array.from({ length: many }, (_, i) => daysAfter(silence.dueOn, i * rhythm.everyDays))
    : []
}

export const schoolings = ['all-go', 'some-do-not', 'no-children'] as const

/** How it goes at home: who of the team looks after the household, school, and when money came. */
export const setLeftBehind = fact({
  command: 'SetLeftBehind',
  name: 'leftBehind',
  asks: {
    /** The login of whoever looks after them, and sees alone that money did not come. */
    supporter: uuid('user'),
    school: word(schoolings),
    moneyEveryDays: whole(1, 365, 'days-unreadable'),
    lastMoneyOn: optional(day),
    /** Its supporter knows why none comes: nothing is said of it until that day. */
    quietUntil: optional(day),
    /** Nobody is to be asked about money any more. */
    isStopped: optional(mark()),
  },
  check: ({ today }, { lastMoneyOn }) =>
    lastMoneyOn !== undefined && lastMoneyOn > today ? 'day-to-come' : undefined,
})

/** Whether the plan of the household at home is for somebody to see: its supporter's alone, and nobody's before there is one. */
export const seesLeftBehind = (file: CaseFile, login: string): boolean => {
  const plan = factOf(file, setLeftBehind)
  return plan === undefined || plan.supporter === login
}

/**
 * When money is expected next, and who sees it: its supporter, and nobody of the fund. Undefined where nothing was agreed or
 * where it was stopped; put off while the supporter knows why.
 */
export const nextMoney = (
  file: CaseFile,
): { readonly on: LocalDate; readonly supporter: string } | undefined => {
  const plan = factOf(file, setLeftBehind)
  if (!plan || plan.isStopped) return undefined
  const last = plan.lastMoneyOn ?? file.facts[setLeftBehind.name]!.on
  const due = daysAfter(last, plan.moneyEveryDays)
  return { on: later(due, plan.quietUntil ?? due), supporter: plan.supporter }
}
