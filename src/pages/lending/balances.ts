import { html } from 'hono/html'
import type { BalanceChange } from '#src/app/reversal-effect.ts'
import { type At, fact, figure, wordsAt as deskWordsAt } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'

const kinds = [
  'cash-box',
  'loan',
  'savings',
  'suspense',
  'social-fund',
  'interest',
  'loan-loss-provision',
  'grant-window',
] as const

/** What an account is called among people; `whose` adds the loan or card that it is kept for. */
const named = (at: At, account: string, whose: (account: string) => string): string => {
  const words = formWordsAt(at)
  const kind = kinds.find((one) => one === account.split(':')[1])
  const owner = whose(account)
  return `${kind === undefined ? words.account_other : words[`account_${kind}`]}${owner === '' ? '' : ` · ${owner}`}`
}

/** Each balance that would change, before and after. */
export const balancesTold = (
  at: At,
  changes: readonly BalanceChange[],
  whose: (account: string) => string,
): Html => {
  const words = deskWordsAt(at)
  return html`<section class="before-after">
    <h2>${formWordsAt(at).balances}</h2>
    ${changes.length === 0 ? html`<p>${formWordsAt(at).noBalances}</p>` : ''}
    ${changes.map(
      ({ account, before, after, currency }) =>
        html`<h3><bdi>${named(at, account, whose)}</bdi></h3>
          <dl>
            ${fact(words.before, figure({ amount: before, currency }))}
            ${fact(words.after, html`<b>${figure({ amount: after, currency })}</b>`)}
          </dl>`,
    )}
  </section>`
}
