import type { LocalDate } from '#domain/kernel/dates.ts'
import { day, either, optional, type Said, uuid, word } from '#domain/kernel/shape.ts'
import type { Checked } from '#domain/network/checked.ts'
import { publicLine, publicName } from '#domain/network/public-texts.ts'
import { partyId } from '#domain/network/register/parties.ts'

/** What a false investment promises. */
export const schemeKinds = [
  'high-interest',
  'bring-others',
  'coins',
  'currencies',
  'land',
  'savings-club',
  'pay-to-work',
  'other',
] as const
export type SchemeKind = (typeof schemeKinds)[number]

/** Whose word is enough that a scheme is false. */
export const warners = [
  'national-bank',
  'securities-regulator',
  'ministry',
  'police',
  'court',
  'embassy',
] as const
export type Warner = (typeof warners)[number]

/**
 * On what a warning rests: an authority has said it, or households have told it of somebody of the register. The second kind
 * is told outside by the rules of what is told of reports, and by no other.
 */
const rests = either(
  'on',
  {
    authority: {
      who: word(warners, 'warner-unknown'),
      seenOn: day,
      document: optional(publicLine('document-unreadable', 'Notice 12 of the National Bank')),
    },
    reports: { partyId },
  },
  'ground-unknown',
)

export const warningId = uuid('warning')

/** What is said of a scheme: what it is called, and never who runs it. */
export const warningSays = {
  km: optional(publicName),
  latin: optional(publicName),
  kind: word(schemeKinds, 'scheme-kind-unknown'),
  rests,
} as const

/** A warning of a scheme, with when the service itself wrote down what became of it. */
export type Warning = Said<typeof warningSays> &
  Checked & {
    readonly warningId: string
    /** When somebody who had not entered it looked first, and by the clock of the service. */
    readonly counts?: { readonly from: LocalDate; readonly writtenOn: LocalDate }
    /** The same of its end. */
    readonly ended?: { readonly on: LocalDate; readonly writtenOn: LocalDate }
  }
