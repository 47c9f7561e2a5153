/** What refusals, faults and flags about people and offices say: what happened and what to do next. */
export const memberCodes = {
  'member-already-admitted': 'This member is in the book already. Look in the list of members.',
  'card-already-given': 'Somebody else has this card number. Write the next number that is free.',
  'card-not-a-code': 'This cannot stand on a card. Write letters and digits, at most forty.',
  'zone-not-a-code': 'This is no part of the village. Write a short code of the fund.',
  'sex-unknown': 'Nothing was chosen. Choose woman or man.',
  'poverty-level-unknown': 'There is no such level. Choose 1, 2 or none.',
  'borrower-away':
    'This member is away, and nothing is lent to somebody who is away. Ask again once they are back.',
  'borrower-left':
    'This member has left the fund. Write first that they have returned; then a loan can be asked for.',
  'borrower-died':
    'This member has died. Nothing is lent in their name: whoever needs a loan asks with their own card.',
  'change-unknown': 'It was not said what has changed. Choose one from the list.',
  'proxy-cannot-hold':
    'Somebody else votes for a member who is away, and only then. Check the card of who votes for them.',
  'nothing-corrected': 'Nothing was changed. Write what should stand on the card instead.',
  'household-cannot-hold':
    'It was not said who belongs to it, or which household they come from. Choose the cards again.',
  'office-unknown': 'There is no such office. Choose one from the list.',
  'ends-before-it-begins': 'The last day is before the first. Check the day.',
  'borrower-not-here':
    'The borrower is away, has left or has died. It will be marked: tell the meeting who took the money.',
  'already-so':
    'The book says so already, or it cannot follow on what it says. It will be marked: check the day and the card.',
  'after-death':
    'The book says that this member had died by then. It will be marked: check the card, or take the wrong line back.',
  'left-owing':
    'This member leaves while a loan is still owed. It will be marked: agree how it is paid.',
  'left-with-savings':
    'This member leaves while savings are still here. It will be marked: hand them back.',
  'held-office':
    'This member holds an office. It will be marked: let the meeting elect somebody else.',
  'by-one-word':
    'Nobody stands behind this with you. It will be marked, and for seven days an office, votes and what falls due hold as before: let a second officer give the word.',
  'seen-later':
    'A list of a later meeting says that they were there. It will be marked: look at the day and the card.',
  'proxy-not-here':
    'Whoever should vote for them is not at home either. It will be marked: ask for another card.',
  'proxy-for-another':
    'This card votes for somebody else already. It will be marked: one person votes for one.',
  'household-already-there':
    'There is such a household already. It will be marked: check who lives in it.',
  'household-not-there':
    'Nobody lived in that household on that day. It will be marked: check the day.',
  'not-of-household':
    'Somebody of them did not live in the household that they leave. It will be marked: check the cards.',
  'officers-lapsed':
    'The term of the officers ran out too long ago, so they decide and approve nothing more. The meeting elects; until then it can vote on this itself.',
  'election-tied':
    'Two or more have the same number of votes for the last seat. Let the meeting vote on them once more.',
  'nobody-elected': 'Nobody has a single vote. Count again, or write down the votes.',
  'elected-twice':
    'Somebody would hold two offices by this. Let the meeting choose one for them and elect another for the other.',
  'candidate-not-here':
    'Somebody who stands is away, has left or has died. Take them off the list.',
  'candidate-not-a-woman':
    'A ballot of women alone is for the women’s seats. Take the men off the list, or let all vote.',
  'too-few-women':
    'The committee has fewer women than the rules of this fund want. Elect more women, or let the meeting vote for fewer and write down the hands.',
  'term-too-long':
    'The term is longer than the rules of this fund allow. Choose an earlier last day, or leave it empty.',
  'election-cannot-hold':
    'An office, its seats or those who stood for it are missing, or stand there twice. Write each office once.',
  'votes-missing':
    'An office that the meeting takes away needs the hands; one that is given up needs none. Choose again.',
  'office-not-held':
    'This member does not hold that office on that day. Look at the page of officers.',
  'too-few-officers-left':
    'Fewer than two officers would be left, and two are needed to write down an election. Let the meeting elect first: that ends the old office by itself.',
  'witnesses-cannot-hold':
    'A witness is not a member, stands there twice, or gives or takes the office. Check the cards.',
  'hash-not-a-hash':
    'The mark of the printed balance cannot be read. Print the sheet again and go on from its page.',
  'note-unknown': 'There is no such note. Write how many of each note lie in the box.',
  'key-holder-on-committee':
    'Keys are held by members who are not on the committee. It will be marked: give the key to somebody else.',
  'appointed-alone':
    'Nobody stands behind this with you, and other officers are said to be gone. It will be marked, and stays so: let the meeting vote.',
  'without-election':
    'The meeting elected this office, and now somebody is put in without a vote. It will be marked: let the meeting vote.',
  'fewer-women-by-vote':
    'The meeting agreed to fewer women than the rules want. It will be marked so that it is seen.',
  'without-count':
    'The box was not counted at the hand-over. It will be marked: count it together now.',
  'without-signed-balance':
    'No signed balance was handed over. It will be marked: print the sheet and sign it.',
  'without-two-witnesses':
    'Fewer than two witnesses saw it. It will be marked: let two members look at the count.',
  'box-differs-from-books':
    'The box does not hold what the books say. It will be marked with the difference: look for it together.',
  'office-of-another':
    'Whoever takes it over does not hold this office by the book. It will be marked: write down the election first.',
  'step-up-needed':
    'This changes who may do what, so the password or PIN is asked for once more. Give it again, then send the form.',
  'not-oneself': 'Nobody puts themselves into an office. Let another officer write it down.',
  'takeover-adds-up':
    'The old book adds up: nothing is left to vote on. Go back to the page of the old book.',
  'differs-from-left':
    'The sum is not what is left any more, because something was written down since. Look at the page of the old book again.',
  'village-code-not-8-digits':
    'A village has a code of eight digits. Look it up in the list of villages and write it again.',
  'charter-cannot-hold':
    'One of the rules cannot be so. Check share value, meeting day and interest.',
  'rate-above-cap':
    'The interest is above what the law allows. It will be marked: let the meeting lower it.',
}
