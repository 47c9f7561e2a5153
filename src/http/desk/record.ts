import { type TaskName, placeOf } from '#src/desk/places.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import type { Action } from '#domain/access/table.ts'
import type { FundBook } from '#domain/health/book.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import { type Approval, approverOf } from '#src/app/approvals.ts'
import { bookOf } from '#src/app/queries.ts'
import { practiceBeside } from '#src/app/practice-people.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import { isAccepted } from '#src/http/commands/answers.ts'
import { begunForm, checkedIn, enteredIn, filledIn, withFilled } from '#src/http/desk/filled.ts'
import { formOf, holds } from '#src/http/form.ts'
import { type NamesAbout, withNames } from '#src/http/desk/names.ts'
import { isOfSecond, refusalTold } from '#src/http/desk/refusal.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { sendOne } from '#src/http/gate.ts'
import type { Pages } from '#src/http/page.ts'
import { deniedPage } from '#src/pages/denied.ts'
import type { Carried, Second } from '#src/pages/desk/confirm.ts'
import type { Entered } from '#src/desk/entered.ts'
import { type Field, mustBeSent } from '#src/desk/fields.ts'
import type { Subject } from '#src/pages/desk/form.ts'
import type { Filling } from '#src/pages/desk/money-forms.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { type Stopped, busyPage, stoppedPage } from '#src/pages/desk/stopped.ts'
import type { Html } from '#src/pages/layout.ts'
import { codeSaid } from '#src/words/code-words.ts'

/** What a page of the record-keeper is made from. */
export type Room = {
  readonly context: HttpContext
  readonly at: At
  readonly book: FundBook
  readonly today: LocalDate
}

const atOf = async (context: HttpContext): Promise<At> => ({
  ...(await frameOf(context)),
  fundId: context.get('fund').fundId,
})

export const roomOf = async (context: HttpContext): Promise<Room | undefined> => {
  const { store, today } = context.get('needs')
  const at = await atOf(context)
  const book = await bookOf(store, at.fundId)
  return book && { context, at, book, today: today() }
}

export const notFound = async (context: HttpContext): Promise<Response> =>
  context.html(deniedPage('not-found', await frameOf(context)), 404)

/** A form in which everything could be read. */
export type Filled = {
  readonly id: string
  readonly day: LocalDate
  readonly of: (name: string) => string
}
type Told = {
  readonly flags: readonly string[]
  readonly carried: Carried
  readonly second: Second | undefined
}

/** One loan, member or entry, as the pages of one task see it. */
export type About = {
  readonly fields: readonly Field[]
  readonly form: (filling: Filling) => Html
  readonly command: (filled: Filled) => Command
  /** What is wrong with a field only beside the others, in words. */
  readonly check?: (filled: Filled) => ReadonlyMap<string, string>
  /** The service makes the command itself: whoever may ask for it may not send it. */
  readonly isOfService?: boolean
  /** What is kept beside the book before the entry that vouches for it; taken away again where there is none. */
  readonly beside?: {
    readonly keep: (filled: Filled) => Promise<void>
    readonly drop: (filled: Filled) => Promise<void>
  }
  /** What stands in the fields before anybody has filled them in. */
  readonly prefilled?: Readonly<Record<string, string>>
  readonly confirm: (filled: Filled, told: Told) => Html | Promise<Html>
}

/** Something that the record-keeper writes down: whose right it is, and what it is about. */
export type Task = {
  readonly name: TaskName
  readonly rule: Action
  readonly subject: Subject['field']
  /** Whom it is about stands in no log: names are opened for it as for a list, of all and of nobody. */
  readonly isUnnamed?: true
  readonly choose: (room: Room) => Html | Response | Promise<Html | Response>
  readonly about: (room: Room, id: string) => About | undefined | Promise<About | undefined>
}

