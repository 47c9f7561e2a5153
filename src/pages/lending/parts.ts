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

/** Whose it is: by name, then by card, for whoever may see names. */
export const cardText = (at: Pick<At, 'language' | 'nameOf'>, card: string): Html => {
  const name = at.nameOf?.(card)
  return name === undefined
    ? html`<bdi>${deskWords.in(at.language).cardOf(card)}</bdi>`
    : html`<bdi>${name}</bdi> <bdi class="quiet">${card}</bdi>`
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
