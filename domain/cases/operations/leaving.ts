import type { CaseFile } from '#domain/cases/file.ts'
import { fact, factOf } from '#domain/cases/operation.ts'
import { isUnderEighteen } from '#domain/cases/operations/person.ts'
import { list, word } from '#domain/kernel/shape.ts'

/** What must be there before anybody is helped to leave. The contract is in the person's own language. */
export const readyItems = ['papers', 'contract', 'contacts', 'money-plan', 'training'] as const
export type ReadyItem = (typeof readyItems)[number]

/** All that is there, each time in full: what is not ticked is missing. */
export const tickReady = fact({
  command: 'TickReady',
  name: 'ready',
  asks: { there: list(word(readyItems), { max: readyItems.length }) },
})

/** What somebody who leaves has been taught: before the way, and about money. */
export const lessons = [
  'rights-at-work',
  'own-papers',
  'whom-to-call',
  'safe-way',
  'signs-of-danger',
  'month-plan',
  'saving',
  'sending-money',
  'debt',
] as const
export type Lesson = (typeof lessons)[number]
export const moneyLessons: readonly Lesson[] = ['month-plan', 'saving', 'sending-money', 'debt']

export const tickLessons = fact({
  command: 'TickLessons',
  name: 'lessons',
  asks: { done: list(word(lessons), { max: lessons.length }) },
})

/** What is still missing of the list. Training is there where each lesson is ticked as well. */
export const missingOf = (file: CaseFile): readonly ReadyItem[] => {
  const there = new Set(factOf(file, tickReady)?.there)
  const done = new Set(factOf(file, tickLessons)?.done)
  const isTrained = lessons.every((lesson) => done.has(lesson))
  return readyItems.filter((item) => !there.has(item) || (item === 'training' && !isTrained))
}

/** Whether a grant may help somebody to leave: nothing is missing, and never before eighteen. */
export const isReady = (file: CaseFile): boolean =>
  !isUnderEighteen(file) && missingOf(file).length === 0
