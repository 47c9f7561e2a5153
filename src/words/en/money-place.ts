/** The place for all money that is no single loan's. */
export const moneyPlace = {
  counted: 'is being counted',
  donors: 'Donors’ money, unspent',
  lenders: 'Owed to lenders outside',
  bankList: 'The bank’s own list, line by line',
  group_box: 'Box and bank',
  group_savings: 'Savings',
  group_gifts: 'Help and gifts',
  group_loans: 'Loans paid back, money from abroad',
  group_lenders: 'Lenders outside, ventures',
  group_yearly: 'Once or twice a year',
  statements: 'Statements',
  anyDay: 'As of another day',
  wholeBook: 'The whole book',
}
