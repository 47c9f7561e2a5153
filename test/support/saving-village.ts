import type { Village } from '#domain/village.ts'
import { beginningsOf } from '#test/support/committee.ts'
import { type Story, type StoryCommand, idOf, storyOf } from '#test/support/village.ts'

/** A fund with a committee in which nobody has saved anything yet. */
export const savingStory = (told: readonly StoryCommand[]): Story =>
  storyOf([...beginningsOf(), ...told])

export const savingAfter = (told: readonly StoryCommand[]): Village => savingStory(told).village

/** The id of the n-th thing that is told after its beginnings. */
export const nthSaved = (n: number): string => idOf(beginningsOf().length + n)
