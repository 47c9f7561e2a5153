import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { Sealing } from '#domain/grants/files.ts'
import type { Particulars } from '#domain/fund/people/particulars.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import type { FundViews, Hasher, Journal, Notes, Random, Signer } from '#domain/ports.ts'
import type { LeafNeeds } from '#src/app/cases/leaf-pages.ts'
import type { Called } from '#src/app/members/finding.ts'
import type { Language } from '#src/words/catalogue.ts'

/** What a desk may ask of the service, beside the book. */
type DeskNeeds = {
  readonly store: Journal & FundViews & Notes & Particulars
  readonly hash: Hasher
  readonly signer: Signer
  readonly random: Random
  /** Without it nothing is kept that nobody may read. */
  readonly sealing?: Sealing
  /** Where it is, why a household is helped lies there and not beside the journal. */
  readonly cases?: LeafNeeds
}

/** Where somebody writes into a fund's book: all that forms are made from. It knows of no request and no markup. */
export type Desk = {
  readonly fundId: string
  readonly language: Language
  readonly book: FundBook
  readonly today: LocalDate
  readonly who: {
    readonly memberId: string | undefined
    /** Whether the own secret was given a short while ago, as acts that change power ask. */
    readonly hasGivenSecret: boolean
  }
  /** Given where names may stand beside cards: what the member with a card is called. */
  readonly nameOf?: (card: string) => string | undefined
  /** The same in both scripts, as somebody is searched. */
  readonly calledOf?: ((card: string) => Called | undefined) | undefined
  /** What the page before says of the form, by name. Anybody can write it into an address: it is read like a field. */
  readonly along: Readonly<Record<string, string>>
  readonly needs: DeskNeeds
}

/** The currency of the charter that holds today. */
export const currencyOf = ({ book, today }: Pick<Desk, 'book' | 'today'>): Currency =>
  charterOf(book, today).currency

export const cardOf = ({ members }: Pick<FundBook, 'members'>, memberId: string): string =>
  members.find((member) => member.memberId === memberId)?.card ?? ''
