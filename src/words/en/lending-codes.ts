/** What each refusal, fault and flag says, by its code: what happened and what to do next. */
export const lendingCodes = {
  'already-asking':
    'This member asks for such a loan already. Decide that request first, or withdraw it.',
  'above-cap':
    'This loan costs more a year than the cap allows. Leave out the fee and the deposit, or choose another plan.',
  'already-appraised': 'The request was looked into already. Go on with the vote.',
  'appraised-by-borrower': 'Nobody looks into their own request. Choose another officer.',
  'appraiser-not-an-officer':
    'Whoever looks into a request holds an office on that day. Choose an officer.',
  'appraiser-is-kin':
    'Whoever looks into a request is no kin of the borrower. Choose another officer.',
  'kin-must-step-out':
    'Kin of the borrower, or somebody of the same household, has a part in this vote. Mark each officer who is kin as stepped out; another officer confirms the vote.',
  'not-appraised':
    'Nobody has looked into the request yet. Let an officer look into it first, then vote.',
  'already-decided':
    'This request was decided already. Whoever does not agree can appeal to the meeting.',
  'nothing-to-appeal': 'There is no refusal to appeal against. Look at the state of the request.',
  'appealed-before':
    'There was an appeal already, and the meeting has the last word. Write a new request later.',
  'appeal-too-late':
    'An appeal can be made within 31 days of the refusal. Write a new request instead.',
  'request-closed': 'This request has ended. Write a new request if the loan is still wanted.',
  'guarantor-is-borrower': 'Nobody stands for their own loan. Take the borrower out of the list.',
  'the-meeting-must-vote':
    'The officers cannot decide this alone: it is an appeal, a large sum, an officer’s own loan, a burden that is heavy or that nobody knows, or fewer than four may vote. Let the meeting vote and write down the hands.',
  'too-few-votes':
    'Fewer than four officers have voted. Get the missing votes, or let the meeting vote.',
  'quorum-missing':
    'Too few members were present for a vote. Check the number, or vote at the next meeting.',
  'borrower-votes': 'The borrower does not vote on the own loan. Mark the borrower as stepped out.',
  'recused-votes':
    'Somebody who stepped out has a vote as well. Choose one of the two for each officer.',
  'voter-not-an-officer':
    'Somebody who voted held no office on that day. Check the day, or let the meeting vote.',
  'voted-twice': 'One officer has two votes. Leave one vote for each officer.',
  'confirmed-by-no-chair':
    'A vote is confirmed by the chair; only where the chair borrows or stepped out, by another officer. Choose who may confirm it.',
  'vote-lost': 'The vote said no, so nothing changes. Write it into the minutes of the meeting.',
  'loan-not-open': 'Nothing was owed on this loan on that day. Check the day and the loan.',
  'instalment-would-grow':
    'By this plan a payment would be larger than before. Choose more payments.',
  'more-than-waits': 'Less money waits than was written. Write at most the sum that waits.',
  'already-reversed': 'This line was taken back already. Look at its receipt to see by which line.',
  'approver-not-an-officer':
    'The second person must hold an office in this fund. Choose another officer.',
  'approver-reset-lately':
    'One of you two has had a hand in how the other one signs in. Ask another officer; or the one it is about signs in on a phone that the other has not added, reads the notice, and a week goes by.',
  'approver-is-concerned':
    'The second officer is the member whom the line is about. Choose another officer.',
  'too-long-for-an-emergency':
    'An emergency loan may not last so long. Withdraw this request and write a new one for fewer months, or for an ordinary loan.',
  'charter-not-backwards':
    'Rules hold from the day on which they are written down, never from an earlier one. Write today’s date.',
  'shares-stand-at-the-old-price':
    'Members hold shares that were bought at the old price. The price of a share stays until a share-out has given the shares back.',
  'stands-for-more-than-saved':
    'Somebody stands for more than the own savings, with what is stood for already. No more than the savings can be held.',
  'fund-does-not-go-on':
    'The fund rests or ends by a vote of its meeting: nothing new is lent, asked for or begun. What is owed is paid back as ever. A meeting can let it go on.',
  'decided-so-already': 'That is how it stands already. Nothing was changed.',
  'decided-later-already': 'A later meeting has decided about it already. Write today’s date.',
  'stood-for-by-one-word':
    'One officer alone writes that members stand for it. It will be marked, and nobody’s savings are held: let the guarantor or another officer give the own word.',
  'more-than-can-be-lent':
    'There is less to lend on that day than this loan asks for. Donors’ money, the social fund, what must stay for savers and what was promised before are not lent. Vote on a smaller sum, or wait until loans are paid back.',
  'above-committee-share':
    'Officers and whoever lives with them would owe more than a quarter of all that is lent. Vote on a smaller sum, or wait until some of it is paid back or others have borrowed.',
  'not-disclosed':
    'The price was not put before the household yet. Show it, read the agreement aloud and write that down, then vote.',
  'hash-not-sha-256':
    'The mark of the agreement’s text is not one. Open the agreement again and copy it whole.',
  'not-the-text-of-this-loan':
    'The text that was read aloud is not the one that the book makes of this loan. Open the agreement again, read that one aloud, and write it down.',
  'language-unknown':
    'Agreements are read in Khmer or in English. Say in which language this one was.',
  'burden-above-half':
    'All lenders together would take more than half of what the household earns, so this loan cannot be given. Ask about the plan that pays a costly debt off.',
  'reverse-others-first':
    'Other lines stand on this one. Take these back first, in this order, and then come back here.',
  'approver-not-another':
    'Whoever writes it down cannot be the second person as well. Choose another officer.',
  'approval-needed':
    'The second person’s name and PIN are missing. Let that person type them here.',
  'written-off-lately':
    'You alone have written down that every other officer is gone. Let somebody else who is here say so too, or write that somebody is back; or let an administrator of the network give name and PIN here.',
  'approval-of-another':
    'That name and PIN belong to somebody else than was named. Let the named person type, or go back and name the other.',
  'sign-in-failed': 'The second person’s name and PIN do not fit. Check them and type them again.',
  wait: 'There were too many wrong tries with that name. Wait a quarter of an hour and try again.',
  'reset-in-person':
    'That name is locked after too many wrong tries. The committee gives a new PIN in person.',
  'device-not-enrolled':
    'This phone or computer is not enrolled any more. Ask an administrator to enrol it.',
  'not-yours-to-do':
    'Only the record-keeper may record this. Write it on paper and give it to the record-keeper.',
  'charges-above-half':
    'All it costs would come to more than half of the loan. Ask for fewer payments or a lower price.',
  'security-not-taken':
    'No fund takes land titles, papers, bank cards or anybody’s work as security. Lend without it, or with guarantors.',
  'recruitment-fee-not-lent':
    'A fee for finding a job is never lent: the employer pays it. Ask the migration team before anybody pays.',
  'agency-licence-missing':
    'Write the number of the agency’s licence: the register of the network is asked by it.',
  'agency-not-on-register':
    'No agency of the register has this licence. Do not pay yet: ask the migration team.',
  'agency-not-licensed':
    'By the register this agency may send nobody. Do not pay yet: ask the migration team.',
  'agency-not-checked':
    'The agency’s licence was not looked up in the last 30 days. Let the migration team look it up and write the day.',
  'agency-seen-by-one':
    'The licence of the agency was not seen by two officers; what one says of it counts as unchecked. Withdraw this request, let two officers see the paper, and have the second one type the word when the new one is looked into.',
  'under-eighteen':
    'It is not said that whoever leaves is eighteen or older. If that is so, tick it; nobody younger gets a loan to leave: ask the migration team for advice in private.',
  'channel-not-named':
    'For papers and travel it must be said by which way somebody leaves. Open “For papers and travel” below and choose the way.',
  'before-the-last-step':
    'The day is before the last step of this request. Check the day: each step comes after the one before.',
  'more-than-books-hold':
    'No book holds as much as this and what is written already. Check the sum.',
  'fund-not-founded': 'This fund has no book yet. Bring its book in first.',
  'fund-already-founded': 'This fund has a book already. Go on with that one.',

  'loan-cannot-hold':
    'A loan cannot be made like this. Check the sum, the number of payments and the first day.',
  'loan-already-there': 'This was written down already. Look for it in the list of loans.',
  'loan-number-taken': 'Another loan has this number. Write the next free number.',
  'loan-unknown':
    'There is no such loan, or its pay-out was taken back. Choose the loan from the list again.',
  'loans-cannot-hold': 'A loan was chosen twice. Choose each loan once.',
  'request-unknown': 'There is no such request. Choose it from the list of loans again.',
  'finding-unknown': 'It is not said what was found. Choose one of the two.',
  'member-unknown': 'No member has that card. Check the number on the card.',
  'amount-not-whole':
    'The sum cannot be right: it is zero, too large, or more than was agreed. Write it again.',
  'guarantee-cannot-hold':
    'Nobody is named, somebody is named twice, or the members of a group stand for different sums. Name each once, and write the same sum for all of a group.',
  'reason-unknown': 'That reason is none of the list. Choose one of the list.',
  'votes-not-whole': 'Hands are counted in whole numbers. Write each number in digits.',
  'vote-unknown': 'One vote is neither yes nor no. Choose again for each officer.',
  'more-votes-than-present':
    'More hands were written than members present. Count again and write the right numbers.',
  'cost-not-told':
    'Say what the cost was: what it was spent on, for which work, and who got the money, each by a word of the list.',
  'band-without-figures':
    'What the household can bear comes of its income and debts, which are written down first, and of no tick. Write them down, or say that nobody knows.',
  'more-votes-than-listed':
    'More people or hands were written than the list of this meeting has: those who were there, without whoever stepped out and their households. Complete the list, or count again.',
  'more-present-than-members':
    'More were present than the fund has members. Check the number of those present.',
  'proof-cannot-hold':
    'A witness is no member, is named twice, or is the borrower. Check the cards of the witnesses.',
  'first-due-before-payout':
    'The first payment was agreed for a day that has passed by the pay-out. Withdraw the request and write a new one.',
  'part-before-payout': 'The day is before the loan was first paid out. Check the day.',
  'payout-after-takeover':
    'The loan was paid out after the day on which it was taken over. Check the days.',
  'minute-not-a-code': 'The number of the minutes cannot be read. Write letters and digits.',
  'split-does-not-add-up': 'Interest and loan part do not add up to the sum. Check the three sums.',
  'word-unknown': 'Something was chosen that no list offers. Choose again.',
  'shares-not-whole': 'The number of shares cannot be right. Write it again in digits.',
  'entry-unknown': 'There is no such line, or it cannot be taken back. Begin at its receipt.',
  'before-the-entry':
    'The day is before the line that is taken back. Write its day or a later one.',
  'before-the-fund-began': 'The day is before this fund’s book began. Check the day.',
  'date-impossible': 'The calendar has no such day. Check the day.',
  'date-in-the-future': 'That day has not come yet. Write the day on which it happened.',
  'type-unknown': 'This cannot be recorded here. Begin again at the list of loans.',

  'owed-above-principal': 'More is owed than was lent. It will be marked: check the old book.',
  'paid-without-decision':
    'No vote approved this pay-out. It will be marked: let the meeting hear of it.',
  'differs-from-decision':
    'This is not what the vote approved. It will be marked: let the meeting hear of it.',
  'price-of-another-day':
    'The price was read aloud for another day of pay-out. It will be marked: read the paper of this day aloud.',
  'second-loan':
    'The member has such a loan open already. Let that one be paid first; what is paid out all the same will be marked.',
  'above-ceiling':
    'The sum is above what the rules let this member borrow. Withdraw this request and write a new one for less; what is paid out all the same will be marked for the auditor.',
  'above-fund-share':
    'The sum is a large share of the whole fund. It will be marked: keep enough cash in the box.',
  'above-agreed':
    'With this part more is paid out than was agreed. It will be marked: check the sum.',
  overpaid: 'This is more than the loan needs. The rest waits for its owner: ask what it is for.',
  'split-differs': 'The written split differs from the rule’s. It stands as written and is marked.',
  'paid-by-another':
    'Somebody else than the borrower paid. It will be marked: make sure that they wanted to.',
  'paid-by-guarantor':
    'Somebody who stands for the loan paid. It will be marked: tell the borrower.',
  'before-payout':
    'This day is before the loan came into the book. Check the day before you record it.',
  'fine-above-limit':
    'The fine is above what the rules allow. What is too much is added to the payer’s savings: tell the payer.',
  'more-than-the-charter-asks':
    'The sum is more than the rules ask. It will be marked: no loan may have such a price.',
  'without-minute': 'No minutes stand behind it. It will be marked: write the minutes.',
  'differs-from-owed': 'The sum is not what is owed. It will be marked: check the sum.',
  'above-claim':
    'More came in than could be asked for. The rest waits for its owner: ask what it is for.',
  'more-than-waited': 'More was handed back than waited. It will be marked: count again.',
  'more-than-saved': 'More was handed back than was saved. It will be marked: count again.',
  'more-than-all-private':
    'More was handed out than the private savings of all together. It is marked: count again.',
  'owner-pin-needed':
    'Her own PIN is needed before private money is handed out. She types it herself.',
  'owner-pin-wrong':
    'That is no PIN by which this member takes money out. Digits that an officer drew with her card are none. She draws her own on her page, on a phone that she trusts. Or she types a code of a sheet that two officers print for her. Nothing was written down. Each wrong try counts.',
  'owner-without-pin':
    'This member has neither a card nor a login, and no code on paper that is left. Two officers print her a sheet of codes, and neither of them writes this down; or they make her a card, for which she draws digits of her own.',
  'owner-code-own-hand':
    'You had a hand in her card or her codes, so they are no word beside yours alone. Let another officer write it down, or one who had no hand in them stand behind it with the own name and PIN. Without such an officer she comes by her card first and draws digits of her own; a week after that they are her word.',
  'owner-code-for-less':
    'This code on paper is good for a smaller sum: it stands above it. Nothing was written down, and the code is not used up. Take one that is good for this sum, or write two lines with two codes.',
  'more-than-social-fund-holds':
    'The social fund holds less than that. It will be marked: count again.',
  'fewer-shares-than-a-meeting-asks':
    'That is fewer shares than one meeting asks for. It will be marked, and nothing is fined.',
  'more-shares-than-a-meeting-allows':
    'That is more shares than one meeting allows. It will be marked in the book.',
  'reversed-same-day':
    'The line is taken back on its own day. It will be marked, so that somebody looks at it.',
}
