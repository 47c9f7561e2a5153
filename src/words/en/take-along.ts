/** The books as files: the buttons on lists, and the page of all that can be taken along. */
export const takeAlong = {
  thisList: 'This list as CSV',
  all: 'All files to take along',
  heading: 'Take the book along',
  lead: 'Every file is of today’s book. Members stand there by card, not by name. That it was taken stands in the log of the fund.',
  pack: 'Signed pack for an auditor',
  packMeaning:
    'One zip file: the whole journal, every statement and list as a workbook, all findings, and a signature of the fund over them. It shows later whether anybody altered a byte.',
  packButton: 'Signed pack',
  verify:
    'To check it without this service: unpack it on another computer that has Node 20, put the checking program beside it, and run the line below. It counts every line of the journal again and names the first that does not hold.',
  verifier: 'The checking program',
  key: 'The key of this fund. Compare it with what another person was given before.',
  workbookMeaning: 'Every statement and every list, for a spreadsheet.',
  ledgers: 'For accounting programs',
  ledgersMeaning: 'All postings, with each balance, for programs that keep accounts as text.',
  jsonl: 'All lists as JSON lines',
  lists: 'Each list as CSV',
  savix: 'Years, as networks of savings groups ask for them',
  whole: 'The whole book',
  archive:
    'An archive that moves a fund to another service holds cards and names. No page gives it out: whoever runs the service makes it with “fund export archive”.',
  checkCode: 'Check a short code',
}

/** A short code of a receipt, a passbook or the minutes, typed in. */
export const codeCheck = {
  heading: 'Check a short code',
  lead: 'A receipt and the minutes bear the number of a line and a short code of eight signs. A meeting has a code of eight digits that was read aloud. Type in either of them. Nothing is kept.',
  field: 'Number and code, or the code of a meeting',
  hint: 'Of a receipt: 12 3fa9 0c1e. Of a meeting: 4829 1034.',
  fault:
    'This is no short code. Write the number of the line, then eight signs from 0 to 9 and a to f; or the eight digits of a meeting.',
  check: 'Check',
  back: 'Back',
  lineStands: (line: string, day: string) =>
    `It agrees. Line ${line} of the book, of ${day}, has this code, and no line before it was changed since.`,
  lineDiffers: (line: string) =>
    `Take care. Line ${line} of the book has another code by now: it was written anew, or a line before it was. Or a sign was mistyped: compare it once more.`,
  lineMissing: (line: string) =>
    `Take care. The book has no line ${line}. If it stands on a receipt, lines were cut off; or the number was mistyped.`,
  meetingStands: (day: string) => `It agrees. It is the code of the meeting of ${day}.`,
  meetingDiffers: (day: string) =>
    `Take care. It was the code of the meeting of ${day}, but the lines of that meeting give another code now: one of them was changed, left out or put in.`,
  meetingUnknown:
    'No meeting of this fund has this code. Compare the digits once more; with a receipt, write the number of its line first.',
  keep: 'If it stays so, keep the paper, and show it to the organisation that audits the fund, not to the committee alone.',
}

export type TakeAlongWords = typeof takeAlong
