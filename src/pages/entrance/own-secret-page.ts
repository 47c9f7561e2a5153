import { html } from 'hono/html'
import { buttons, faultBox, field } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { entranceWords } from '#src/words/words.ts'

/** The secret of now, and a new one twice where one is chosen; where none can be changed, why. */
export const ownSecretPage = (
  frame: PageFrame,
  told: {
    readonly isPin: boolean
    readonly fault?: string | undefined
    readonly cannot?: string | undefined
  },
): Html => {
  const words = entranceWords.in(frame.language)
  const password = (
    name: string,
    label: string,
    autocomplete: 'current-password' | 'new-password',
  ) => field({ name, label, type: 'password', maxLength: 200, autocomplete })
  const form = html`<p>${told.isPin ? words.ownSecretPin : words.beginPassword}</p>
    <p>${words.ownSecretElsewhere}</p>
    <form class="entry" method="post" action="/me/secret">
      ${password('secret', words.secret, 'current-password')}
      ${
        told.isPin
          ? ''
          : html`${password('newSecret', words.newSecret, 'new-password')}
            ${password('again', words.newSecretAgain, 'new-password')}`
      }
      ${buttons(told.isPin ? words.drawButton : words.keepButton, {
        href: '/me',
        label: words.toMySessions,
      })}
    </form>`
  return layout({
    ...frame,
    content: html`<h1 class="with-picture">
        ${picture('key')} <span>${words.ownSecretHeading}</span>
      </h1>
      ${
        told.cannot === undefined
          ? html`${faultBox(told.fault)} ${form}`
          : html`<p>${told.cannot}</p>
              <div class="buttons"><a class="button" href="/me">${words.toMySessions}</a></div>`
      }`,
  })
}
