import { word } from '#domain/kernel/shape.ts'

/** Where a fact of the register was read or heard. */
export const sources = [
  'ministry-list',
  'ministry-letter',
  'official-journal',
  'court',
  'embassy',
  'study',
  'association-list',
  'company-paper',
  'press',
  'seen-by-us',
  'said-to-us',
] as const
export type Source = (typeof sources)[number]
export const source = word(sources, 'source-unknown')

const official: readonly Source[] = [
  'ministry-list',
  'ministry-letter',
  'official-journal',
  'court',
  'embassy',
]

/** Whether an authority itself said it: nothing else is ever shown to the public. */
export const isOfficial = (one: Source): boolean => official.includes(one)
