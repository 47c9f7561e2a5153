import { html } from 'hono/html'
import { squareCode } from '#src/pages/entrance/square-code.ts'
import { heading } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { caseWords } from '#src/words/words.ts'

/** A new card, shown once. On paper stands the square code alone; the digits are told, and learnt by heart. */
export const ownCardPage = (
  frame: PageFrame,
  { address, pin, back }: { readonly address: string; readonly pin: string; readonly back: string },
): Html => {
  const words = caseWords.in(frame.language)
  return layout({
    ...frame,
    isShownOnce: true,
    content: html`<div class="screen-only">
        ${heading('card', words.ownCard)}
        <p>${words.ownCardMade}</p>
        <p class="figure pin">${pin.slice(0, 3)} ${pin.slice(3)}</p>
      </div>
      <div class="on-paper on-a6">
        <div data-code="${new URL(address).searchParams.get('c') ?? ''}">
          ${squareCode(address, words.ownCardCode)}
        </div>
        <p>${words.ownCardScan}</p>
      </div>
      <p class="screen-only"><a class="button" href="${back}">${words.ownCardDone}</a></p>`,
  })
}
