import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { MessageChoices } from '#domain/fund/messages.ts'

/** Why somebody is told that something was done about the own record, or about what all rely on. */
export type SecurityCause =
  | 'card'
  | 'login'
  | 'looked'
  | 'auditors-ended'
  | 'charter-changed'
  | 'future-decided'

/** Sums of one member in the entries since the last text, smallest units; nothing of private savings. */
export type Moved = {
  readonly saved: number
  readonly handedOut: number
  readonly repaid: number
  readonly lent: number
}

/** What a text says, as facts; the words are elsewhere. */
export type MessageFacts =
  | ({
      readonly what: 'receipt'
      /** The day of the only entry, or of the last of several. */
      readonly on: LocalDate
      readonly count: number
      readonly isTakenBack: boolean
      readonly currency: Currency
    } & Moved)
  | {
      readonly what: 'summary'
      readonly on: LocalDate
      readonly present: number
      readonly cash: number
      readonly currency: Currency
      readonly next: LocalDate
    }
  | {
      readonly what: 'reminder'
      readonly on: LocalDate
      readonly amount: number
      readonly currency: Currency
    }
  | { readonly what: 'security'; readonly cause: SecurityCause; readonly on: LocalDate }
  | {
      readonly what: 'balance'
      readonly on: LocalDate
      readonly savings: number
      readonly owed: number
      readonly currency: Currency
    }
  | {
      readonly what: 'next'
      readonly on: LocalDate
      readonly amount: number
      readonly currency: Currency
    }
  /** One sentence of a talk that two of the network's staff stand behind. */
  | { readonly what: 'talk'; readonly km: string; readonly en: string }
  | { readonly what: 'next-meeting'; readonly on: LocalDate }
  | { readonly what: 'wait'; readonly minutes: number }
  | {
      readonly what:
        | 'linked'
        | 'stopped'
        | 'moved'
        | 'menu'
        | 'stranger'
        | 'code-wrong'
        | 'phone-taken'
        | 'pin-needed'
        | 'pin-wrong'
        | 'in-person'
        | 'asked'
        | 'not-asked'
        | 'answered-before'
        | 'answer-elsewhere'
        | 'heard-right'
        | 'heard-wrong'
        | 'heard'
        | 'how-are-you'
        | 'look-at-list'
    }

/** Puts facts into words of at most two parts; no sum stands in them but where they were chosen or a PIN was given. */
export type Say = (
  told: MessageFacts,
  how: Pick<MessageChoices, 'language' | 'withAmounts'>,
) => string
