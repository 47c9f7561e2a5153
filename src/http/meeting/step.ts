import { html } from 'hono/html'
import { notFound } from '#src/http/desk/visit.ts'
import type { Action } from '#domain/access/table.ts'
import { opened } from '#src/app/rows.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import { mayBeOfTwo, seconded } from '#src/app/meeting/sheet-commands.ts'
import { meetingPlace } from '#src/desk/places.ts'
import { isAccepted } from '#src/app/answer.ts'
import type { FormOf, Taken, Typed, Wrong } from '#src/http/form-pages.ts'
import { besideFields, besideGiven } from '#src/http/meeting/beside.ts'
import { type MeetingVisit, meetingVisitOf } from '#src/http/meeting/day.ts'
import { sendAll } from '#src/http/meeting/sending.ts'
import { stopped } from '#src/http/meeting/stopped.ts'
import { contentPart } from '#src/pages/desk/content.ts'
import { deskWordsAt } from '#src/pages/desk/parts.ts'
import { type FormFilling, type FormText, formPart, headingOf } from '#src/pages/forms/form.ts'
import { type Html, layout } from '#src/pages/layout.ts'
import { type OnLine, lineBar } from '#src/pages/meeting/line.ts'
import { behindMeeting, sheetWordsAt } from '#src/pages/meeting/parts.ts'
import { codeSaid } from '#src/words/code-words.ts'

/** What is read back before it is written, and the way to change it. */
export type ReadBack = Pick<FormText, 'shown' | 'heading' | 'told' | 'submit'> & {
  readonly change: string
}

/** What was filled in, as it is sent to the book. */
export type Ready = {
  /** All are written or none. */
  readonly placed: Parameters<typeof sendAll>[1]
  /** Knows which rules it would break; nothing where it is as usual, and written down at once. */
  readonly readBack: (
    flags: readonly string[],
  ) => ReadBack | undefined | Promise<ReadBack | undefined>
  /** What must stand beside the book before it is written. */
  readonly keep?: () => Promise<void>
}

type Step<Visit extends MeetingVisit> = {
  readonly act: string
  readonly rule: Action
  /** What of the meeting it is about, with what was sent; undefined where there is no such thing. */
  readonly more: (visit: MeetingVisit, of: Typed) => Promise<Visit | undefined>
  readonly form: (visit: Visit, of: Typed) => Omit<FormText, 'action' | 'hidden'>
  readonly ready: (visit: Visit, of: Typed) => Promise<Ready | Wrong>
  readonly next: (visit: Visit) => string | Promise<string>
  /** Of one of the five steps: where it stands on the line, and what is said above the form. */
  readonly line?: (visit: Visit) => OnLine & { readonly above?: Html | '' }
  /** The number of its form, where that is not of each page that is opened. */
  readonly formId?: (visit: Visit) => string | undefined
  /** The form's own heading, where it is not a line of words. */
  readonly headed?: (visit: Visit) => Html
  readonly look?: (visit: Visit) => Promise<void>
}

/** What the book said to it, as an answer: what it would not take stands above the form, which is kept. */
export const turnedDown = (
  { context, at }: MeetingVisit,
  answers: readonly ItemAnswer[],
): Promise<Response> | Wrong | undefined => {
  const down = answers.filter((answer) => !isAccepted(answer))
  if (down.length === 0) return undefined
  if (down.some(({ outcome }) => outcome === 'conflict'))
    return stopped(context, { why: 'used-before', status: 409 })
  const said = down.map(
    ({ code }) => codeSaid(code, at.language) ?? deskWordsAt(at).notAllowedByRule,
  )
  return { fault: [...new Set(said)].join(' '), status: 409 }
}

/** The fields in which a second officer stands behind what leaves; none where nothing does. */
const secondAsked = (
  { context, at }: MeetingVisit,
  { placed }: Ready,
  told: FormText['told'],
): Pick<FormText, 'told' | 'fields'> => {
  if (!placed.some(mayBeOfTwo)) return { told, fields: [] }
  const second = besideFields(context)
  const part = html`${told ?? ''}
    <p>${sheetWordsAt(at).secondMeaning}</p>
    ${contentPart(at, second.told)}`
  return { told: part, fields: second.fields }
}

/**
 * A form that stands in the book whole was pressed twice: as it was recorded, with whoever stood behind it then. Of which a
 * line is new, it is asked about like any other.
 */
