import { isUuid } from '#domain/kernel/ids.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { ReaderBusy } from '#src/exchange/reader.ts'
import {
  type Filling,
  fillingOf,
  keptIn,
  sentAgain,
  sentNames,
  unfilled,
} from '#src/desk/filling.ts'
import { keptSaid } from '#src/http/entrance/secret-again.ts'
import { isAskedLongAgo } from '#src/http/asked-again.ts'
import type { HttpContext } from '#src/http/env.ts'
import { filesOf, formOf, holds, isOfFiles, isWriting } from '#src/http/form.ts'
import type { Pages } from '#src/http/page.ts'
import { type FormFilling, type FormText, formShown } from '#src/pages/forms/form.ts'
import { withDoubts } from '#src/http/desk/asked-twice.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import { deskWords, faultWords } from '#src/words/words.ts'

/** What was filled in, field by field; what was left empty is empty. */
export type Typed = (name: string) => string

/** The files that hold something, of a field that takes files. */
export type Files = (name: string) => readonly File[]

type Refusing = 400 | 401 | 403 | 404 | 409 | 413 | 429 | 503

/** What is wrong with all of a form, or with some of its fields. */
export type Wrong = {
  readonly status?: Refusing
  /** Something else stands under the form's number already: it is shown with another one, or it could never be sent. */
  readonly isUsed?: boolean
} & ({ readonly fault: string } | { readonly faults: ReadonlyMap<string, string> })

/** What becomes of a form: the page to go to, what is wrong with it, or an answer of its own. */
export type Taken =
  | Response
  | { readonly next: string }
  | Wrong
  /** The question once more, because of what it says by now. */
  | 'ask'
  /** The form again, which tells this in place of what it told. */
  | { readonly told: Html; readonly fault?: string; readonly status: 200 | Refusing }

type Question = FormText | Wrong | Response | undefined
type Part = Html | undefined

type InContext = { readonly context: HttpContext }

/** A form that asks for something outside of the book. */
type Unplaced<Visit extends InContext> = {
  /** What it is made from; a Response where there is no such thing. */
  readonly find: (context: HttpContext, of: Typed) => Promise<Visit | Response>
  readonly frame: (visit: Visit) => Promise<PageFrame>
  /** What is written down of a look before the form is shown. */
  readonly look?: (visit: Visit) => Promise<void>
  /** Knows what was sent, as it was typed, where one field is read by what stands in another. */
  readonly form: (visit: Visit, of: Typed) => FormText | Promise<FormText>
  /** What is asked once more before it is done, and who else stands behind it, where anything is; or why it cannot be. */
  readonly question?: (visit: Visit, of: Typed) => Question | Promise<Question>
  /** Nothing is done before the question was seen, whatever is sent. */
  readonly isAskedUntilSure?: boolean
  readonly take: (visit: Visit, of: Typed, files: Files) => Promise<Taken>
  /** It takes files; of any other nothing is read that is sent with files. */
  readonly hasFiles?: true
  /** The fields that take lines, or more than a line may hold. */
  readonly lines?: string | readonly string[]
  /** The page that it is a part of, where it is none of its own. */
  readonly page?: (visit: Visit, form: FormText, filling: FormFilling) => Part | Promise<Part>
}

/** A form with a page of its own, and for whom it is. */
export type FormOf<Visit extends InContext> = Unplaced<Visit> & {
  readonly path: string
  readonly rule: Parameters<Pages['get']>[1]
}

const namesOf = ({ fields, hidden = {}, submits }: FormText): readonly string[] => [
  ...fields.flatMap(sentNames),
  ...(submits ? [submits.name] : []),
  ...Object.keys(hidden),
  'change',
  'sure',
]

const step = 'step'

/** The question after a form: the same fields unseen, but for secrets, and the button that does it. */
const asQuestion = (
  question: FormText,
  { fields, hidden }: FormText,
  filling: Filling,
): FormText => ({
  ...question,
  hidden: {
    ...hidden,
    ...question.hidden,
    ...sentAgain(
      fields.filter(({ as }) => as !== 'secret'),
      filling,
    ),
    sure: 'yes',
    ...(hidden?.[step] !== undefined && { [step]: '' }),
  },
})

type Status = 200 | Refusing

