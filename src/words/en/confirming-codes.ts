/** What the codes about asking members whether their balance is right say. */
export const confirmingCodes = {
  'round-unknown': 'There is no such round. Open the list of rounds and choose one.',
  'before-the-round': 'This day is before the round began. Check the day.',
  'asker-without-need': 'Nobody asks on a household’s own page. Leave this out.',
  'round-too-soon':
    'The last round is not long enough ago. Another one can begin 90 days after it, so that nobody draws until it suits.',
  'round-alone':
    'A round begins by itself, not with other lines that are written all or none. Send it alone.',
  'not-asked': 'This member was not drawn in this round. Ask those on the list.',
  'already-answered':
    'This member has answered. What has changed since is said as “this is not right”.',
  'asker-holds-no-office': 'Only who holds an office or a key asks. Ask another officer to do it.',
  'asker-keeps-the-book':
    'Whoever keeps the book does not ask whether it is right. Let another officer, a key-holder or the auditor ask.',
  'asker-is-asked': 'Nobody writes an own answer down. Let another officer ask you.',
  'asker-not-oneself': 'Whoever asked writes the answer down. Sign in as that person.',
  'after-the-round': 'The round has closed. It will be marked, and is not counted in the round.',
  'differs-from-slip':
    'The household says something else than what was written down for it. It will be marked.',
}
