import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import type { StatementPageWords } from '#src/words/en/statement-page.ts'
import { statementPageWords } from '#src/words/words.ts'

/** Where a page of statements stands; the days that were asked for stay in its links. */
export type StatementPlace = PageFrame & {
  readonly fundId: string
  readonly fundName: string
  readonly asOf: LocalDate | undefined
  readonly knownOn: LocalDate | undefined
  readonly card: string | undefined
}

export const statementWordsAt = ({
  language,
}: Pick<StatementPlace, 'language'>): StatementPageWords => statementPageWords.in(language)

/** The files that a statement can be taken along as. */
export const statementFiles = ['xlsx', 'csv', 'zip'] as const

const queryOf = ({ asOf, knownOn }: Partial<StatementPlace>): Record<string, string> => ({
  ...(asOf === undefined ? {} : { asOf }),
  ...(knownOn === undefined ? {} : { knownAt: knownOn }),
})

const withQuery = (path: string, query: Record<string, string>): string => {
  const text = new URLSearchParams(query).toString()
  return text === '' ? path : `${path}?${text}`
}

/** The same statement of the same days, as a file. */
export const statementFilePath = (
  place: StatementPlace,
  { name, file }: { readonly name: string; readonly file: (typeof statementFiles)[number] },
): string =>
  withQuery(`/funds/${place.fundId}/statements/${name}`, {
    ...queryOf(place),
    ...(place.card === undefined ? {} : { card: place.card }),
    lang: place.language,
    file,
  })

/** The ways to statements, and to one of them. */
export const statementPath = {
  all: (place: Pick<StatementPlace, 'fundId'> & Partial<StatementPlace>): string =>
    withQuery(`/funds/${place.fundId}/statements`, queryOf(place)),
  one: (place: Pick<StatementPlace, 'fundId'> & Partial<StatementPlace>, name: string): string =>
    withQuery(`/funds/${place.fundId}/statements/${name}`, queryOf(place)),
}

export const statementLayout = (place: StatementPlace, content: Html): Html => {
  const { card } = place
  return layout({
    ...place,
    printedFor: place.fundName,
    query: { ...queryOf(place), ...(card === undefined ? {} : { card }) },
    content,
  })
}
