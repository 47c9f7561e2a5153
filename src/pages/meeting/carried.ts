import { html } from 'hono/html'
import { isAccepted } from '#src/app/answer.ts'
import type { Item, ItemAnswer } from '#src/app/submit.ts'
import type { Command } from '#domain/village.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { actWords, carriedWords } from '#src/words/words.ts'

type Words = ReturnType<typeof carriedWords.in>

/** Unseen until a script finds that the browser reads square codes by itself. */
export const picturesPart = (words: Words): Html =>
  html`<div id="pictures" class="field" hidden>
    <label for="codes">${words.pictures}</label>
    <p class="quiet" id="codes-hint">${words.picturesHint}</p>
    <input id="codes" type="file" accept="image/*" multiple aria-describedby="codes-hint" />
    <output data-said="${words.picturesRead}"></output>
  </div>`

const nameOf = (item: Item<Command>, language: Language): string | undefined => {
  const acts: Readonly<Record<string, string>> = actWords.in(language)
  const type = 'fault' in item ? item.fault.type : item.command.type
  return type === undefined ? undefined : acts[type]
}

/** What became of each line, in their order; those that were not taken first of all in words. */
export const carriedAnswers = (
  language: Language,
  items: readonly Item<Command>[],
  answers: readonly ItemAnswer[],
  /** What stands above it, where nothing is written down yet and it is only looked at. */
  look?: string,
): Html => {
  const words = carriedWords.in(language)
  const said = (answer: ItemAnswer): string => {
    if (!isAccepted(answer))
      return `${words.refused}: ${codeSaid(answer.code, language) ?? words.noRule}`
    if (answer.flags.length === 0) return words.recorded
    const why = answer.flags.map((flag) => codeSaid(flag, language) ?? flag)
    return `${words.flagged}: ${why.join(' ')}`
  }
  const taken = answers.filter(isAccepted).length
  return html`<section class="check">
    <h2>${look ?? words.doneHeading(String(taken), String(answers.length))}</h2>
    <ol>
      ${answers.map(
        (answer, i) =>
          html`<li>
            <b>${nameOf(items[i]!, language) ?? words.line(String(i + 1))}</b>: ${said(answer)}
          </li>`,
      )}
    </ol>
    ${look !== undefined || taken === answers.length ? '' : html`<p>${words.whatNext}</p>`}
  </section>`
}
