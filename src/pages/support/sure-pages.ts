import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { Wanted } from '#src/app/support/asking.ts'
import { fact, heading } from '#src/pages/desk/parts.ts'
import {
  type PracticeSecond,
  practiceSecondPart,
  secondFields,
} from '#src/pages/entrance/second-part.ts'
import { buttons, hidden } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { sum, wordsAt } from '#src/pages/support/parts.ts'
import { supportSureWords } from '#src/words/words.ts'

/** The fields of a filled form, carried on so that what was read is what is written. */
const carried = (texts: Readonly<Record<string, string>>): Html[] =>
  Object.entries({ ...texts, sure: 'yes' }).map(([name, text]) => hidden(name, text))

type SureAsk = {
  readonly wanted: Wanted
  /** The member's card, or the fund that the team asks in. */
  readonly whose: string
  readonly checker: string
  readonly currency: Currency
  readonly isTeam: boolean
  readonly texts: Readonly<Record<string, string>>
}

/** Reads back what is asked for, and what of it anybody will see, before anything is written. */
export const sureAskPage = (
  frame: PageFrame,
  { wanted, whose, checker, currency, isTeam, texts }: SureAsk,
  action: string,
): Html => {
  const words = wordsAt(frame)
  const sure = supportSureWords.in(frame.language)
  const said = (name: string, text: string): Html | string =>
    text === '' ? '' : fact(name, html`<bdi>${text}</bdi>`)
  const papers = wanted.papers.map(({ paper, number }) => `${words[`paper_${paper}`]}, ${number}`)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${heading('person', sure.heading)}
      <p>${sure.askLead}</p>
      <dl class="facts">
        ${fact(words.amount, html`<b class="figure">${sum(wanted.amount, currency)}</b>`)}
        ${fact(words.kind, words[`kind_${wanted.kind}`])}
        ${said(isTeam ? words.fund : words.member, whose)} ${said(words.window, wanted.windowId)}
        ${fact(words.parts, words.partsTold(wanted.parts))}
        ${wanted.withChildren ? said(words.withChildren, '✓') : ''}
        ${fact(words.way, words[`way_${wanted.way}`])} ${said(words.supplier, wanted.supplier)}
        ${said(words.reason, wanted.reason)} ${said(words.mentor, wanted.mentor)}
        ${said(words.paper, papers.join('; '))}
        ${said(isTeam ? words.teamChecker : words.checker, checker)}
        ${wanted.isSurvivors ? said(words.isSurvivors, '✓') : ''}
      </dl>
      <p>${sure.askWritten}</p>
      <form class="entry" method="post" action="${action}" autocomplete="off">
        ${carried(texts)}
        <div class="buttons">
          <button class="button" name="change" value="yes">${sure.change}</button>
          <button class="button main">${sure.askYes}</button>
        </div>
      </form>
    </div>`,
  })
}

type SureAct = {
  readonly code: string
  readonly told: readonly (Html | string)[]
  readonly yes: string
  readonly texts: Readonly<Record<string, string>>
  /** Where the other of the two gives name and secret. */
  readonly second?: { readonly practice: PracticeSecond } | undefined
}

/** Reads back an act of a file's page, before anything is written. */
export const sureActPage = (
  frame: PageFrame,
  { code, told, yes, texts, second }: SureAct,
  action: string,
): Html => {
  const sure = supportSureWords.in(frame.language)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${heading('person', sure.heading)}
      <p><b>${wordsAt(frame).fileHeading(code)}</b></p>
      <p>${sure.notYet}</p>
      <div class="intro">${told.map((line) => html`<p>${line}</p>`)}</div>
      <form class="entry" method="post" action="${action}" autocomplete="off">
        ${carried(texts)}
        ${
          second === undefined
            ? ''
            : html`<p>${sure.second}</p>
                ${practiceSecondPart(frame.language, second.practice)}
                ${secondFields(frame.language)}`
        }
        ${buttons(yes, { href: action, label: sure.keep })}
      </form>
    </div>`,
  })
}
