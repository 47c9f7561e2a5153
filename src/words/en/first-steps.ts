/** What the first administrator does, one step after the other, until a fund stands on its own. */
export const firstSteps = {
  heading: 'First steps',
  lead: 'Until this is done, nobody in a village can write anything. It takes about ten minutes, with the officers beside you.',
  toHere: 'First steps: start a fund',
  fund: 'Start a fund, or bring a paper book.',
  fundDone: 'The fund is here.',
  signIns: 'Give the chair and the record-keeper their sign-in, each on their own phone.',
  signInOf: (office: string, card: string, fund: string) =>
    `${fund}: sign-in of ${office}, ${card}`,
  theirs:
    'From then on the officers go on alone: they hold the election of an imported or new book, give all others their sign-in, and open the first meeting. Their first page says what waits.',
  second: 'Add a second one of your staff: what gives or takes power is then behind two.',
}

export type FirstStepsWords = typeof firstSteps
