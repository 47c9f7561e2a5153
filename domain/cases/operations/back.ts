import { fact } from '#domain/cases/operation.ts'
import { list, mark, word } from '#domain/kernel/shape.ts'

/** What was done to somebody, in words that are counted: how it was is written nowhere. */
export const abuses = [
  'wages-withheld',
  'money-kept-from',
  'threatened',
  'threatened-with-police',
  'humiliated',
  'beaten',
  'sexual-violence',
  'made-to-take-drugs',
  'locked-in',
  'care-refused',
  'no-food-or-shelter',
  'papers-kept',
  'worked-without-rest',
  'kept-from-children',
  'debt-made',
  'other-work-than-promised',
] as const
export type Abuse = (typeof abuses)[number]

/** What somebody who has come back tells, asked alone. Nobody has to tell anything. */
export const setReturnInterview = fact({
  command: 'SetReturnInterview',
  name: 'returnInterview',
  asks: {
    isAskedAlone: mark('asked-alone-missing'),
    abuses: list(word(abuses), { max: abuses.length }),
  },
})
