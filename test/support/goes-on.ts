import { findingsOf } from '#domain/health/findings.ts'
import { beginningsOf } from '#test/support/committee.ts'
import { type StoryCommand, fundBookOf, storyOf } from '#test/support/village.ts'

/** What is told, on which day it was written down and by whom: on its own and by the record-keeper, where nothing is said. */
export type Told = StoryCommand & { readonly at?: string; readonly by?: string }

/** A fund of ten that goes on: what is told after its founding is written by the record-keeper, on its day or later. */
export const goesOn = (told: readonly Told[], more: readonly StoryCommand[] = []) => {
  const begun = [...beginningsOf(), ...more]
  const dayOf = (one: Told, i: number) =>
    `${i < begun.length ? '2025-01-01' : (one.at ?? one.effectiveOn)}T02:00:00.000Z`
  const all = [...begun, ...told]
  const story = storyOf(
    all.map(({ at: _at, by: _by, ...one }: Told) => one as StoryCommand),
    (_, i) => dayOf(all[i]!, i),
    (_, i) => (i < begun.length ? 'founder' : ((all[i] as Told).by ?? 'record-keeper')),
  )
  const found = findingsOf(fundBookOf(story), '2025-12-31').map(
    ({ code, found: sum, subject }) => `${code} ${sum ?? '-'} ${subject.number}`,
  )
  return { ...story, found }
}
