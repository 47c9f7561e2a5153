import type { EntryId } from '#domain/ledger/entry.ts'
import type { Command } from '#domain/vocabulary.ts'

/** What the service said of a command, for good: a phone never sends by itself what was answered. */
export type Told =
  | {
      readonly id: EntryId
      readonly outcome: 'recorded' | 'flagged'
      readonly seq: number
      readonly flags: readonly string[]
    }
  | {
      readonly id: EntryId
      readonly outcome: 'refused' | 'conflict' | 'invalid'
      readonly code: string
    }

/** A second person's word as it travels: sealed to the service on the phone, which can open it no more itself. */
export type SealedWord = string

/** A command as it was written down on a phone, and what became of it. It is never deleted before it stands in the book. */
export type Kept = {
  /** In which order it was written down on this phone. */
  readonly place: number
  readonly command: Command
  /** By this phone's clock, which nothing is judged by. */
  readonly madeAt: string
  readonly word?: SealedWord
  readonly told?: Told
  /** Somebody has read why it was turned down, and what to do next. */
  readonly isSeen?: true
}

/** What waited on a phone whose book is shut, closed to the service alone. */
export type LeftBehind = {
  readonly fundId: string
  readonly id: EntryId
  readonly sealed: string
}

/** What a phone has written down for a fund, beside its journal. */
export interface Outbox {
  /** In the order in which they were written down; whatever was added once is there until it is forgotten. */
  all(fundId: string): Promise<readonly Kept[]>
  /** All of them or none; the same id is kept once. Throws `NoRoom` where the phone has none. */
  add(fundId: string, some: readonly Omit<Kept, 'place'>[]): Promise<void>
  /** Writes down what became of some. */
  tell(fundId: string, told: readonly Told[]): Promise<void>
  /** Somebody has read what became of it. */
  see(fundId: string, id: EntryId): Promise<void>
}

/** The phone is full: nothing was written, and whoever wrote is told at once. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom'
}

/** How something that was written down stands, as a person is told it. */
export type Standing = 'on-phone' | 'accepted' | 'flagged' | 'turned-down'

export const standingOfKept = ({ told }: Pick<Kept, 'told'>): Standing => {
  if (told === undefined) return 'on-phone'
  if (told.outcome === 'recorded') return 'accepted'
  return told.outcome === 'flagged' ? 'flagged' : 'turned-down'
}

/** What the service has not answered yet, in order. */
export const unsent = (all: readonly Kept[]): readonly Kept[] =>
  all.filter(({ told }) => told === undefined)

/** What somebody still has to look at: it was turned down, and nobody has read why. */
export const toRead = (all: readonly Kept[]): readonly Kept[] =>
  all.filter((one) => standingOfKept(one) === 'turned-down' && one.isSeen !== true)
