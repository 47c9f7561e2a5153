import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Said, id, list, optional, text } from '#domain/kernel/shape.ts'
import { countedCash } from '#domain/fund/meeting/count-shape.ts'
import { office } from '#domain/fund/people/tenures.ts'
import type { EntryId } from '#domain/ledger/entry.ts'

const witnessesMax = 5

/** What is said of a hand-over. */
export const handedOver = {
  office,
  /** Who gave it, and who has it now. */
  from: id('member'),
  to: id('member'),
  witnesses: list(id('member'), { max: witnessesMax, tooLong: 'witnesses-cannot-hold' }),
  /** The box as it was counted in front of all of them. */
  count: optional(countedCash),
  /** The hash of the balance sheet that was printed and signed. */
  balanceHash: optional(
    text(/^[0-9a-f]{64}$/, { code: 'hash-not-a-hash', example: '5f'.repeat(32) }),
  ),
}

type HandedOver = Said<typeof handedOver> & {
  /** What the books said was in the box that day. */
  readonly booked: number
}

/** One hand-over as the fund keeps it. */
export type HandOver = HandedOver & { readonly id: EntryId; readonly on: LocalDate }

/** What the fund keeps of a hand-over. */
export const handOverOf = (
  { office: held, from, to, witnesses, count, balanceHash, booked }: HandedOver,
  { id: entryId, on }: { readonly id: EntryId; readonly on: LocalDate },
): HandOver => ({
  id: entryId,
  on,
  office: held,
  from,
  to,
  witnesses,
  ...(count === undefined ? {} : { count }),
  ...(balanceHash === undefined ? {} : { balanceHash }),
  booked,
})
