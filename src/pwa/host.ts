import type { Clock, Hasher, Ids, Journal } from '#domain/ports.ts'
import type { SealTo } from '#domain/phone/sealing.ts'
import type { LeftBehind, Outbox } from '#domain/phone/outbox.ts'
import type { OwnFund, TakenAlong } from '#src/pwa/http-service.ts'
import type { Service } from '#src/pwa/service.ts'

/** What stands beside the book on a phone: who writes here, and what members are called. */
export type Taken = Omit<TakenAlong, 'share' | 'offlineDays'>

/** A book that was opened by its PIN. */
export type OpenBook = {
  readonly fundId: string
  readonly journal: Journal
  readonly outbox: Outbox
  readonly taken: () => Promise<Taken | undefined>
  readonly keepTaken: (taken: Taken) => Promise<void>
  readonly tools: Tools
}

/** What is needed of the phone once a book is open. */
type Tools = { readonly ids: Ids; readonly hash: Hasher; readonly sealTo: SealTo }

type Share = { readonly share: string; readonly days: number }

/** What the app asks of the phone and of the service before a book is open; the entry file chooses it. */
export type FirstHost = {
  readonly service: Service & {
    readonly ownFunds: () => Promise<readonly OwnFund[]>
    readonly takeAlong: (fundId: string) => Promise<TakenAlong>
    readonly isShutOut: () => Promise<boolean>
    readonly numbers: () => Promise<unknown>
  }
  readonly clock: Clock
  /** What waited where a book does not open any more. */
  readonly left: {
    readonly all: () => Promise<readonly LeftBehind[]>
    readonly forget: (isInBook: (id: string) => boolean) => Promise<void>
  }
  readonly vault: {
    readonly fundId: () => Promise<string | undefined>
    readonly make: (
      given: Share & { readonly fundId: string; readonly pin: string },
    ) => Promise<OpenBook>
    readonly open: (pin: string) => Promise<OpenBook | 'wrong-pin' | 'share-gone' | 'nothing'>
    readonly renew: (given: Share) => Promise<void>
    readonly wipe: () => Promise<unknown>
  }
}

/** All that it asks once a book is open. */
export type Host = FirstHost & Tools
