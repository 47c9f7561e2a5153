/** What findings about loans of an older book say, and what to do next. */
export const olderFindings = {
  'flat-rate-loan':
    'Interest was asked on the whole loan until its end, whatever was left of it. The fund asks it on what is left; let the meeting convert the loan.',
  'fee-taken':
    'A fee was taken for this loan, beside its interest. Find out where it went; no fund takes one again.',
  'security-taken':
    'A paper that a family can lose, or somebody’s work, was taken for this loan. Nobody may do so again; look whether it was given back.',
  'security-not-given-back':
    'What was taken for this loan is still held. Give it back before two witnesses and write down the day.',
  'interest-beyond-the-cap':
    'The older terms would ask this much interest beyond what the fund may ask. It is not demanded; let the meeting vote to convert the loan, and it is gone.',
  'old-interest-beyond-half':
    'So much of what was carried over is old interest beyond half of the loan. Nobody may ask for it: tell the household.',
  'charges-above-half':
    'Interest and fee that were paid for this loan come to more than half of it. What was paid stands; the fund asks for no more. Look at the page of the loan.',
  'returned-what-was-not-held':
    'Something was given back that nobody knew to be held for this loan. Check the number of the loan, and what else is held.',
  'given-back-unseen':
    'Fewer than two witnesses saw that it was given back. Ask the household whether it has it.',
}
