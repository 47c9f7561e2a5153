import type { LocalDate } from '#domain/kernel/dates.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import type { FundBook } from '#domain/health/book.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import { bookOf } from '#src/app/queries.ts'
import { powerRefusal } from '#src/app/powers.ts'
import { type ItemAnswer, submit } from '#src/app/submit.ts'
import { formOf } from '#src/http/desk/form.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { deniedPage } from '#src/pages/denied.ts'
import type { Carried } from '#src/pages/desk/confirm.ts'
import { type Entered, type NumberFault, dayOf } from '#src/pages/desk/entered.ts'
import { type At, placeOf } from '#src/pages/desk/parts.ts'
import { type Stopped, busyPage, stoppedPage } from '#src/pages/desk/stopped.ts'
import type { Html } from '#src/pages/layout.ts'

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

/** One member's loan or savings, as the pages of one task see it. */
export type About = {
  readonly form: (entered: Entered) => Html
  readonly read: (text: string) => number | NumberFault
  /** How the number stands in the field, so that it is read as the same number again. */
  readonly typed: (number: number) => string
  readonly command: (filled: Filled) => Command
  readonly confirm: (filled: Filled, told: Told) => Html | Promise<Html>
}

type Filled = { readonly id: string; readonly number: number; readonly day: LocalDate }
type Told = { readonly flags: readonly string[]; readonly carried: Carried }

/** A kind of money that the record-keeper takes in: its fields, and what it is about. */
export type Task = {
  readonly name: 'repayment' | 'saving'
  readonly rule: 'RecordRepayment' | 'BuyShares'
  readonly subject: Carried['subject']['field']
  readonly number: Carried['number']['field']
  readonly choose: (room: Room) => Html
  readonly about: (room: Room, id: string) => About | undefined
}

type Sent = {
  readonly room: Room
  readonly about: About
  readonly entered: Entered
  readonly filled: Filled | undefined
  readonly subjectId: string
  readonly wantsChange: boolean
}

const enteredIn = (room: Room, about: About, fields: (name: string) => string, number: string) => {
  const read = about.read(fields(number))
  const { today, book } = room
  const date = { day: fields('day'), month: fields('month'), year: fields('year') }
  const day = dayOf(date, { today, openedOn: book.fund.openedOn })
  const entered: Entered = {
    id: fields('id'),
    number: typeof read === 'number' ? read : undefined,
    numberFault: typeof read === 'number' ? undefined : read,
    day: 'day' in day ? day.day : undefined,
    dayFault: 'fault' in day ? day.fault : undefined,
  }
  return entered
}

const stopped = async (
  context: HttpContext,
  { why, status, entryId }: { why: Stopped; status: 400 | 403 | 409; entryId?: string },
) => {
  const at = await atOf(context)
  return context.html(stoppedPage(at, { why, ...(entryId ? { entryId } : {}) }), status)
}

/** Reads a form that was sent back; a Response where there is nothing to go on with. */
const sentIn = async (task: Task, context: HttpContext): Promise<Sent | Response> => {
  const fields = await formOf(
    context,
    ['id', task.subject, task.number, 'day', 'month', 'year'],
    ['change'],
  )
  if (!fields || !isUuid(fields.get('id')))
    return stopped(context, { why: 'odd-form', status: 400 })
  const room = await roomOf(context)
  const subjectId = fields.get(task.subject)!
  const about = room && task.about(room, subjectId)
  if (!room || !about) return notFound(context)
  const entered = enteredIn(room, about, (name) => fields.get(name) ?? '', task.number)
  const { id, number, day } = entered
  const filled = number !== undefined && day !== undefined ? { id, number, day } : undefined
  return { room, about, entered, filled, subjectId, wantsChange: fields.has('change') }
}

const sentTo = async (
  { room, about }: Sent,
  filled: Filled,
  dryRun: boolean,
): Promise<ItemAnswer> => {
  const needs = room.context.get('needs')
  const { fundId, held } = room.context.get('fund')
  const caller = room.context.get('caller')!
  const refuse = powerRefusal(needs, caller, fundId)
  const { by } = caller
  const options = { journalId: fundId, held, today: room.today, by, dryRun, refuse }
  return (await submit(needs.record, [{ command: about.command(filled) }], options))[0]!
}

const receiptOfEntry = ({ room }: Sent, id: string): Response =>
  room.context.redirect(placeOf.receipt(room.at, id), 303)

/** What was answered instead of "recorded", told in words. */
const toldInWords = (sent: Sent, answer: ItemAnswer): Response | Promise<Response> => {
  const { context } = sent.room
  if (answer.outcome === 'conflict')
    return stopped(context, { why: 'used-before', status: 409, entryId: sent.entered.id })
  if (answer.outcome === 'refused')
    return answer.code === 'not-yours-to-do'
      ? stopped(context, { why: 'not-yours', status: 403 })
      : stopped(context, { why: 'not-allowed-by-rule', status: 409 })
  // What a form can hold that no rule can read was told at its field before it came here.
  return stopped(context, { why: 'odd-form', status: 400 })
}

const carriedOn = (task: Task, { about, subjectId }: Sent, filled: Filled): Carried => ({
  id: filled.id,
  subject: { field: task.subject, id: subjectId },
  number: { field: task.number, typed: about.typed(filled.number) },
  day: filled.day,
})

const confirm = (task: Task) => async (context: HttpContext) => {
  const sent = await sentIn(task, context)
  if (sent instanceof Response) return sent
  const { about, entered, filled, room } = sent
  if (!filled) return context.html(about.form(entered), 400)
  if (sent.wantsChange) return about.form(entered)
  const answer = await sentTo(sent, filled, true)
  if (answer.outcome !== 'recorded' && answer.outcome !== 'flagged')
    return toldInWords(sent, answer)
  // A form that was recorded already and is sent again, by going back in the browser, is shown its receipt.
  const known = await context.get('needs').store.find(room.at.fundId, [filled.id])
  if (known.length > 0) return receiptOfEntry(sent, filled.id)
  return about.confirm(filled, { flags: answer.flags, carried: carriedOn(task, sent, filled) })
}

const record = (task: Task) => async (context: HttpContext) => {
  const sent = await sentIn(task, context)
  if (sent instanceof Response) return sent
  const { about, entered, filled, room } = sent
  if (!filled) return context.html(about.form(entered), 400)
  try {
    const answer = await sentTo(sent, filled, false)
    const isIn = answer.outcome === 'recorded' || answer.outcome === 'flagged'
    return isIn ? receiptOfEntry(sent, filled.id) : toldInWords(sent, answer)
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    const carried = carriedOn(task, sent, filled)
    return context.html(busyPage(room.at, { task: task.name, carried }), 503)
  }
}

/** Choose, fill in, check, record: the four pages of a task, each behind the rule of its command. */
export const recordPages = (pages: Pages, task: Task): void => {
  const place = `/funds/:fundId/record/${task.name}`
  pages.get(place, task.rule, async (context) => {
    const room = await roomOf(context)
    if (!room) return notFound(context)
    const id = context.req.query(task.subject)
    if (id === undefined || id === '') return task.choose(room)
    const about = task.about(room, id)
    const entryId = context.get('needs').ids()
    return about
      ? about.form({ id: entryId, number: undefined, day: undefined })
      : notFound(context)
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
