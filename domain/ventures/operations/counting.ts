import { invalid, recorded } from '#domain/kernel/decision.ts'
import { described, id, sumOrZero } from '#domain/kernel/shape.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import { secondFault } from '#domain/fund/second.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'
import { ventureStanding } from '#domain/ventures/venture.ts'
import {
  type Venturing,
  aboutVenture,
  confirmedBy,
  openVenture,
  ventureId,
} from '#domain/ventures/venturing.ts'

type Counters = { readonly countedWith: string; readonly confirmedBy: string }

/**
 * Two people count what a venture has, of whom neither keeps its cash nor its book. It moves nothing: beside what they found
 * stands what the book said then, for good. What is missing is a line of its own; the count stays whatever is written later.
 */
export const countVenture = operation({
  command: 'CountVenture',
  entry: 'VentureCounted',
  oneHand: 'evidence',
  description:
    'Cash that lay there, and what the goods that lay there had cost. A difference moves nothing and stays as a finding; what is missing is written down by `RecordVentureMove`',
  asks: {
    ventureId,
    cash: described(sumOrZero, 'The cash that lay there'),
    goods: described(sumOrZero, 'What the goods that lay there had cost'),
    countedWith: described(id('member'), 'The member who counted with the second officer'),
    confirmedBy,
  },
  keeps: ['ventureId', 'cash', 'goods', 'countedWith', 'confirmedBy'],
  may: recordKeeper,
  second: (command) => command.confirmedBy,
  minutes: 'told',
  // Two counts both stand, the later beside the earlier.
  isReversible: false,
  decide: (now: Venturing, command) => {
    const { countedWith, effectiveOn: on } = command
    const venture = openVenture(now, command)
    if ('outcome' in venture) return venture
    if (on < venture.foundedOn) return invalid('before-the-venture-began', '/effectiveOn')
    const unseconded = secondFault(now.members, command)
    if (unseconded) return unseconded
    const other = now.members.get(countedWith)
    if (!other || !isMemberOn(other, on)) return invalid('member-unknown', '/countedWith')
    if (countedWith === command.confirmedBy) return invalid('counters-the-same', '/countedWith')
    const keepers = [venture.cashKeeper, venture.bookKeeper]
    const counters: Counters = command
    for (const name of ['countedWith', 'confirmedBy'] as const)
      if (keepers.includes(counters[name])) return invalid('keeper-counts', `/${name}`)
    const { cash, goods } = ventureStanding(venture, on)
    return recorded({ book: { cash, goods }, flags: [], postings: [] })
  },
  about: aboutVenture,
})
