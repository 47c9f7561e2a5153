import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { currencyCodes, type Currency } from '#domain/kernel/money.ts'
import {
  day,
  group,
  list,
  optional,
  type Said,
  sum,
  sumOrZero,
  uuid,
  whole,
  word,
} from '#domain/kernel/shape.ts'
import { type Checked, type CheckState, checkState } from '#domain/network/checked.ts'
import { countries, country, type Country } from '#domain/network/places.ts'
import { sourced } from '#domain/network/register/parties.ts'
import { isOfficial } from '#domain/network/register/sources.ts'
import { costs, type CostItem, costInAll } from '#domain/network/roads/costs.ts'

/** By which way somebody leaves; `irregular` is without papers, whoever arranges it. */
export const roadWays = ['agency', 'state-programme', 'employer-direct', 'irregular'] as const
export type RoadWay = (typeof roadWays)[number]

export const roadStates = ['open', 'restricted', 'suspended', 'unknown'] as const
export type RoadState = (typeof roadStates)[number]

/** What has to be done, in this order. */
export const roadSteps = [
  'ask-the-team',
  'look-up-the-agency',
  'language-test',
  'passport',
  'medical-check',
  'job-offer',
  'contract',
  'contract-approved',
  'training',
  'visa',
  'worker-card',
  'travel',
  'permit-there',
  'tell-the-family',
] as const

export const roadPapers = [
  'id-card',
  'family-book',
  'passport',
  'visa',
  'contract',
  'worker-card',
  'work-permit',
  'medical-certificate',
  'training-certificate',
  'insurance-paper',
] as const

/** What can happen on it, said by those who study it and not of anybody. */
export const roadRisks = [
  'no-contract',
  'wage-not-paid',
  'papers-taken',
  'held-for-debt',
  'arrest',
  'sent-back',
  'no-doctor',
  'sold-on',
  'fee-higher-than-said',
  'job-other-than-said',
] as const

/** What is said of a road. All sums are of one currency. */
export const routeSays = {
  country,
  way: word(roadWays, 'way-unknown'),
  state: word(roadStates, 'road-state-unknown'),
  /** From which day on it is so. */
  since: day,
  steps: list(word(roadSteps, 'step-unknown'), { max: roadSteps.length, code: 'steps-missing' }),
  papers: list(word(roadPapers, 'paper-unknown'), {
    max: roadPapers.length,
    code: 'papers-missing',
  }),
  currency: word(currencyCodes as readonly [Currency, ...Currency[]], 'currency-unknown'),
  /** On a legal road what may be asked for; on the other what people say that they paid. */
  costs,
  weeks: optional(
    group(
      {
        least: whole(0, 104, 'weeks-out-of-range'),
        most: whole(0, 104, 'weeks-out-of-range'),
      },
      'weeks-out-of-range',
    ),
  ),
  /** A usual month's wage, and what living there takes of it. */
  wage: optional(sum),
  living: optional(sumOrZero),
  risks: list(word(roadRisks, 'risk-unknown'), { max: roadRisks.length, code: 'risks-missing' }),
  ...sourced,
} as const

export const routeId = uuid('route')

export type RouteSaid = Said<typeof routeSays>
export type Route = RouteSaid & Checked & { readonly routeId: string }

/** A road as it stands on a day; what nobody has looked at for long is as good as unknown. */
export type RouteOn = Route & { readonly checked: CheckState; readonly stateNow: RoadState }

type Roads = { readonly routes: Iterable<Route>; readonly goodForDays: number }

const routeOn = (route: Route, today: LocalDate, goodForDays: number): RouteOn => {
  const checked = checkState(route, { today, goodForDays })
  return { ...route, checked, stateNow: checked === 'current' ? route.state : 'unknown' }
}

const placeOf = ({ country: where, way }: Route): number =>
  countries.indexOf(where) * roadWays.length + roadWays.indexOf(way)

/** Every road that was not taken out, in the order of countries and ways. */
export const allRoutes = ({ routes, goodForDays }: Roads, today: LocalDate): readonly RouteOn[] =>
  [...routes]
    .filter(({ withdrawn }) => !withdrawn)
    .map((route) => routeOn(route, today, goodForDays))
    .toSorted((a, b) => placeOf(a) - placeOf(b) || (a.seenOn < b.seenOn ? 1 : -1))

/** Of each country and way the one with the latest source that two stand behind: what a household may be shown. */
export const routesShown = (roads: Roads, today: LocalDate): readonly RouteOn[] => {
  const shown = new Map<string, RouteOn>()
  for (const route of allRoutes(roads, today)) {
    const key = `${route.country} ${route.way}`
    if (route.checked !== 'waiting' && !shown.has(key)) shown.set(key, route)
  }
  return [...shown.values()]
}

export const isLegal = ({ way }: Pick<RouteSaid, 'way'>): boolean => way !== 'irregular'

/** What may be asked for under a heading on a road that is known today; undefined where no authority has said it. */
export const ceilingOf = (
  roads: Roads,
  asked: { readonly country: Country; readonly way: RoadWay; readonly item: CostItem },
  today: LocalDate,
): number | undefined => {
  const route = routesShown(roads, today).find(
    (one) => one.country === asked.country && one.way === asked.way,
  )
  if (!route || route.checked !== 'current' || !isLegal(route) || !isOfficial(route.source))
    return undefined
  return costInAll(route.costs.filter(({ item }) => item === asked.item))
}

/** On which day what is shown of a road has to be looked at again. */
export const lookAgainOn = ({ check }: Route, goodForDays: number): LocalDate | undefined =>
  check && daysAfter(check.on, goodForDays)
