import { StorageUnavailable } from '#domain/ports.ts'
import { type Field } from '#src/desk/fields.ts'
import { type Filling, fillingOf, unfilled, sentAgain, sentNames } from '#src/desk/filling.ts'
import type { HttpContext } from '#src/http/env.ts'
import { formOf, holds } from '#src/http/form.ts'
import type { Pages } from '#src/http/page.ts'
import { type FormFilling, type FormText, formShown } from '#src/pages/forms/form.ts'
import type { PageFrame } from '#src/pages/layout.ts'
import { deskWords } from '#src/words/words.ts'

/** What was filled in, field by field; what was left empty is empty. */
export type Typed = (name: string) => string

/** What becomes of a form: the page to go to, what is wrong with it, or an answer of its own. */
export type Taken =
  | Response
  | { readonly next: string }
  | { readonly fault: string; readonly status?: 400 | 403 | 409 }
  | { readonly faults: ReadonlyMap<string, string> }

/** A form that asks for something outside of the book. */
type InContext = { readonly context: HttpContext }

export type FormOf<Room extends InContext> = {
  readonly path: string
  readonly rule: Parameters<Pages['get']>[1]
  /** What it is made from; a Response where there is no such thing. */
  readonly find: (context: HttpContext) => Promise<Room | Response>
  readonly frame: (room: Room) => Promise<PageFrame>
  /** What is written down of a look before the form is shown. */
  readonly look?: (room: Room) => Promise<void>
  readonly form: (room: Room) => FormText | Promise<FormText>
  /** What is asked once more before it is done: what will come of it, and who else stands behind it. */
  readonly question?: (room: Room, of: Typed) => FormText | Promise<FormText>
  readonly take: (room: Room, of: Typed) => Promise<Taken>
}

const namesOf = ({ fields, hidden = {} }: FormText): readonly string[] => [
  ...fields.flatMap(sentNames),
  ...Object.keys(hidden),
  'change',
]

const step = 'step'

/** The question after a form: the same fields unseen, and the button that does it. */
const asQuestion = (
  question: FormText,
  { fields, action }: FormText,
  texts: Filling['texts'],
): FormText => ({
  ...question,
  action,
  hidden: { ...question.hidden, ...sentAgain(fields, texts) },
})

type Status = 200 | 400 | 403 | 409 | 503

/** One sending of a form: what it is, what was sent, and how it is shown again. */
type Sending<Room> = {
  readonly room: Room
  readonly form: FormText
  readonly sent: ReadonlyMap<string, string> | undefined
  readonly filling: Filling
  readonly of: Typed
  readonly show: (form: FormText, filling: FormFilling, status: Status) => Promise<Response>
}

/** The form itself, which leads to its question first where it has one. */
const firstOf = async <Room extends InContext>(
  one: FormOf<Room>,
  room: Room,
): Promise<FormText> => {
  const form = await one.form(room)
  return one.question ? { ...form, hidden: { ...form.hidden, [step]: 'check' } } : form
}

const showing =
  <Room extends InContext>(one: FormOf<Room>, room: Room): Sending<Room>['show'] =>
  async (form, filling, status) => {
    await one.look?.(room)
    return room.context.html(formShown(await one.frame(room), form, filling), status)
  }

/** Signs that no keyboard types, and those that would turn the line around. */
const untypable = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u

/** What could not be read stands in its field again to be mended, but for a secret. */
const keptIn = (fields: readonly Field[], { texts, faults }: Filling, of: Typed): Filling => {
  const kept = fields.filter(
    ({ as, name }) => as === 'line' && faults.has(name) && !untypable.test(of(name)),
  )
  return {
    texts: new Map([...texts, ...kept.map(({ name }) => [name, of(name)] as const)]),
    faults,
  }
}

const sendingOf = async <Room extends InContext>(
  one: FormOf<Room>,
  room: Room,
): Promise<Sending<Room>> => {
  const form = await firstOf(one, room)
  const sent = await formOf(room.context)
  const plain: Typed = (name) => (sent?.get(name) ?? '').trim()
  const filling = keptIn(form.fields, fillingOf(form.fields, plain), plain)
  const of: Typed = (name) => filling.texts.get(name) ?? plain(name)
  return { room, form, sent, filling, of, show: showing(one, room) }
}

/** Does what was asked for; what is wrong with it is told where it was asked, or at the last question. */
const taking = async <Room extends InContext>(
  one: FormOf<Room>,
  { room, form, filling, of, show }: Sending<Room>,
  sure: FormText | undefined,
): Promise<Response> => {
  const { context } = room
  const again = (fault: string, status: Status): Promise<Response> =>
    sure ? show(sure, { ...unfilled(), fault }, status) : show(form, { ...filling, fault }, status)
  try {
    const taken = await one.take(room, of)
    if (taken instanceof Response) return taken
    if ('next' in taken) return context.redirect(taken.next, 303)
    return 'faults' in taken
      ? show(form, { ...filling, faults: taken.faults }, 400)
      : again(taken.fault, taken.status ?? 400)
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    return again(deskWords.in(context.get('language')).busy, 503)
  }
}

const answering = async <Room extends InContext>(
  one: FormOf<Room>,
  sending: Sending<Room>,
): Promise<Response> => {
  const { room, form, sent, filling, of, show } = sending
  const question = await one.question?.(room, of)
  const names = [...namesOf(form), ...(question ? namesOf(question) : [])]
  if (!sent || !holds(sent, [], names)) {
    const fault = deskWords.in(room.context.get('language')).oddForm
    return show(form, { ...filling, fault }, 400)
  }
  if (sent.has('change')) return show(form, filling, 200)
  if (filling.faults.size > 0) return show(form, filling, 400)
  const sure = question && asQuestion(question, form, filling.texts)
  if (sure && of(step) === 'check') return show(sure, unfilled(), 200)
  return taking(one, sending, sure)
}

/** Shows a form, reads it strictly when it is sent, asks once more where that is wanted, and does it. */
export const formPages = <Room extends InContext>(pages: Pages, one: FormOf<Room>): void => {
  pages.get(one.path, one.rule, async (context) => {
    const room = await one.find(context)
    if (room instanceof Response) return room
    const form = await firstOf(one, room)
    return showing(one, room)(form, unfilled(form.prefilled), 200)
  })
  pages.post(one.path, one.rule, async (context) => {
    const room = await one.find(context)
    return room instanceof Response ? room : answering(one, await sendingOf(one, room))
  })
}
