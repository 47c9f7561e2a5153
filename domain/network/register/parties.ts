import type { LocalDate } from '#domain/kernel/dates.ts'
import { currencyCodes, type Currency } from '#domain/kernel/money.ts'
import {
  code,
  day,
  described,
  either,
  list,
  optional,
  type Said,
  sum,
  text,
  uuid,
  type ValueOf,
  word,
} from '#domain/kernel/shape.ts'
import { type Checked, type checkWays, afterCheck } from '#domain/network/checked.ts'
import { linkMark } from '#domain/network/links.ts'
import { countries, country } from '#domain/network/places.ts'
import { publicLine, publicName } from '#domain/network/public-texts.ts'
import { source } from '#domain/network/register/sources.ts'

/*
 * Who finds work for people, and who employs them. An agency is a company with a public licence: its name stands in the
 * journal. Everybody else can be a person, and no person's name or phone stands in a journal: of those it has a keyed mark,
 * and the words are kept sealed beside it, where they can be erased.
 */

export const partyKinds = ['agency', 'sub-agent', 'broker', 'employer', 'venue'] as const
export type PartyKind = (typeof partyKinds)[number]

/** What can become of a licence. */
export const licenceSteps = ['granted', 'warned', 'suspended', 'removed', 'restored'] as const
export type LicenceStep = (typeof licenceSteps)[number]

export const partyId = uuid('party')
export const factId = uuid('fact')

/** A province or a commune of the national gazetteer, and nothing nearer. */
export const placeShape = text(/^(0[1-9]|1\d|2[0-5])(\d{4})?$/, {
  code: 'place-unreadable',
  example: '020101',
})

const names = { km: optional(publicName), latin: optional(publicName) } as const
const sealedName = {
  mark: described(linkMark, 'A keyed hash of the name, which is kept sealed beside the journal'),
} as const

/** What somebody is called: an agency by name, everybody else by a mark. */
export const called = either('what', { name: names, 'sealed-name': sealedName }, 'fact-unknown')

/** What the register can say of somebody. */
export const partyFact = either(
  'what',
  {
    name: names,
    'sealed-name': sealedName,
    licence: {
      became: word(licenceSteps, 'licence-step-unknown'),
      /** From which day on it is so. */
      from: day,
      number: optional(code('licence-number-unreadable')),
      until: optional(day),
    },
    destinations: {
      countries: list(country, { min: 1, max: countries.length, code: 'countries-missing' }),
    },
    /** What an agency has laid down at the ministry. */
    deposit: {
      amount: sum,
      currency: word(currencyCodes as readonly [Currency, ...Currency[]], 'currency-unknown'),
    },
    place: { place: placeShape },
    phone: {
      mark: described(
        linkMark,
        'A keyed hash of the number, which is kept sealed beside the journal',
      ),
    },
    /** Whose sub-agent or broker somebody is. */
    'works-for': { partyId },
  },
  'fact-unknown',
)
export type FactSaid = ValueOf<typeof partyFact>
export type FactKind = FactSaid['what']

/** Where a fact is from: the kind of source, the day of the source, and which paper of it. */
export const sourced = {
  source,
  seenOn: day,
  document: optional(publicLine('document-unreadable', 'List of agencies, ministry of labour')),
} as const

/** Why words are erased: they were wrong, whoever they are of asked for it, or a law does. */
export const erasureReasons = ['wrong', 'asked-for', 'by-law'] as const
export type ErasureReason = (typeof erasureReasons)[number]

/** What lies sealed beside the journal: of it the journal has a mark alone. */
export const isSealed = ({ fact }: Pick<PartyFact, 'fact'>): boolean =>
  fact.what === 'sealed-name' || fact.what === 'phone'

type Looked = {
  readonly by: string
  readonly on: LocalDate
  readonly how: (typeof checkWays)[number]
}

