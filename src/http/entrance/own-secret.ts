import { mayHavePin } from '#src/app/first-secret.ts'
import { changeOwnSecret } from '#src/app/own-secret.ts'
import { isWeak } from '#src/app/users.ts'
import { noteOfSession, refusalInWords, statusOfRefusal } from '#src/http/entrance/enter.ts'
import { textsOf } from '#src/http/form.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import { weakInWords } from '#src/http/entrance/keys.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { drawnPinPage } from '#src/pages/entrance/key-pages.ts'
import { ownSecretPage } from '#src/pages/entrance/own-secret-page.ts'
import type { Html } from '#src/pages/layout.ts'
import type { EntranceWords } from '#src/words/en/entrance.ts'
import { entranceWords } from '#src/words/words.ts'

const place = '/me/secret'
const lengthMax = 1000

const wordsOf = (context: HttpContext): EntranceWords => entranceWords.in(context.get('language'))

/** Why somebody has no secret to change; undefined for whoever has one. */
const cannotChange = (context: HttpContext): string | undefined => {
  if (context.get('caller')!.session.userId === undefined) return wordsOf(context).ownSecretCard
  return context.get('needs').isPractice ? wordsOf(context).ownSecretPractice : undefined
}

/** Officers get six digits drawn, as at the beginning; staff choose a password. */
const isPinOf = async (context: HttpContext): Promise<boolean> => {
  const needs = context.get('needs')
  const { networkId, userId } = context.get('caller')!.session
  const user = await needs.store.user(networkId, userId ?? '')
  return user !== undefined && mayHavePin(needs, user, needs.today())
}

const form = async (context: HttpContext, fault?: string): Promise<Html> => {
  const back = { href: '/me', label: wordsOf(context).toMySessions }
  const cannot = cannotChange(context)
  const isPin = cannot === undefined && (await isPinOf(context))
  return ownSecretPage(await frameOf(context, { back, at: place }), { isPin, fault, cannot })
}

const take = async (context: HttpContext): Promise<Response> => {
  const needs = context.get('needs')
  const words = wordsOf(context)
  if (cannotChange(context) !== undefined) return context.html(await form(context), 403)
  const of = await textsOf(context)
  const isPin = await isPinOf(context)
  const [secret, chosen] = [of('secret').slice(0, lengthMax), of('newSecret').slice(0, lengthMax)]
  if (secret === '') return context.html(await form(context, words.signInFailed), 400)
  if (!isPin && chosen !== of('again').slice(0, lengthMax))
    return context.html(await form(context, words.secretsDiffer), 400)
  const { session } = context.get('caller')!
  const to = isPin ? 'drawn' : { chosen }
  const changed = await changeOwnSecret(needs, session, { secret, to })
  if (!('code' in changed)) {
    await noteOfSession(context, session, 'set-secret')
    if (changed.pin !== undefined)
      return context.html(drawnPinPage(await frameOf(context, { at: '/me' }), changed.pin))
    return context.redirect('/me', 303)
  }
  if (isWeak(changed)) return context.html(await form(context, weakInWords(words, changed)), 400)
  await noteOfSession(context, session, 'set-secret', 'refused')
  const fault = refusalInWords(changed, { words, now: needs.clock() })
  return context.html(await form(context, fault), statusOfRefusal(changed))
}

/** Everybody with a login changes the own password or PIN. */
export const ownSecretPages = (pages: Pages): void => {
  pages.get(place, 'signed-in', (context) => form(context))
  pages.post(place, 'signed-in', take)
}
