/** What an agency answered in its own words. */
export const watchReply = {
  replyHeading: 'What was answered',
  replyLead: 'Only the code is written down. The words may name somebody: keep the paper.',
  replyButton: 'Write it down',
  replyText: 'In its own words:',
  replyErased: 'These words were erased.',
  toReplyText: 'Write down its words',
  toReplyCheck: 'Read words that wait',
  replyTextHeading: 'What the agency answered',
  replyTextLead:
    'Copy the answer, and leave out every name of a person, every place below a province, every phone, and whatever points at somebody who spoke: write … in its place. Somebody else reads it before it stands anywhere.',
  replyTextField: 'Its words',
  replyTextContact: 'Leave out phones, numbers of papers and addresses. Write … in their place.',
  replyTextButton: 'Let somebody else read it',
  replyCheckHeading: 'Read what the agency answered',
  replyCheckLead:
    'It will stand in the file for the ministry. Does anything in it point at somebody who spoke?',
  replyCheckTick: 'I have read all of it: it names nobody, and points at nobody who spoke',
  replyCheckFault:
    'Tick this when you have read it. Otherwise leave it, and let other words be written.',
  replyCheckButton: 'It may stand there',
}
