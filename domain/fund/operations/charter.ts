import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { productsAboveCap } from '#domain/fund/charter/charter.ts'
import { charter as charterShape, togetherFault } from '#domain/fund/charter/charter-shape.ts'
import { type FundBooks, aboutFund } from '#domain/fund/fund-books.ts'
import { handsFault, lostBy, votes } from '#domain/fund/hands.ts'
import { countActive } from '#domain/fund/people/members.ts'
import { secondFault, secondOfficer } from '#domain/fund/second.ts'
import { chair } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'

/** A new version of the charter, from its day on. A tie is no; the cap on interest is not for vote. */
export const amendCharter = operation({
  command: 'AmendCharter',
  entry: 'CharterAmended',
  oneHand: 'power',
  changesPower: true,
  asks: { charter: charterShape, votes, confirmedBy: secondOfficer },
  keeps: ['charter', 'votes', 'confirmedBy'],
  may: chair,
  second: ({ confirmedBy }) => confirmedBy,
  minutes: 'told',
  isReversible: false,
  decide: (now: Pick<FundBooks, 'fund' | 'members' | 'hasSharesFrom'>, command) => {
    const { fund, members } = now
    const { charter, votes: raised, effectiveOn: on } = command
    const fault = togetherFault(charter)
    if (fault !== undefined) return invalid('charter-cannot-hold', `/charter${fault}`)
    const active = countActive(members, on)
    const hands = handsFault(raised, active)
    if (hands) return invalid(hands.code, `/votes${hands.at}`)
    const unseconded = secondFault(members, command)
    if (unseconded) return unseconded
    const last = fund.charters.at(-1)!
    if (on < last.from) return refused('charter-not-backwards')
    const lost = lostBy(raised, { active, charter: last.charter })
    if (lost) return lost
    if (productsAboveCap(charter, on).length > 0) return refused('rate-above-cap')
    if (charter.currency !== last.charter.currency) return refused('currency-cannot-change')
    // A share bought dearer would earn the same: its price is that of the whole cycle.
    if (charter.shareValue !== last.charter.shareValue && now.hasSharesFrom(on))
      return refused('shares-stand-at-the-old-price')
    return recorded({ version: last.version + 1, flags: [], postings: [] })
  },
  about: aboutFund,
})
