export const example = {
  heading: 'Three examples',
  workedMark: 'Worked example with invented people.',

  costHeading: 'What does a loan cost?',
  costAnswer: (loan: string, months: number) =>
    `${loan} for ${months === 1 ? 'one month' : `${months} months`} costs`,
  costHere: 'Here',
  costThere: 'At a moneylender',
  costHereMeaning: 'Interest in all; each month you owe less.',
  costThereMeaning: '10 % a month, interest only; the loan itself is still owed.',
  amountField: 'How much? (in riel)',
  amountHint: 'Digits only, from 10000 to 5000000.',
  monthsField: 'For how many months?',
  monthsHint: 'Digits only, from 1 to 24.',
  amountWrong: 'Write how much in digits only, with no comma or letter, from 10000 to 5000000.',
  monthsWrong: 'Write the months in digits only, from 1 to 24.',
  costButton: 'Work it out',

  floodHeading: 'The river floods',
  floodStory: (loan: string, part: string) =>
    `Somebody by the river borrowed ${loan} and pays back ${part} at each meeting. The committee puts the payments off for three months.`,
  before: 'Before',
  after: 'After',
  nextPayment: 'Next payment',
  lastPayment: 'Last payment',
  paymentsLeft: 'Payments left',
  floodInterest: 'Interest in the three months',
  interestInAll: 'Interest in all',
  floodRule:
    'Only the days move; no payment gets larger and none is added. The committee sees every loan before it confirms, and as long as nothing has been paid since, one button takes it back.',

  noHeading: 'Why we say no, and what we offer',
  noStory: (income: string, pays: string, share: number) =>
    `She earns ${income} a month and already pays ${pays} to other lenders: ${share} of each 100 riel.`,
  noAsked: (loan: string, share: number) =>
    `With another ${loan} from us it would be ${share} of 100. Above 50 we say no: she would have to borrow again to pay.`,
  offerStory: (debt: string, interest: string) =>
    `What we offer: of that, ${interest} is only the interest on ${debt} owed to a moneylender. The fund pays the moneylender, and she pays the fund.`,
  sharesStory: (now: number, first: number, end: number) =>
    `Of each 100 riel she earns: ${now} now, ${first} at first, a little less each month, ${end} in the end. Heavy still, but lighter than today.`,
  paysNow: 'She pays a month now',
  paysAfter: 'First month afterwards',
  paysAtEnd: (months: number) => `After ${months} months`,
}
