import type { CaseFile } from '#domain/cases/file.ts'
import { addTo, changeOf, itemsOf } from '#domain/cases/operation.ts'
import { addCost, type AboveCeiling } from '#domain/cases/operations/costs.ts'
import { lacksGuardian } from '#domain/cases/operations/person.ts'
import { mark } from '#domain/kernel/shape.ts'
import { type CostItem, type FeeBand, costItem, feeBandOf } from '#domain/network/roads/costs.ts'

/*
 * A fee above the ceiling can be told to those who watch agencies, where the person says yes to it. Here stands that yes and
 * under which heading; what goes out says the agency, the heading, a band and a month, and leads back to no case.
 */

/** All that goes out. */
export type FeeDraft = {
  readonly partyId: string
  readonly item: CostItem
  readonly band: FeeBand
  /** The month of the last cost under the heading, as `2026-04`. */
  readonly month: string
}

type TakenBack = { readonly isTakenBack: true }

/** A yes that was given, by the item of the case. */
type Telling = {
  readonly item: string
  readonly value: { readonly heading: CostItem } & Partial<TakenBack>
}

/** What was said yes to, and was not taken back. */
export const tellingsOf = (file: CaseFile): readonly Telling[] =>
  itemsOf<typeof tellOfFee, TakenBack>(file, tellOfFee).filter(
    ({ value }) => value.isTakenBack !== true,
  )

/** Writes down the yes; the bridge puts what goes out among all else that waits. */
export const tellOfFee = addTo({
  command: 'TellOfFee',
  name: 'tellings',
  asks: { heading: costItem, isAgreed: mark() },
  check: ({ file }, { heading }) => {
    if (lacksGuardian(file)) return 'guardian-first'
    return tellingsOf(file).some(({ value }) => value.heading === heading)
      ? 'fee-told-already'
      : undefined
  },
})

/** Takes it back while it waits. Written by the bridge, not on a form. */
export const takeBackFee = changeOf({
  command: 'TakeBackFee',
  name: 'tellings',
  asks: {},
  check: (_, _said, { value }) =>
    value['isTakenBack'] === true ? 'fee-taken-back-already' : undefined,
  adds: () => ({ isTakenBack: true }),
})

/** What would go out of a fee: no sum, no day, nothing of the case. */
export const feeDraftOf = (
  file: CaseFile,
  partyId: string,
  above: AboveCeiling,
): FeeDraft | undefined => {
  const days = itemsOf<typeof addCost, { isStruck: true }>(file, addCost)
    .filter(({ value }) => value.isStruck !== true && value.heading === above.item)
    .map(({ value }) => value.on)
  const last = days.toSorted().at(-1)
  return last === undefined
    ? undefined
    : { partyId, item: above.item, band: feeBandOf(above), month: last.slice(0, 7) }
}
