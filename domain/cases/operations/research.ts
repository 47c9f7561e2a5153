import { type CaseFile, type Item, withItemChanged } from '#domain/cases/file.ts'
import { addTo, changeOf, itemId, itemsOf } from '#domain/cases/operation.ts'
import { researchConsents } from '#domain/cases/research-answers.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { list, mark } from '#domain/kernel/shape.ts'

/*
 * Answers of a case can go to a researcher, where the person says yes to it. Here stands to whom they were given and by which
 * consents; what goes out is a row among others, and leads back to no case.
 */

const consentsMax = 20

type TakenBack = { readonly isTakenBack: true }

/** Answers that were given, by the item of the case. */
type Given = Pick<Item, 'item' | 'version'> & {
  readonly value: {
    readonly research: string
    readonly consents: readonly string[]
  } & Partial<TakenBack>
}

/** What was given and was not taken back. */
export const givenAnswers = (file: CaseFile): readonly Given[] =>
  itemsOf<typeof giveAnswers, TakenBack>(file, giveAnswers).filter(
    ({ value }) => value.isTakenBack !== true,
  )

/**
 * Writes down that the answers were given. Once in all: two extracts that had a person in common could be held against each
 * other.
 */
export const giveAnswers = addTo({
  command: 'GiveAnswers',
  name: 'answers',
  asks: {
    research: itemId,
    consents: list(itemId, { max: consentsMax }),
    isAgreed: mark(),
  },
  check: ({ file, today }, { consents }) => {
    const holds = researchConsents(file, today).map(({ item }) => item)
    if (consents.length === 0 || !consents.every((one) => holds.includes(one)))
      return 'consent-missing'
    return givenAnswers(file).length > 0 ? 'answers-given-already' : undefined
  },
})

/** Takes them back while they wait. */
export const takeAnswersBack = changeOf({
  command: 'TakeAnswersBack',
  name: 'answers',
  asks: {},
  check: (_, _said, { value }) =>
    value['isTakenBack'] === true ? 'answers-taken-back-already' : undefined,
  adds: () => ({ isTakenBack: true }),
})

/** Which of them have nothing to stand on any more: a yes was taken back, or turned out to be none, or the case is shut. */
export const unfounded = (file: CaseFile, on: LocalDate): readonly Given[] =>
  givenAnswers(file).filter(({ value: { consents } }) => {
    const holds = new Set(researchConsents(file, on).map(({ item }) => item))
    return file.closed !== undefined || !consents.every((one) => holds.has(one))
  })

/** A file that says of some that they were taken back. */
export const withAnswersBack = (file: CaseFile, some: readonly Given[]): CaseFile =>
  some.reduce((before, { item, version }) => {
    const value = { isTakenBack: true }
    const after = withItemChanged(before, { name: giveAnswers.name, item, value }, version)
    return typeof after === 'string' ? before : after
  }, file)
