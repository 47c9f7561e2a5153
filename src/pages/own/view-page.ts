import { html } from 'hono/html'
import type { OwnView } from '#domain/cases/own.ts'
import { caseWord } from '#src/desk/cases/words.ts'
import { goodBox } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { type Numbers, dialList } from '#src/pages/numbers/parts.ts'
import { dateInWords } from '#src/words/locale.ts'
import { ownViewWords } from '#src/words/words.ts'

/** Where it lies: an address that says nothing. */
export const ownPath = { page: '/own', say: '/own/say' } as const

type Shown = {
  readonly view: OwnView
  readonly numbers: Omit<Numbers, 'at'>
  readonly isSaid: boolean
}

/**
 * What somebody has in the own hand: a way to say that all is well or to be called, numbers, what is to be done, and what was
 * agreed to. No word on it says what it is about.
 */
export const ownViewPage = (frame: PageFrame, { view, numbers, isSaid }: Shown): Html => {
  const { language } = frame
  const words = ownViewWords.in(language)
  const told = (fields: readonly string[]): string =>
    fields.map((field) => caseWord(language, field)).join(', ')
  return layout({
    ...frame,
    content: html`<div class="desk case">
      <h1>${words.heading}</h1>
      ${isSaid ? goodBox(words.said) : ''}
      <form class="record" method="post" action="${ownPath.say}">
        <input type="hidden" name="what" value="well" />
        <div class="field">
          <label for="word">${words.ourWord}</label>
          <input id="word" name="word" autocomplete="off" maxlength="40" />
        </div>
        <p class="buttons"><button class="go">${words.iAmWell}</button></p>
      </form>
      <form class="record" method="post" action="${ownPath.say}">
        <input type="hidden" name="what" value="call" />
        <input type="hidden" name="word" value="" />
        <p class="buttons"><button class="button">${words.callMe}</button></p>
      </form>
      <section>
        <h2>${words.numbers}</h2>
        ${numbers.numbers.length === 0 ? html`<p>${words.noNumbers}</p>` : dialList(language, numbers)}
      </section>
      <section>
        <h2>${words.tasks}</h2>
        ${
          view.tasks.length === 0
            ? html`<p>${words.noTasks}</p>`
            : html`<ul>
                ${view.tasks.map(
                  ({ what, dueOn }) =>
                    html`<li><bdi>${what}</bdi> · ${dateInWords(dueOn, language)}</li>`,
                )}
              </ul>`
        }
      </section>
      <section>
        <h2>${words.agreed}</h2>
        <ul>
          ${view.agreed.map(
            ({ purpose, receiver, fields }) =>
              html`<li>
                ${caseWord(language, purpose)}
                ${purpose === 'keep-file' ? '' : html`· <bdi>${receiver}</bdi>`}
                ${fields.length === 0 ? '' : html`<span class="quiet">${told(fields)}</span>`}
              </li>`,
          )}
        </ul>
        <p>${words.takeBack}</p>
      </section>
    </div>`,
  })
}
