import { type Visit, notFound, visitOf } from '#src/http/desk/visit.ts'
import { html } from 'hono/html'
import { charterOf } from '#domain/health/book.ts'
import { type Field, choiceField } from '#src/desk/fields.ts'
import { supportPath } from '#src/desk/places.ts'
import { isAccepted } from '#src/app/answer.ts'
import { practiceBeside } from '#src/app/practice/practice-people.ts'
import { askSecond } from '#src/http/entrance/second.ts'
import type { FormOf } from '#src/http/form-pages.ts'
import { sendOne } from '#src/http/gate.ts'
import { behindSupport } from '#src/http/support/place.ts'
import { faultSaid } from '#src/http/support/rows.ts'
import { termsFields, termsTyped } from '#src/http/support/terms-fields.ts'
import { contentPart } from '#src/pages/desk/content.ts'
import { secondQuestion } from '#src/pages/forms/second.ts'
import { supportWordsAt } from '#src/pages/support/parts.ts'

const fieldsOf = ({ at, book, today }: Visit): readonly Field[] => {
  const words = supportWordsAt(at)
  return [
    choiceField({
      name: 'window',
      label: words.window,
      choices: book.windows.map(({ windowId }) => ({ value: windowId, label: windowId })),
      fault: words.choose,
    }),
    ...termsFields(at, charterOf(book, today)),
  ]
}

/** What was agreed with a donor. */
export const terms: FormOf<Visit> = {
  path: '/funds/:fundId/support/terms',
  rule: 'SetWindowTerms',
  find: async (context) => (await visitOf(context)) ?? notFound(context),
  frame: ({ context }) => behindSupport(context),
  form: (visit) => {
    const { at, context } = visit
    const words = supportWordsAt(at)
    const practice = context.get('needs').isPractice
      ? practiceBeside(context.get('fund').held)
      : undefined
    const second = secondQuestion(at.language, practice)
    return {
      shown: 'book',
      heading: words.terms,
      told: html`<p>${words.termsLead}</p>
        ${contentPart(at, second.told)}`,
      action: supportPath.terms(at),
      hidden: { id: context.get('needs').ids() },
      fields: [...fieldsOf(visit), ...second.fields],
      submit: words.write,
      back: { href: supportPath.list(at), label: words.back },
    }
  },
  take: async ({ at, context, book, today }, of) => {
    const second = await askSecond(context, of, { action: 'SetWindowTerms' })
    if ('fault' in second) return { ...second, status: 403 }
    const { memberId: confirmedBy } = second
    const command = {
      id: of('id'),
      type: 'SetWindowTerms' as const,
      v: 1 as const,
      effectiveOn: today,
      windowId: of('window'),
      ...termsTyped(of, charterOf(book, today).currency),
      ...(confirmedBy === undefined ? {} : { confirmedBy }),
    }
    const word = { login: of('login'), secret: of('secret') }
    const answer = await sendOne(context, command, { second: word })
    return isAccepted(answer)
      ? { next: supportPath.list(at) }
      : { fault: faultSaid(context, answer) }
  },
}
