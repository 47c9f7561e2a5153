import { recorded } from '#domain/kernel/decision.ts'
import { described, id, sum, text, word } from '#domain/kernel/shape.ts'
import { accountOfPlace } from '#domain/fund/bank.ts'
import { heldElsewhere } from '#domain/fund/bank-lines.ts'
import { type FundBooks, aboutFund } from '#domain/fund/fund-books.ts'
import { awaitedUses } from '#domain/fund/receiving.ts'
import { secondFault, secondOfficer } from '#domain/fund/second.ts'
import { transfer } from '#domain/ledger/posting.ts'
import { chair, recordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'

/**
 * Money from abroad that arrived where the bank or the wallet is, for a member to fetch. It is nobody's savings and the fund
 * does not earn by it: it waits under the member's name until it is handed over. What came for a loan or to be saved is a
 * repayment or a deposit, booked where it arrived. One entry is one person's part, so that nobody reads of another's.
 */
export const recordRemittance = operation({
  command: 'RecordRemittance',
  entry: 'RemittanceReceived',
  oneHand: 'sight',
  description:
    'Only what arrived is written down: fee and rate of the way home are the sender’s own. It is handed over by `ReleaseSuspense`',
  asks: {
    memberId: id('member'),
    amount: sum,
    place: word(heldElsewhere, 'place-of-cash-unknown'),
    use: described(word(awaitedUses, 'use-unknown'), 'What it was sent for'),
  },
  keeps: ['memberId', 'amount', 'place', 'use'],
  may: recordKeeper,
  second: 'none',
  minutes: 'tells-of-somebody',
  isReversible: true,
  decide: ({ charter }: Pick<FundBooks, 'charter'>, command) => {
    const { memberId, amount, place, effectiveOn: on } = command
    return recorded({
      flags: [],
      postings: transfer({
        from: `liability:suspense:${memberId}`,
        to: accountOfPlace(place),
        amount,
        currency: charter.currency,
        on,
      }),
    })
  },
  about: ({ memberId }) => [{ kind: 'member', key: memberId }],
})

const line = (max: number, code: string, example: string) =>
  text(
    new RegExp(`^[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069<>]{1,${max}}$`, 'u'),
    {
      code,
      example,
    },
  )

/**
 * Where money for the fund is paid in by a payment code. Whoever could change it alone would have everybody's money sent to
 * an account of his own: two officers say it, every member's page shows it with its day, and that it was changed stays a finding.
 */
export const setReceivingAccount = operation({
  command: 'SetReceivingAccount',
  entry: 'ReceivingAccountSet',
  oneHand: 'power',
  changesPower: true,
  description: 'Shown as a payment code (KHQR) beside the references of members',
  asks: {
    place: word(heldElsewhere, 'place-of-cash-unknown'),
    /** An account of Bakong. */
    account: text(/^[^@\s<>\p{Cc}\p{Cs}]{1,20}@[^@\s<>\p{Cc}\p{Cs}]{1,11}$/u, {
      code: 'account-unreadable',
      example: 'village_fund@bank',
    }),
    /** Whom the payer's phone names: the fund, and no person. */
    called: line(25, 'receiver-unreadable', 'Village Fund'),
    city: line(15, 'city-unreadable', 'Battambang'),
    confirmedBy: secondOfficer,
  },
  keeps: ['place', 'account', 'called', 'city', 'confirmedBy'],
  may: chair,
  second: ({ confirmedBy }) => confirmedBy,
  minutes: 'told',
  isReversible: false,
  decide: ({ members, fund }: Pick<FundBooks, 'members' | 'fund'>, command) => {
    const { receiving } = fund
    const isChanged = receiving !== undefined && receiving.account !== command.account
    return (
      secondFault(members, command) ??
      recorded({ flags: flagsOf({ 'account-changed': isChanged }), postings: [] })
    )
  },
  about: aboutFund,
})
