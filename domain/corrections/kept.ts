import type { LocalDate } from '#domain/kernel/dates.ts'
import type { FundBody } from '#domain/fund/operations.ts'
import type { PeopleBody } from '#domain/fund/people-operations.ts'
import type { GrantBody } from '#domain/grants/operations.ts'
import type { LentBody } from '#domain/loans/operations.ts'
import type { SavingsBody } from '#domain/savings/operations.ts'
import type { EntryId, Sealed } from '#domain/ledger/entry.ts'
import type { VentureBody } from '#domain/ventures/operations.ts'

/** What may turn out never to have happened so: money that moved, who was there, and what became of people. */
export type ReversibleBody =
  | LentBody
  | SavingsBody
  | GrantBody
  | Exclude<VentureBody, { type: 'VentureFounded' | 'VentureCounted' }>
  | Extract<
      FundBody,
      {
        type:
          | 'ExpensePaid'
          | 'TransferRecorded'
          | 'BankLineMatched'
          | 'AttendanceRecorded'
          | 'MoneyBorrowed'
          | 'BorrowingRepaid'
          | 'MoneyExchanged'
          | 'RemittanceReceived'
      }
    >
  | Extract<PeopleBody, { type: 'MemberChanged' | 'DeathRecorded' | 'HouseholdRecorded' }>

/** An entry that can be reversed, as long as it is not. */
export type Kept = {
  readonly seq: number
  readonly on: LocalDate
  /** When it was written down, whatever day it names. */
  readonly at?: string
  readonly type: ReversibleBody['type']
  readonly body: ReversibleBody
  readonly reversedBy?: EntryId
}

type Written = Required<Omit<Kept, 'body' | 'reversedBy'>> & {
  readonly v: number
  readonly data: string
}

/**
 * An entry as a fold keeps it: what it says lies as the one text of its row, and is read when it is asked for, which it
 * seldom is. The objects of all of them would be most of what a fold takes.
 */
export class KeptEntry implements Kept, Written {
  readonly seq: number
  readonly on: LocalDate
  readonly at: string
  readonly type: ReversibleBody['type']
  readonly v: number
  /** Empty where it was let go, which no JSON is: it cannot be read then. */
  data: string
  readonly reversedBy?: EntryId

  constructor({ seq, on, at, type, v, data }: Written, reversedBy?: EntryId) {
    this.seq = seq
    this.on = on
    this.at = at
    this.type = type
    this.v = v
    this.data = data
    if (reversedBy !== undefined) this.reversedBy = reversedBy
  }

  get body(): ReversibleBody {
    return { type: this.type, v: this.v, ...(JSON.parse(this.data) as object) } as ReversibleBody
  }

  /** The same once another entry has taken it back. */
  takenBackBy(entryId: EntryId): KeptEntry {
    return new KeptEntry(this, entryId)
  }
}

const textOf = ({ type: _type, v: _v, ...said }: ReversibleBody): string => JSON.stringify(said)

/** What is kept of an entry when it is written. */
export const keptOf = (
  { seq, effectiveOn: on, recordedAt: at, data }: Omit<Sealed<ReversibleBody>, 'body'>,
  body: ReversibleBody,
): KeptEntry => {
  const { type, v } = body
  return new KeptEntry({ seq, on, at, type, v, data: data ?? textOf(body) })
}
