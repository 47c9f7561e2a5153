import { type LocalDate, daysAfter, later } from '#domain/kernel/dates.ts'

export const checkInAnswers = ['with-word', 'without-word', 'no-answer', 'asked-for-help'] as const
export type CheckInAnswer = (typeof checkInAnswers)[number]

export type CheckIn = { readonly on: LocalDate; readonly answer: CheckInAnswer }
export type Rhythm = { readonly from: LocalDate; readonly everyDays: number }

export const alarmReasons = ['silence', 'without-word', 'asked-for-help'] as const
type AlarmReason = (typeof alarmReasons)[number]
export type Pending = { readonly why: AlarmReason; readonly since: LocalDate }

/** How it stands with somebody's check-ins. */
export type Silence = {
  /** When the next one is to be answered with the word. */
  readonly dueOn: LocalDate
  /** What nobody has answered yet with the word. */
  readonly pending?: Pending
  /** Alarms since the rhythm was agreed that a later answer with the word has ended. */
  readonly falseAlarms: number
}

const silenceFrom = (dueOn: LocalDate): Pending => ({ why: 'silence', since: daysAfter(dueOn, 1) })

/** Silence begins the day after a check-in was due, and on its day where somebody tried and nobody answered. */
const silentBy = ({ dueOn, pending }: Silence, { on, answer }: CheckIn): Pending | undefined => {
  if (pending) return pending
  if (on > dueOn) return silenceFrom(dueOn)
  return answer === 'no-answer' && on === dueOn ? { why: 'silence', since: on } : undefined
}

/** A call for help outweighs an answer without the word, and that outweighs silence; the clock runs on from the first. */
const heavier = (before: Pending | undefined, why: AlarmReason, on: LocalDate): Pending =>
  before && alarmReasons.indexOf(before.why) > alarmReasons.indexOf(why)
    ? before
    : { why, since: before?.since ?? on }

const ended = (
  { falseAlarms }: Silence,
  before: Pending | undefined,
  dueOn: LocalDate,
): Silence => ({
  dueOn,
  // Whoever asked for help was in need, whatever is said afterwards.
  falseAlarms: falseAlarms + (before && before.why !== 'asked-for-help' ? 1 : 0),
})

const after =
  ({ from, everyDays }: Rhythm) =>
  (silence: Silence, checkIn: CheckIn): Silence => {
    const { on, answer } = checkIn
    const before = silentBy(silence, checkIn)
    if (answer === 'with-word') {
      const one = ended(silence, before, daysAfter(later(from, on), everyDays))
      return on < from ? { ...one, falseAlarms: 0 } : one
    }
    const pending = answer === 'no-answer' ? before : heavier(before, answer, on)
    return pending ? { ...silence, pending } : silence
  }

/** How it stands by a rhythm, whatever the order in which check-ins were written down. */
export const silenceIn = (rhythm: Rhythm, checkIns: readonly CheckIn[]): Silence =>
  checkIns
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .reduce(after(rhythm), {
      dueOn: daysAfter(rhythm.from, rhythm.everyDays),
      falseAlarms: 0,
    })

/** What nobody has answered yet on a day, whether somebody has written it down or not. */
export const pendingOn = ({ pending, dueOn }: Silence, today: LocalDate): Pending | undefined =>
  pending ?? (today > dueOn ? silenceFrom(dueOn) : undefined)
