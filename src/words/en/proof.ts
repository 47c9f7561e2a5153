/** Whether a receipt still says what the book says: for whoever holds one. */
export const proof = {
  checkAt: (address: string) => `Anybody who holds it can check it at ${address}`,
  door: 'I have a receipt',
  doorMeaning: 'See whether the book still says the same.',
  heading: 'Check a receipt',
  lead: 'Whoever holds a receipt of the fund can see here whether the book still says what it said then. Nobody is asked who they are, and nothing is kept.',
  code: 'What stands in the square code',
  codeHint:
    'Point a phone’s camera at the square and copy the text that it shows. It begins with VF1 on a receipt, with VB1 in a passbook.',
  check: 'Check',
  toStart: 'To the start',
  faultCode:
    'This is not the text of a receipt or a passbook: it begins with VF1 or VB1, and its parts have spaces between them. Copy all of it.',
  stands: (line: string) =>
    `This receipt is good. Line ${line} stands in the book as it stood then.`,
  writtenAnew: (line: string) =>
    `Take care. The fund signed this receipt, but line ${line} of the book is not what it was when it was signed.`,
  gone: (line: string) =>
    `Take care. The fund signed this receipt, but line ${line} is no longer in the book.`,
  keepIt:
    'Keep the receipt and do not give it away. Show it to the network or the organisation that audits the fund, not to the committee alone.',
  notSigned: 'No fund of this service signed this.',
  notSignedNext:
    'Copy it once more. If it stays so, the receipt is forged or comes from elsewhere: ask the record-keeper for a new one while you are there.',
  checkpoint: 'The book up to this meeting',
  checkpointMeaning:
    'This code covers every line up to the closing of the meeting. Whoever keeps this sheet can show later whether one of them was changed.',
  kept: (day: string, line: string, code: string) =>
    `Kept by the network on ${day}: up to line ${line}, short code ${code}`,
  keptNever:
    'No copy of its last line is kept outside its book yet: the first is made when the next meeting is closed here.',
  bookDiffers: (line: string) =>
    `Take care. The book of this fund is not what the network has kept of it: line ${line} was changed, or one before it.`,
  bookDiffersNext:
    'Have the audit run: it names the line. Ask households for their receipts, and do not ask the committee alone.',
  seenDiffers: (line: string) =>
    `Take care. This phone has seen line ${line} of the book, and the fund had signed it. The book that you are shown now does not hold it: that line was changed, or one before it.`,
  seenDiffersNext:
    'Write nothing more into this book. Tell the network or the organisation that audits the fund, and keep this phone as it is.',
}

export type ProofWords = typeof proof
