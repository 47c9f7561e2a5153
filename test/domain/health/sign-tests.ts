import type { FindingCode } from '#domain/health/finding.ts'

/** A file and a test in it. */
type Where = `${string} › ${string}`

/**
 * Where each sign that no flag tells is shown: the test in which it is seen, and the one in which it is not, on the other side of
 * its rule; the same test, where that one has both. `sound` stands where the fund of `each-sign.test.ts` alone shows none.
 */
export const signTests: Readonly<
  Partial<Record<FindingCode, { readonly seen: Where; readonly unseen?: Where | 'sound' }>>
> = {
  'write-off-differs-from-owed': {
    seen: 'domain/health/by-days.test.ts › a loan that is given up is held against all of its day, whichever line is typed first',
  },
  'loan-to-absent-member': {
    seen: 'domain/health/findings.test.ts › a loan that went to somebody who was not there is a finding',
  },
  'payout-not-confirmed': {
    seen: 'domain/loans/payout-word.test.ts › a fund that asks nobody has no finding; from the first word on each pay-out without one is named',
  },
  'payouts-on-officers-word': {
    seen: 'domain/loans/payout-word.test.ts › a fund of more than a year that lends and never asked whoever gets money is told once, with the sum of half a year',
  },
  'repaid-and-lent-again': {
    seen: 'domain/health/findings.test.ts › a loan that is repaid and lent again within a week is worth a look',
  },
  'split-differs': {
    seen: 'domain/health/by-days.test.ts › relief that is declared after a payment says nothing of how it was split, typed before it or later',
  },
  'relief-not-ratified': {
    seen: 'domain/relief/ratifying.test.ts › where a meeting could have spoken and did not, it ends when that is written down',
    unseen:
      'domain/relief/ratifying.test.ts › what the meeting gave itself is no finding, however long it says no more of it',
  },
  'opening-not-last-closing': {
    seen: 'domain/health/findings.test.ts › a box that opens otherwise than it closed is a finding at the meeting that opened it',
    unseen:
      'domain/health/signs.test.ts › what moved between two meetings is in the box of the second, what moved at one of them is not',
  },
  'cash-book-does-not-add-up': {
    seen: 'domain/health/findings.test.ts › a cash book that does not add up, and one that differs from the sheets, are two findings',
    unseen: 'sound',
  },
  'cash-book-differs': {
    seen: 'domain/health/findings.test.ts › a cash book that does not add up, and one that differs from the sheets, are two findings',
    unseen:
      'domain/health/cash-book.test.ts › what came out of savings went through no hand: it stands in no column',
  },
  'attendance-differs': {
    seen: 'domain/health/findings.test.ts › a written headcount that differs from the sheet is a finding',
    unseen:
      'domain/health/cash-book.test.ts › a meeting without a count, a closing or a written book is compared with nothing',
  },
  'meeting-missing-in-cash-book': {
    seen: 'domain/health/findings.test.ts › money on a meeting that the cash book does not have is a finding',
    unseen:
      'domain/health/cash-book.test.ts › a meeting without a count, a closing or a written book is compared with nothing',
  },
  'absent-but-paid-in': {
    seen: 'domain/health/cash-book.test.ts › who is marked absent and has saved on that day is told, whatever day the book began',
  },
  'cash-above-box-limit': {
    seen: 'domain/health/findings.test.ts › cash above the limit of the box is a finding, at the limit it is none',
  },
  'committee-share-high': {
    seen: 'domain/health/findings.test.ts › a committee that owes more than a quarter, and a borrower above a tenth, are findings',
  },
  'largest-borrower-high': {
    seen: 'domain/health/findings.test.ts › a committee that owes more than a quarter, and a borrower above a tenth, are findings',
  },
  'takeover-not-settled': {
    seen: 'domain/health/findings.test.ts › an old book that is not wholly taken over is a finding until it is',
    unseen: 'sound',
  },
  'bank-statement-differs': {
    seen: 'domain/fund/bank.test.ts › a statement of the bank is compared with the books of its day, and moves nothing',
  },
  'dispute-unanswered': {
    seen: 'domain/health/signs.test.ts › what somebody said is not right is due at the next meeting day, and a finding the day after it',
  },
  'dispute-handed-to-the-ngo': {
    seen: 'domain/health/signs.test.ts › a dispute that was handed to the NGO is a finding from that day on, until there is a last word',
  },
  'security-not-given-back': {
    seen: 'domain/health/older-signs.test.ts › a paper is a sign and a task until the day on which it is given back',
    unseen:
      'journeys/ugly-book.test.ts › its books are sound, and so they are after papers came back and the meeting has voted',
  },
  'interest-beyond-the-cap': {
    seen: 'domain/health/older-signs.test.ts › what the older terms ask beyond the fund’s is a sign from the day on which it is counted',
  },
  'old-interest-beyond-half': {
    seen: 'journeys/ugly-book.test.ts › all that is ugly about it is a finding, and none of it was refused',
    unseen: 'sound',
  },
  'charges-above-half': {
    seen: 'domain/health/older-signs.test.ts › half of a loan is the most that was to be paid for it, and a riel more is told',
  },
  'card-changed-around-a-vote': {
    seen: 'domain/fund/card-changed.test.ts › a man who is said to be a woman for the day of the appointment stays a finding, whoever stands behind it',
  },
  'hand-over-missing': {
    seen: 'domain/health/people-findings.test.ts › an office that went to somebody else without a hand-over is a finding a month later',
  },
  'hand-over-box-differs': {
    seen: 'domain/health/people-findings.test.ts › an office that went to somebody else without a hand-over is a finding a month later',
    unseen:
      'domain/health/people-findings.test.ts › a box that was handed over as the books have it is no finding, and one without a count is none either',
  },
  'venture-cash-differs': {
    seen: 'domain/ventures/counting.test.ts › a count that agrees is no sign, and what is short in cash or goods is one with both sums',
  },
  'venture-goods-differ': {
    seen: 'domain/ventures/counting.test.ts › a count that agrees is no sign, and what is short in cash or goods is one with both sums',
  },
  'officers-lapsed': {
    seen: 'domain/health/people-findings.test.ts › officers whose term and grace ran out are a finding from that day on',
  },
  'not-explained': {
    seen: 'domain/health/people-findings.test.ts › what the older book does not explain stays a finding until it is found',
    unseen:
      'domain/health/unexplained.test.ts › a quarter later it must be less, or the day is a finding',
  },
  'not-explained-in-time': {
    seen: 'domain/health/unexplained.test.ts › a quarter later it must be less, or the day is a finding',
  },
  'asked-too-long-ago': {
    seen: 'domain/health/signs.test.ts › members are asked again within a year, and two of ten who did not say yes are no sign yet',
  },
  'asked-and-often-not-right': {
    seen: 'domain/health/signs.test.ts › members are asked again within a year, and two of ten who did not say yes are no sign yet',
  },
  'out-by-one-hand': {
    seen: 'domain/hands/found-by-attack.test.ts › rules that are made wider excuse nothing that was let out before them',
  },
  'back-and-forth-by-one-hand': {
    seen: 'domain/hands/hands.test.ts › a sum that comes and goes by one hand for one meeting is told, whoever is said to own it',
  },
  'taken-over-by-one-hand': {
    seen: 'domain/hands/hands.test.ts › whoever founded the fund is a hand like all others from the day after',
  },
  'sent-away-by-one-hand': {
    seen: 'domain/hands/stays-found.test.ts › members who are written in for a vote are unseen there, whatever day they are said to have come',
    unseen: 'sound',
  },
  'member-nobody-has-seen': {
    seen: 'domain/hands/found-by-attack.test.ts › a member whom one officer wrote in and marked present alone has been seen by nobody else',
  },
  'vote-with-unseen-members': {
    seen: 'domain/hands/found-by-attack-again.test.ts › a vote that is carried by members whom one officer wrote in for it is a finding',
  },
  'restricted-money-lent': {
    seen: 'domain/hands/hands.test.ts › a loan after which donors’ money is no longer all there is told, whoever voted for it',
  },
  'saved-for-the-loan-alone': {
    seen: 'domain/health/around-a-loan.test.ts › money that comes a month before a loan and goes a month after it raises no ceiling, whoever writes it',
    unseen: 'sound',
  },
  'difference-changed-later': {
    seen: 'domain/health/shortages.test.ts › whatever is written down after the count, what was counted stays, and that it changed is told',
  },
  'lent-beyond-lendable': {
    seen: 'domain/hands/kept-as-seen.test.ts › a loan that is typed before the savings of its evening accuses nobody; money of earlier days that comes later excuses nothing',
  },
  'counted-again': {
    seen: 'domain/health/shortages.test.ts › a second count, by whatever id, leaves what the first one found',
    unseen: 'sound',
  },
  'keeper-changed-later': {
    seen: 'domain/hands/kept-as-seen.test.ts › whoever kept the box when it was found short answers for it, whatever is written of the office later',
  },
  'list-changed-around-a-vote': {
    seen: 'domain/hands/kept-as-seen.test.ts › a count of an earlier day that is written later takes nothing away from the one that found it',
  },
  'vote-without-a-list': {
    seen: 'domain/hands/kept-again.test.ts › a vote of a day without a list is found, and stays so, but for a list of the day on which it was written',
  },
  'attendance-changed': {
    seen: 'domain/hands/hands.test.ts › whoever was marked absent stays so in what is found, whatever a later list says',
  },
  'more-hands-than-people': {
    seen: 'domain/fund/raised.test.ts › nobody has two hands for one seat, and only women where the women vote',
  },
  'too-few-for-a-vote': {
    seen: 'domain/fund/raised.test.ts › nobody has two hands for one seat, and only women where the women vote',
  },
  'agency-seen-by-one': {
    seen: 'domain/fairness/the-vote.test.ts › money that is out for somebody whose agency no two have seen is a finding',
  },
  'no-meeting-held': {
    seen: 'domain/health/care-findings.test.ts › one month without a meeting is no sign, the second is one for each of them, after two weeks of grace',
  },
  'box-not-counted': {
    seen: 'domain/health/care-findings.test.ts › a box with money in it that nobody has counted for three months is worth a look, an empty one is not',
  },
  'never-asked': {
    seen: 'domain/health/care-findings.test.ts › a fund of a year and a day that never asked its members is told so, a younger one is not',
  },
}
