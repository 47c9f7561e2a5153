/** What is read once more before anything of a grant is written down. */
export const supportSure = {
  heading: 'Is this right?',
  askLead: 'Nothing is written yet. Read it to the person, if she or he is there.',
  askWritten:
    'The book of the fund gets a random code, the window, the sum and the number of parts. What it is for, whose it is and why is sealed: you and whoever checks it open it, and nobody else.',
  askYes: 'Yes, ask',
  change: 'No, change it',
  keep: 'No, write nothing',
  notYet: 'Nothing is written yet. When it is, it will be this:',
  yes: 'Yes, write it down',
  checked:
    'You have checked what it is for. The vote comes next: on a code and a sum, and on nothing else.',
  'turned-down': 'It is turned down. Nothing is paid. The person can be helped elsewhere at once.',
  'conditions-met': 'All that was to be seen was seen. The last part may be paid.',
  closed:
    'It ends. No further part is paid, and nobody has to pay anything back. It cannot be opened again.',
  met: (what: string) => `You have seen: ${what}.`,
  'followed-up': (months: number, outcome: string) =>
    months === 1 ? `After 1 month: ${outcome}.` : `After ${months} months: ${outcome}.`,
  lineIn: 'Money that came in, into the book of the enterprise:',
  lineOut: 'Money that went out, into the book of the enterprise:',
  stopped: 'The owner stops. Nobody asks how it goes any more, and nothing has to be paid back.',
  atOnce:
    'You and the officer who checks it help now. The next meeting votes on it; its no claims nothing back.',
  erase: 'Erase what stands beside it',
  eraseMeaning:
    'Only the two who know it can do it, together. Who, what for, why, the book of the enterprise and what was shown are destroyed for ever. The sums stay in the book of the fund, by the code. That you two erased it stands in the log.',
  eraseYes: 'Yes, erase it for ever',
  second: 'The other of you two gives the own name and secret here.',
  loanHeading: 'A loan to begin a trade',
  loanBeside:
    'Whoever begins a trade may ask for one, without interest. It has nothing to do with this support and never will have. Ask at another meeting, for what the trade needs, like anybody: so nobody puts the two together.',
}
