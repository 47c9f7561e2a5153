/** The rules of a fund, row by row, as a household and a treasurer read them. */
export const rules = {
  heading: 'Rules of this fund',
  toRules: 'Rules of this fund',
  inForce: (version: string, date: string) =>
    `Version ${version} of the rules, in force since ${date}.`,
  onDay: (date: string) => `as they hold on ${date}`,
  hard: 'No vote can change this',
  everywhere: 'The same in every fund',
  byVote: 'The meeting can change this',

  group_price: 'What a loan costs',
  group_size: 'How much somebody can borrow',
  group_safety: 'What protects the borrower',
  group_deciding: 'Who decides',
  group_saving: 'Saving and meetings',
  group_surplus: 'What is earned, kept and owed',
  group_relief: 'Relief in need',
  group_support: 'Support that nobody pays back',
  supportMeaning:
    'Out of donors’ money, never out of savings. Whoever needs it may ask; whose it is stands in no list.',

  rate: 'Interest',
  rateNormal: (month: string, year: string) =>
    `Ordinary loan: ${month} % a month on what is still owed, which is ${year} % a year.`,
  rateSeasonal: (month: string, year: string) =>
    `Loan until the harvest: ${month} % a month, which is ${year} % a year.`,
  rateEmergency: (month: string, year: string) =>
    month === '0'
      ? 'Emergency loan: no interest at all.'
      : `Emergency loan: ${month} % a month, which is ${year} % a year.`,
  cap: 'Never dearer than the cap',
  capAll: (cap: string) =>
    `A loan costs at most ${cap} % a year in all. Interest, fees and money that must be left because of the loan all count.`,
  capOf: (own: string, law: string) =>
    `That is the lower of two: this fund and every other one like it stop at ${own} %, and the law of the country at ${law} %.`,
  capSource: (source: string, date: string) => `The law: ${source}, in force since ${date}.`,
  capBefore: (source: string) => `The law: ${source}.`,
  capCertain: 'This was checked.',
  capUncertain: 'This is not certain: ask somebody who knows the law.',
  'KH 1900-01-01': 'for these days no law is known; the fund’s own cap stands in for it',
  'KH 2011-12-21': 'Civil Code of Cambodia and the ceiling of the Ministry of Justice',
  'TH 1900-01-01': 'Civil and Commercial Code of Thailand, loans between persons',
  'VN 1900-01-01': 'for these days no law is known; the fund’s own cap stands in for it',
  'VN 2017-01-01': 'Civil Code of Viet Nam of 2015, article 468',
  'MM 1900-01-01': 'the ceiling for microfinance lenders in Myanmar',
  flat: 'No flat rate',
  flatMeaning:
    'Interest is counted on what is still owed, never on the whole loan again, and never on interest.',
  half: 'Never more than half',
  halfMeaning: (percent: string) =>
    `Over its whole life a loan bears at most ${percent} % of itself in interest and fees. Once a payment was missed, the interest after it is at most what was then owed.`,
  fine: 'Fine for paying late',
  fineMeaning: (sum: string, percent: string) =>
    `At most ${sum} at a meeting and ${percent} % of the instalment in all. It goes to the social fund.`,
  fineNever: 'No fine in relief, in illness or after a death, and none above the cap.',
  early: 'Paying early',
  earlyMeaning: 'Always allowed, and free. Interest stops on the day of the payment.',

  ceiling: 'Ordinary and harvest loans',
  ceilingLeast: 'At most the least of these three:',
  ceilingSavings: (times: string) => `${times} times what the borrower has saved`,
  ceilingFund: (percent: string) =>
    `${percent} % of what the fund and its savers own (only advice in the fund’s first year)`,
  emergency: 'Emergency loans',
  emergencyMeaning: (sum: string, months: string) =>
    `At most ${sum}, for at most ${months} months. No savings needed.`,
  burden: 'What a household can bear',
  burdenMeaning: 'All that it pays to all lenders in a month, of what it earns in a month:',
  burdenAdvised: (percent: string) => `above ${percent} %: the officers advise against it`,
  burdenMeeting: (percent: string) =>
    `above ${percent} %, or if nobody knows the income: only the meeting decides`,
  burdenRefused: (percent: string) => `above ${percent} %: no`,
  burdenExempt:
    'Emergency loans, and buying out a costly debt so that the household pays less, are not held up by this.',
  buyOut: 'A costly debt elsewhere',
  buyOutMeaning:
    'Whoever pays too much elsewhere may ask for a plan: the fund pays the lender directly.',

  security: 'Never taken as security',
  securityMeaning:
    'Land title, ID card, passport, family book, bank card, the work of a person, the work of a child.',
  securityTaken: 'A loan stands on nothing, or on the word of a group.',
  moneyBack: 'Money back',
  moneyBackMeaning: (days: string) =>
    `Money is paid out at the meeting of the vote. Whoever thinks again brings it back without interest, until ${days} days later or the next meeting, whichever is later.`,
  relief: 'Relief never costs',
  reliefMeaning:
    'After a flood or another disaster the due dates move. There are no more instalments and no larger ones, and interest of that time is zero and never made up.',
  grant: 'A grant is never a debt',
  grantMeaning: 'What was given as support is never asked back.',
  migration: 'Going away to work',
  migrationMeaning:
    'Loans are for papers and travel only, never for a fee to get the job, and never for somebody under 18.',
  agency: (days: string) =>
    `An agency’s licence must have been looked up within the last ${days} days, and two officers must have seen it.`,
  disclosure: 'Told before the vote',
  disclosureFirst: 'Before the household was told all of it, no vote is recorded.',
  disclosureMeaning: (each: string) =>
    `What is to repay in all, what each ${each} costs, the cost a year, the schedule and the rights. Beside it: what a moneylender and a bank or MFI would take.`,
  older: 'Loans from an old book',
  olderMeaning:
    'What was lent and paid stands as it was written, and what breaks these rules is listed. From then on the fund asks no more than these rules allow; what the older terms ask beyond that is not demanded, and gone once the meeting votes to convert the loan. A paper that is held is given back.',

  officers: 'The officers',
  officersMeaning: (count: string) =>
    `At least ${count} officers vote, each by name, and more yes than no carries it. The borrower and close kin step out.`,
  terms: 'How long an office lasts',
  termsMeaning: (months: string) => `The meeting elects the officers for ${months} months.`,
  graceMeaning: (days: string) =>
    `${days} days after the end of their term officers vote and approve no more: the meeting elects.`,
  lapseMeaning:
    'Putting payments off, emergency loans and taking out savings never wait for an election.',
  womenSeats: 'Women on the committee',
  womenSeatsMeaning: (women: string, seats: string) =>
    `At least ${women} of ${seats} seats are women’s. Fewer only if the meeting votes for it.`,
  meeting: 'The meeting',
  meetingMeaning: (sum: string) =>
    `The meeting votes on a loan above ${sum}, on a loan to an officer, and where too few officers may vote.`,
  tie: 'As many yes as no is a no.',
  quorum: 'Enough members',
  quorumMeaning: (percent: string) =>
    `A vote of the meeting holds if ${percent === '67' ? 'two thirds' : `${percent} %`} of the members are there, counted before anyone steps out.`,
  byVoters:
    'Whoever votes is shown this order, with the reason for each place. It binds nobody’s hand.',
  marked: 'No vote lends more, or longer. What is paid out all the same is marked for the auditor.',
  ownCeiling: 'Ceilings of their own',
  ownCeilings: (papers: string, buyOut: string, enterprise: string) =>
    `Papers and travel: up to ${papers}. A costly debt that the fund buys out: up to ${buyOut}. To begin a trade: up to ${enterprise}, without interest, for whoever begins one. All without savings.`,
  oneOfEach: 'One ordinary loan and one emergency loan at a time.',
  queue: 'Who comes first',
  queueMeaning:
    'When cash is short: an emergency first, then a costly debt to buy out, then the poorest; then who waits longest; then the smaller sum.',
  appeal: 'A no is not the end',
  appealMeaning: (days: string) =>
    `Every refusal has a reason. Within ${days} days the borrower may ask the meeting instead.`,

  versions: 'Earlier rules, and what changed',
  firstVersion: (version: string, date: string) =>
    `Version ${version}, from ${date}: the rules the fund began with.`,
  laterVersion: (version: string, date: string) => `Version ${version}, from ${date}`,
  written: (date: string) => `Written down on ${date}.`,
  votes: (yes: string, no: string, present: string) =>
    `${yes} voted yes and ${no} no; ${present} were there.`,
  was: (old: string, now: string) => `was ${old}, is now ${now}`,
  nothingChanged: 'Nothing changed in it.',
  onlyVersion: 'They have not been changed since.',
  changedSince: 'The rules have been changed after this day.',
  never: 'A change never reaches back: a loan keeps the rules under which it was given.',
}

export type RulesWords = typeof rules
