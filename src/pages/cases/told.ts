import { html } from 'hono/html'
import type { CaseFile, Fact, Item } from '#domain/cases/file.ts'
import type { AnyCaseOperation } from '#domain/cases/operation.ts'
import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import { isCurrency } from '#domain/kernel/money.ts'
import type { Shape } from '#domain/kernel/shape.ts'
import { fact } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { caseAskName, caseWord, wordOfList } from '#src/desk/cases/words.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { caseFormWords } from '#src/words/words.ts'

/** Whose values are shown: names of people lie under a fold of their own. */
export type ToldHow = {
  readonly language: Language
  readonly file: CaseFile
  readonly showsNames: boolean
  /** What is kept elsewhere, by the id that stands here. */
  readonly nameOf: (field: string, id: string) => string | undefined
}

export type CaseShown = ToldHow & {
  readonly today: LocalDate
  /** Who reads it, by login. */
  readonly reader: string
  readonly path: (command: string, item?: string) => string
  /** The page itself, with names shown. */
  readonly withNames: string
  readonly loginOf: (userId: string) => string
  /** Numbers to be called in danger. */
  readonly numbersAt: string
  /** The card for the way, where it is known where somebody goes. */
  readonly cardAt?: string | undefined
  /** What goes to the receiver of a referral, on paper. */
  readonly sheetAt: (item: string) => string
  /** What can be read to the person: talks that are safe for a child, courses beside jobs. */
  readonly taught?: Html | '' | undefined
  /** Further ways of the case, at the end. */
  readonly ways?: Html
}

const nameFields = ['name', 'number', 'person', 'mentor', 'safeWord']

/** Nothing, and the currency, which stands with each sum. */
const isUntold = (name: string, value: unknown): boolean =>
  value === undefined || value === false || value === '' || name === 'currency'

const toldValue = (
  how: ToldHow,
  [name, value, currency]: readonly [string, unknown, unknown],
  shape: Shape | undefined,
): Html | string => {
  const { language, showsNames, nameOf } = how
  const words = caseFormWords.in(language)
  if (isUntold(name, value)) return ''
  if (value === true) return words.yes
  if (nameFields.includes(name) && !showsNames) return words.hiddenName
  const named = typeof value === 'string' ? nameOf(name, value) : undefined
  if (named !== undefined) return html`<bdi>${named}</bdi>`
  if (Array.isArray(value))
    return (value as readonly string[]).map((word) => caseWord(language, word)).join(', ')
  if (shape?.is === 'word') return wordOfList(language, String(value), shape.of)
  if (shape?.is === 'sum' && isCurrency(currency))
    return moneyInFigures({ amount: Number(value), currency })
  if (isLocalDate(value)) return dateInWords(value, language)
  return html`<bdi>${String(value)}</bdi>`
}

/** What was said, field by field, in the order in which it is asked. */
export const toldValues = (
  how: ToldHow,
  { asks }: Pick<AnyCaseOperation, 'asks'>,
  value: Fact['value'],
): readonly Html[] =>
  Object.entries(asks).flatMap(([name, shape]) => {
    const told = toldValue(how, [name, value[name], value['currency']], shape)
    return told === '' ? [] : [fact(caseAskName(how.language, name), told)]
  })

/** One thing that is known, and beside it what somebody else said at the same time. */
export const toldFact = (
  how: ToldHow,
  operation: AnyCaseOperation,
  { value, others }: Fact,
): Html => {
  const words = caseFormWords.in(how.language)
  return html`<dl class="facts">${toldValues(how, operation, value)}</dl>
    ${
      others.length === 0
        ? ''
        : html`<div class="told">
            <div>
              <p><b>${words.twoSaid}</b></p>
              ${others.map(
                (other) => html`<dl class="facts">${toldValues(how, operation, other.value)}</dl>`,
              )}
            </div>
          </div>`
    }`
}

/** One of a list on one line: its values, one after another. */
export const toldItem = (how: ToldHow, operation: AnyCaseOperation, { value }: Item): Html => {
  const words = caseFormWords.in(how.language)
  const route = value['route']
  const said =
    route === undefined
      ? Object.entries(operation.asks).flatMap(([name, shape]) => {
          const told = toldValue(how, [name, value[name], value['currency']], shape)
          return told === '' ? [] : [told]
        })
      : [caseWord(how.language, String(route)), dateInWords(String(value['dueOn']), how.language)]
  const became = ['end', 'withdrawnOn', 'state', 'report', 'feedback'].flatMap((name) => {
    const one = value[name]
    if (typeof one !== 'string') return []
    const told = isLocalDate(one)
      ? `${words.withdrawn} ${dateInWords(one, how.language)}`
      : caseWord(how.language, one)
    return [told]
  })
  return html`${said.map((one, i) => (i === 0 ? html`<b>${one}</b>` : html` · ${one}`))}
  ${became.map((one) => html`<span class="mark">${one}</span>`)}`
}
