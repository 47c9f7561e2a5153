import type { Said } from '#domain/kernel/shape.ts'
import type { numberSays } from '#domain/network/numbers.ts'

/** A number that stood in a report, which nobody here has checked: it fills in a form, and is shown to nobody else. */
export type SuggestedNumber = Omit<Said<typeof numberSays>, 'isFree' | 'hours'> & {
  readonly suggestionId: string
  /** The year of the report. */
  readonly year: number
}

export const suggestedNumbers: readonly SuggestedNumber[] = [
  {
    suggestionId: 'kh-117',
    country: 'KH',
    kind: 'police',
    number: '117',
    languages: ['km'],
    year: 2022,
  },
  {
    suggestionId: 'kh-1288',
    country: 'KH',
    kind: 'anti-trafficking',
    number: '1288',
    languages: ['km'],
    year: 2022,
  },
  {
    suggestionId: 'kh-023997919',
    country: 'KH',
    kind: 'anti-trafficking',
    number: '023 997 919',
    languages: ['km'],
    year: 2022,
  },
  {
    suggestionId: 'th-1694',
    country: 'TH',
    kind: 'labour',
    number: '1694',
    name: 'Labour ministry, Khmer line',
    languages: ['th', 'km'],
    year: 2014,
  },
  {
    suggestionId: 'th-1300',
    country: 'TH',
    kind: 'hotline',
    number: '1300',
    name: 'Social assistance',
    languages: ['th'],
    year: 2013,
  },
]
