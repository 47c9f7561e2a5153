/** What is printed of a case: a card for the way, and what goes to the receiver of a referral. */
export const casePapers = {
  cardHow: 'Print it and cut it out. It says nothing of a fund, of a case or of who carries it.',
  cardHeading: 'Useful numbers',
  noNumber: 'There is no checked number yet. Find one before the way, and have it checked.',
  keep: 'To keep',
  keepPapers: 'Your papers are yours. Keep a copy in another place.',
  keepNumber: 'Learn one number by heart.',
  keepContract: 'Keep the contract, and write down your hours and your pay.',
  keepSafe: 'You may say no. You may go home.',
  sheetHow: 'Print it and hand it over yourself. Choose the receiver’s language above.',
  sheetHeading: (kind: string) => `Referral: ${kind}`,
  to: 'To',
  agreed: 'The person has agreed that you read this, and nothing else.',
  onlyRoom: 'Nothing is told of the person yet: is there room, and how soon?',
  keepClosed: 'Show it to nobody else. Destroy it when it is no longer needed.',
}

export type CasePapersWords = typeof casePapers
