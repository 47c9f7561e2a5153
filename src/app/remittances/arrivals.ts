import type { BankLine } from '#domain/fund/bank-lines.ts'
import type { HeldElsewhere } from '#domain/fund/bank.ts'
import type { FundBook } from '#domain/health/book.ts'
import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import type { Command } from '#domain/village.ts'
import type { Journal } from '#domain/ports.ts'
import type { GivenReference, ReferenceOf } from '#domain/remittances/arrivals.ts'
import { type SplitRule, type SplitUse, partsMax, splitOf } from '#domain/remittances/split.ts'
import type { ReferenceNeeds } from '#src/app/remittances/references.ts'
import { takenBackBy } from '#src/app/reversal-effect.ts'

/** Money that came in, as a line of the bank says it. */
export type ArrivedLine = {
  readonly place: HeldElsewhere
  readonly on: LocalDate
  readonly amount: number
  /** The line, known again by nobody who has no key. */
  readonly mark: string
}

/**
 * What a line of a list that was read here is known by between two pages, with the reference that stands in it: nobody puts
 * another reference, sum, day or place on a line.
 */
export const boundLine = (
  { hash, signer }: Pick<ReferenceNeeds, 'hash' | 'signer'>,
  fundId: string,
  { line, reference }: { readonly line: ArrivedLine; readonly reference: string },
): string => {
  const { place, on, amount, mark } = line
  const said = [fundId, place, on, String(amount), mark, reference]
  return hash(signer.mark(fundId, lengthPrefixed(['village-fund/arrival-line/1', ...said])))
}

/** A part of what arrived: for whom it is, and what it is for. */
export type ArrivedPart = {
  readonly use: SplitUse
  readonly amount: number
  readonly memberId: string
  readonly loanId?: string
}

/** Why nothing can be proposed, although the reference is good. */
export const unsplitFaults = ['no-rule-yet', 'part-reference-old', 'part-unlike-its-use'] as const
export type UnsplitFault = (typeof unsplitFaults)[number]

type Owners = {
  readonly book: Pick<FundBook, 'loans'>
  readonly given: ReadonlyMap<string, GivenReference>
}

const ofReference = (
  { book }: Owners,
  of: ReferenceOf,
  { use, amount }: { readonly use: SplitUse; readonly amount: number },
): ArrivedPart | UnsplitFault => {
  if ((use === 'loan') !== (of.kind === 'loan') || of.kind === 'sender')
    return 'part-unlike-its-use'
  if (of.kind === 'member') return { use, amount, memberId: of.key }
  const loan = book.loans.find(({ loanId }) => loanId === of.key)
  return loan ? { use, amount, memberId: loan.memberId, loanId: loan.loanId } : 'part-reference-old'
}

/**
 * The parts of what arrived. Of a member's own reference all is saved, of a loan's all is paid back; somebody abroad has said
 * how it is split. A part of nothing is none.
 */
export const partsOfArrival = (
  owners: Owners,
  {
    of,
    amount,
    rule,
  }: { readonly of: ReferenceOf; readonly amount: number; readonly rule: SplitRule | undefined },
): readonly ArrivedPart[] | UnsplitFault => {
  if (of.kind !== 'sender') {
    const part = ofReference(owners, of, { use: of.kind === 'loan' ? 'loan' : 'savings', amount })
    return typeof part === 'string' ? part : [part]
  }
  if (rule === undefined) return 'no-rule-yet'
  const sums = splitOf(amount, rule)
  const parts: ArrivedPart[] = []
  for (const [i, { use, reference }] of rule.entries()) {
    const named = owners.given.get(reference)
    if (!named || named.isOld) return 'part-reference-old'
    const part = ofReference(owners, named, { use, amount: sums[i]! })
    if (typeof part === 'string') return part
    if (part.amount > 0) parts.push(part)
  }
  return parts
}

/** A line that was taken back may be booked again, so often. */
const timesMax = 4

/**
 * The ids that parts of an arrival have, each time that it may be booked: whoever has the fund's key finds them again by the
 * line of the bank alone, and nobody else can tell which entries came together.
 */
