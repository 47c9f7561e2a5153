import { html } from 'hono/html'
import { mayHavePin } from '#src/app/identity/first-secret.ts'
import { changeOwnSecret } from '#src/app/identity/own-secret.ts'
import { isWeak } from '#src/app/identity/users.ts'
import { type Field, secretField } from '#src/desk/fields.ts'
import { noteOfSession, refusalInWords, statusOfRefusal } from '#src/http/entrance/enter.ts'
import { type FormOf, type Typed, formPages } from '#src/http/form-pages.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import { weakInWords } from '#src/http/entrance/keys.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { drawnPinPage } from '#src/pages/entrance/key-pages.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import type { PageFrame } from '#src/pages/layout.ts'
import type { EntranceWords } from '#src/words/en/entrance.ts'
import { entranceWords } from '#src/words/words.ts'

const place = '/me/secret'

const wordsOf = (context: HttpContext): EntranceWords => entranceWords.in(context.get('language'))

/** Why somebody has no secret to change; undefined for whoever has one. */
const cannotChange = (context: HttpContext): string | undefined => {
  return context.get('needs').isPractice ? wordsOf(context).ownSecretPractice : undefined
}

/** Officers and whoever came by a card get six digits drawn; staff choose a password. */
const isPinOf = async (context: HttpContext): Promise<boolean> => {
  const needs = context.get('needs')
  const { networkId, userId, card } = context.get('caller')!.session
  if (card) return true
  const user = await needs.store.user(networkId, userId ?? '')
  return user !== undefined && mayHavePin(needs, user, needs.today())
}

type SecretVisit = { readonly context: HttpContext; readonly isPin: boolean }

const frame = (context: HttpContext): Promise<PageFrame> =>
  frameOf(context, { back: { href: '/me', label: wordsOf(context).toMySessions }, at: place })

/** The secret of now, and a new one twice where one is chosen. */
const fieldsOf = (words: EntranceWords, isPin: boolean): readonly Field[] => {
  const now = { name: 'secret', label: words.secret, autocomplete: 'current-password' } as const
  const anew = { name: 'newSecret', label: words.newSecret, autocomplete: 'new-password' } as const
  const chosen = [anew, { ...anew, name: 'again' as const, label: words.newSecretAgain }]
  return [now, ...(isPin ? [] : chosen)].map(secretField)
}

/** What is wrong with what was typed before any secret is looked at, by field. */
const faultsIn = (
  { context, isPin }: SecretVisit,
  of: Typed,
): ReadonlyMap<string, string> | undefined => {
  const words = wordsOf(context)
  if (of('secret') === '') return new Map([['secret', words.signInFailed]])
  const isTwice = isPin || of('newSecret') === of('again')
  return isTwice ? undefined : new Map([['again', words.secretsDiffer]])
}

/** Everybody with a login changes the own password or PIN. */
const changing: FormOf<SecretVisit> = {
  path: place,
  rule: 'signed-in',
  find: async (context) => {
    const cannot = cannotChange(context)
    if (cannot === undefined) return { context, isPin: await isPinOf(context) }
    const { ownSecretHeading: heading, toMySessions: label } = wordsOf(context)
    const links = [{ href: '/me', label }]
    const page = messagePage(await frame(context), {
      shown: 'key',
      heading,
      lines: [cannot],
      links,
    })
    return context.html(page, context.req.method === 'GET' ? 200 : 403)
  },
  frame: ({ context }) => frame(context),
  form: ({ context, isPin }) => {
    const words = wordsOf(context)
    return {
      shown: 'key',
      heading: words.ownSecretHeading,
      told: html`<p>${isPin ? words.ownSecretPin : words.beginPassword}</p>
        ${context.get('caller')!.session.card ? html`<p>${words.ownSecretCard}</p>` : ''}
        <p>${words.ownSecretElsewhere}</p>`,
      action: place,
      fields: fieldsOf(words, isPin),
      submit: isPin ? words.drawButton : words.keepButton,
      back: { href: '/me', label: words.toMySessions },
    }
  },
  take: async (visit, of) => {
    const { context, isPin } = visit
    const needs = context.get('needs')
    const words = wordsOf(context)
    const faults = faultsIn(visit, of)
    if (faults) return { faults }
    const { session } = context.get('caller')!
    const to = isPin ? 'drawn' : { chosen: of('newSecret') }
    const changed = await changeOwnSecret(needs, session, { secret: of('secret'), to })
    if (!('code' in changed)) {
      await noteOfSession(context, session, 'set-secret')
      if (changed.pin === undefined) return { next: '/me' }
      return context.html(drawnPinPage(await frameOf(context, { at: '/me' }), changed.pin))
    }
    if (isWeak(changed)) return { faults: new Map([['newSecret', weakInWords(words, changed)]]) }
    await noteOfSession(context, session, 'set-secret', 'refused')
    const fault = refusalInWords(changed, { words, now: needs.clock() })
    return { fault, status: statusOfRefusal(changed) }
  },
}

export const ownSecretPages = (pages: Pages): void => formPages(pages, changing)