export type Sent = {
  readonly task: Task
  readonly room: Room
  readonly about: About
  readonly entered: Entered
  readonly filled: Filled | undefined
  readonly subjectId: string
  readonly wantsChange: boolean
  readonly second: Approval | undefined
}

const stopped = async (
  context: HttpContext,
  { why, status, entryId }: { why: Stopped; status: 400 | 403 | 409; entryId?: string },
) => {
  const at = await atOf(context)
  return context.html(stoppedPage(at, { why, ...(entryId ? { entryId } : {}) }), status)
}

const always = ['id', 'day', 'month', 'year']
const sometimes = ['change', 'login', 'secret']

/** Reads a form that was sent back; a Response where there is nothing to go on with. */
export const sentIn = async (
  task: Task,
  context: HttpContext,
  withRoom: typeof roomOf = roomOf,
): Promise<Sent | Response> => {
  const sent = await formOf(context)
  const subjectId = sent?.get(task.subject)
  if (!sent || subjectId === undefined || !isUuid(sent.get('id')))
    return stopped(context, { why: 'odd-form', status: 400 })
  const room = await withRoom(context)
  const about = room && (await task.about(room, subjectId))
  if (!room || !about) return notFound(context)
  const { fields } = about
  const wanted = fields.filter(mustBeSent).map(({ name }) => name)
  const also = fields.filter((one) => !mustBeSent(one)).map(({ name }) => name)
  if (!holds(sent, [...always, task.subject, ...wanted], [...also, ...sometimes]))
    return stopped(context, { why: 'odd-form', status: 400 })
  const entered = checkedIn(
    about,
    enteredIn(room, about, (name) => sent.get(name) ?? ''),
  )
  const [login, secret] = [sent.get('login') ?? '', sent.get('secret') ?? '']
  const second = login === '' && secret === '' ? undefined : { login, secret }
  const filled = filledIn(entered)
  const wantsChange = sent.has('change')
  return { task, room, about, entered, filled, subjectId, wantsChange, second }
}

const sentTo = (
  { room, about, second }: Sent,
  filled: Filled,
  dryRun: boolean,
): Promise<ItemAnswer> => {
  const isOfService = about.isOfService === true
  return sendOne(room.context, about.command(filled), { second, dryRun, isOfService })
}

const receiptOfEntry = ({ room }: Sent, id: string): Response =>
  room.context.redirect(placeOf.receipt(room.at, id), 303)

/** What was answered instead of "recorded": told above the form, which keeps what was typed. */
const toldInWords = async (sent: Sent, answer: ItemAnswer): Promise<Response> => {
  const { room, about, entered, task, subjectId } = sent
  const { context } = room
  if (answer.outcome === 'conflict')
    return stopped(context, { why: 'used-before', status: 409, entryId: entered.id })
  if (isAccepted(answer) || (answer.outcome === 'invalid' && !codeSaid(answer.code, 'en')))
    return stopped(context, { why: 'odd-form', status: 400 })
  if (answer.code === 'not-yours-to-do') return stopped(context, { why: 'not-yours', status: 403 })
  const loan = task.subject === 'loan' ? subjectId : undefined
  const refusal = await refusalTold(room, answer, loan)
  const status = answer.outcome === 'refused' ? 409 : 400
  return context.html(about.form({ entered, refusal }), status)
}

const carriedOn = ({ task, entered, subjectId }: Sent, { id, day }: Filled): Carried => ({
  id,
  subject: { field: task.subject, id: subjectId },
  texts: Object.fromEntries(entered.texts),
  day,
})

/** The question before it is recorded; where two people stand behind it, with the second one's fields. */
const asked = async (
  sent: Sent,
  filled: Filled,
  { flags, fault }: { readonly flags: readonly string[]; readonly fault?: string },
): Promise<Html> => {
  const { about, room } = sent
  const { isPractice } = room.context.get('needs')
  const { held } = room.context.get('fund')
  const practice = isPractice ? practiceBeside(held) : undefined
  const second = approverOf(about.command(filled)) === undefined ? undefined : { practice, fault }
  return about.confirm(filled, { flags, carried: carriedOn(sent, filled), second })
}

