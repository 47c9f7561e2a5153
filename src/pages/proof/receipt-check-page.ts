import { html } from 'hono/html'
import { buttons, field, goodBox, warningBox } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import type { ProofWords } from '#src/words/en/proof.ts'
import { proofWords } from '#src/words/words.ts'

/** What came of a check, as the service judged it; `line` is the entry's number in figures. */
type Checked = {
  readonly verdict: 'stands' | 'written-anew' | 'gone' | 'not-signed'
  readonly line: string
}

const toldOf = (words: ProofWords, { verdict, line }: Checked): Html => {
  if (verdict === 'stands') return goodBox(words.stands(line))
  if (verdict === 'not-signed') return warningBox(words.notSigned, words.notSignedNext)
  const what = verdict === 'gone' ? words.gone(line) : words.writtenAnew(line)
  return warningBox(what, words.keepIt)
}

/** For anybody who holds a receipt. What was typed is not shown again: it is as good as the paper itself. */
export const receiptCheckPage = (
  frame: PageFrame,
  { checked, isUnreadable }: { readonly checked?: Checked; readonly isUnreadable?: boolean },
): Html => {
  const words = proofWords.in(frame.language)
  return layout({
    ...frame,
    content: html`<h1 class="with-picture">${picture('book')} <span>${words.heading}</span></h1>
      ${checked === undefined ? '' : toldOf(words, checked)}
      <p>${words.lead}</p>
      <form class="entry" method="post" action="/receipt">
        ${field({
          name: 'code',
          label: words.code,
          hint: words.codeHint,
          maxLength: 600,
          fault: isUnreadable ? words.faultCode : undefined,
        })}
        ${buttons(words.check, { href: '/', label: words.toStart })}
      </form>`,
  })
}
