import { isUuid } from '#domain/kernel/ids.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import type { Approval } from '#src/app/approvals.ts'
import { isRecipientsWord } from '#src/app/identity/approver.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import type { Act, Form } from '#src/desk/act.ts'
import type { Filled } from '#src/desk/asking.ts'
import { doubtsIn } from '#src/desk/doubts.ts'
import { type Filling, fillingOf, mustBeSent, sentAgain, sentNames } from '#src/desk/filling.ts'
import { placeOf } from '#src/desk/places.ts'
import { isAccepted } from '#src/app/answer.ts'
import { chosen } from '#src/http/desk/choosing.ts'
import { needsAnother, needsOwner, sentAgainst, withOwner } from '#src/http/commands/owners-word.ts'
import { deskIn } from '#src/http/desk/desk-in.ts'
import { keptSaid } from '#src/http/entrance/secret-again.ts'
import { gateAgain } from '#src/http/lending/gates.ts'
import { checkedIn, filledIn } from '#src/desk/filled.ts'
import { begun, withFilled } from '#src/http/desk/filled.ts'
import { formOf, holds } from '#src/http/form.ts'
import { type NamesAbout, facing, namedVisit, noteNames, withNames } from '#src/http/desk/names.ts'
import { isOfSecond, refusalPart } from '#src/http/desk/refusal.ts'
import { approverNeeded, secondAsked, secondHeard } from '#src/http/desk/second-word.ts'
import { practiceIn } from '#src/http/people/visit.ts'
import { type Visit, atOf, notFound, visitOf } from '#src/http/desk/visit.ts'
import type { HttpContext } from '#src/http/env.ts'
import { sendOne } from '#src/http/gate.ts'
import { type Pages, asPage } from '#src/http/page.ts'
import { type Carried, questionPage } from '#src/pages/desk/confirm.ts'
import { type ActFilling, actPage } from '#src/pages/desk/form.ts'
import { type Stopped, busyPage, stoppedPage } from '#src/pages/desk/stopped.ts'
import type { Html } from '#src/pages/layout.ts'
import { codeSaid } from '#src/words/code-words.ts'

export type Sent = {
  readonly act: Act
  readonly visit: Visit
  readonly form: Form
  readonly id: string
  readonly filling: Filling
  readonly filled: Filled | undefined
  readonly wantsChange: boolean
  readonly second: Approval | undefined
  /** The owner's own PIN, where what is kept in private goes out. */
  readonly secret: string
}

type Why = { why: Stopped; status: 400 | 403 | 409; entryId?: string }
const stopped = async (context: HttpContext, { status, ...why }: Why) =>
  context.html(stoppedPage(await atOf(context), why), status)

/** Every field of an act is one line, but for the one in which somebody writes lines of their own. */
const actFormOf = (context: HttpContext) => formOf(context, 'lines')

const sometimes = ['change', 'login', 'secret', 'secondSecret']

/** The second person's word; beside an owner's own PIN, which is the other secret then, it has a field of its own. */
const secondIn = (act: Act, sent: ReadonlyMap<string, string>): Approval | undefined => {
  const login = sent.get('login') ?? ''
  const secret = sent.get(act.isPrivate ? 'secondSecret' : 'secret') ?? ''
  return login === '' && secret === '' ? undefined : { login, secret }
}

/** Reads a form that was sent back; a Response where there is nothing to go on with. */
export const sentIn = async (
  act: Act,
  context: HttpContext,
  withVisit: typeof visitOf = visitOf,
): Promise<Sent | Response> => {
  const sent = await actFormOf(context)
  const subjectId = sent?.get(act.subject)
  if (!sent || subjectId === undefined || !isUuid(sent.get('id')))
    return stopped(context, { why: 'odd-form', status: 400 })
  const visit = await withVisit(context)
  const form = visit && (await act.form(deskIn(visit), subjectId))
  if (!visit || !form) return notFound(context)
  const wanted = form.fields.filter(mustBeSent).flatMap(sentNames)
  const also = form.fields.filter((one) => !mustBeSent(one)).flatMap(sentNames)
  if (!holds(sent, ['id', act.subject, ...wanted], [...also, ...sometimes]))
    return stopped(context, { why: 'odd-form', status: 400 })
  const id = sent.get('id')!
  const filling = checkedIn(
    form,
    id,
    fillingOf(form.fields, (name) => sent.get(name) ?? ''),
  )
  const secret = sent.get('secret') ?? ''
  const second = secondIn(act, sent)
  const kept = keptSaid(context)
  if (kept !== undefined)
    return asPage(context, await formAgain({ act, visit, form, id, filling }, { kept }), 200)
  const filled = filledIn(id, filling)
  const wantsChange = sent.has('change')
  return { act, visit, form, id, filling, filled, wantsChange, second, secret }
}

