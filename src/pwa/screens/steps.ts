import type { Command } from '#domain/village.ts'
import type { Host, OpenBook, Taken } from '#src/pwa/host.ts'
import type { MeetingLine } from '#src/pwa/meeting.ts'
import type { Phone } from '#src/pwa/phone.ts'
import type { Frame } from '#src/pwa/screens/parts.ts'
import type { Refusal } from '#src/pwa/screens/refused.ts'

/** All that a step of the meeting is drawn from. */
export type Step = Frame & {
  readonly host: Host
  readonly book: OpenBook
  readonly taken: Taken
  readonly phone: Phone
  readonly line: MeetingLine
  readonly write: (commands: readonly Command[], word?: string) => Promise<boolean>
  readonly refusal: Refusal | undefined
  /** What must lie in the box now. */
  readonly box: string
}
