import { isUuid } from '#domain/kernel/ids.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import type { Field } from '#src/desk/fields.ts'
import { type Filling, fillingOf, unfilled, sentAgain, sentNames } from '#src/desk/filling.ts'
import type { HttpContext } from '#src/http/env.ts'
import { formOf, holds } from '#src/http/form.ts'
import type { Pages } from '#src/http/page.ts'
import { type FormFilling, type FormText, formShown } from '#src/pages/forms/form.ts'
import type { PageFrame } from '#src/pages/layout.ts'
import { deskWords } from '#src/words/words.ts'

/** What was filled in, field by field; what was left empty is empty. */
export type Typed = (name: string) => string

type Refusing = 400 | 401 | 403 | 409 | 429

/** What becomes of a form: the page to go to, what is wrong with it, or an answer of its own. */
export type Taken =
  | Response
  | { readonly next: string }
  | { readonly fault: string; readonly status?: Refusing }
  | { readonly faults: ReadonlyMap<string, string>; readonly status?: Refusing }

type InContext = { readonly context: HttpContext }

/** A form that asks for something outside of the book. */
type Unplaced<Room extends InContext> = {
  /** What it is made from; a Response where there is no such thing. */
  readonly find: (context: HttpContext) => Promise<Room | Response>
  readonly frame: (room: Room) => Promise<PageFrame>
  /** What is written down of a look before the form is shown. */
  readonly look?: (room: Room) => Promise<void>
  /** Knows what was sent, as it was typed, where one field is read by what stands in another. */
  readonly form: (room: Room, of: Typed) => FormText | Promise<FormText>
  /** What is asked once more before it is done: what will come of it, and who else stands behind it. */
  readonly question?: (room: Room, of: Typed) => FormText | Promise<FormText>
  /** Nothing is done before the question was seen, whatever is sent. */
  readonly isAskedUntilSure?: boolean
  readonly take: (room: Room, of: Typed) => Promise<Taken>
}

/** A form with a page of its own, and for whom it is. */
export type FormOf<Room extends InContext> = Unplaced<Room> & {
  readonly path: string
  readonly rule: Parameters<Pages['get']>[1]
}

const namesOf = ({ fields, hidden = {} }: FormText): readonly string[] => [
  ...fields.flatMap(sentNames),
  ...Object.keys(hidden),
  'change',
]

const step = 'step'

/** The question after a form: the same fields unseen, but for secrets, and the button that does it. */
const asQuestion = (
  question: FormText,
  { fields, action, hidden }: FormText,
  texts: Filling['texts'],
): FormText => ({
  ...question,
  action,
  hidden: {
    ...hidden,
    ...question.hidden,
    ...sentAgain(
      fields.filter(({ as }) => as !== 'secret'),
      texts,
    ),
    ...(hidden?.[step] === undefined ? { sure: 'yes' } : { [step]: '' }),
  },
})

type Status = 200 | Refusing | 503

/** One sending of a form: what it is, what was sent, and how it is shown again. */
type Sending<Room> = {
  readonly room: Room
  readonly form: FormText
  readonly sent: ReadonlyMap<string, string> | undefined
  readonly filling: Filling
  readonly of: Typed
  readonly show: (form: FormText, filling: FormFilling, status: Status) => Promise<Response>
}

/**
 * The form itself, which leads to its question first where it has one. The number that it was made with stays with it,
 * so that one form is counted once however often it is sent.
 */
const firstOf = async <Room extends InContext>(
  one: Unplaced<Room>,
  room: Room,
  of: Typed,
): Promise<FormText> => {
  const form = await one.form(room, of)
  const hidden = {
    ...form.hidden,
    ...(form.hidden?.['id'] !== undefined && isUuid(of('id')) && { id: of('id') }),
    ...(one.question && !one.isAskedUntilSure && { [step]: 'check' }),
  }
  return { ...form, hidden }
}

const showing =
  <Room extends InContext>(one: Unplaced<Room>, room: Room): Sending<Room>['show'] =>
  async (form, filling, status) => {
    await one.look?.(room)
    return room.context.html(formShown(await one.frame(room), form, filling), status)
  }

