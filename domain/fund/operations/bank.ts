import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import {
  described,
  id,
  list,
  optional,
  signedSum,
  sum,
  sumOrZero,
  text,
  word,
} from '#domain/kernel/shape.ts'
import { accountOfPlace, cashPlaces } from '#domain/fund/bank.ts'
import { type BankState, heldElsewhere, movedAt, standingLines } from '#domain/fund/bank-lines.ts'
import { type FundBooks, aboutFund } from '#domain/fund/fund-books.ts'
import { balanceOf } from '#domain/ledger/balances.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { transfer } from '#domain/ledger/posting.ts'
import { another, byAnother } from '#domain/operations/another.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'

const byHand = { may: recordKeeper, second: 'none' } as const
const placeUnknown = 'place-of-cash-unknown'
const place = word(cashPlaces, placeUnknown)
const placeElsewhere = word(heldElsewhere, placeUnknown)
const hash = (code: string) => text(/^[0-9a-f]{64}$/, { code, example: '3a'.repeat(32) })

/** Money is moved in the names of two members, so that nobody alone can reach what the bank holds. */
const namesNeeded = 2
const namesMax = 10

/** Money taken from the box to the bank or a wallet, or back: it has moved, whoever took it. */
export const recordTransfer = operation({
  ...byHand,
  command: 'RecordTransfer',
  entry: 'TransferRecorded',
  oneHand: 'money',
  asks: {
    amount: sum,
    from: place,
    to: place,
    names: described(
      list(id('member'), { max: namesMax }),
      'Members who went: two of them, or the line is flagged',
    ),
    /** SHA-256 of the slip, which is kept on paper. */
    slipHash: optional(hash('slip-not-a-hash')),
    ...byAnother,
  },
  keeps: ['amount', 'from', 'to', 'names', 'slipHash', 'approvedBy'],
  second: another,
  isTakenAlone: true,
  minutes: 'told',
  isReversible: true,
  decide: (
    { posted, members, charter }: Pick<FundBooks, 'posted' | 'members' | 'charter'>,
    command,
  ) => {
    const { amount, from, to, names, effectiveOn: on } = command
    if (from === to) return invalid('moved-nowhere', '/to')
    const stranger = names.findIndex((memberId) => !members.has(memberId))
    if (stranger >= 0) return invalid('member-unknown', `/names/${stranger}`)
    const way = { from: accountOfPlace(from), to: accountOfPlace(to) }
    return recorded({
      flags: flagsOf({
        'not-in-two-names': new Set(names).size < namesNeeded,
        'more-than-held': from !== 'box' && amount > balanceOf(posted, way.from),
      }),
      postings: transfer({ ...way, amount, currency: charter.currency, on }),
    })
  },
  about: () => [],
})

/** What the bank or the wallet says it holds on a day. It moves nothing: the books are compared with it. */
export const recordStatement = operation({
  ...byHand,
  command: 'RecordStatement',
  entry: 'StatementRecorded',
  oneHand: 'sight',
  asks: { place: placeElsewhere, balance: sumOrZero },
  keeps: ['place', 'balance'],
  minutes: 'of-the-box',
  isReversible: false,
  decide: ({ posted }: Pick<FundBooks, 'posted'>, { place: where, balance, effectiveOn: on }) => {
    const booked = balanceOf(posted, accountOfPlace(where), on)
    return recorded({ flags: flagsOf({ 'statement-differs': booked !== balance }), postings: [] })
  },
  about: aboutFund,
})

/** As many entries as one slip of a bank ever put together. */
const entriesMax = 20

type Matched = {
  readonly place: (typeof heldElsewhere)[number]
  readonly amount: number
  readonly entryIds: readonly EntryId[]
}

const entryFault = ({ kept }: BankState, { place: where, entryIds }: Matched) => {
  for (const [i, entryId] of entryIds.entries()) {
    const entry = kept.get(entryId)
    if (!entry) return invalid('entry-unknown', `/entryIds/${i}`)
    if (entryIds.indexOf(entryId) < i) return invalid('entry-named-twice', `/entryIds/${i}`)
    if (movedAt(where, entry.body.postings) === 0)
      return invalid('entry-not-of-the-place', `/entryIds/${i}`)
  }
  return undefined
}

const isAllOfIt = ({ kept }: BankState, { place: where, amount, entryIds }: Matched): boolean => {
  const moved = entryIds.map((one) => movedAt(where, kept.get(one)!.body.postings))
  return (
    moved.every((part) => part > 0 === amount > 0) &&
    moved.reduce((all, part) => all + part, 0) === amount
  )
}

/**
 * A person confirms that a line of the bank is these entries; the command's day is the line's own. One line may be
 * several entries, because a bank puts slips together; one entry is one line, so that the book tells what the bank
 * tells. All of it went one way, sums agree to the last unit, and each line and each entry stands once in the list
 * of a place.
 */
export const matchBankLine = operation({
  ...byHand,
  command: 'MatchBankLine',
  entry: 'BankLineMatched',
  oneHand: 'sight',
  asks: {
    place: placeElsewhere,
    /** What the line says came in, or with a minus went out. */
    amount: signedSum,
    mark: described(
      hash('mark-not-a-hash'),
      'The line, as reading the file answers it; its own words are never in it',
    ),
    entryIds: described(
      list(id('entry'), {
        min: 1,
        max: entriesMax,
        code: 'no-entry-named',
        tooLong: 'too-many-entries',
      }),
      'What the line says, together to the last unit',
    ),
  },
  keeps: ['place', 'amount', 'mark', 'entryIds'],
  minutes: 'of-the-box',
  isReversible: true,
  decide: (now: BankState, command) => {
    const fault = entryFault(now, command)
    if (fault) return fault
    const others = standingLines(now.bankLines)
    if (others.some((line) => line.mark === command.mark)) return refused('line-matched-before')
    // What went from the bank to the wallet stands in the list of each.
    const there = others.filter((line) => line.place === command.place)
    const matched = new Set(there.flatMap(({ entries }) => entries.map(({ entryId }) => entryId)))
    const { entryIds } = command
    if (entryIds.some((one) => matched.has(one))) return refused('entry-matched-before')
    if (entryIds.some((one) => now.kept.get(one)!.reversedBy !== undefined))
      return refused('entry-taken-back')
    return isAllOfIt(now, command) ? recorded({ flags: [], postings: [] }) : refused('sums-differ')
  },
  about: (_, entryId) => [{ kind: 'bank-line', key: entryId }],
})
