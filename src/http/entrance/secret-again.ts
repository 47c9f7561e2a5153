import { html } from 'hono/html'
import { loginOf, doors } from '#src/app/practice/practice-people.ts'
import { isSteppedUp, steppedUp } from '#src/app/identity/sessions.ts'
import { stepUp } from '#src/app/identity/sign-in.ts'
import { type Field, secretField } from '#src/desk/fields.ts'
import { unfilled } from '#src/desk/filling.ts'
import { noteOfSession, refusalInWords, statusOfRefusal } from '#src/http/entrance/enter.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import {
  type WaitingForm,
  backWithSecret,
  openedForm,
  formAddress,
  sealedForm,
  waitingForm,
} from '#src/http/entrance/kept-form.ts'
import type { HttpContext } from '#src/http/env.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import { formShown } from '#src/pages/forms/form.ts'
import { entranceWords } from '#src/words/words.ts'

const wordsOf = (context: HttpContext) => entranceWords.in(context.get('language'))

/** The own secret, as it is asked for once more. */
export const ownSecretAgain = (context: HttpContext, name: 'secret' | 'ownSecret'): Field =>
  secretField({
    name,
    label: wordsOf(context).secret,
    autocomplete: 'current-password',
    isRequired: true,
  })

/** Who of the practice fund came by a door, and has no secret or one that is told to others. */
const isByDoor = async (context: HttpContext): Promise<boolean> => {
  const { session } = context.get('caller')!
  const { store, isPractice } = context.get('needs')
  if (!isPractice || session.userId === undefined) return false
  const user = await store.user(session.networkId, session.userId)
  return user?.secret === undefined || doors.some((door) => user.login === loginOf(door))
}

type Asked = { readonly fault?: string; readonly status?: 401 | 403 | 429 }

/** Asks for the secret on the page that answers a form, and sends it back to where the form went. */
const asking = async (
  context: HttpContext,
  form: WaitingForm,
  { fault, status = 403 }: Asked = {},
): Promise<Response> => {
  const words = wordsOf(context)
  const isDoor = await isByDoor(context)
  const { sealed, isKept } = await sealedForm(context, form)
  const lines = [
    words.deniedStepUpNext,
    isKept ? words.stepUpKept : words.stepUpLost,
    ...(form.hadFiles ? [words.stepUpFiles] : []),
    ...(isDoor ? [words.stepUpPress] : []),
  ]
  const page = formShown(
    await frameOf(context, { at: '/' }),
    {
      shown: 'key',
      heading: words.deniedStepUp,
      told: html`${lines.map((line) => html`<p>${line}</p>`)}`,
      action: formAddress(context),
      at: '/',
      hidden: { kept: sealed, ...(isDoor && { ownSecret: '' }) },
      fields: isDoor ? [] : [ownSecretAgain(context, 'ownSecret')],
      submit: words.stepUpButton,
      back: { href: '/', label: words.toStart },
    },
    { ...unfilled(), fault },
  )
  return context.html(page, status)
}

/** Why nothing can be asked for, and the way to the start. */
const telling = async (
  context: HttpContext,
  line: 'stepUpCard' | 'stepUpGone',
  status: 403 | 409,
): Promise<Response> => {
  const { stepUpHeading: heading, toStart: label, [line]: why } = wordsOf(context)
  const frame = await frameOf(context, { at: '/' })
  const links = [{ href: '/', label }]
  return context.html(messagePage(frame, { shown: 'key', heading, lines: [why], links }), status)
}

/**
 * The answer to a form for which the own secret was given too long ago: it is asked for, and what was filled in waits in the
 * very page, sealed. By card there is none to give.
 */
export const askSecretAgain = async (context: HttpContext): Promise<Response> =>
  context.get('caller')!.session.userId === undefined
    ? telling(context, 'stepUpCard', 403)
    : asking(context, await waitingForm(context))

/** Takes the secret that was asked for; what is wrong with it is told on the same page. */
const given = async (
  context: HttpContext,
  form: WaitingForm & { readonly isFirst: boolean },
  secret: string,
): Promise<Response | undefined> => {
  const needs = context.get('needs')
  const caller = context.get('caller')!
  const { session } = caller
  if (isSteppedUp(needs, session)) return undefined
  // It was taken with this page before, and is in nobody's hand any more.
  if (!form.isFirst) return asking(context, form)
  const stepped = (await isByDoor(context))
    ? await steppedUp(needs, session)
    : await stepUp(needs, session, secret.slice(0, 1000))
  await noteOfSession(context, session, 'step-up', 'code' in stepped ? 'refused' : 'done')
  if (!('code' in stepped)) {
    context.set('caller', { ...caller, session: stepped })
    return undefined
  }
  return asking(context, form, {
    fault: refusalInWords(stepped, { words: wordsOf(context), now: needs.clock() }),
    status: statusOfRefusal(stepped),
  })
}

/** It was sealed in another session, or was too much to keep: nothing is filled in, and where to begin anew is told. */
const gone = (context: HttpContext): Promise<Response> => telling(context, 'stepUpGone', 409)

/**
 * Where a form comes back with the secret that it was asked for, the secret is taken first, and the request goes on as the
 * form that was kept; undefined for any other form.
 */
export const takeSecretAgain = async (context: HttpContext): Promise<Response | undefined> => {
  if (context.get('caller')?.session.userId === undefined) return undefined
  const back = await backWithSecret(context)
  if (!back) return undefined
  const form = await openedForm(context, back.sealed)
  if (!form) return gone(context)
  const refused = await given(context, form, back.secret)
  if (refused) return refused
  const { fields, hadFiles } = form
  if (!fields) return gone(context)
  context.set('keptForm', { fields, hadFiles })
  return undefined
}

/** What is said above a form that came back; undefined where none did. */
export const keptSaid = (context: HttpContext): string | undefined => {
  const kept = context.get('keptForm')
  if (!kept) return undefined
  const { keptHere, keptFiles } = wordsOf(context)
  return kept.hadFiles ? `${keptHere} ${keptFiles}` : keptHere
}
