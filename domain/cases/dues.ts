import type { CaseFile } from '#domain/cases/file.ts'
import { itemsOf } from '#domain/cases/operation.ts'
import { nextMoney, silenceOf } from '#domain/cases/operations/abroad.ts'
import { followUpsDue } from '#domain/cases/operations/back.ts'
import type { routes } from '#domain/cases/operations/life.ts'
import { addTask } from '#domain/cases/operations/plan.ts'
import { lacksChildRoute, referralsOf } from '#domain/cases/operations/referrals.ts'
import { askAgainOn } from '#domain/cases/travel.ts'
import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'

/** What a case waits for. */
export const dueKinds = [
  'task',
  'follow-up',
  'check-in',
  'answer',
  'child-route',
  'left-behind',
] as const
export type Due = {
  readonly what: (typeof dueKinds)[number]
  readonly on: LocalDate
  readonly item?: string
  /** The one login that sees it, where it is not for all who are assigned and the supervisor. */
  readonly onlyFor?: string
}

type Ended = { readonly end: string; readonly route: (typeof routes)[number] }

const openTasks = (file: CaseFile) =>
  itemsOf<typeof addTask, Ended>(file, addTask).filter(({ value }) => value.end === undefined)

const tasks = (file: CaseFile): readonly Due[] =>
  openTasks(file).map(({ item, value: { dueOn } }) => ({ what: 'task', on: dueOn, item }))

/** A day after the case was opened, whatever became of the task that says so: only the referral itself ends it. */
const childRoute = (file: CaseFile): readonly Due[] => {
  const isTask = openTasks(file).some(({ value }) => value.route === 'child-protection-route')
  return lacksChildRoute(file) && !isTask
    ? [{ what: 'child-route', on: daysAfter(file.openedOn, 1) }]
    : []
}

/** Asked again after a week and after two; the second stays until there is an answer, or it is said that there is none. */
const answers = (file: CaseFile): readonly Due[] =>
  referralsOf(file)
    .filter(({ value: { state } }) => state === 'offered')
    .map((referral) => ({ what: 'answer', on: askAgainOn(referral), item: referral.item }))

const checkIns = (file: CaseFile): readonly Due[] => {
  const silence = silenceOf(file)
  return silence ? [{ what: 'check-in', on: silence.pending?.since ?? silence.dueOn }] : []
}

const leftBehind = (file: CaseFile): readonly Due[] => {
  const next = nextMoney(file)
  return next ? [{ what: 'left-behind', on: next.on, onlyFor: next.supporter }] : []
}

/**
 * All that a case waits for, the earliest first; nothing where it has ended. What is for one login alone is not
 * shown to anybody else.
 */
export const duesOf = (file: CaseFile): readonly Due[] => {
  if (file.closed) return []
  const all = [
    ...tasks(file),
    ...childRoute(file),
    ...answers(file),
    ...checkIns(file),
    ...followUpsDue(file).map(({ on }) => ({ what: 'follow-up', on }) as const),
    ...leftBehind(file),
  ]
  return all.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** What of it somebody sees. */
export const duesFor = (file: CaseFile, login: string): readonly Due[] =>
  duesOf(file).filter(({ onlyFor }) => onlyFor === undefined || onlyFor === login)
