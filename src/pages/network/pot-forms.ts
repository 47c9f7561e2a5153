import { html } from 'hono/html'
import { heading, wayBack } from '#src/pages/desk/parts.ts'
import { buttons, faultBox, field, hidden, warningBox } from '#src/pages/entrance/parts.ts'
import type { PracticeSecond } from '#src/pages/entrance/second-part.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { type PotAct, potPath } from '#src/pages/network/pot-parts.ts'
import type { PotWords } from '#src/words/en/pot.ts'
import { potWords } from '#src/words/words.ts'

const wordsIn = ({ language }: Pick<PageFrame, 'language'>): PotWords => potWords.in(language)

type PotForm = {
  readonly act: PotAct
  readonly about: string
  readonly facts: Html | string
  readonly fields: Html
  readonly id: string
  readonly fault?: string | undefined
}

/** One act about the pot, to be filled in. */
export const potFormPage = (
  frame: PageFrame,
  { act, about, facts, fields, id, fault }: PotForm,
) => {
  const words = wordsIn(frame)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${heading('box', words[act])} ${faultBox(fault)}
      <p>${words[`${act}Lead`]}</p>
      ${facts}
      <form
        class="entry choose"
        method="post"
        action="${potPath.of(act, about)}"
        autocomplete="off"
      >
        ${hidden('id', id)} ${fields}
        ${buttons(words.next, { href: potPath.pot, label: words.leave })}
      </form>
    </div>`,
  })
}

/** What an act comes to, in words, before and after it is written. */
export type PotTold = {
  /** The act itself in one line: the largest thing on the page. */
  readonly headline: string
  readonly told: Html
  /** What must be read before the button is pressed. */
  readonly notes: readonly string[]
  /** What stands on the button that writes it down. */
  readonly writes: string
  /** Where it is told in other words once it is written. */
  readonly doneAs?: string
  /** Whom two stand behind is told so; undefined where one is enough. */
  readonly ofTwo?: string | undefined
}

type PotSure = {
  readonly act: PotAct
  readonly about: string
  readonly ready: PotTold
  readonly texts: Readonly<Record<string, string>>
  /** Whom practice lets the other one be. */
  readonly practice: PracticeSecond
  readonly fault?: string | undefined
}

const secondPart = (frame: PageFrame, { ready, practice }: PotSure): Html | string => {
  const words = wordsIn(frame)
  if (ready.ofTwo === undefined) return ''
  return html`<p class="whose"><b>${ready.headline}</b></p>
    <p>${ready.ofTwo}</p>
    ${
      practice === undefined
        ? ''
        : html`<p class="mark">${words.practiceOther(practice.login, practice.pin)}</p>`
    }
    ${field({ name: 'login', label: words.second, maxLength: 60 })}
    ${field({ name: 'secret', label: words.secret, type: 'password', maxLength: 200 })}`
}

/** Reads an act back before anything is written; where two stand behind it, the other one gives name and secret here. */
export const potSurePage = (frame: PageFrame, sure: PotSure): Html => {
  const words = wordsIn(frame)
  const { act, about, ready, texts, fault } = sure
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${heading('box', ready.headline)} ${faultBox(fault)}
      <p>${words.notYet}</p>
      ${ready.told} ${ready.notes.length === 0 ? '' : warningBox(...ready.notes)}
      <form class="entry" method="post" action="${potPath.of(act, about)}" autocomplete="off">
        ${Object.entries({ ...texts, sure: 'yes' }).map(([name, text]) => hidden(name, text))}
        ${secondPart(frame, sure)}
        ${buttons(ready.writes, { href: potPath.pot, label: words.leave })}
      </form>
    </div>`,
  })
}

/** What was written down, with the line of the book and the rules that it broke. */
export const potDonePage = (
  frame: PageFrame,
  {
    ready,
    seq,
    broken,
  }: { readonly ready: PotTold; readonly seq: number; readonly broken: readonly string[] },
): Html => {
  const words = wordsIn(frame)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${heading('box', words.done)}
      <p><b>${ready.doneAs ?? ready.headline}</b></p>
      ${ready.told}
      <p>${words.doneLine(seq)}</p>
      ${
        broken.length === 0
          ? ''
          : html`<div class="mended">
              <p>${words.flagged}</p>
              ${broken.map((line) => html`<p>${line}</p>`)}
            </div>`
      }
      ${wayBack(potPath.pot, words.back)}
    </div>`,
  })
}
