/** How a team counts whom it sent to others, for the figures that everybody reads. */
export const caseCounting = {
  heading: 'Count who was answered',
  when: (period: string, day: string) => `${period}: to be counted until ${day}.`,
  lead: 'For the figures that everybody reads: how many people you sent to which kind of help, and how many were answered. No name and no case goes in, and of fewer than eleven people nothing is told.',
  goesIn: 'People who are counted',
  waiting: 'Of them not answered',
  leftOut: 'Left out: they have not agreed to be counted',
  leftOutHow: 'Whoever should be counted must agree first: in the case, “Consent”, for statistics.',
  done: 'Counted already. Count again if something has changed since.',
  partly: (counted: string) => `Counted so far: ${counted}.`,
  nobody: 'There is nobody to be counted.',
  yes: 'Count them',
  leave: 'No, go back',
  notNow: 'Nothing is counted today.',
  notNowHow: (day: string) => `The next three months can be counted from ${day} on, for 45 days.`,
}

export type CaseCountingWords = typeof caseCounting
