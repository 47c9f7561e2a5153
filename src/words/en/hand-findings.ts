/** What findings about one person's hand say, and what to do next. */
export const handFindings = {
  'out-by-one-hand':
    'One officer let out more for one meeting than the rules leave to one, and nobody else gave a word. It may be right and only written down by one: ask whoever got the money.',
  'back-and-forth-by-one-hand':
    'The same officer wrote a sum in and the same sum out again for one meeting. It may be a slip that was mended: ask whose money it was and what for.',
  'sent-away-by-one-hand':
    'One person alone wrote so many members away for one meeting. A quorum counts them for a month all the same: read their names aloud, and let two write who is away.',
  'taken-over-by-one-hand':
    'Debts or savings of an older book were written in by one officer after the book had been brought in. Compare them with the paper, and ask each of these members.',
  'member-nobody-has-seen':
    'One officer alone wrote this member in, and nobody else has written her down as present. She lives with nobody of the fund, and money moved in her name. In a small fund one officer may write every list: ask who knows her.',
  'paid-after-the-count':
    'Money is said to have left before a count, and was written down after it. Look for the paper, and ask who was there.',
  'lent-without-decision':
    'A loan was paid out and no vote stands in the book. Ask the borrower and the meeting.',
  'granted-without-decision':
    'Donated money was paid out and no decision stands in the book. Ask who asked for it and who agreed.',
  'given-up-without-vote':
    'A loan was counted as lost without a vote in the book. Let the meeting say whether it agreed.',
  'relief-without-vote':
    'Instalments were put off as a matter of fact, without the votes that the rules ask for. Let the meeting look at it.',
  'lent-after-leaving':
    'A loan is dated before the borrower left and was written down when she had left already. Ask who took the money.',
  'payout-not-confirmed':
    'A loan was paid out, and whoever should have got the money has not said that it came. Ask her, and let her confirm it by PIN, code or two witnesses.',
  'payouts-on-officers-word':
    'Loans went out in the last half year, and nobody who got one has ever said so: the book has the word of officers alone. Let the meeting agree that whoever gets money says so by PIN or code; from the first such word on it is asked of everybody.',
  'let-go-by-who-booked-it':
    'One officer alone wrote that money from abroad came, and alone gave it out. Look for it on the bank’s own list, and ask the member.',
  'heirs-paid-elsewhere':
    'Savings were paid to heirs, and fewer than two of those named as witnesses were at a meeting of that day. Ask the family.',
  'witnesses-elsewhere':
    'Whoever is said to have seen this was not at the meeting of that day. Ask them, and the member.',
  'answered-for-somebody':
    'Somebody’s own answer is another one than what was written down for them before. Ask whoever wrote the first.',
  'foreign-by-one-hand':
    'One officer alone let money of another currency out of its box or changed it. Ask at what rate, and who saw it.',
  'promised-above-cash':
    'More was promised as emergency loans than there was in cash. Promise no more until it is there.',
  'vote-with-unseen-members':
    'This vote needed hands of members whom one officer wrote in shortly before and nobody else has seen. Hold it again.',
  'interest-beyond-schedule':
    'More interest was paid on money that the fund owes than had fallen due by that day. Ask the lender for a receipt.',
  'restricted-money-lent':
    'After this loan less money was at hand than belongs to donors, the social fund and members whose money waits. Lend nothing more until it is there again.',
  'saved-for-the-loan-alone':
    'The savings that this loan was measured by came not long before it and went again not long after. Ask whose money it was.',
  'difference-changed-later':
    'Lines that move the box were written down or taken back after this count, of days that it had taken in. Look for the papers of each; what was counted stays what it was.',
  'lent-beyond-lendable':
    'After this loan less money was at hand than the rules keep for savers. Lend nothing more until it is there again.',
  'counted-again':
    'The box was counted a second time for this meeting and the first count no longer stands. Ask both who counted.',
  'counted-after-a-later-count':
    'This count was written down when a later day had been counted already, and moves what is missing to this day. Ask who counted and who was there; the later count stays what it was.',
  'keeper-changed-later':
    'The book names somebody else as keeper of the box on this day than it did when the box was counted. What was missing stays with whoever kept it then: ask who changed the office, and why.',
  'list-changed-around-a-vote':
    'By one list of who was there this vote had too few people or too many hands, and the list was made longer or taken back. Ask those who were added whether they were there.',
  'vote-without-a-list':
    'A vote of this meeting was written down, and by the end of that day nobody had written down who was there: its hands make no quorum. Ask who came, write the list, and vote again.',
  'attendance-changed':
    'Members who were marked absent were marked present later. Ask them whether they were there.',
  'stood-for-by-one-word':
    'One officer alone wrote that members stand for a loan. Nobody’s savings are held by that: let each say so, or another officer who has heard it.',
  'savings-asked-by-one-word':
    'One officer alone wrote that somebody asks for own savings. Ask that member: what is asked for is not lent to others.',
  'voted-beyond-lendable':
    'A vote that stands on paper lent more than the fund could lend on that day. Ask the meeting whether it knew, and lend nothing more until it is there again.',
  'voted-above-committee-share':
    'A vote that stands on paper lent more to an officer, or to somebody of an officer’s household, than their part of all that is lent. Ask the meeting whether it voted so.',
  'more-hands-than-people':
    'In a vote of this meeting more hands were counted than the list has people who may raise one: those who were there, without whoever stepped out and their households. Ask who counted, and vote again.',
  'too-few-for-a-vote':
    'The list of this meeting has fewer people than a vote needs, and a vote was written down. Vote again when enough have come.',
  'agency-seen-by-one':
    'A loan is out for somebody who leaves by an agency, and no two officers have seen its licence. Ask to see the paper, and tell the migration team.',
}
