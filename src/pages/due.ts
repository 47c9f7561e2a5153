import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Html } from '#src/pages/layout.ts'

/** A payment that is still to come: of which loan, where it is one, and on which day. */
export type DueMark = { readonly loanId?: string | undefined; readonly on: LocalDate }

/** The sum of a payment to come with a mark by which a crawl finds it wherever it is told, and holds the pages against each other. */
export const dueSum = ({ loanId, on }: DueMark, sum: Html | string): Html =>
  loanId === undefined ? html`${sum}` : html`<span data-due="${loanId}:${on}">${sum}</span>`

/** The interest in such a sum, as it is told beside it, with the same mark: of one payment it is one on every page. */
export const dueInterest = ({ loanId, on }: DueMark, said: Html | string): Html =>
  loanId === undefined ? html`${said}` : html`<span data-interest="${loanId}:${on}">${said}</span>`
