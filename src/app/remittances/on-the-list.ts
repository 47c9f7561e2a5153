import type { Sealing } from '#domain/grants/files.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type ArrivalKind, type ReferenceOf, arrivalsOf } from '#domain/remittances/arrivals.ts'
import { referencesIn } from '#domain/remittances/reference.ts'
import {
  type ArrivedPart,
  type UnsplitFault,
  bookedArrivals,
  partsOfArrival,
} from '#src/app/remittances/arrivals.ts'
import { type ReferenceNeeds, givenReferences } from '#src/app/remittances/references.ts'
import { ruleOn, senderOf } from '#src/app/remittances/senders.ts'

export type ArrivalNeeds = ReferenceNeeds & { readonly sealing?: Sealing | undefined }

/** What a line of the bank is by its reference: with its parts where it can be booked, else why it cannot. */
export type LineArrival =
  | {
      readonly kind: 'named'
      readonly reference: string
      readonly of: ReferenceOf
      readonly parts: readonly ArrivedPart[]
    }
  | { readonly kind: Exclude<ArrivalKind, 'named'> | UnsplitFault }

type Line = {
  readonly on: LocalDate
  readonly amount: number
  readonly words: string
  readonly reference: string
}

/** How a sum is split that came under a reference. */
export const splitFor = async (
  needs: ArrivalNeeds,
  fundId: string,
  {
    book,
    of,
    line,
  }: {
    readonly book: Pick<FundBook, 'members' | 'loans'>
    readonly of: ReferenceOf
    readonly line: Pick<Line, 'on' | 'amount'>
  },
): Promise<readonly ArrivedPart[] | UnsplitFault> => {
  const { store, sealing } = needs
  const given = await givenReferences(needs, fundId, book)
  const sender =
    of.kind === 'sender' && sealing
      ? await senderOf({ store, sealing }, { fundId, senderId: of.key })
      : undefined
  const rule = sender && ruleOn(sender, line.on)
  return partsOfArrival({ book, given }, { of, amount: line.amount, rule })
}

/** What each line is by its reference, in their order; undefined where it names none. */
export const arrivalsOnList = async (
  needs: ArrivalNeeds,
  fundId: string,
  {
    book,
    lines,
  }: {
    readonly book: Pick<FundBook, 'members' | 'loans' | 'bankLines'>
    readonly lines: readonly Line[]
  },
): Promise<readonly (LineArrival | undefined)[]> => {
  const given = await givenReferences(needs, fundId, book)
  const said = lines.map(({ words, reference, ...line }) => ({
    ...line,
    said: `${words}\n${reference}`,
  }))
  // The same payment stands in two files otherwise than in one: with a number in one of them and none in the other.
  const arrivals = arrivalsOf(said, given, (of) =>
    bookedArrivals(needs, fundId, { of, bankLines: book.bankLines }).map((one) => ({ ...one, of })),
  )
  return Promise.all(
    arrivals.map(async (arrival, i): Promise<LineArrival | undefined> => {
      if (!arrival) return undefined
      if (arrival.kind !== 'named' || arrival.of === undefined)
        return { kind: arrival.kind as Exclude<ArrivalKind, 'named'> }
      const { of } = arrival
      const parts = await splitFor(needs, fundId, { book, of, line: lines[i]! })
      if (typeof parts === 'string') return { kind: parts }
      return { kind: 'named', reference: referencesIn(said[i]!.said).sound[0]!, of, parts }
    }),
  )
}
