import { reviewed } from '#src/words/catalogue.ts'

/** The rules of a fund, row by row, as a household and a treasurer read them. */
export const rulesEn = {
  heading: reviewed('Rules of this fund'),
  toRules: reviewed('Rules of this fund'),
  inForce: reviewed(
    (version: string, date: string) => `Version ${version} of the rules, in force since ${date}.`,
  ),
  onDay: reviewed((date: string) => `as they hold on ${date}`),
  hard: reviewed('No vote can change this'),
  everywhere: reviewed('The same in every fund'),
  byVote: reviewed('The meeting can change this'),

  group_price: reviewed('What a loan costs'),
  group_size: reviewed('How much somebody can borrow'),
  group_safety: reviewed('What protects the borrower'),
  group_deciding: reviewed('Who decides'),
  group_saving: reviewed('Saving and meetings'),
  group_support: reviewed('Support that nobody pays back'),
  supportMeaning: reviewed(
    'Out of donors’ money, never out of savings. Whoever needs it may ask; whose it is stands in no list.',
  ),

  rate: reviewed('Interest'),
  rateNormal: reviewed(
    (month: string, year: string) =>
      `Ordinary loan: ${month} % a month on what is still owed, which is ${year} % a year.`,
  ),
  rateSeasonal: reviewed(
    (month: string, year: string) =>
      `Loan until the harvest: ${month} % a month, which is ${year} % a year.`,
  ),
  rateEmergency: reviewed((month: string, year: string) =>
    month === '0'
      ? 'Emergency loan: no interest at all.'
      : `Emergency loan: ${month} % a month, which is ${year} % a year.`,
  ),
  cap: reviewed('Never dearer than the cap'),
  capAll: reviewed(
    (cap: string) =>
      `A loan costs at most ${cap} % a year in all. Interest, fees and money that must be left because of the loan all count.`,
  ),
  capOf: reviewed(
    (own: string, law: string) =>
      `That is the lower of two: this fund and every other one like it stop at ${own} %, and the law of the country at ${law} %.`,
  ),
  capSource: reviewed(
    (source: string, date: string) => `The law: ${source}, in force since ${date}.`,
  ),
  capBefore: reviewed((source: string) => `The law: ${source}.`),
  capCertain: reviewed('This was checked.'),
  capUncertain: reviewed('This is not certain: ask somebody who knows the law.'),
  'KH 1900-01-01': reviewed('for these days no law is known; the fund’s own cap stands in for it'),
  'KH 2011-12-21': reviewed('Civil Code of Cambodia and the ceiling of the Ministry of Justice'),
  'TH 1900-01-01': reviewed('Civil and Commercial Code of Thailand, loans between persons'),
  'VN 1900-01-01': reviewed('for these days no law is known; the fund’s own cap stands in for it'),
  'VN 2017-01-01': reviewed('Civil Code of Viet Nam of 2015, article 468'),
  'MM 1900-01-01': reviewed('the ceiling for microfinance lenders in Myanmar'),
  flat: reviewed('No flat rate'),
  flatMeaning: reviewed(
    'Interest is counted on what is still owed, never on the whole loan again, and never on interest.',
  ),
  half: reviewed('Never more than half'),
  halfMeaning: reviewed(
    (percent: string) =>
      `Over its whole life a loan bears at most ${percent} % of itself in interest and fees. Once a payment was missed, the interest after it is at most what was then owed.`,
  ),
  fine: reviewed('Fine for paying late'),
  fineMeaning: reviewed(
    (sum: string, percent: string) =>
      `At most ${sum} at a meeting and ${percent} % of the instalment in all. It goes to the social fund.`,
  ),
  fineNever: reviewed('No fine in relief, in illness or after a death, and none above the cap.'),
  early: reviewed('Paying early'),
  earlyMeaning: reviewed('Always allowed, and free. Interest stops on the day of the payment.'),

  ceiling: reviewed('Ordinary and harvest loans'),
  ceilingLeast: reviewed('At most the least of these three:'),
  ceilingSavings: reviewed((times: string) => `${times} times what the borrower has saved`),
  ceilingFund: reviewed(
    (percent: string) =>
      `${percent} % of what the fund and its savers own (only advice in the fund’s first year)`,
  ),
  emergency: reviewed('Emergency loans'),
  emergencyMeaning: reviewed(
    (sum: string, months: string) =>
      `At most ${sum}, for at most ${months} months. No savings needed.`,
  ),
  burden: reviewed('What a household can bear'),
  burdenMeaning: reviewed(
    'All that it pays to all lenders in a month, of what it earns in a month:',
  ),
  burdenAdvised: reviewed(
    (percent: string) => `above ${percent} %: the officers advise against it`,
  ),
  burdenMeeting: reviewed(
    (percent: string) =>
      `above ${percent} %, or if nobody knows the income: only the meeting decides`,
  ),
  burdenRefused: reviewed((percent: string) => `above ${percent} %: no`),
  burdenExempt: reviewed(
    'Emergency loans, and buying out a costly debt so that the household pays less, are not held up by this.',
  ),
  buyOut: reviewed('A costly debt elsewhere'),
  buyOutMeaning: reviewed(
    'Whoever pays too much elsewhere may ask for a plan: the fund pays the lender directly.',
  ),

  security: reviewed('Never taken as security'),
  securityMeaning: reviewed(
    'Land title, ID card, passport, family book, bank card, the work of a person, the work of a child.',
  ),
  securityTaken: reviewed('A loan stands on nothing, or on the word of a group.'),
  moneyBack: reviewed('Money back'),
  moneyBackMeaning: reviewed(
    (days: string) =>
      `Money is paid out at the meeting of the vote. Whoever thinks again brings it back without interest, until ${days} days later or the next meeting, whichever is later.`,
  ),
  relief: reviewed('Relief never costs'),
  reliefMeaning: reviewed(
    'After a flood or another disaster the due dates move. There are no more instalments and no larger ones, and interest of that time is nought and never made up.',
  ),
  grant: reviewed('A grant is never a debt'),
  grantMeaning: reviewed('What was given as support is never asked back.'),
  migration: reviewed('Going away to work'),
  migrationMeaning: reviewed(
    'Loans are for papers and travel only, never for a fee to get the job, and never for somebody under 18.',
  ),
  agency: reviewed(
    (days: string) => `An agency’s licence must have been looked up within the last ${days} days.`,
  ),
  disclosure: reviewed('Told before the vote'),
  disclosureFirst: reviewed('Before the household was told all of it, no vote is recorded.'),
  disclosureMeaning: reviewed(
    'What is to repay in all, what each 100,000 costs, the cost a year, the schedule, the rights, and what a moneylender and a bank or MFI would take.',
  ),
  older: reviewed('Loans from an old book'),
  olderMeaning: reviewed(
    'What was lent and paid stands as it was written, and what breaks these rules is listed. From then on the fund asks no more than these rules allow; what the older terms ask beyond that is not demanded, and gone once the meeting votes to convert the loan. A paper that is held is given back.',
  ),

  officers: reviewed('The officers'),
  officersMeaning: reviewed(
    (count: string) =>
      `At least ${count} officers vote, each by name, and more yes than no carries it. The borrower and close kin step out.`,
  ),
  terms: reviewed('How long an office lasts'),
  termsMeaning: reviewed(
    (months: string) => `The meeting elects the officers for ${months} months.`,
  ),
  graceMeaning: reviewed(
    (days: string) =>
      `${days} days after the end of their term officers vote and approve no more: the meeting elects.`,
  ),
  lapseMeaning: reviewed(
    'Putting payments off, emergency loans and taking out savings never wait for an election.',
  ),
  womenSeats: reviewed('Women on the committee'),
  womenSeatsMeaning: reviewed(
    (women: string, seats: string) =>
      `At least ${women} of ${seats} seats are women’s. Fewer only if the meeting votes for it.`,
  ),
  meeting: reviewed('The meeting'),
  meetingMeaning: reviewed(
    (sum: string) =>
      `The meeting votes on a loan above ${sum}, on a loan to an officer, and where too few officers may vote.`,
  ),
  tie: reviewed('As many yes as no is a no.'),
  quorum: reviewed('Enough members'),
  quorumMeaning: reviewed(
    (percent: string) =>
      `A vote of the meeting holds if ${percent} % of the members are there, counted before anyone steps out.`,
  ),
  byVoters: reviewed(
    'Whoever votes is shown this order, with the reason for each place. It binds nobody’s hand.',
  ),
  marked: reviewed(
    'No vote lends more, or longer. What is paid out all the same is marked for the auditor.',
  ),
  ownCeiling: reviewed('Ceilings of their own'),
  ownCeilings: reviewed(
    (papers: string, buyOut: string, enterprise: string) =>
      `Papers and travel: up to ${papers}. A costly debt that the fund buys out: up to ${buyOut}. To begin a trade: up to ${enterprise}, without interest, for whoever begins one. All without savings.`,
  ),
  oneOfEach: reviewed('One ordinary loan and one emergency loan at a time.'),
  queue: reviewed('Who comes first'),
  queueMeaning: reviewed(
    'When cash is short: an emergency first, then a costly debt to buy out, then the poorest; then who waits longest; then the smaller sum.',
  ),
  appeal: reviewed('A no is not the end'),
  appealMeaning: reviewed(
    (days: string) =>
      `Every refusal has a reason. Within ${days} days the borrower may ask the meeting instead.`,
  ),

  versions: reviewed('Earlier rules, and what changed'),
  firstVersion: reviewed(
    (version: string, date: string) =>
      `Version ${version}, from ${date}: the rules the fund began with.`,
  ),
  laterVersion: reviewed((version: string, date: string) => `Version ${version}, from ${date}`),
  votes: reviewed(
    (yes: string, no: string, present: string) =>
      `${yes} voted yes and ${no} no; ${present} were there.`,
  ),
  was: reviewed((old: string, now: string) => `was ${old}, is now ${now}`),
  nothingChanged: reviewed('Nothing changed in it.'),
  onlyVersion: reviewed('They have not been changed since.'),
  changedSince: reviewed('The rules have been changed after this day.'),
  never: reviewed('A change never reaches back: a loan keeps the rules under which it was given.'),
}
