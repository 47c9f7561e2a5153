/** What a case asks of funds and of the network's pot, and the trade that comes of it. */
export const caseBridge = {
  support: 'Support for this case',
  supportTold:
    'The fund sees a code and a sum, and never that there is a case. Which code is whose stands here alone.',
  nothingAsked: 'Nothing was asked for.',
  ask: 'Ask for support',
  askTold: (day: string) =>
    `It waits among all that the team asks for and goes over with it on a Monday: this one on ${day} at the earliest. Only sums that others get too can be asked for.`,
  cannotWait:
    'What cannot wait for Monday is not asked for here: two officers of a fund can help somebody whom they know at once.',
  askYes: 'Let it wait with the others',
  notNow: 'No, go back',
  ofWhom: 'Ask whom?',
  sumOfNobody: (sums: string) =>
    sums === ''
      ? 'No usual sum is given there in this money. Ask another fund, or the pot.'
      : `Nobody else there has this sum, so it would point at one person. Others have: ${sums}.`,
  whyNot: 'Nothing was asked for. Look at the fields and try again.',
  goesOn: (day: string) => `waits, goes over on ${day} at the earliest`,
  isRead: 'has gone over',
  takenBack: 'taken back',
  notTaken: 'was not taken there',
  given: 'given',
  partPaid: 'given in part',
  notGiven: 'not given',
  takeBack: 'Take back',
  takeBackTold:
    'It has not gone over yet. Nobody outside of this case will know that it was asked for.',
  takeBackYes: 'Yes, take it back',
  notWaiting: 'It waits no more: it has gone over.',
  handOver: 'Hand over what the team asks for',
  handOverTold:
    'On Mondays all that waits goes over together, of cases and of anybody else, in an order of chance. Funds check it and vote as ever.',
  waiting: (n: number) => (n === 1 ? 'One waits.' : `${n} wait.`),
  dueNow: (n: number) => (n === 1 ? 'One goes over now.' : `${n} go over now.`),
  nextOn: (day: string) => `The next day is ${day}.`,
  fewWait: 'One or two alone wait a week longer, or they would stand out.',
  handOverYes: 'Hand over now',
  nothingGoes: 'Nothing goes over today.',
  went: (n: number) => (n === 1 ? 'One has gone over.' : `${n} have gone over.`),
  book: 'Book of the trade',
  bookTold: 'The book belongs to whose trade it is. It is shown to nobody outside of this case.',
  livingLine: (sum: string) => `Needed to live: ${sum} a month.`,
  noLivingLine: 'It is not written down yet what is needed to live.',
  noMentor: 'Nobody helps with the trade yet.',
  emptyBook: 'Nothing stands in the book yet.',
  month: 'Month',
  cameIn: 'Came in',
  cost: 'Cost',
  stock: 'Stock worth more',
  left: 'Left',
  held: 'Enough to live?',
  result_carries: 'yes',
  result_below: 'not yet',
  'result_no-line': 'not known',
  'result_not-comparable': 'other money',
  addLine: 'Add a line',
  setLine: 'What is needed to live',
  setMentor: 'Who helps with the trade',
  olderCopy: (on: string, days: number, again: number) =>
    `On ${on} the cases were found to be an older copy: ${days} ${days === 1 ? 'day' : 'days'} of writing missing, ${again} destroyed again. Ask who put it back.`,
  putBack: (n: number) =>
    `${n === 1 ? 'One case lies' : `${n} cases lie`} as on an earlier day. Somebody has put older leaves back. Ask whoever has the machine.`,
}

export type CaseBridgeWords = typeof caseBridge
