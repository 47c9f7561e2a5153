import { html } from 'hono/html'
import type { ReliefReason } from '#src/app/relief-reasons.ts'
import { type Html, layout } from '#src/pages/layout.ts'
import { headingWith } from '#src/pages/network/parts.ts'
import {
  type PeopleAt,
  type PersonShown,
  nameText,
  peopleWordsAt,
} from '#src/pages/people/parts.ts'
import { dateInWords } from '#src/words/locale.ts'
import { reliefWords } from '#src/words/words.ts'

const reasonText = ({ language }: PeopleAt, text: string | undefined): string | undefined => {
  const words: Readonly<Record<string, unknown>> = reliefWords.in(language)
  const word = text === undefined ? undefined : words[`reason_${text}`]
  return typeof word === 'string' ? word : undefined
}

/** Why relief was given to a member's household, event by event: a page of its own, which is opened for nothing else. */
export const reasonsPage = (
  at: PeopleAt,
  { person, reasons }: { person: PersonShown; reasons: readonly ReliefReason[] },
): Html => {
  const words = peopleWordsAt(at)
  return layout({
    ...at,
    content: html`${headingWith('house', words.reasonsHeading)}
      <p><bdi>${words.cardOf(person.card)}</bdi> · ${nameText(at, person.name)}</p>
      <p>${words.reasonsLead}</p>
      ${reasons.length === 0 ? html`<p>${words.reasonsNone}</p>` : ''}
      ${reasons.map(
        ({ eventId, declaredOn, text }) =>
          html`<section class="desk-part">
            <h2><bdi>${eventId}</bdi> · ${dateInWords(declaredOn, at.language)}</h2>
            <p>${reasonText(at, text) ?? words.reasonGone}</p>
          </section>`,
      )}
      <p class="quiet">${words.looksWritten}</p>`,
  })
}
