import { placeOf, taskPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { NextStep } from '#src/app/lending/loan-register.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { deskWords, lendingFormWords, lendingWords } from '#src/words/words.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'

export const formWordsAt = ({ language }: Pick<At, 'language'>) => lendingFormWords.in(language)

export const lendingWordsAt = ({ language }: Pick<At, 'language'>) => lendingWords.in(language)

/** The step that a request waits for, as a link to the page where it is written down. */
export const stepLink = (
  at: At,
  { loanId, next }: { readonly loanId: string; readonly next: NextStep },
): Html => {
  const href =
    next === 'appeal' ? taskPath(at, 'appeal', { loan: loanId }) : placeOf.loan(at, loanId)
  return html`<a class="button" href="${href}">${lendingWordsAt(at)[`next_${next}`]}</a>`
}

/** Whose it is: a card, as everywhere; before it the name, for whoever may see it. */
export const cardText = (
  { language, nameOf }: Pick<At, 'language'> & { readonly nameOf?: At['nameOf'] | undefined },
  card: string,
): Html => {
  const name = nameOf?.(card)
  const byCard = html`<bdi>${deskWords.in(language).cardOf(card)}</bdi>`
  return name === undefined ? byCard : html`<bdi>${name}</bdi>, ${byCard}`
}

const tones = {
  requested: 'calm',
  appraised: 'calm',
  approved: 'good',
  refused: 'bad',
  appealed: 'eased',
  withdrawn: 'calm',
  'paid-out': 'good',
} as const satisfies Readonly<Record<LoanRequest['state'], Parameters<typeof mark>[0]>>

/** The state of a request: a sign, a word, a colour. */
export const stateMark = (at: Pick<At, 'language'>, state: LoanRequest['state']): Html =>
  mark(tones[state], lendingWordsAt(at)[`state_${state}`])
