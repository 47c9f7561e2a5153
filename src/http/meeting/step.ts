import { notFound } from '#src/http/desk/room.ts'
import type { Action } from '#domain/access/table.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import { meetingPlace } from '#src/desk/places.ts'
import { isAccepted } from '#src/http/commands/answers.ts'
import type { FormOf, Taken, Typed, Wrong } from '#src/http/form-pages.ts'
import { type MeetingRoom, meetingRoomOf } from '#src/http/meeting/day.ts'
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

type Step<Room extends MeetingRoom> = {
  readonly act: string
  readonly rule: Action
  /** What of the meeting it is about, with what was sent; undefined where there is no such thing. */
  readonly more: (room: MeetingRoom, of: Typed) => Promise<Room | undefined>
  readonly form: (room: Room) => Omit<FormText, 'action' | 'hidden'>
  readonly ready: (room: Room, of: Typed) => Promise<Ready | Wrong>
  readonly next: (room: Room) => string
}

/** What the book said to it, as an answer: what it would not take stands above the form, which is kept. */
const turnedDown = (
  { context, at }: MeetingRoom,
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
export const meetingStep = <Room extends MeetingRoom>({
  act,
  rule,
  more,
  form,
  ready,
  next,
}: Step<Room>): FormOf<Room> => ({
  path: `/funds/:fundId/meetings/:day/${act}`,
  rule,
  find: async (context, of) => {
    const room = await meetingRoomOf(context)
    return room instanceof Response ? room : ((await more(room, of)) ?? notFound(context))
  },
  frame: async ({ at, on }) => behindMeeting(at, on),
  form: (room) => ({
    back: { href: meetingPlace.of(room.at, room.on), label: deskWordsAt(room.at).back },
    ...form(room),
    action: room.context.req.path,
    hidden: { id: room.context.get('needs').ids() },
  }),
  isAskedUntilSure: true,
  question: async (room, of) => {
    const would = await ready(room, of)
    if (!('placed' in would)) return would
    const answers = await sendAll(room, would.placed, { dryRun: true })
    const stop = await turnedDown(room, answers)
    if (stop) return stop
    const flags = answers.flatMap((one) => (isAccepted(one) ? one.flags : []))
    const action = room.context.req.path
    const { change: label, ...text } = await would.readBack(flags)
    return { ...text, action, fields: [], back: { label, change: action } }
  },
  take: async (room, of): Promise<Taken> => {
    const done = await ready(room, of)
    if (!('placed' in done)) return done
    await done.keep?.()
    const stop = await turnedDown(room, await sendAll(room, done.placed, { dryRun: false }))
    return stop ?? { next: next(room) }
  },
})