/** One sending of a form: what it is, what was sent, and how it is shown again. */
type Sending<Visit> = {
  readonly visit: Visit
  readonly form: FormText
  readonly sent: ReadonlyMap<string, string> | undefined
  readonly filling: Filling
  readonly of: Typed
  readonly files: Files
  readonly show: (form: FormText, filling: FormFilling, status: Status) => Promise<Response>
}

/**
 * The form itself, which leads to its question first where it has one. The number that it was made with stays with it,
 * so that one form is counted once however often it is sent.
 */
const firstOf = async <Visit extends InContext>(
  one: Unplaced<Visit>,
  visit: Visit,
  of: Typed,
): Promise<FormText> => {
  const form = await one.form(visit, of)
  const hidden = {
    ...form.hidden,
    ...(form.hidden?.['id'] !== undefined && isUuid(of('id')) && { id: of('id') }),
    ...(one.question && !one.isAskedUntilSure && { [step]: 'check' }),
  }
  return { ...form, hidden }
}

const showing =
  <Visit extends InContext>(one: Unplaced<Visit>, visit: Visit): Sending<Visit>['show'] =>
  async (form, filling, status) => {
    await one.look?.(visit)
    const part = await one.page?.(visit, form, filling)
    const page = part ?? formShown(await one.frame(visit), form, filling)
    return visit.context.html(page, status)
  }

/** A form with files is sent as one, and no other is. */
const isSentAs = ({ fields }: FormText, context: HttpContext, files: Files): boolean => {
  const asked = fields.filter((field) => field.as === 'file')
  const isFew = asked.every(({ name, isSeveral }) => isSeveral || files(name).length <= 1)
  return isFew && asked.length > 0 === isOfFiles(context)
}

const sendingOf = async <Visit extends InContext>(
  one: Unplaced<Visit>,
  context: HttpContext,
): Promise<Sending<Visit> | Response> => {
  const withFiles =
    one.hasFiles && isOfFiles(context) ? await filesOf(context, one.lines) : undefined
  const all = withFiles?.fields ?? (await formOf(context, one.lines, isWriting))
  const files: Files = (name) => withFiles?.files.get(name) ?? []
  // Fields trim what they read; a secret may begin or end with a space.
  const plain: Typed = (name) => all?.get(name) ?? ''
  const visit = await one.find(context, plain)
  if (visit instanceof Response) return visit
  const form = await firstOf(one, visit, plain)
  const sent = isSentAs(form, context, files) ? all : undefined
  const filling = all
    ? keptIn(form.fields, fillingOf(form.fields, plain), plain)
    : unfilled(form.prefilled)
  const of: Typed = (name) => filling.texts.get(name) ?? plain(name)
  return { visit, form, sent, filling, of, files, show: showing(one, visit) }
}

/**
 * A store that is busy is told in words. That pressing twice counts once is promised by a form with a number alone: elsewhere
 * a guess or a link may be spent by then.
 */
const unlessBusy = async (
  { visit, show }: { readonly visit: InContext; readonly show: Sending<unknown>['show'] },
  { form, filling }: { readonly form: FormText; readonly filling: Filling },
  act: () => Promise<Response>,
): Promise<Response> => {
  try {
    return await act()
  } catch (error) {
    const language = visit.context.get('language')
    if (error instanceof ReaderBusy)
      return show(form, { ...filling, fault: faultWords.in(language).reading }, 503)
    if (!(error instanceof StorageUnavailable)) throw error
    const isNumbered = form.hidden?.['id'] !== undefined
    const fault = isNumbered ? deskWords.in(language).busy : faultWords.in(language).busyNext
    return show(form, { ...filling, fault }, 503)
  }
}

