import type { Currency } from '#domain/kernel/money.ts'
import { html } from 'hono/html'
import type { Outcome } from '#domain/grants/files.ts'
import { type Condition, conditions } from '#domain/grants/kinds.ts'
import { supportSteps } from '#domain/grants/support.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import type { Change } from '#src/app/support/keeping.ts'
import type { Field } from '#src/desk/fields.ts'
import { unitsWritten, wholeIn } from '#src/desk/written-sum.ts'
import type { Typed } from '#src/http/form-pages.ts'
import { type OpenFile, answered, awardNow, eraseNow, step, write } from '#src/http/support/acts.ts'
import type { Html } from '#src/pages/layout.ts'
import { bookLineFields, outcomeField } from '#src/pages/support/file-fields.ts'
import { type FileShown } from '#src/pages/support/file-page.ts'
import { sumShown, supportWordsAt } from '#src/pages/support/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { supportSureWords } from '#src/words/words.ts'

const others = ['at-once', 'erase', 'line', 'stopped']

/** What one of the small forms of a file's page carries unseen; undefined where none of them sends it. */
export const carriedIn = (of: Typed): Readonly<Record<string, string>> | undefined => {
  const act = of('act')
  if (act === 'met') {
    const what = conditions.find((one) => one === of('what'))
    return what && { act, what }
  }
  if (act === 'followed-up') {
    const months = wholeIn(of('months'))
    return months === undefined ? undefined : { act, months: String(months) }
  }
  return supportSteps.some((one) => one === act) || others.includes(act) ? { act } : undefined
}

/** What a small form asks. */
export const fieldsOf = (act: string, language: Language, currency: Currency): readonly Field[] => {
  if (act === 'followed-up') return [outcomeField(language)]
  return act === 'line' ? bookLineFields(language, currency) : []
}

/** Whether the other of the two who know the file gives name and secret too. */
export const isOfTwo = (act: string): boolean => act === 'at-once' || act === 'erase'

/** What an act writes into the file alone. */
const changeIn = (of: Typed, on: string, currency: Currency): Change => {
  switch (of('act')) {
    case 'met':
      return { is: 'met', what: of('what') as Condition, on }
    case 'followed-up':
      return {
        is: 'followed-up',
        months: Number(of('months')),
        on,
        outcome: of('outcome') as Outcome,
      }
    case 'line': {
      const direction = of('direction') === 'in' ? 'in' : 'out'
      const amount = unitsWritten(of('amount'), currency)!
      return { is: 'line', line: { on, direction, amount, what: of('what') } }
    }
    default:
      return { is: 'stopped', on }
  }
}

/** What an act will write, in words. */
export const actInWords = (
  of: Typed,
  { language, currency, today }: Pick<FileShown, 'currency' | 'today'> & { language: Language },
): readonly (Html | string)[] => {
  const [words, sure] = [supportWordsAt({ language }), supportSureWords.in(language)]
  const act = of('act')
  if (act === 'at-once') return [sure.atOnce]
  if (act === 'erase') return [sure.eraseMeaning]
  const named = supportSteps.find((one) => one === act)
  if (named) return [sure[named]]
  const made = changeIn(of, today, currency)
  switch (made.is) {
    case 'met':
      return [sure.met(words[`condition_${made.what}`])]
    case 'followed-up':
      return [sure['followed-up'](made.months, words[`outcome_${made.outcome}`])]
    case 'line': {
      const { direction, amount, what } = made.line
      const text = html`<b class="figure">${sumShown(amount, currency)}</b> <bdi>${what}</bdi>`
      return [direction === 'in' ? sure.lineIn : sure.lineOut, text]
    }
    default:
      return [sure.stopped]
  }
}

/** Does an act, and writes what was answered into the log; or a code that says why not. */
export const doneWithFile = async (
  open: OpenFile,
  of: Typed,
  currency: Currency,
): Promise<ItemAnswer | Response | 'kept' | 'erased' | { readonly code: string }> => {
  const { context, door, needs } = open
  const envelope = { id: of('id'), effectiveOn: needs.today() }
  const approver = { login: of('login'), secret: of('secret') }
  const act = of('act')
  const named = supportSteps.find((one) => one === act)
  if (named) {
    const answer = await step(open, { ...envelope, step: named })
    await answered(context, door, { type: 'TakeSupportStep', answer })
    return answer
  }
  if (act === 'at-once') {
    const answer = await awardNow(open, { ...envelope, approver })
    if (!(answer instanceof Response))
      await answered(context, door, { type: 'AwardAtOnce', answer })
    return answer
  }
  if (act === 'erase') return eraseNow(open, approver)
  const kept = await write(open, changeIn(of, needs.today(), currency))
  return kept === 'kept' ? kept : { code: kept }
}
