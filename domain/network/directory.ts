import type { LocalDate } from '#domain/kernel/dates.ts'
import { invalid } from '#domain/kernel/decision.ts'
import { day, group, list, optional, type Said, uuid, word } from '#domain/kernel/shape.ts'
import { type Checked, type CheckState, checkAgainOn, checkState } from '#domain/network/checked.ts'
import {
  country,
  homeCountry,
  type Province,
  province,
  spokenLanguage,
  spokenLanguages,
} from '#domain/network/places.ts'
import { phone, publicLine, publicName } from '#domain/network/public-texts.ts'
import { type ServiceKind, serviceKinds } from '#domain/network/service-kinds.ts'

/** What a service keeps to, as somebody has seen it. */
export const serviceStandards = [
  'government-minimum',
  'child-safe',
  'survivor-care',
  'confidential',
  'no-fee',
  'complaints-heard',
] as const

/** Whether the authorities know of it. */
export const registrations = ['registered', 'applied', 'ended', 'none', 'not-needed'] as const

/** How much room it has. */
export const capacities = ['open', 'few-places', 'waiting-list', 'full'] as const

/** What is said of a service. */
export const serviceSays = {
  kind: word(serviceKinds, 'kind-unknown'),
  name: publicName,
  country,
  /** Which it serves: left out where it serves the whole country. */
  province: optional(province),
  does: publicLine('does-unreadable', 'Gives advice before court, in Khmer'),
  standards: list(word(serviceStandards, 'standard-unknown'), {
    max: serviceStandards.length,
    code: 'standards-missing',
  }),
  registration: optional(
    group({ status: word(registrations, 'registration-unknown'), on: day }, 'registration-missing'),
  ),
  capacity: optional(word(capacities, 'capacity-unknown')),
  languages: list(spokenLanguage, { max: spokenLanguages.length, code: 'languages-missing' }),
  /** Of a shelter, that of the desk which refers to it. */
  phone,
  address: optional(publicLine('address-unreadable', '12 Street 1, Battambang')),
} as const

export const serviceId = uuid('service')

type ServiceSaid = Said<typeof serviceSays>

/** A service of the network's directory, and how far what is said of it can be relied on. */
export type Service = ServiceSaid & Checked & { readonly serviceId: string }

/** Words and digits by which a line tells where something lies. It catches what people usually write, not everything. */
const tellsPlace =
  /[0-9០-៩]|\b(street|road|lane|village|commune|district|near|behind|opposite|beside)\b|ផ្លូវ|ភូមិ|ឃុំ|សង្កាត់|ស្រុក|ខណ្ឌ|ក្បែរ/iu

/** Where a shelter lies is kept nowhere: whoever reads this book could tell the one whom somebody hides from. */
const shelterFault = ({ kind, name, does, address }: ServiceSaid) => {
  if (kind !== 'shelter') return undefined
  if (address !== undefined) return invalid('shelter-place-not-kept', '/address')
  if (tellsPlace.test(name)) return invalid('shelter-place-not-kept', '/name')
  return tellsPlace.test(does) ? invalid('shelter-place-not-kept', '/does') : undefined
}

/** Why what is said of a service cannot be so; undefined where it can. */
export const serviceFault = (said: ServiceSaid) => {
  const isHome = said.country === homeCountry
  if (said.province !== undefined && !isHome) return invalid('province-elsewhere', '/province')
  if (said.kind === 'partner-abroad' && isHome) return invalid('partner-at-home', '/country')
  return shelterFault(said)
}

/** A service as it stands on a day. */
export type ServiceListed = Service & {
  readonly state: CheckState
  readonly isStale: boolean
  readonly checkAgainOn: LocalDate | undefined
}

/** As much of a network as its directory is read from. */
type Directory = { readonly services: Iterable<Service>; readonly goodForDays: number }

/** What is asked of the directory; a province is served by what serves all of its country too. */
export type ServicesAsked = {
  readonly kind?: ServiceKind | undefined
  readonly province?: Province | undefined
  readonly today: LocalDate
}

const serves = ({ country: of, province: where }: Service, asked: Province | undefined): boolean =>
  asked === undefined || where === asked || (where === undefined && of === homeCountry)

const stateOrder: readonly CheckState[] = ['current', 'stale', 'waiting']

/**
 * Services of a kind for a province, what can be relied on first: only those whose `state` is `current` may be offered to
 * somebody. What was taken out is left out.
 */
export const servicesOf = (
  { services, goodForDays }: Directory,
  { kind, province: where, today }: ServicesAsked,
): readonly ServiceListed[] =>
  [...services]
    .filter((one) => !one.withdrawn && (kind === undefined || one.kind === kind))
    .filter((one) => serves(one, where))
    .map((one): ServiceListed => {
      const state = checkState(one, { today, goodForDays })
      const again = checkAgainOn(one, goodForDays)
      return { ...one, state, isStale: state === 'stale', checkAgainOn: again }
    })
    .toSorted(
      (a, b) =>
        stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state) ||
        serviceKinds.indexOf(a.kind) - serviceKinds.indexOf(b.kind) ||
        (a.name < b.name ? -1 : 1),
    )
