import { type LendingTaskName, taskPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { At } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { lendingWordsAt } from '#src/pages/lending/parts.ts'
import { gatesWords, lendingFormWords } from '#src/words/words.ts'

/** What can be written down of one loan or request. */
export type Act = Exclude<LendingTaskName, 'saving' | 'request' | 'waiting-money' | 'correction'>

const link = (
  at: Pick<At, 'fundId' | 'language'>,
  { act, loanId, isFirst }: { act: Act; loanId: string; isFirst: boolean },
): Html =>
  html`<li>
    <a class="${isFirst ? 'go' : ''}" href="${taskPath(at, act, { loan: loanId })}"
      >${lendingFormWords.in(at.language)[`act_${act}`]}</a
    >
  </li>`

/** Ways on from a loan: the likely one first, the others folded away where they are many. */
export const actsPart = (
  at: Pick<At, 'fundId' | 'language'>,
  {
    loanId,
    acts,
    isBeside = false,
  }: {
    readonly loanId: string
    readonly acts: readonly Act[]
    /** Beside something that comes next: none of them stands out. */
    readonly isBeside?: boolean
  },
): Html | string => {
  if (acts.length === 0) return ''
  const words = lendingWordsAt(at)
  const links = acts.map((act, i) => link(at, { act, loanId, isFirst: i === 0 && !isBeside }))
  const few = 3
  return html`<section class="screen-only">
    <h2>${isBeside ? gatesWords.in(at.language).besideGates : words.acts}</h2>
    <ul class="acts">
      ${links.slice(0, few)}
    </ul>
    ${
      links.length <= few
        ? ''
        : html`<details class="fold">
            <summary>${words.moreActs}</summary>
            <ul class="acts">
              ${links.slice(few)}
            </ul>
          </details>`
    }
  </section>`
}
