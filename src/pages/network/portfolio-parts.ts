import { letterLimits } from '#domain/health/grade.ts'
import type { About } from '#domain/health/villages.ts'

export const portfolioPath = '/portfolio'

/** What all villages together show, and their people. */
export const acrossPath = {
  findings: `${portfolioPath}/findings`,
  people: `${portfolioPath}/people`,
} as const

/** Letters of the grade, and what stands for a book that nobody has read yet. */
export const letters = [...letterLimits.map(([letter]) => letter), 'D', 'unread'] as const
export type LetterAsked = (typeof letters)[number]

export const letterAsked = (asked: string | undefined): LetterAsked | undefined =>
  letters.find((one) => one === asked)

/** What the list is narrowed to: words of an address. */
export type Narrowed = Readonly<
  Partial<{ district: string; letter: LetterAsked; about: About; why: string }>
>

type Asked = { readonly [Key in keyof Narrowed]: Narrowed[Key] | undefined }

/** Without what was not asked for. */
export const narrowedBy = (asked: Asked): Narrowed =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))

export const portfolioWith = (narrowed: Narrowed, part = 1): string => {
  const query = new URLSearchParams({
    ...narrowed,
    ...(part === 1 ? {} : { part: String(part) }),
  }).toString()
  return query === '' ? portfolioPath : `${portfolioPath}?${query}`
}
