/** The page that takes in what a phone wrote down where there was no line. */
export const carried = {
  heading: 'Bring in what a phone wrote down',
  lead: 'A phone that had no line shows its meeting as square codes, or gives it as a file. Bring in either. Each line is judged as if the phone had sent it: what the rules do not take is named, and the others are recorded.',
  twice:
    'The same codes may be brought in twice: what is in the book already is not written again.',
  file: 'The file from the phone',
  lines: 'Or the codes, one a line',
  linesHint: 'A page that reads square codes puts one under the other. Each begins with VP1.',
  pictures: 'Pictures of the square codes',
  picturesHint: 'They stay on this device; only what stands in the codes is taken.',
  picturesRead: 'Codes read: #. Pictures without one: #.',
  submit: 'Bring it in',
  back: 'Back to the meetings',
  fileTooLarge: 'This file is too large to be a meeting.',
  empty: 'Choose a file, or put the codes into the field.',
  fault_none: 'There is no code of a phone in it.',
  fault_several: 'These are codes of two lists. Bring in one after the other.',
  fault_spoilt:
    'All codes are there, and together they are no meeting. Show them on the phone once more.',
  missing: (numbers: string, count: string) => `Of ${count} codes these are missing: ${numbers}.`,
  otherFund: 'This was written down for another fund.',
  doneHeading: (taken: string, count: string) => `${taken} of ${count} lines are in the book`,
  line: (number: string) => `Line ${number}`,
  recorded: 'recorded',
  flagged: 'recorded with a mark',
  refused: 'not recorded',
  whatNext:
    'What was not recorded stays on the phone. Put it right there, or write it down here by hand.',
  leftFold: 'From a phone whose book is shut',
  leftLook: 'Look at each line together: nothing is in the book yet',
  leftTwo:
    'This comes from a phone whose book is shut, and somebody else may have written on it last. A second officer looks at the lines too and types the own name and PIN under “From a phone whose book is shut”. Choose the file once more.',
  noRule: 'The rules do not allow it, or it cannot be read.',
}
