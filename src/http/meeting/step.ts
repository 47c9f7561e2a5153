import { html } from 'hono/html'
import { notFound } from '#src/http/desk/visit.ts'
import type { Action } from '#domain/access/table.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import { mayBeOfTwo, seconded } from '#src/app/meeting/sheet-commands.ts'
import { meetingPlace } from '#src/desk/places.ts'
import { isAccepted } from '#src/http/commands/answers.ts'
import type { FormOf, Taken, Typed, Wrong } from '#src/http/form-pages.ts'
import { besideFields, besideGiven } from '#src/http/meeting/beside.ts'
import { type MeetingVisit, meetingVisitOf } from '#src/http/meeting/day.ts'
import { sendAll } from '#src/http/meeting/sending.ts'
import { stopped } from '#src/http/meeting/stopped.ts'
import { contentPart } from '#src/pages/desk/content.ts'
import { deskWordsAt } from '#src/pages/desk/parts.ts'
import type { FormText } from '#src/pages/forms/form.ts'
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
  /** Knows which rules it would break. */
  readonly readBack: (flags: readonly string[]) => ReadBack | Promise<ReadBack>
  /** What must stand beside the book before it is written. */
  readonly keep?: () => Promise<void>
}

type Step<Visit extends MeetingVisit> = {
  readonly act: string
  readonly rule: Action
  /** What of the meeting it is about, with what was sent; undefined where there is no such thing. */
  readonly more: (visit: MeetingVisit, of: Typed) => Promise<Visit | undefined>
  readonly form: (visit: Visit) => Omit<FormText, 'action' | 'hidden'>
  readonly ready: (visit: Visit, of: Typed) => Promise<Ready | Wrong>
  readonly next: (visit: Visit) => string
}

/** What the book said to it, as an answer: what it would not take stands above the form, which is kept. */
const turnedDown = (
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

/** A step of a meeting: it is tried without writing, read back, and on a yes written whole or not at all. */
export const meetingStep = <Visit extends MeetingVisit>({
  act,
  rule,
  more,
  form,
  ready,
  next,
}: Step<Visit>): FormOf<Visit> => ({
  path: `/funds/:fundId/meetings/:day/${act}`,
  rule,
  find: async (context, of) => {
    const visit = await meetingVisitOf(context)
    return visit instanceof Response ? visit : ((await more(visit, of)) ?? notFound(context))
  },
  frame: async ({ at, on }) => behindMeeting(at, on),
  form: (visit) => ({
    back: { href: meetingPlace.of(visit.at, visit.on), label: deskWordsAt(visit.at).back },
    ...form(visit),
    action: visit.context.req.path,
    hidden: { id: visit.context.get('needs').ids() },
  }),
  isAskedUntilSure: true,
  question: async (visit, of) => {
    const would = await ready(visit, of)
    if (!('placed' in would)) return would
    const answers = await sendAll(visit, would.placed, { dryRun: true })
    const stop = await turnedDown(visit, answers)
    if (stop) return stop
    const flags = answers.flatMap((one) => (isAccepted(one) ? one.flags : []))
    const action = visit.context.req.path
    const { change: label, ...text } = await would.readBack(flags)
    const back = { label, change: action }
    return { ...text, ...secondAsked(visit, would, text.told), action, back }
  },
  take: async (visit, of): Promise<Taken> => {
    const done = await ready(visit, of)
    if (!('placed' in done)) return done
    const beside = done.placed.some(mayBeOfTwo) ? await besideGiven(visit.context, of) : {}
    if ('fault' in beside) return { fault: beside.fault, status: 403 }
    await done.keep?.()
    const placed = seconded(done.placed, beside.approvedBy)
    const answers = await sendAll(visit, placed, { dryRun: false, vouchedFor: beside.approvedBy })
    const stop = await turnedDown(visit, answers)
    return stop ?? { next: next(visit) }
  },
})
