import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { word } from '#domain/kernel/shape.ts'

/** The committee's offices, and the key-holders who stand beside it. */
export const committeeOffices = [
  'chair',
  'record-keeper',
  'box-keeper',
  'counter',
  'committee',
] as const
export const offices = [...committeeOffices, 'key-holder'] as const
export type Office = (typeof offices)[number]

/** An office as it is sent. */
export const office = word(offices, 'office-unknown')

/** An office as somebody holds it: `until` is the last day of the term, where a term was agreed. */
export type Tenure = {
  readonly office: Office
  readonly from: LocalDate
  readonly until?: LocalDate
  /** The first day on which it was held no more: given up, taken away, or given to somebody else. */
  readonly endedOn?: LocalDate
}

export const endingReasons = ['resigned', 'removed'] as const
type EndingReason = (typeof endingReasons)[number]

/** That somebody's office ended on a day, told of one member. */
export type Ending = {
  readonly office: Office
  readonly on: LocalDate
  readonly why: EndingReason | 'replaced'
}

/** An election ends every older tenure of the offices that it was about. */
export type ElectionHeld = { readonly on: LocalDate; readonly offices: readonly Office[] }

const first = (days: readonly LocalDate[]): LocalDate | undefined =>
  days.reduce<LocalDate | undefined>(
    (soonest, day) => (soonest === undefined || day < soonest ? day : soonest),
    undefined,
  )

/** When each tenure ended, from everything that is known; facts may have come in any order. */
export const tenuresEnded = (
  tenures: readonly Tenure[],
  {
    endings,
    elections,
  }: { readonly endings: readonly Ending[]; readonly elections: readonly ElectionHeld[] },
): Tenure[] =>
  tenures.map(({ office, from, until }) => {
    const tenure = { office, from, ...(until === undefined ? {} : { until }) }
    const told = endings.filter(({ office, on }) => office === tenure.office && on >= tenure.from)
    const voted = elections.filter(
      (one) => one.on > tenure.from && one.offices.includes(tenure.office),
    )
    const endedOn = first([...told, ...voted].map(({ on }) => on))
    return endedOn === undefined ? tenure : { ...tenure, endedOn }
  })

/** Whether an office is held on a day. A term that is over does not end it: a lapse is no vacancy. */
export const isHeldOn = ({ from, endedOn }: Tenure, day: LocalDate): boolean =>
  from <= day && (endedOn === undefined || day < endedOn)

/** Whether the term was over for longer than the grace. Where no term was agreed it never is. */
export const isLapsedOn = ({ until }: Tenure, day: LocalDate, graceDays: number): boolean =>
  until !== undefined && day > daysAfter(until, graceDays)

export const isOfCommittee = ({ office }: Tenure): boolean => office !== 'key-holder'