/** Does what was asked for; what is wrong with it is told where it was asked, or at the last question. */
const taking = async <Visit extends InContext>(
  one: Unplaced<Visit>,
  { visit, form, filling, of, files, show }: Sending<Visit>,
  sure: FormText | undefined,
): Promise<Response> => {
  const { context } = visit
  const last = sure ?? form
  const anew = { ...last, hidden: { ...last.hidden, id: context.get('needs').ids() } }
  const own = sure ? keptIn(sure.fields, fillingOf(sure.fields, of), of) : filling
  if (own.faults.size > 0) return show(last, own, 400)
  const act = async (): Promise<Response> => {
    const taken = await one.take(visit, (name) => own.texts.get(name) ?? of(name), files)
    if (taken instanceof Response) {
      visit.context.set('isTaken', taken.ok)
      return taken
    }
    if (taken === 'ask') return show(last, own, 200)
    if ('next' in taken) return context.redirect(taken.next, 303)
    if ('told' in taken)
      return show({ ...form, told: taken.told }, { ...filling, fault: taken.fault }, taken.status)
    const { status = 400 } = taken
    if ('fault' in taken)
      return show(taken.isUsed ? anew : last, { ...own, fault: taken.fault }, status)
    const isOfLast = last.fields.some(({ name }) => taken.faults.has(name))
    return isOfLast
      ? show(last, { ...own, faults: taken.faults }, status)
      : show(form, { ...filling, faults: taken.faults }, status)
  }
  return unlessBusy({ visit, show }, { form: last, filling: own }, act)
}

/** No number of ours is sent with it; one that is none would stand in a journal for ever. */
const isUnnumbered = ({ hidden }: FormText, sent: ReadonlyMap<string, string>): boolean =>
  hidden?.['id'] !== undefined && hidden['id'] !== sent.get('id')

/** Whether the question is asked before it is done; one about its sums alone is no step of its form. */
const isAsked = (
  { isAskedUntilSure = false }: { readonly isAskedUntilSure?: boolean },
  question: FormText | undefined,
  of: Typed,
): boolean =>
  isAskedUntilSure || question === undefined ? of('sure') !== 'yes' : of(step) === 'check'

const answering = async <Visit extends InContext>(
  one: Unplaced<Visit>,
  sending: Sending<Visit>,
): Promise<Response> => {
  const { visit, form, sent, filling, of, show } = sending
  const odd = (): Promise<Response> => {
    const fault = deskWords.in(visit.context.get('language')).oddForm
    return show(form, { ...filling, fault }, 400)
  }
  if (!sent || isUnnumbered(form, sent)) return odd()
  if (sent.has('change')) return show(form, filling, 200)
  if (isAskedLongAgo(visit.context, form, sent)) {
    const fault = deskWords.in(visit.context.get('language')).askedLongAgo
    return show(form, { ...filling, fault }, 403)
  }
  if (filling.faults.size > 0) return show(form, filling, 400)
  const question = await one.question?.(visit, of)
  if (question instanceof Response) return question
  if (question && !('fields' in question))
    return show(form, { ...filling, ...question }, question.status ?? 400)
  const language = visit.context.get('language')
  const asked = withDoubts(question, form, { language, of })
  const sure = asked && asQuestion(asked, form, filling)
  const names = [form, sure].flatMap((each) => (each ? namesOf(each) : []))
  // A yes to a question that need not be asked any more is a yes.
  if (one.isAskedUntilSure) names.push('sure')
  if (!holds(sent, [], names)) return odd()
  if (sure && isAsked(one, question, of)) return show(sure, unfilled(sure.prefilled), 200)
  return taking(one, sending, sure)
}

/** Reads strictly what a form sent, asks once more where that is wanted, and does it. */
export const sentForm =
  <Visit extends InContext>(one: Unplaced<Visit>) =>
  async (context: HttpContext): Promise<Response> => {
    const sending = await sendingOf(one, context)
    if (sending instanceof Response) return sending
    const { form, filling, show } = sending
    const kept = keptSaid(context)
    if (kept !== undefined) return show(form, { ...filling, kept }, 200)
    return unlessBusy(sending, sending, () => answering(one, sending))
  }

/** Shows a form before anybody has filled it in. */
export const emptyForm =
  <Visit extends InContext>(one: Unplaced<Visit>) =>
  async (context: HttpContext): Promise<Response> => {
    const visit = await one.find(context, () => '')
    if (visit instanceof Response) return visit
    const form = await firstOf(one, visit, () => '')
    return showing(one, visit)(form, unfilled(form.prefilled), 200)
  }

/** Shows a form at its place, and reads it when it is sent there. */
export const formPages = <Visit extends InContext>(pages: Pages, one: FormOf<Visit>): void => {
  pages.get(one.path, one.rule, emptyForm(one))
  pages.post(one.path, one.rule, sentForm(one))
}
