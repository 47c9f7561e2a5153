import type { CaseFile } from '#domain/cases/file.ts'
import { factOf, itemsOf } from '#domain/cases/operation.ts'
import { setRhythm, silenceOf } from '#domain/cases/operations/abroad.ts'
import { addPersonAround, isUnsafe } from '#domain/cases/operations/person.ts'
import { type Pending, pendingOn } from '#domain/cases/silence.ts'
import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'

/** Who hears of an alarm, in this order, and so many days after it began. */
export const alarmSteps = ['worker', 'supervisor', 'people'] as const
export type AlarmStep = (typeof alarmSteps)[number]
export type Ladder = Readonly<Record<AlarmStep, number>>

const waiting: Ladder = { worker: 0, supervisor: 2, people: 5 }
/** Whoever asked for help does not wait for the supervisor; the people around still come last. */
const atOnce: Ladder = { worker: 0, supervisor: 0, people: 2 }

/** After how many days each of them hears, by what began it. */
export const ladderOf = (why: Pending['why']): Ladder =>
  why === 'asked-for-help' ? atOnce : waiting

export type Alarm = Pending & {
  readonly steps: readonly { readonly step: AlarmStep; readonly from: LocalDate }[]
  /** How far it has gone by today. */
  readonly reached: readonly AlarmStep[]
  /** The login of the worker who is told first. */
  readonly worker: string
  /** Items of people around who may be asked, once that is reached: those marked safe, and of whom nobody has complained. */
  readonly people: readonly string[]
}

/** Whoever was marked safe and is accused of nothing; never whoever nobody has asked about. */
const safePeople = (file: CaseFile): readonly string[] =>
  itemsOf(file, addPersonAround)
    .filter(({ item, value }) => value.safety === 'safe' && !isUnsafe(file, item))
    .map(({ item }) => item)

/** The alarm that stands today; undefined while somebody answers as agreed. An answer with the word ends it. */
export const alarmOf = (file: CaseFile, today: LocalDate): Alarm | undefined => {
  const silence = silenceOf(file)
  const pending = silence && pendingOn(silence, today)
  if (!pending) return undefined
  const { why, since } = pending
  const days = ladderOf(why)
  const steps = alarmSteps.map((step) => ({ step, from: daysAfter(since, days[step]) }))
  const reached = steps.filter(({ from }) => from <= today).map(({ step }) => step)
  const people = reached.includes('people') ? safePeople(file) : []
  return { why, since, steps, reached, worker: factOf(file, setRhythm)!.toldFirst, people }
}

export const falseAlarmsMax = 3

/** Whether so many alarms were false that another rhythm should be agreed: who is called too often is not believed. */
export const needsOtherRhythm = (file: CaseFile): boolean =>
  (silenceOf(file)?.falseAlarms ?? 0) >= falseAlarmsMax
