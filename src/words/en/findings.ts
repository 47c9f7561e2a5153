/** What each finding says to a committee or an auditor, by its code. */
export const findings = {
  'write-off-without-minute':
    'A loan was counted as lost and no minute names the decision. Look for the minute, or vote on it.',
  'write-off-differs-from-owed':
    'The sum counted as lost is not what was owed. Check the loan page.',
  'loan-to-absent-member':
    'A loan was paid out at a meeting where the sheet marks the borrower as absent. Ask the member in person.',
  'loan-above-ceiling':
    'This loan is larger or longer than the rules allow the borrower. Ask who decided it.',
  'loan-above-fund-share': 'This loan is more than the fund should lend to one member.',
  'second-loan':
    'The borrower had another loan of the same sort open. Check how she will pay both.',
  'repaid-and-lent-again':
    'A loan was paid back and a new one taken within a week. Check that money really came in.',
  'split-differs':
    'The book splits this repayment into interest and principal differently from the rule. It stands as written.',
  'loan-overpaid':
    'More was paid than was owed. The rest waits in suspense: ask its owner what it is for.',
  'paid-by-another': 'Somebody else paid this loan. That may be kin, or a loan taken for another.',
  'repaid-before-payout': 'A repayment is dated before the loan was paid out. Check both dates.',
  'owed-above-principal':
    'More was carried over than was ever lent. Interest may have been added to the debt.',
  'rate-above-cap': 'The interest in the rules is above the legal cap of 18 % a year.',
  'more-shares-than-a-meeting-allows': 'More shares were bought than one meeting allows.',
  'fewer-shares-than-a-meeting-asks':
    'Fewer shares were bought than a meeting asks for. Ask whether the household is well; nothing is fined.',
  'heirs-paid-unwitnessed':
    'Savings of a member who died were paid out before fewer than two witnesses. Ask the family whether they got them.',
  'heirs-of-the-living-paid':
    'Savings were paid to heirs of somebody whose death is not in the book. Check who it was.',
  'borrowed-above-limit':
    'The fund owes more outside than its rules let it. Tell the members, and borrow no more.',
  'repaid-above-borrowing': 'More was paid back to a lender than was borrowed. Check the slip.',
  'exchanged-more-than-held':
    'More of a currency was exchanged than the books say was there. Count that box.',
  'exchange-rate-differs':
    'The two sums of an exchange are not what its rate says. They stand as written: check the slip.',
  'savings-cost-above-yield':
    'Interest on savings costs more a year than the loans bring. The fund cannot carry that for long.',
  'held-savings-given-out':
    'Savings were handed out with which their owner stands for a loan of somebody else. Ask both whether the loan is safe.',
  'more-than-saved': 'More was withdrawn than the books say was saved.',
  'more-than-all-private':
    'By this day more private savings had been handed out than all members together had brought. Which hand-over was wrong the book cannot tell; the last one may be right. Ask everybody to look at their own page.',
  'more-than-social-fund-holds': 'More was paid from the social fund than it held.',
  'window-overspent':
    "More support was paid than the donor gave for it. Other people's money was used.",
  'support-without-decision':
    'Support was paid that nobody had voted for. Nobody owes it back: let the next meeting hear of it.',
  'above-award':
    'More support was paid than was awarded. Nobody owes it back: ask why it was paid.',
  'conditions-open': 'The last part of a support was paid before what was agreed had been seen.',
  'paid-at-a-meeting':
    'Support that the team brought was paid on the day of a meeting. Hand it to the team, on another day.',
  'relief-longer-than-rule': 'Payments were postponed for more than six months.',
  'relief-not-ratified':
    'Officers postponed payments, and a meeting that could have voted on it did not. It may have voted and nobody wrote it down: look into the minutes, or vote at the next meeting.',
  'box-differs-from-books':
    'The box did not hold what the books say, as it was counted or its sum was typed.',
  'opening-not-last-closing':
    'The box opened with another sum than it closed with. Ask who kept the keys.',
  'cash-book-does-not-add-up': 'The line of the cash book does not add up to its own closing.',
  'cash-book-differs': 'A total of the cash book is not what the sheets of that meeting come to.',
  'attendance-differs': 'The cash book counts other members present than the sheet marks.',
  'meeting-missing-in-cash-book': 'There are sheets of this meeting but no line in the cash book.',
  'absent-but-paid-in': 'Shares were bought in the name of a member who is marked absent.',
  'cash-above-box-limit':
    'More cash stayed in the box overnight than the rules allow. Bring the rest to a bank or wallet.',
  'committee-share-high': 'Committee members owe more than a quarter of all loans.',
  'largest-borrower-high': 'One member owes more than a tenth of what the fund and its savers own.',
  'takeover-not-settled':
    'The balances taken over from the old book do not come to zero. Something was left out.',
  'auditors-dismissed':
    "The village has ended an auditor's right to read the book. Ask the members why they voted so.",
  'paid-out-unlike-the-decision':
    'This loan was paid out otherwise than the vote decided: to another member, for another sum or another time. Ask who changed it.',
  'lent-above-the-cap':
    'This loan costs more a year than the law and the rules allow. The vote should change it.',
  'lent-more-than-agreed':
    'More was paid out in parts than was agreed for this loan. Ask who decided it.',
  'fine-above-limit':
    'A fine for being late was more than the rules allow. What is above it stands as savings of the payer; tell the payer.',
  'fine-above-charter':
    'A member paid a larger fine than the rules have. If a loan was behind it, it is a price that is not allowed: give it back.',
  'contribution-above-charter':
    'A member paid more into the social fund than the rules ask. Several meetings at once are fine; a price for a loan is not: ask.',
  'recovered-above-claim':
    'More came in for a loan that was counted as lost than was owed. The rest waits for its owner.',
  'handed-back-more-than-waited':
    'More money was handed back than waited for this member. Check the box and the page of the member.',
  'reversed-same-day':
    'A line was written and taken back on the same day. It is mostly a slip of the pen; ask if it happens often.',
  'receiving-account-changed':
    'Two officers changed the account to which money for the fund is paid. Look at the bank’s own paper: whose account is it?',
  'moved-in-one-name':
    'Money went to or from the bank or wallet in the name of one person. Two should go; ask who had it, and look at the slip.',
  'moved-more-than-held':
    'More was taken from the bank or wallet than the books say it held. Ask for a statement.',
  'bank-statement-differs':
    'The bank or wallet says another sum than the books. Look for a deposit, a withdrawal or a fee that nobody wrote down.',
  'dispute-unanswered':
    'A member said that something is not right, and the next meeting gave no answer. Answer at the coming one.',
  'asked-too-long-ago':
    'Members were last asked more than a year ago whether their balance is right. Draw members and ask them.',
  'never-asked':
    'The fund is older than a year and has never asked drawn members whether their balance is right. A small fund may ask everybody at the meeting and write nothing down: draw members and ask them.',
  'no-meeting-held':
    'By the rules a meeting was due, and the book has none since. Roads may be flooded, or sheets wait to be written down: call before you travel.',
  'box-not-counted':
    'Money is in the box by the books, and nobody has counted it for more than three months. It may be counted and not written down: ask two officers to count it by note.',
  'asked-and-often-not-right':
    'Of the members who were drawn and asked, many did not say that their balance is right. Look for them before the next meeting.',
  'dispute-handed-to-the-ngo':
    'The officers asked the NGO to look at what a member says is not right. It waits for an answer.',
}
