import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { described, word } from '#domain/kernel/shape.ts'
import { type FundBooks, aboutFund } from '#domain/fund/fund-books.ts'
import { type Future, futureOn, futures } from '#domain/fund/future.ts'
import { handsFault, lostBy, votes } from '#domain/fund/hands.ts'
import { countActive } from '#domain/fund/people/members.ts'
import { secondFault, secondOfficer } from '#domain/fund/second.ts'
import { chair } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'

/** Of those who are there, two thirds let a fund end or go into another; more yes than no is enough for the rest. */
const isEnough = (
  future: Future,
  { present, yes }: { readonly present: number; readonly yes: number },
): boolean => (future !== 'end' && future !== 'merge') || BigInt(yes) * 3n >= BigInt(present) * 2n

/** The meeting decides whether the fund goes on, rests, goes into another one, or ends. */
export const decideFuture = operation({
  command: 'DecideFuture',
  entry: 'FutureDecided',
  oneHand: 'power',
  changesPower: true,
  description:
    'While a fund rests, goes into another one or ends, no loan is asked for or voted and nobody is admitted; what is owed is paid back as ever. Ending it, or going into another one, takes two thirds of those present',
  asks: {
    future: described(word(futures), 'What becomes of the fund'),
    votes,
    confirmedBy: secondOfficer,
  },
  keeps: ['future', 'votes', 'confirmedBy'],
  may: chair,
  second: ({ confirmedBy }) => confirmedBy,
  minutes: 'told',
  isReversible: false,
  decide: (
    { fund, members, charter }: Pick<FundBooks, 'fund' | 'members' | 'charter'>,
    command,
  ) => {
    const { future, votes: raised, effectiveOn: on } = command
    const active = countActive(members, on)
    const hands = handsFault(raised, active)
    if (hands) return invalid(hands.code, `/votes${hands.at}`)
    if (on < (fund.futures?.at(-1)?.from ?? on)) return refused('decided-later-already')
    if (future === futureOn(fund.futures, on)) return refused('decided-so-already')
    const unseconded = secondFault(members, command)
    if (unseconded) return unseconded
    const lost = lostBy(raised, { active, charter })
    if (lost) return lost
    return isEnough(future, raised) ? recorded({ flags: [], postings: [] }) : refused('vote-lost')
  },
  about: aboutFund,
})
