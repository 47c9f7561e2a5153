/** What a person is told when a request comes to nothing, and what to do next. */
export const fault = {
  notFound: 'There is no such page',
  notFoundNext: 'The address may be mistyped. Go back to the first page.',
  elsewhere: 'This was not sent from our own page',
  elsewhereNext: 'Nothing was written. Open the page here and fill it in again.',
  tooLarge: 'Too much was sent at once',
  tooLargeNext: 'Nothing was written. Send less, or the book in smaller files.',
  tooOften: 'Too many requests',
  tooOftenNext: 'Wait a minute, then go on. Nothing was lost.',
  busy: 'The book cannot be opened just now',
  busyNext:
    'What was recorded before is safe. Wait a little and try again. If it stays so, tell whoever looks after this machine: its disk may be full.',
  reading:
    'Other files are being read just now. Wait a minute, choose the file and send it again. Nothing was written.',
  broken: 'Something went wrong here',
  brokenNext:
    'That is our fault, not yours. Look whether your entry is there before you send it again: sent twice it counts once.',
  unreadable: 'What was sent cannot be read',
  unreadableNext: 'Nothing was written. Go back and fill in the form again.',
}