const asRecorded = async (
  { context, at }: MeetingVisit,
  placed: Ready['placed'],
): Promise<Ready['placed'] | undefined> => {
  const ids = placed.map(({ command }) => command.id)
  const rows = await context.get('needs').store.find(at.fundId, ids)
  if (new Set(rows.map(({ id }) => id)).size < new Set(ids).size) return undefined
  const behind = rows.flatMap((row) => {
    const { body } = opened(row)
    return 'approvedBy' in body ? [body.approvedBy] : []
  })
  return seconded(placed, behind[0])
}

/** What was written down before goes on and asks nothing; undefined for what was not. */
const goneOn = async <Visit extends MeetingVisit>(
  visit: Visit,
  placed: Ready['placed'],
  next: Step<Visit>['next'],
): Promise<Response | Wrong | undefined> => {
  const recorded = await asRecorded(visit, placed)
  if (!recorded) return undefined
  const stop = await turnedDown(visit, await sendAll(visit, recorded, { dryRun: false }))
  return stop ?? visit.context.redirect(await next(visit), 303)
}

/** A form or its question under the line of the meeting. */
const onLine = <Visit extends MeetingVisit>(
  { line, headed }: Pick<Step<Visit>, 'line' | 'headed'>,
  visit: Visit,
  form: FormText,
  filling: FormFilling,
): Html | undefined => {
  if (!line) return undefined
  const frame = behindMeeting(visit.at, visit.on)
  const isForm = form.hidden?.['sure'] === undefined
  const { above, ...place } = line(visit)
  const content = html`<div class="desk on-line">
    ${lineBar(frame, place)} ${isForm ? (above ?? '') : ''}
    ${isForm && headed ? headed(visit) : headingOf(form)} ${formPart(frame.language, form, filling)}
  </div>`
  return layout({ ...frame, at: form.at ?? form.action, query: form.query, content })
}

/** A step of a meeting: it is tried without writing, read back where it is unusual, and written whole or not at all. */
export const meetingStep = <Visit extends MeetingVisit>({
  act,
  rule,
  more,
  form,
  ready,
  next,
  line,
  headed,
  formId,
  look,
}: Step<Visit>): FormOf<Visit> => ({
  ...(look && { look }),
  page: (visit, shown, filling) => onLine({ line, headed } as Step<Visit>, visit, shown, filling),
  path: `/funds/:fundId/meetings/:day/${act}`,
  rule,
  find: async (context, of) => {
    const visit = await meetingVisitOf(context)
    return visit instanceof Response ? visit : ((await more(visit, of)) ?? notFound(context))
  },
  frame: async ({ at, on }) => behindMeeting(at, on),
  form: (visit, of) => ({
    back: { href: meetingPlace.of(visit.at, visit.on), label: deskWordsAt(visit.at).back },
    ...form(visit, of),
    action: visit.context.req.path,
    hidden: { id: formId?.(visit) ?? visit.context.get('needs').ids() },
  }),
  isAskedUntilSure: true,
  question: async (visit, of) => {
    const would = await ready(visit, of)
    if (!('placed' in would)) return would
    const gone = await goneOn(visit, would.placed, next)
    if (gone) return gone
    const answers = await sendAll(visit, would.placed, { dryRun: true })
    const stop = await turnedDown(visit, answers)
    if (stop) return stop
    const flags = answers.flatMap((one) => (isAccepted(one) ? one.flags : []))
    const action = visit.context.req.path
    const read = await would.readBack(flags)
    if (!read) return undefined
    const { change: label, ...text } = read
    const back = { label, change: action }
    return { ...text, ...secondAsked(visit, would, text.told), action, back }
  },
  take: async (visit, of): Promise<Taken> => {
    const done = await ready(visit, of)
    if (!('placed' in done)) return done
    const { placed: all } = done
    const beside = all.some(mayBeOfTwo)
      ? await besideGiven(visit, of, { placed: all, action: rule })
      : {}
    if ('fault' in beside) return { fault: beside.fault, status: 403 }
    await done.keep?.()
    const placed = seconded(done.placed, beside.approvedBy)
    const answers = await sendAll(visit, placed, { dryRun: false, vouchedFor: beside.approvedBy })
    const stop = await turnedDown(visit, answers)
    return stop ?? { next: await next(visit) }
  },
})