const idsOfArrival = (
  { hash, signer }: Omit<ReferenceNeeds, 'store'>,
  fundId: string,
  { of, mark }: { readonly of: ReferenceOf; readonly mark: string },
): readonly (readonly string[])[] => {
  const text = lengthPrefixed(['village-fund/arrival/1', fundId, of.kind, of.key, mark])
  const seed = hash(signer.mark(fundId, text))
  return Array.from({ length: timesMax }, (_, time) =>
    Array.from({ length: partsMax }, (_part, i) =>
      uuidOfHash(hash(lengthPrefixed([seed, String(time), String(i)]))),
    ),
  )
}

const partCommand = (
  { place, on: effectiveOn }: ArrivedLine,
  { use, amount, memberId, loanId }: ArrivedPart,
  id: string,
): Command => {
  const envelope = { id, v: 1, effectiveOn } as const
  if (loanId !== undefined)
    return { ...envelope, type: 'RecordRepayment', loanId, amount, place, sender: 'abroad' }
  if (use === 'savings') return { ...envelope, type: 'RecordDeposit', memberId, amount, place }
  return {
    ...envelope,
    type: 'RecordRemittance',
    memberId,
    amount,
    place,
    use: use === 'school' ? 'school' : 'home',
  }
}

type BookingNeeds = ReferenceNeeds & { readonly store: Pick<Journal, 'find'> }

/** Whether anything stands in the book that a line of the bank was booked as. */
export const isArrivalInBook = async (
  needs: BookingNeeds,
  fundId: string,
  { book, ...line }: { readonly book: FundBook; readonly of: ReferenceOf; readonly mark: string },
): Promise<boolean> => {
  const ids = idsOfArrival(needs, fundId, line).flat()
  return (await needs.store.find(fundId, ids)).some((row) => takenBackBy(book, row) === undefined)
}

/**
 * The commands that book what arrived, and say that the line of the bank is what they booked: to be written all or none, so
 * that what is booked is what arrived to the last unit. Undefined where it was booked and taken back too often.
 */
export const arrivalCommands = async (
  needs: BookingNeeds,
  fundId: string,
  {
    line,
    of,
    parts,
    matchId,
  }: {
    readonly line: ArrivedLine
    readonly of: ReferenceOf
    readonly parts: readonly ArrivedPart[]
    readonly matchId: string
  },
): Promise<readonly Command[] | undefined> => {
  const times = idsOfArrival(needs, fundId, { of, mark: line.mark })
  const known = new Set((await needs.store.find(fundId, times.flat())).map(({ id }) => id))
  const ids = times.find((some) => !some.some((id) => known.has(id)))
  if (!ids) return undefined
  const booked = parts.map((part, i) => partCommand(line, part, ids[i]!))
  const { place, on: effectiveOn, amount, mark } = line
  return [
    ...booked,
    {
      id: matchId,
      v: 1,
      type: 'MatchBankLine',
      effectiveOn,
      place,
      amount,
      mark,
      entryIds: booked.map(({ id }) => id),
    },
  ]
}

/** What arrived under a reference and stands in the book, by the lines of the bank that a person has confirmed. */
export type BookedArrival = {
  readonly on: LocalDate
  readonly place: HeldElsewhere
  readonly amount: number
  readonly entryIds: readonly string[]
}

export const bookedArrivals = (
  needs: Omit<ReferenceNeeds, 'store'>,
  fundId: string,
  { of, bankLines }: { readonly of: ReferenceOf; readonly bankLines: readonly BankLine[] },
): readonly BookedArrival[] =>
  bankLines.flatMap(({ on, place, amount, mark, entries, isTakenBack }) => {
    if (isTakenBack) return []
    const ids = new Set(idsOfArrival(needs, fundId, { of, mark }).flat())
    const own = entries.map(({ entryId }) => entryId).filter((id) => ids.has(id))
    return own.length === 0 ? [] : [{ on, place, amount, entryIds: own }]
  })
