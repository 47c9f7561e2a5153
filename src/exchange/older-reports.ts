import type { LocalDate } from '#domain/kernel/dates.ts'
import type { FundBook } from '#domain/health/book.ts'
import { type CommitteeTask, tasksOf } from '#domain/health/tasks.ts'
import type { Report } from '#src/exchange/report.ts'

/** A task as reports tell it: by loan and card, in words. Sums in smallest units. */
export type TaskRow = Pick<CommitteeTask, 'kind' | 'since' | 'security' | 'notDemanded'> & {
  readonly loan: string
  readonly card: string
  readonly message: string
}

/** What the committee has still to do; the caller knows the language. */
export const taskRows = (
  book: FundBook,
  asOf: LocalDate,
  say: (task: CommitteeTask) => string,
): TaskRow[] => {
  const cards = new Map(book.members.map(({ memberId, card }) => [memberId, card]))
  return tasksOf(book, asOf).map((task) => {
    const { kind, number: loan, memberId, since, security, notDemanded } = task
    const card = cards.get(memberId) ?? ''
    return { kind, loan, card, since, security, notDemanded, message: say(task) }
  })
}

export const tasksReport = (tasks: readonly TaskRow[], asOf: LocalDate): Report => ({
  name: 'tasks',
  title: `Still to do on ${asOf}: papers to give back, loans to convert`,
  columns: [
    { key: 'kind', heading: 'Task', kind: 'text' },
    { key: 'loan', heading: 'Loan', kind: 'text' },
    { key: 'card', heading: 'Card', kind: 'text' },
    { key: 'since', heading: 'Since', kind: 'text' },
    { key: 'security', heading: 'Held', kind: 'text' },
    { key: 'notDemanded', heading: 'Not demanded', kind: 'sum' },
    { key: 'message', heading: 'In words', kind: 'text' },
  ],
  rows: tasks,
})