/** Whose name is opened for a task, as the log tells it. */
const lookOf = ({ subject, isUnnamed }: Task, id: string): NamesAbout | undefined =>
  isUnnamed ? undefined : { kind: subject, id }

/** Where it is asked whether something is right, the name stands beside the card. */
const roomWithNames =
  (task: Task): typeof roomOf =>
  async (context) => {
    const room = await roomOf(context)
    const sent = await formOf(context)
    return room && withNames(room, lookOf(task, sent?.get(task.subject) ?? ''))
  }

const confirm = (task: Task) => async (context: HttpContext) => {
  const sent = await sentIn(task, context, roomWithNames(task))
  if (sent instanceof Response) return sent
  const { about, entered, filled, room } = sent
  if (!filled) return context.html(about.form({ entered }), 400)
  if (sent.wantsChange) return about.form({ entered })
  const answer = await sentTo(sent, filled, true)
  if (!isAccepted(answer)) return toldInWords(sent, answer)
  // A form that was recorded already and is sent again, by going back in the browser, is shown its receipt.
  const known = await context.get('needs').store.find(room.at.fundId, [filled.id])
  if (known.length > 0) return receiptOfEntry(sent, filled.id)
  return asked(sent, filled, { flags: answer.flags })
}

/** The second person's word was none: the question is asked again. */
const askedAgain = async (sent: Sent, filled: Filled, code: string): Promise<Response> => {
  const { context } = sent.room
  const would = await sentTo(sent, filled, true)
  if (!isAccepted(would)) return toldInWords(sent, would)
  const fault = codeSaid(code, context.get('language'))
  const told = { flags: would.flags, ...(fault === undefined ? {} : { fault }) }
  return context.html(await asked(sent, filled, told), 403)
}

const record = (task: Task) => async (context: HttpContext) => {
  const sent = await sentIn(task, context)
  if (sent instanceof Response) return sent
  const { about, entered, filled, room } = sent
  if (!filled) return context.html(about.form({ entered }), 400)
  try {
    await about.beside?.keep(filled)
    const answer = await sentTo(sent, filled, false)
    if (isAccepted(answer)) return receiptOfEntry(sent, filled.id)
    await about.beside?.drop(filled)
    return answer.outcome === 'refused' && isOfSecond(answer.code)
      ? await askedAgain(sent, filled, answer.code)
      : await toldInWords(sent, answer)
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    const carried = carriedOn(sent, filled)
    return context.html(busyPage(room.at, { task: task.name, carried }), 503)
  }
}

/** Choose, fill in, check, record: the four pages of a task, each behind the rule of its command. */
export const recordPages = (pages: Pages, task: Task): void => {
  const place = `/funds/:fundId/record/${task.name}`
  pages.get(place, task.rule, async (context) => {
    const bare = await roomOf(context)
    if (!bare) return notFound(context)
    const plain = withFilled(bare)
    const id = context.req.query(task.subject)
    if (id === undefined || id === '') return task.choose(await withNames(plain))
    // The name stands beside the card from the first page on; what is about the whole fund names nobody.
    const room = task.subject === 'fund' ? plain : await withNames(plain, lookOf(task, id))
    const about = await task.about(room, id)
    const entered = about && begunForm(room, about)
    return about && entered ? about.form({ entered }) : notFound(context)
  })
  // Where a language is chosen on the page that asks, the browser comes here with the loan alone.
  pages.get(`${place}/confirm`, task.rule, (context) => {
    const id = context.req.query(task.subject)
    const query = isUuid(id) ? `?${task.subject}=${id}` : ''
    return context.redirect(`${placeOf.record(context.get('fund'), task.name)}${query}`, 303)
  })
  pages.post(`${place}/confirm`, task.rule, confirm(task))
  pages.post(place, task.rule, record(task))
}