/** Signs that no keyboard types, and those that would turn the line around. */
const untypable = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u

/** What could not be read stands in its field again to be mended, but for a secret and where the field says otherwise. */
const keptIn = (fields: readonly Field[], { texts, faults }: Filling, of: Typed): Filling => {
  const kept = fields.filter(
    ({ as, name }) => as === 'line' && faults.has(name) && !untypable.test(of(name)),
  )
  return {
    texts: new Map([...kept.map(({ name }) => [name, of(name)] as const), ...texts]),
    faults,
  }
}

const sendingOf = async <Room extends InContext>(
  one: Unplaced<Room>,
  room: Room,
): Promise<Sending<Room>> => {
  const sent = await formOf(room.context)
  // Fields trim what they read; a secret may begin or end with a space.
  const plain: Typed = (name) => sent?.get(name) ?? ''
  const form = await firstOf(one, room, plain)
  const filling = keptIn(form.fields, fillingOf(form.fields, plain), plain)
  const of: Typed = (name) => filling.texts.get(name) ?? plain(name)
  return { room, form, sent, filling, of, show: showing(one, room) }
}

/** Does what was asked for; what is wrong with it is told where it was asked, or at the last question. */
const taking = async <Room extends InContext>(
  one: Unplaced<Room>,
  { room, form, filling, of, show }: Sending<Room>,
  sure: FormText | undefined,
): Promise<Response> => {
  const { context } = room
  const again = (fault: string, status: Status): Promise<Response> =>
    show(sure ?? form, { ...(sure ? unfilled() : filling), fault }, status)
  try {
    const taken = await one.take(room, of)
    if (taken instanceof Response) return taken
    if ('next' in taken) return context.redirect(taken.next, 303)
    return 'faults' in taken
      ? show(form, { ...filling, faults: taken.faults }, taken.status ?? 400)
      : again(taken.fault, taken.status ?? 400)
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    return again(deskWords.in(context.get('language')).busy, 503)
  }
}

/** No number of ours is sent with it; one that is none would stand in a journal for ever. */
const isUnnumbered = ({ hidden }: FormText, sent: ReadonlyMap<string, string>): boolean =>
  hidden?.['id'] !== undefined && hidden['id'] !== sent.get('id')

const answering = async <Room extends InContext>(
  one: Unplaced<Room>,
  sending: Sending<Room>,
): Promise<Response> => {
  const { room, form, sent, filling, of, show } = sending
  const odd = (): Promise<Response> => {
    const fault = deskWords.in(room.context.get('language')).oddForm
    return show(form, { ...filling, fault }, 400)
  }
  if (!sent || isUnnumbered(form, sent)) return odd()
  if (sent.has('change')) return show(form, filling, 200)
  if (filling.faults.size > 0) return show(form, filling, 400)
  const question = await one.question?.(room, of)
  const sure = question && asQuestion(question, form, filling.texts)
  if (!holds(sent, [], [...namesOf(form), ...(sure ? namesOf(sure) : [])])) return odd()
  const isAsked = one.isAskedUntilSure ? of('sure') !== 'yes' : of(step) === 'check'
  if (sure && isAsked) return show(sure, unfilled(), 200)
  return taking(one, sending, sure)
}

/** Reads strictly what a form sent, asks once more where that is wanted, and does it. */
export const sentForm =
  <Room extends InContext>(one: Unplaced<Room>) =>
  async (context: HttpContext): Promise<Response> => {
    const room = await one.find(context)
    return room instanceof Response ? room : answering(one, await sendingOf(one, room))
  }

/** Shows a form at its place, and reads it when it is sent there. */
export const formPages = <Room extends InContext>(pages: Pages, one: FormOf<Room>): void => {
  pages.get(one.path, one.rule, async (context) => {
    const room = await one.find(context)
    if (room instanceof Response) return room
    const form = await firstOf(one, room, () => '')
    return showing(one, room)(form, unfilled(form.prefilled), 200)
  })
  pages.post(one.path, one.rule, sentForm(one))
}
