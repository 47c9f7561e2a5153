import type { CaseFile } from '#domain/cases/file.ts'
import { itemsOf } from '#domain/cases/operation.ts'
import { addTask } from '#domain/cases/operations/plan.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'

/** What a case waits for. */
export const dueKinds = ['task', 'follow-up', 'check-in', 'answer'] as const
export type Due = {
  readonly what: (typeof dueKinds)[number]
  readonly on: LocalDate
  readonly item?: string
}

type Ended = { readonly end: string }

const tasks = (file: CaseFile): readonly Due[] =>
  itemsOf<typeof addTask, Ended>(file, addTask)
    .filter(({ value }) => value.end === undefined)
    .map(({ item, value: { dueOn } }) => ({ what: 'task', on: dueOn, item }))

/** All that a case waits for, the earliest first; nothing where it has ended. */
export const duesOf = (file: CaseFile): readonly Due[] =>
  file.closed ? [] : [...tasks(file)].toSorted((a, b) => (a.on < b.on ? -1 : 1))
