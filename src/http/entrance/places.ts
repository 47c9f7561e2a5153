import { html } from 'hono/html'
import { type Action, scopeFor } from '#domain/access/table.ts'
import { halvesOf } from '#src/app/identity/halves.ts'
import type { Act } from '#src/desk/act.ts'
import { titleOf } from '#src/desk/act.ts'
import { boxActs } from '#src/desk/fund/acts.ts'
import { payment, waitingMoney } from '#src/desk/loans/paying.ts'
import { placeOf, supportPath } from '#src/desk/places.ts'
import { savingsActs } from '#src/desk/savings/acts.ts'
import { frameOf, waysOf } from '#src/http/entrance/frame.ts'
import { halvesPlace } from '#src/http/entrance/halves.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { waysPart } from '#src/pages/entrance/doors-part.ts'
import { type Html, layout } from '#src/pages/layout.ts'
import { statementPath } from '#src/pages/statements/parts.ts'
import { waysPage } from '#src/pages/ways-list.ts'
import {
  bankWords,
  entranceWords,
  everyPageWords,
  savingWords,
  statementPageWords,
  supportWords,
} from '#src/words/words.ts'

/** Money that is no single loan's: what comes in and goes out of box, bank and savings. */
const moneyActs: readonly Act[] = [...boxActs, ...savingsActs, payment, waitingMoney]

const moneyPlace = async (context: HttpContext): Promise<Html> => {
  const { fundId, held } = context.get('fund')
  const language = context.get('language')
  const words = everyPageWords.in(language)
  const may = (action: Action): boolean => scopeFor(action, held) === 'all'
  const look = [
    ['read-members', placeOf.savings({ fundId }), savingWords.in(language).toSavings],
    ['read-members', placeOf.bank({ fundId }), bankWords.in(language).toBank],
    [
      'read-reports',
      statementPath.all({ fundId, asOf: undefined }),
      statementPageWords.in(language).toStatements,
    ],
    ['read-support', supportPath.list({ fundId }), supportWords.in(language).toSupport],
  ] as const
  return waysPage(await frameOf(context), words.place_money, [
    {
      heading: words.toLookAt,
      ways: look.filter(([action]) => may(action)).map(([, href, name]) => ({ href, name })),
    },
    {
      heading: words.toWriteDown,
      ways: moneyActs
        .filter(({ rule }) => may(rule))
        .map(({ name }) => ({
          href: placeOf.record({ fundId }, name),
          name: titleOf({ language }, name),
        })),
    },
  ])
}

/** Everything that is open to whoever is signed in, in one list. */
const morePlace = async (context: HttpContext): Promise<Html> => {
  const language = context.get('language')
  const halves = await halvesOf(context.get('needs'), context.get('caller')!.session)
  return layout({
    ...(await frameOf(context)),
    content: html`<h1>${everyPageWords.in(language).place_more}</h1>
      ${halves.length === 0 ? '' : html`<p><a class="button main" href="${halvesPlace}">${entranceWords.in(language).halvesHeading}</a></p>`}
      ${waysPart(language, (await waysOf(context)) ?? [])}`,
  })
}

/** The places of the house that are lists of ways. */
export const placePages = (pages: Pages): void => {
  pages.get('/funds/:fundId/money', 'read-members', moneyPlace)
  pages.get('/more', 'signed-in', morePlace)
}
