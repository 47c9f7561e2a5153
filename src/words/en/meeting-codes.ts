/** What the codes of meetings, of the box and of disputes say: what happened and what to do next. */
export const meetingCodes = {
  'talk-sent-lately':
    'A talk was sent less than a week ago. Read this one aloud, or send it later.',
  'talk-not-by-text':
    'A talk on violence is not sent to phones: somebody else may read them. Read it aloud.',
  'topic-unknown': 'There is no such topic. Choose what the talk is about.',
  'way-unknown': 'There is no such way. Choose how the talk was given.',
  'note-unknown': 'There is no such note. Count it under the note that it is.',
  'pieces-not-whole':
    'How many there are of a note is a whole number: 12. Leave it empty where there is none.',
  'note-twice': 'One note stands twice in the list. Add both and write them once.',
  'notes-differ-from-sum':
    'The notes do not come to the sum that was written. Count again, or leave the sum empty.',
  'notes-not-counted':
    'A total that is only written in a past book has no notes. Say that the box was counted, or leave the notes out.',
  'place-not-a-code': 'A place is one short word of the fund’s own. Write it shorter.',
  'code-not-8-digits': 'A meeting code has eight digits. Read it again.',
  'head-not-a-hash': 'This code was made of something else. Make it again here.',
  'box-differs-from-books':
    'The box holds another sum than the book says. The difference is written down as a difference and marked. Look for its reason.',
  'place-of-cash-unknown': 'Money lies in the box, the bank or the wallet. Choose one.',
  'moved-nowhere': 'Money cannot go to where it is. Choose two places.',
  'slip-not-a-hash': 'This is not the mark of a slip. Leave it out, or make it again.',
  'account-changed':
    'The fund had another account before. It is recorded and flagged, and members are told for a month.',
  'not-in-two-names':
    'Fewer than two members went. It is recorded and flagged; next time two go together.',
  'more-than-held':
    'That is more than the book says lies there. It is recorded and flagged; ask for a statement.',
  'statement-differs':
    'The bank or wallet says another sum than the book. It is flagged; look for a deposit, a withdrawal or a fee that was not written down.',
  'mark-not-a-hash': 'This is not the mark of a line. Read the file again on the page.',
  'no-entry-named': 'No line of the book is named. Choose the one that it is.',
  'too-many-entries':
    'One line of the bank is at most twenty lines of the book. Look at the slip again.',
  'entry-named-twice': 'One line of the book is named twice. Name it once.',
  'entry-not-of-the-place': 'This line of the book moved nothing there. Choose one that did.',
  'line-matched-before':
    'This line of the bank is confirmed already. Take that back first, if it was wrong.',
  'entry-matched-before':
    'This line of the book has its line of the bank already. Take that back first, if it was wrong.',
  'entry-taken-back': 'This line of the book was taken back. Choose one that stands.',
  'sums-differ':
    'The line of the bank and the book say different sums. Choose other lines of the book, or correct the one that is wrong.',
  'hash-not-a-hash': 'This is not the mark of a count. Count again on the page.',
  'dispute-unknown': 'There is no such dispute. Choose it from the list.',
  'answer-unknown': 'That is no answer of the list. Choose one.',
  'before-the-dispute': 'Nobody answers before something was asked. Check the day of the answer.',
  'correction-unknown':
    'The line that put it right is not in the book. Correct the line first, then answer with it.',
  'correction-without-need':
    'Only the answer that it was corrected names a line. Leave the line out, or choose that answer.',
  'dispute-closed': 'This dispute has had its answer. If it is still not right, raise it again.',
}
