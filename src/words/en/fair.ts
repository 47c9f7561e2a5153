/** What each rule of fair lending says of a loan, by its code, and what to do next, by the step's. */
export const verdict = {
  refused: 'No',
  'for-the-meeting': 'For the meeting',
  advised: 'Advice',
  hard: 'No vote can change this.',
  next: 'What to do next',

  'above-cap': 'It costs more a year than the cap allows.',
  'charges-above-half': 'Interest and fees together come to more than half of the loan.',
  'security-not-taken':
    'A paper, a card or somebody’s work would be held for it. The fund never takes that.',
  'recruitment-fee-not-lent':
    'Money for a fee to get the job is never lent, because the worker should not have to pay it.',
  'agency-not-checked': 'Nobody has looked up the licence of the agency in the last 30 days.',
  'agency-seen-by-one': 'No two officers have seen the licence of the agency.',
  'under-eighteen': 'It is for somebody under 18 to go away to work.',
  'channel-not-named':
    'It does not say which way the person goes: by an agency, a state programme, an employer, inside the country, or for papers only.',
  'burden-above-half':
    'All lenders together would take more than half of what the household earns.',
  'above-ceiling': 'The sum is larger than the rules allow.',
  'too-long-for-an-emergency': 'An emergency loan may not last so long.',
  'second-loan': 'The household has a loan of the same sort already, or asks for another.',
  'restart-first': 'A loan of the household is put off, and nothing has been paid since.',
  'burden-above-40':
    'All lenders together may take more than 40 of every 100 that the household earns.',
  'burden-unknown':
    'Nobody knows what the household earns, so nobody knows whether it can bear the loan.',
  'burden-above-33': 'All lenders together may take more than a third of what the household earns.',
  'above-fund-share': 'It is more than the fund should lend to one member.',

  'ask-for-less': 'Ask for a smaller sum, or for a shorter time.',
  'ask-for-longer': 'Ask for more time, so that each payment is smaller.',
  'ask-for-the-buy-out': 'Ask for a plan: the fund pays the costly debt off',
  'leave-the-paper-at-home':
    'Leave the paper at home. If a lender holds it, ask the officers how to get it back.',
  'ask-the-migration-team': 'Ask the migration team before you pay anybody anything.',
  'pay-the-other-first': 'Pay the other loan back first, or ask how the two can be one.',
  'pay-after-relief':
    'Ask again after the first payment. An emergency loan can be asked for today.',
  'change-the-price': 'Lower the rate, or leave out the fee, and count again.',
  'ask-the-meeting': 'Officers cannot decide this alone: bring it to the next meeting.',
  'think-again': 'It stops nobody. Talk it over at home before you ask.',

  vote: 'What the vote will look at',
  voteNothing: 'Nothing that was typed here stands against it: neither price nor time.',
  voteElse:
    'The vote also looks at what the household pays to all lenders, and at how much one member may borrow: this page knows nobody.',
}

/** What other lenders ask for the same sum, beside what the fund asks. */
export const offers = {
  heading: 'Beside other lenders',
  lead: (months: string) =>
    months === '1'
      ? 'The same sum for one month, as each of them would lend it.'
      : `The same sum for ${months} months, as each of them would lend it.`,
  ours: 'This fund',
  moneylender: 'Moneylender',
  mfi: 'Bank or MFI',
  example: 'An example',
  noFeeKnown: 'Counted without a fee: ask what is taken at the start.',
  typed: 'As you typed it',
  onTop: 'On top of the loan',
  toRepay: 'To repay in all',
  firstInstalment: 'First instalment',
  fee: 'Fee, taken at once',
  more: 'More about this price',
  interestOnly: (percent: string) => `${percent} % a month, the loan itself at the end`,
  flat: (percent: string) => `${percent} % a month on the whole loan, to the end`,
  falling: (percent: string) => `${percent} % a month on what is still owed`,
  ask: 'What does the other lender say?',
  askMeaning: 'Type in what was offered to you. No name is asked for, and nothing is kept.',
  compare: 'Compare',
  wrong: 'It could not be compared. Put right what is marked below.',
  bar: 'The longer the bar, the dearer the loan.',
}

export type OffersWords = typeof offers