const sentTo = async (
  { act, visit: { context }, form, second, secret }: Sent,
  filled: Filled,
  { dryRun, vouchedFor }: { readonly dryRun: boolean; readonly vouchedFor?: string | undefined },
): Promise<ItemAnswer> => {
  const command = await sentAgainst(context, form.command(filled))
  const memberId = form.subject.id
  const own = isRecipientsWord(command) ? { login: '', secret } : second
  const send = () =>
    sendOne(context, command, { second: own, dryRun, vouchedFor, isOfService: act.isPrivate })
  return dryRun ? send() : withOwner(context, command, { memberId, secret, approver: second, send })
}

/** Where what was recorded leads: to its receipt, or on. */
const wayOn = ({ act, visit, form: { subject } }: Sent, entryId: string): Response => {
  const { at, context } = visit
  const place = act.leads?.(at, { id: subject.id, entryId }) ?? placeOf.receipt(at, entryId)
  return context.redirect(place, 303)
}

/** The form with what was typed, and what is wrong with it, on the page where it stands. */
export const formAgain = async (
  { act, visit, form, id, filling }: Omit<Sent, 'filled' | 'wantsChange' | 'second' | 'secret'>,
  more: ActFilling = {},
): Promise<Html | Response> => {
  if (act.home) return gateAgain(visit, { act, form, id, filling: { ...filling, ...more } })
  // A form that tells its price while it is typed has the script for it.
  if (form.price) visit.context.set('script', 'price')
  const at = await facing(visit, form.whose)
  return actPage(at, { name: act.name, form, id }, { ...filling, ...more })
}

/** What was answered instead of "recorded": told above the form, which keeps what was typed. */
const answerInWords = async (sent: Sent, answer: ItemAnswer): Promise<Response> => {
  const { visit, id: entryId, form } = sent
  const { context } = visit
  if (answer.outcome === 'conflict')
    return stopped(context, { why: 'used-before', status: 409, entryId })
  if (isAccepted(answer) || (answer.outcome === 'invalid' && !codeSaid(answer.code, 'en')))
    return stopped(context, { why: 'odd-form', status: 400 })
  if (answer.code === 'not-yours-to-do') return stopped(context, { why: 'not-yours', status: 403 })
  const { field, id } = form.subject
  const refusal = await refusalPart(visit, answer, field === 'loan' ? id : undefined)
  const status = answer.outcome === 'refused' ? 409 : 400
  return asPage(context, await formAgain(sent, { refusal }), status)
}

/** What the form carries on, so that what was checked is what is recorded. */
const carriedOn = ({ form: { subject, fields }, id, filling }: Sent): Carried => ({
  id,
  [subject.field]: subject.id,
  ...sentAgain(fields, filling),
})

/** The question before it is recorded; where two people stand behind it, with the second one's fields. */
const questionOn = async (
  sent: Sent,
  filled: Filled,
  { flags, fault }: { readonly flags: readonly string[]; readonly fault?: string },
): Promise<Html> => {
  const { act, form, visit } = sent
  const { isPractice } = visit.context.get('needs')
  const practice = practiceIn(visit.context)
  return questionPage(await facing(visit, form.whose), {
    name: act.name,
    form,
    filled,
    effect: await form.effect(filled),
    today: visit.today,
    // Of what is kept in private no rule is told before: it could be asked again and again.
    flags: act.isPrivate ? [] : flags,
    carried: carriedOn(sent),
    second: await secondAsked(sent, filled, fault),
    owner: needsOwner(form.command(filled))
      ? {
          isPractice,
          fault,
          // Her card or her sheet, whichever she will use.
          asksAnother: (
            await Promise.all(
              ['', '0000000'].map((secret) =>
                needsAnother(visit.context, { memberId: form.subject.id, secret }),
              ),
            )
          ).some(Boolean),
          practice,
        }
      : undefined,
  })
}

/** Whose name is opened for an act, as the log tells it. */
const lookOf = ({ subject, isPrivate }: Act, id: string): NamesAbout | undefined =>
  isPrivate ? undefined : { kind: subject, id }

/** Where it is asked whether something is right, the name stands beside the card. */
const visitWithNames =
  (act: Act): typeof visitOf =>
  async (context) => {
    const visit = await visitOf(context)
    const sent = await actFormOf(context)
    return visit && withNames(visit, lookOf(act, sent?.get(act.subject) ?? ''))
  }

