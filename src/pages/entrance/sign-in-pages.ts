import { html } from 'hono/html'
import { buttons, faultBox, field, goodBox, hidden } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { entranceWords, networkWords } from '#src/words/words.ts'

const loginMax = 60
const secretMax = 200

/** Signing in with a name; where the device is not known, what to do first and no form. */
export const signInPage = (
  frame: PageFrame,
  told: {
    readonly isKnownDevice: boolean
    readonly fault?: string | undefined
    readonly isSecretNew?: boolean
  },
): Html => {
  const words = entranceWords.in(frame.language)
  const other = html`<a class="button" href="/card">${words.cardInstead}</a>`
  const content = told.isKnownDevice
    ? html`${told.isSecretNew ? goodBox(words.secretIsSet) : ''} ${faultBox(told.fault)}
        <form class="entry" method="post" action="/sign-in">
          ${field({ name: 'login', label: words.login, maxLength: loginMax, autocomplete: 'username' })}
          ${field({
            name: 'secret',
            label: words.secret,
            type: 'password',
            maxLength: secretMax,
            autocomplete: 'current-password',
          })}
          ${buttons(words.signInButton, { href: '/', label: words.toStart })}
        </form>
        <div class="buttons">${other}</div>`
    : html`${told.isSecretNew ? goodBox(networkWords.in(frame.language).hasSecret) : ''}
        ${faultBox(frame.isPractice ? words.doorsLocked : words.notEnrolled)}
        <div class="buttons"><a class="button" href="/">${words.toStart}</a> ${other}</div>`
  return layout({
    ...frame,
    content: html`<h1 class="with-picture">
        ${picture('key')} <span>${words.signInHeading}</span>
      </h1>
      ${content}`,
  })
}

/** Opening one's own page by card. What was scanned travels on unseen; without it, it is typed. */
export const cardPage = (
  frame: PageFrame,
  told: { readonly scanned?: string | undefined; readonly fault?: string | undefined },
): Html => {
  const words = entranceWords.in(frame.language)
  return layout({
    ...frame,
    content: html`<h1 class="with-picture">${picture('card')} <span>${words.cardHeading}</span></h1>
      ${faultBox(told.fault)}
      <form class="entry" method="post" action="/card">
        ${
          told.scanned === undefined
            ? field({
                name: 'c',
                label: words.cardCode,
                hint: words.cardCodeHint,
                maxLength: 200,
              })
            : html`${hidden('c', told.scanned)}
                <p>${words.cardScanned}</p>`
        }
        ${field({
          name: 'pin',
          label: words.pin,
          hint: words.pinHint,
          type: 'password',
          digits: 6,
          maxLength: 12,
        })}
        ${buttons(words.openButton, { href: '/', label: words.toStart })}
      </form>
      <div class="buttons"><a class="button" href="/sign-in">${words.signInInstead}</a></div>`,
  })
}

/** Asking for the secret again before a dangerous act; `cannot` says why somebody has none. */
export const stepUpPage = (
  frame: PageFrame,
  told: {
    readonly to: string
    readonly fault?: string | undefined
    readonly cannot?: string | undefined
  },
): Html => {
  const words = entranceWords.in(frame.language)
  const form = html`<p>${words.stepUpLead}</p>
    <form class="entry" method="post" action="/step-up">
      ${hidden('to', told.to)}
      ${field({
        name: 'secret',
        label: words.secret,
        type: 'password',
        maxLength: secretMax,
        autocomplete: 'current-password',
      })}
      ${buttons(words.stepUpButton, { href: '/', label: words.toStart })}
    </form>`
  return layout({
    ...frame,
    content: html`<h1 class="with-picture">
        ${picture('key')} <span>${words.stepUpHeading}</span>
      </h1>
      ${
        told.cannot === undefined
          ? html`${faultBox(told.fault)} ${form}`
          : html`<p>${told.cannot}</p>
              <div class="buttons"><a class="button" href="/">${words.toStart}</a></div>`
      }`,
  })
}
