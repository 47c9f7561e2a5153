import { notFound } from '#src/http/desk/visit.ts'
import type { Action } from '#domain/access/table.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import { meetingPlace } from '#src/desk/places.ts'
import { isAccepted } from '#src/http/commands/answers.ts'
import type { FormOf, Taken, Typed, Wrong } from '#src/http/form-pages.ts'
import { type MeetingVisit, meetingVisitOf } from '#src/http/meeting/day.ts'
import { sendAll } from '#src/http/meeting/sending.ts'
import { stopped } from '#src/http/meeting/stopped.ts'
import { deskWordsAt } from '#src/pages/desk/parts.ts'
import type { FormText } from '#src/pages/forms/form.ts'
import { behindMeeting } from '#src/pages/meeting/parts.ts'
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
    return { ...text, action, fields: [], back: { label, change: action } }
  },
  take: async (visit, of): Promise<Taken> => {
    const done = await ready(visit, of)
    if (!('placed' in done)) return done
    await done.keep?.()
    const stop = await turnedDown(visit, await sendAll(visit, done.placed, { dryRun: false }))
    return stop ?? { next: next(visit) }
  },
})