/** Whether nothing of it is worth a second look: no rule speaks, no sum is odd, and nobody else stands behind it. */
const isAsUsual = async (
  sent: Sent,
  filled: Filled,
  flags: readonly string[],
): Promise<boolean> => {
  const { form } = sent
  const { isUnusual = false, warnings = [], asksAgain = [] } = await form.effect(filled)
  return (
    flags.length + warnings.length + asksAgain.length === 0 &&
    !isUnusual &&
    !approverNeeded(sent, filled) &&
    !needsOwner(form.command(filled)) &&
    doubtsIn(form.fields, filled.of).length === 0
  )
}

const confirm = (act: Act) => async (context: HttpContext) => {
  const sent = await sentIn(act, context, visitWithNames(act))
  if (sent instanceof Response) return sent
  const { filled, visit } = sent
  if (!filled) return asPage(context, await formAgain(sent), 400)
  if (sent.wantsChange) return formAgain(sent)
  const answer = await sentTo(sent, filled, { dryRun: true })
  if (!isAccepted(answer)) return answerInWords(sent, answer)
  // A form that was recorded already and is sent again, by going back in the browser, is shown its receipt.
  const known = await context.get('needs').store.find(visit.at.fundId, [filled.id])
  if (known.length > 0) return wayOn(sent, filled.id)
  if (act.isAtOnce && (await isAsUsual(sent, filled, answer.flags))) return recorded(sent, filled)
  return questionOn(sent, filled, { flags: answer.flags })
}

/** The second person's word was none: the question is asked again. */
const questionAgain = async (sent: Sent, filled: Filled, fault?: string): Promise<Response> => {
  const { context } = sent.visit
  const would = await sentTo(sent, filled, { dryRun: true })
  if (!isAccepted(would)) return answerInWords(sent, would)
  const told = { flags: would.flags, ...(fault === undefined ? {} : { fault }) }
  return context.html(await questionOn(sent, filled, told), 403)
}

const recorded = async (sent: Sent, typed: Filled): Promise<Html | Response> => {
  const { act, form, visit } = sent
  const { context } = visit
  const heard = await secondHeard(sent, typed, sent.second)
  if ('fault' in heard) return questionAgain(sent, typed, heard.fault)
  const { filled, vouchedFor } = heard
  try {
    await form.beside?.keep(filled)
    const answer = await sentTo(sent, filled, { dryRun: false, vouchedFor })
    if (isAccepted(answer)) return wayOn(sent, filled.id)
    await form.beside?.drop(filled)
    return answer.outcome === 'refused' && isOfSecond(answer.code)
      ? await questionAgain(sent, filled, codeSaid(answer.code, context.get('language')))
      : await answerInWords(sent, answer)
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    return context.html(
      busyPage(visit.at, { name: act.name, form: sent.form, carried: carriedOn(sent) }),
      503,
    )
  }
}

const record = (act: Act) => async (context: HttpContext) => {
  const sent = await sentIn(act, context)
  if (sent instanceof Response) return sent
  if (!sent.filled) return asPage(context, await formAgain(sent), 400)
  return recorded(sent, sent.filled)
}

/** Choose, fill in, check, record: the four pages of an act, each behind the rule of its command. */
export const recordPages = (pages: Pages, act: Act): void => {
  const place = `/funds/:fundId/record/${act.name}`
  pages.get(place, act.rule, async (context) => {
    const bare = await visitOf(context)
    if (!bare) return notFound(context)
    const plain = withFilled(bare)
    const id = context.req.query(act.subject)
    if (id === undefined || id === '') return chosen(act, await withNames(plain))
    // Its form stands on the page of what it is about, as old links find out.
    if (act.home)
      return isUuid(id) ? context.redirect(act.home(bare.at, id), 303) : notFound(context)
    // Names stand beside cards from the first page on, but where a form about the whole fund asks for nobody.
    const visit = await namedVisit(plain)
    const form = await act.form(deskIn(visit), id)
    if (!form) return notFound(context)
    const isNaming = act.subject !== 'fund' || form.fields.some(({ isOfPeople }) => isOfPeople)
    if (isNaming) await noteNames(visit, lookOf(act, id))
    const formId = context.get('needs').ids()
    return formAgain({ act, visit, form, id: formId, filling: begun(visit, form) })
  })
  // Where a language is chosen on the page that asks, the browser comes here with the loan alone.
  pages.get(`${place}/confirm`, act.rule, (context) => {
    const id = context.req.query(act.subject)
    const query = isUuid(id) ? `?${act.subject}=${id}` : ''
    return context.redirect(`${placeOf.record(context.get('fund'), act.name)}${query}`, 303)
  })
  pages.post(`${place}/confirm`, act.rule, confirm(act))
  pages.post(place, act.rule, record(act))
}
