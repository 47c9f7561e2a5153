import { html } from 'hono/html'
import { doubtsIn } from '#src/desk/doubts.ts'
import type { FormText } from '#src/pages/forms/form.ts'
import { tenTimesPart } from '#src/pages/desk/ten-times.ts'
import type { Language } from '#src/words/catalogue.ts'
import { deskWords } from '#src/words/words.ts'

/**
 * The question of a form with the sums that may have a zero too many. Where nothing else is asked about, that is; but
 * where files were sent, which no question carries on.
 */
export const withDoubts = (
  question: FormText | undefined,
  form: FormText,
  { language, of }: { readonly language: Language; readonly of: (name: string) => string },
): FormText | undefined => {
  const part = tenTimesPart(language, doubtsIn(form.fields, of))
  if (!part) return question
  if (question) return { ...question, told: html`${part} ${question.told ?? ''}` }
  if (form.fields.some(({ as }) => as === 'file')) return undefined
  const words = deskWords.in(language)
  return {
    heading: form.heading,
    told: part,
    action: form.action,
    fields: form.fields.filter(({ as }) => as === 'secret'),
    submit: words.yesAgain,
    back: { label: words.noChange, change: form.action },
  }
}
