import type { CaseFile } from '#domain/cases/file.ts'
import { fact, factOf, itemsOf } from '#domain/cases/operation.ts'
import { addPersonAround, isUnsafe } from '#domain/cases/operations/person.ts'
import { list, mark, word } from '#domain/kernel/shape.ts'

export const needs = [
  'legal',
  'health',
  'shelter',
  'income',
  'school',
  'papers',
  'debt',
  'family',
  'safety',
] as const
export const urgencies = ['today', 'this-week', 'later'] as const

/** What somebody needs, ticked with the person, and how soon. */
export const setNeeds = fact({
  command: 'SetNeeds',
  name: 'needs',
  asks: { needs: list(word(needs), { max: needs.length }), urgency: word(urgencies) },
})

export const askedInPrivate = ['person', 'person-and-family'] as const
export const wishes = ['wants', 'does-not-want', 'not-sure'] as const
export const familyOutcomes = ['reunite', 'reunite-later', 'live-elsewhere', 'not-now'] as const

/** Who could be there when the person comes home: everybody of whom it is not known that they live elsewhere. */
const atHome = (file: CaseFile) =>
  itemsOf(file, addPersonAround).filter(({ value }) => value.lives !== 'elsewhere')

/** Why nobody is sent home as things stand: what is learnt later counts as well. */
const homeFault = (file: CaseFile): 'home-unsafe' | 'home-not-asked' | undefined => {
  const there = atHome(file)
  if (there.some(({ item }) => isUnsafe(file, item))) return 'home-unsafe'
  const isAsked = ({ value: { lives, safety } }: (typeof there)[number]): boolean =>
    lives !== 'at-home' || safety !== 'not-known'
  return there.every(isAsked) ? undefined : 'home-not-asked'
}

/**
 * What was learnt of the family before somebody goes home. The person is asked alone; nobody goes home against their will,
 * nor to where somebody unsafe lives, nor to somebody of whom nobody has asked.
 */
export const setFamilyAssessment = fact({
  command: 'SetFamilyAssessment',
  name: 'family',
  asks: {
    asked: word(askedInPrivate),
    isAskedInPrivate: mark('asked-in-private-missing'),
    wish: word(wishes),
    outcome: word(familyOutcomes),
  },
  check: ({ file }, { wish, outcome }) => {
    if (outcome !== 'reunite') return undefined
    return wish === 'wants' ? homeFault(file) : 'wish-first'
  },
})

/** Whether a reunion may go on today: the assessment says so, and nothing has been learnt since that forbids it. */
export const mayReunite = (file: CaseFile): boolean =>
  factOf(file, setFamilyAssessment)?.outcome === 'reunite' && homeFault(file) === undefined
