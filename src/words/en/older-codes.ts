/** What the codes about loans of an older book say: what happened and what to do next. */
export const olderCodes = {
  'nothing-to-convert':
    'This loan bears fair terms already, or was converted before. Look at its page.',
  'security-unknown': 'That is nothing a lender can hold. Choose the paper, or whose work it was.',
  'flat-rate':
    'Interest was asked on the whole loan until its end. It will be marked: the fund asks it on what is left, and the meeting converts the loan.',
  'fee-taken':
    'A fee was taken for this loan. It will be marked: find out where it went, and take none again.',
  'security-held':
    'A paper or somebody’s work is held for this loan. It will be marked: give it back, and write down the day.',
  'not-held':
    'Nothing of the sort was known to be held. It will be marked: check which loan it was for.',
  'fewer-than-two-witnesses':
    'Fewer than two saw it. It will be marked: let two members see it next time.',
}
