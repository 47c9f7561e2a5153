import type { EntryId } from '#domain/ledger/entry.ts'

/** What became of one command. `flags` name the rules that a recorded fact broke. */
export type Answer =
  | {
      readonly id: EntryId
      readonly outcome: 'recorded' | 'flagged'
      readonly seq: number
      readonly hash: string
      readonly recordedAt: string
      readonly flags: readonly string[]
    }
  | {
      readonly id: EntryId
      readonly outcome: 'refused' | 'conflict'
      readonly code: string
      /** Entries that stand in the way of a reversal, the first to reverse last. */
      readonly entries?: readonly EntryId[]
      /** The most that would have been taken, in smallest units, where a sum was above it. */
      readonly most?: number
    }
  | {
      readonly id: EntryId
      readonly outcome: 'invalid'
      readonly code: string
      readonly at: string
    }

export type Accepted = Extract<Answer, { readonly outcome: 'recorded' | 'flagged' }>

/** Whether a command has become an entry. */
export const isAccepted = (answer: { readonly outcome: string }): answer is Accepted =>
  answer.outcome === 'recorded' || answer.outcome === 'flagged'
