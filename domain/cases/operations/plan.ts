import { addTo, changeOf, fact, line } from '#domain/cases/operation.ts'
import { stages } from '#domain/cases/file.ts'
import { day, word } from '#domain/kernel/shape.ts'

export const setStage = fact({
  command: 'SetStage',
  name: 'stage',
  asks: { stage: word(stages), since: day },
  check: ({ today }, { since }) => (since > today ? 'day-to-come' : undefined),
})

export const taskHands = ['worker', 'person', 'both'] as const

/** Something that is to be done by a day, and by whom. */
export const addTask = addTo({
  command: 'AddTask',
  name: 'tasks',
  asks: { what: line(120), dueOn: day, whose: word(taskHands) },
})

export const taskEnds = ['done', 'not-needed'] as const

export const finishTask = changeOf({
  command: 'FinishTask',
  name: 'tasks',
  asks: { end: word(taskEnds) },
  check: (_, _said, { value }) => (value['end'] === undefined ? undefined : 'task-already-ended'),
  adds: ({ today, by }) => ({ endedOn: today, endedBy: by }),
})

/** What was done or agreed, in a line. No diagnosis, no number of a paper: who reads the file needs neither. */
export const addNote = addTo({
  command: 'AddNote',
  name: 'notes',
  asks: { note: line(300) },
})
