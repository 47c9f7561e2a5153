import { recorded, refused, refusedAbove, invalid } from '#domain/kernel/decision.ts'
import { code, described, sum, word } from '#domain/kernel/shape.ts'
import { transfer } from '#domain/ledger/posting.ts'
import { chair, recordKeeper } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'
import {
  type Venturing,
  aboutVenture,
  byMeeting,
  cashOf,
  confirmedBy,
  goodsOf,
  holdingsOf,
  openVenture,
  partsOf,
  undecided,
  ventureId,
} from '#domain/ventures/venturing.ts'
import { secondFault } from '#domain/fund/second.ts'
import {
  type Venture,
  type VentureMove,
  profitOf,
  ventureMoves,
  ventureStanding,
} from '#domain/ventures/venture.ts'

const wayOf = (venture: Venture, move: VentureMove) => {
  const [cash, goods, holdings] = [cashOf(venture), goodsOf(venture), holdingsOf(venture)]
  switch (move) {
    case 'earned':
      return { from: holdings, to: cash }
    case 'spent':
    case 'missing':
      return { from: cash, to: holdings }
    case 'bought':
      return { from: cash, to: goods }
    case 'gone':
      return { from: goods, to: holdings }
  }
}

/**
 * A line of a venture's book, with its paper and two who stand behind it. A venture owes nothing, so no more goes out than
 * it has: what is paid beyond that is somebody's own money and no matter of its book.
 */
export const recordVentureMove = operation({
  command: 'RecordVentureMove',
  entry: 'VentureMoved',
  oneHand: 'money',
  asks: {
    ventureId,
    move: described(
      word(ventureMoves, 'move-unknown'),
      'Cash that was earned, spent or is missing, goods that were bought, or that are gone: sold, used up, spoilt or lost, by what they had cost',
    ),
    amount: sum,
    paper: described(code('paper-not-a-code'), 'The number of its paper'),
    confirmedBy,
  },
  keeps: ['ventureId', 'move', 'amount', 'paper', 'confirmedBy'],
  may: recordKeeper,
  second: (command) => command.confirmedBy,
  minutes: 'told',
  isReversible: true,
  decide: (now: Venturing, command) => {
    const { move, amount, effectiveOn: on } = command
    const venture = openVenture(now, command)
    if ('outcome' in venture) return venture
    if (on < venture.foundedOn) return invalid('before-the-venture-began', '/effectiveOn')
    const unseconded = secondFault(now.members, command)
    if (unseconded) return unseconded
    const { cash, goods, shares } = ventureStanding(venture)
    if (shares === 0) return refused('venture-is-nobodys')
    const most = move === 'earned' ? amount : move === 'gone' ? goods : cash
    if (amount > most) return refusedAbove('more-than-the-venture-has', most)
    return recorded({
      flags: [],
      postings: transfer({
        ...wayOf(venture, move),
        amount,
        currency: now.charter.currency,
        on,
      }),
    })
  },
  about: aboutVenture,
})

/** The meeting shares what was earned beyond what all shares had cost, by the shares that each holds, to the last unit. */
export const shareVentureProfit = operation({
  command: 'ShareVentureProfit',
  entry: 'VentureProfitShared',
  oneHand: 'carries-out',
  asks: { ventureId, amount: sum, ...byMeeting },
  keeps: ['ventureId', 'amount', 'votes', 'confirmedBy'],
  may: chair,
  second: (command) => command.confirmedBy,
  minutes: 'told',
  isReversible: true,
  decide: (now: Venturing, command) => {
    const { amount, effectiveOn: on } = command
    const venture = openVenture(now, command)
    if ('outcome' in venture) return venture
    const standing = ventureStanding(venture)
    const most = profitOf(venture, standing)
    if (amount > most) return refusedAbove('more-than-the-venture-earned', most)
    const lost = undecided(now, command)
    if (lost) return lost
    const way = { from: cashOf(venture), to: holdingsOf(venture) } as const
    return recorded({
      parts: partsOf(now, standing, amount),
      flags: [],
      postings: transfer({ ...way, amount, currency: now.charter.currency, on }),
    })
  },
  about: aboutVenture,
})
