import { html } from 'hono/html'
import { charterOf } from '#domain/health/book.ts'
import { lineField } from '#src/desk/fields.ts'
import { meetingPlace } from '#src/desk/places.ts'
import { disagreements, meetingSaidOf } from '#src/app/meeting-text/beside-book.ts'
import { meetingSaidIn, meetingText } from '#src/app/meeting-text/text.ts'
import { type Visit, notFound, visitOf } from '#src/http/desk/visit.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, formPages } from '#src/http/form-pages.ts'
import { meetingVisitOf } from '#src/http/meeting/day.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html } from '#src/pages/layout.ts'
import { behindMeetings } from '#src/pages/meeting/parts.ts'
import { comparedText, meetingTextPage } from '#src/pages/meeting/text.ts'
import { meetingTextWords } from '#src/words/words.ts'

const bookAt = ({ context, book, at }: Pick<Visit, 'context' | 'book' | 'at'>) => ({
  journal: context.get('needs').store,
  book,
  fundId: at.fundId,
})

const shown = async (context: HttpContext): Promise<Html | Response> => {
  const visit = await meetingVisitOf(context)
  if (visit instanceof Response) return visit
  const said = await meetingSaidOf(bookAt(visit), visit.on)
  return said
    ? meetingTextPage(visit.at, { on: visit.on, text: meetingText(said) })
    : notFound(context)
}

/** Four blanks between its parts, and some more. */
const typedMax = 200

/** Holds a text that came by phone against the book; nothing of it is kept. */
const checking: FormOf<Visit> = {
  path: '/funds/:fundId/meeting-text',
  rule: 'read-members',
  find: async (context) => (await visitOf(context)) ?? notFound(context),
  frame: async ({ at }) => behindMeetings(at),
  form: ({ at }) => {
    const words = meetingTextWords.in(at.language)
    return {
      shown: 'book',
      heading: words.checkHeading,
      told: html`<p>${words.checkLead}</p>`,
      mended: '',
      action: meetingPlace.texts(at),
      fields: [
        lineField({
          name: 'text',
          label: words.field,
          hint: words.hint,
          rule: (text) => (meetingSaidIn(text) ? text : undefined),
          fault: words.fault,
          lengthMax: typedMax,
          autocomplete: 'off',
          isRequired: true,
        }),
      ],
      submit: words.check,
      back: { href: meetingPlace.all(at), label: words.back },
    }
  },
  take: async (visit, of) => {
    const said = meetingSaidIn(of('text'))!
    const found = await disagreements(bookAt(visit), said)
    const { currency } = charterOf(visit.book, visit.today)
    return { told: comparedText(visit.at, { on: said.on, currency, found }), status: 200 }
  },
}

/** How a meeting went as one text, and a text held against the book. */
export const textPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/meetings/:day/text', 'read-members', shown)
  formPages(pages, checking)
}
