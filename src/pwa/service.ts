import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Kept, Told } from '#domain/phone/outbox.ts'

/** Why nothing came of a call to the service; nothing of what was sent is answered by it. */
export const serviceFaults = [
  /** No network, no answer, or one that came from elsewhere. */
  'unreachable',
  /** The session is over: somebody signs in again. */
  'signed-out',
  /** This phone was shut out by its fund: what it holds is wiped. */
  'shut-out',
  /** Whoever is signed in may not. */
  'not-yours',
  /** Too much at once: less is sent. */
  'too-large',
  /** Later. */
  'busy',
  /** The service cannot read it: an item at a time is sent, so that one bad one blocks no others. */
  'unreadable',
] as const

export type ServiceFaultKind = (typeof serviceFaults)[number]

export class ServiceFault extends Error {
  override readonly name = 'ServiceFault'
  readonly kind: ServiceFaultKind
  constructor(kind: ServiceFaultKind) {
    super(kind)
    this.kind = kind
  }
}

/** Why a book was not taken along: what the service said, that the phone is full, or that nobody answered. */
export const notTakenAlong = (error: unknown): ServiceFaultKind | 'no-room' => {
  if (error instanceof ServiceFault) return error.kind
  return (error as Error).name === 'NoRoom' ? 'no-room' : 'unreachable'
}

/** What a phone asks of the service. Throws `ServiceFault` alone. */
export type Service = {
  /** Sealed rows after one, in order; none where there are no more yet. */
  readonly rowsAfter: (fundId: string, seq: number) => Promise<readonly JournalRow[]>
  /** Each answered in its place. */
  readonly send: (fundId: string, some: readonly Kept[]) => Promise<readonly Told[]>
}
