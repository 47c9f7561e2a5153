import { reviewed } from '#src/words/catalogue.ts'

/** What each rule of fair lending says of a loan, by its code, and what to do next, by the step's. */
export const verdictEn = {
  refused: reviewed('No'),
  'for-the-meeting': reviewed('For the meeting'),
  advised: reviewed('Advice'),
  hard: reviewed('No vote can change this.'),
  next: reviewed('What to do next'),

  'above-cap': reviewed('It costs more a year than the cap allows.'),
  'charges-above-half': reviewed('Interest and fees together come to more than half of the loan.'),
  'security-not-taken': reviewed(
    'A paper, a card or somebody’s work would be held for it. The fund never takes that.',
  ),
  'recruitment-fee-not-lent': reviewed(
    'Money for a fee to get the job is never lent, because the worker should not have to pay it.',
  ),
  'agency-not-checked': reviewed(
    'Nobody has looked up the licence of the agency in the last 30 days.',
  ),
  'under-eighteen': reviewed('It is for somebody under 18 to go away to work.'),
  'channel-not-named': reviewed(
    'It does not say which way the person goes: by an agency, a state programme, an employer, inside the country, or for papers only.',
  ),
  'burden-above-half': reviewed(
    'All lenders together would take more than half of what the household earns.',
  ),
  'above-ceiling': reviewed('The sum is larger than the rules allow.'),
  'too-long-for-an-emergency': reviewed('An emergency loan may not last so long.'),
  'second-loan': reviewed(
    'The household has a loan of the same sort already, or asks for another.',
  ),
  'restart-first': reviewed('A loan of the household is put off, and nothing has been paid since.'),
  'burden-above-40': reviewed(
    'All lenders together may take more than 40 of every 100 that the household earns.',
  ),
  'burden-unknown': reviewed(
    'Nobody knows what the household earns, so nobody knows whether it can bear the loan.',
  ),
  'burden-above-33': reviewed(
    'All lenders together may take more than a third of what the household earns.',
  ),
  'above-fund-share': reviewed('It is more than the fund should lend to one member.'),

  'ask-for-less': reviewed('Ask for a smaller sum, or for a shorter time.'),
  'ask-for-longer': reviewed('Ask for more time, so that each payment is smaller.'),
  'ask-for-the-buy-out': reviewed('Ask for a plan: the fund pays the costly debt off'),
  'leave-the-paper-at-home': reviewed(
    'Leave the paper at home. If a lender holds it, ask the officers how to get it back.',
  ),
  'ask-the-migration-team': reviewed('Ask the migration team before you pay anybody anything.'),
  'pay-the-other-first': reviewed('Pay the other loan back first, or ask how the two can be one.'),
  'pay-after-relief': reviewed(
    'Ask again after the first payment. An emergency loan can be asked for today.',
  ),
  'change-the-price': reviewed('Lower the rate, or leave out the fee, and count again.'),
  'ask-the-meeting': reviewed('Officers cannot decide this alone: bring it to the next meeting.'),
  'think-again': reviewed('It stops nobody. Talk it over at home before you ask.'),

  vote: reviewed('What the vote will look at'),
  voteNothing: reviewed('Nothing that was typed here stands against it: neither price nor time.'),
  voteElse: reviewed(
    'The vote also looks at what the household pays to all lenders, and at how much one member may borrow. That is not judged here: the page knows nobody.',
  ),
}

/** What other lenders ask for the same sum, beside what the fund asks. */
export const offersEn = {
  heading: reviewed('Beside other lenders'),
  lead: reviewed((months: string) =>
    months === '1'
      ? 'The same sum for one month, as each of them would lend it.'
      : `The same sum for ${months} months, as each of them would lend it.`,
  ),
  ours: reviewed('This fund'),
  moneylender: reviewed('Moneylender'),
  mfi: reviewed('Bank or MFI'),
  example: reviewed('An example'),
  noFeeKnown: reviewed(
    'Counted without a fee. Since rates were capped in 2017 fees have risen, and they differ: ask what is taken at the start.',
  ),
  typed: reviewed('As you typed it'),
  onTop: reviewed('On top of the loan'),
  toRepay: reviewed('To repay in all'),
  firstInstalment: reviewed('First instalment'),
  fee: reviewed('Fee, taken at once'),
  interestOnly: reviewed((percent: string) => `${percent} % a month, the loan itself at the end`),
  flat: reviewed((percent: string) => `${percent} % a month on the whole loan, to the end`),
  falling: reviewed((percent: string) => `${percent} % a month on what is still owed`),
  ask: reviewed('What does the other lender say?'),
  askMeaning: reviewed(
    'Type in what was offered to you. No name is asked for, and nothing is kept.',
  ),
  compare: reviewed('Compare'),
  wrong: reviewed('It could not be compared. Put right what is marked below.'),
  bar: reviewed('The longer the bar, the dearer the loan.'),
}