/** Something that the register says of somebody. It counts from the day on which a second one of the staff has looked at it. */
export type PartyFact = Said<typeof sourced> &
  Checked & {
    readonly factId: string
    readonly fact: FactSaid
    /**
     * Since when it is known: the day on which a second one had looked and it was written down, and its place in the journal.
     * Whoever gives an earlier day to a look makes nothing known sooner.
     */
    readonly countsFrom?: LocalDate
    /** The words beside the journal are gone for good; the mark that stood for them finds nobody any more. */
    readonly erased?: { readonly on: LocalDate; readonly why: ErasureReason }
    readonly countsSeq?: number
  }

export type Party = {
  readonly partyId: string
  readonly kind: PartyKind
  /** In the order in which they were written down; the first is what it is called. */
  readonly facts: readonly PartyFact[]
}

/** When an entry was written down, by the clock of the service, and its place in the journal. */
export type Written = { readonly on: LocalDate; readonly seq: number }

/** A look by somebody who has not entered it; since when it is known the first one tells. */
export const factChecked = (one: PartyFact, look: Looked, written: Written): PartyFact => {
  const after = afterCheck(one, look)
  if (!after.check || after === one) return after
  const { countsFrom = written.on, countsSeq = written.seq } = one
  return { ...after, countsFrom, countsSeq }
}

/**
 * What lets somebody send people, or ends it: each such line is stood behind by itself, on a page as by a program. A look that is
 * renewed is not one of them.
 */
export const changesLicence = ({ fact, countsFrom }: Pick<PartyFact, 'fact' | 'countsFrom'>) =>
  fact.what === 'licence' && countsFrom === undefined ? fact : undefined

/** By when something was known: at the end of a day, or before a place in the journal. */
export type KnownBy = LocalDate | { readonly before: number }

const isKnownBy = ({ on, seq }: Written, known: KnownBy): boolean =>
  typeof known === 'string' ? on <= known : seq < known.before

/** Whether a fact counts; `known` asks what was known by then, whatever came out later. */
export const counts = (
  { countsFrom, countsSeq = 0, withdrawn }: PartyFact,
  known?: KnownBy,
): boolean => {
  if (countsFrom === undefined) return false
  if (known === undefined) return withdrawn === undefined
  const isOut = withdrawn && isKnownBy({ on: withdrawn.on, seq: withdrawn.seq ?? 0 }, known)
  return !isOut && isKnownBy({ on: countsFrom, seq: countsSeq }, known)
}

type Of<Kind extends FactKind> = PartyFact & {
  readonly fact: Extract<FactSaid, { readonly what: Kind }>
}

/** Facts of a kind, whether they count or not. */
export const factsOf = <Kind extends FactKind>({ facts }: Party, kind: Kind): readonly Of<Kind>[] =>
  facts.filter((one): one is Of<Kind> => one.fact.what === kind)

/** The fact of a kind that holds: of those that count, the one with the latest source; of two of a day the one written last. */
export const latestOf = <Kind extends FactKind>(
  party: Party,
  kind: Kind,
  known?: KnownBy,
): Of<Kind> | undefined =>
  factsOf(party, kind)
    .filter((one) => counts(one, known))
    .reduce<Of<Kind> | undefined>(
      (latest, one) => (latest && latest.seenOn > one.seenOn ? latest : one),
      undefined,
    )

/** The name that holds, or the one it was entered with where none was checked. */
export const nameOf = (party: Party): { readonly km?: string; readonly latin?: string } => {
  const { fact } = latestOf(party, 'name') ?? party.facts[0]!
  return fact.what === 'name' ? fact : {}
}

/** What an agency alone can have. */
const ofAgencies: readonly FactKind[] = ['name', 'licence', 'destinations', 'deposit']

/** Whether something can be said of somebody of this kind at all. */
export const canBeSaidOf = (kind: PartyKind, what: FactKind): boolean =>
  kind === 'agency'
    ? what !== 'works-for' && what !== 'sealed-name'
    : !ofAgencies.includes(what) &&
      (what !== 'works-for' || kind === 'sub-agent' || kind === 'broker')
