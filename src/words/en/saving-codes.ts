/** What refusals and flags of savings, share-outs, deaths and money from outside say, and what to do next. */
export const savingCodes = {
  'savings-held':
    'The member stands with these savings for a loan of somebody else. They are free when it is paid back: write less, or wait.',
  'asked-by-one-word':
    'One officer alone writes that this is asked for. It will be marked: let the member or another officer give the own word.',
  'from-held-savings':
    'The member stands with these savings for a loan of somebody else. It will be marked: ask whether the loan is safe.',
  'more-than-own-savings':
    'That is more than the member has saved and not asked for yet. Write a smaller sum.',
  'withdrawal-unknown': 'No such request for savings was made. Look at who waits.',
  'withdrawal-not-waiting': 'Nothing of that request waits any more. Look at who waits.',
  'surplus-held':
    'The surplus stays while more than a fifth of the loans is late or under relief. Shares can be given back all the same.',
  'no-surplus': 'There is no surplus to split. Close a period first.',
  'no-share-months':
    'No share has stood on a meeting day since the last split. There is nobody to split among.',
  'nothing-to-share-out':
    'Nothing would be handed out. Choose what is to be, or split the surplus.',
  'share-out-before-the-last': 'There was a share-out on that day or after it. Choose a later day.',
  'interest-above-earnings':
    'That is more than borrowers have paid on the same days. Choose a lower rate.',
  'interest-paid-already':
    'Some of these days have borne interest already. Choose days after them.',
  'nothing-to-pay': 'Nobody would get anything. Choose a higher rate or more days.',
  'own-act-not-witnessed':
    'Two other members must have seen it; at a pay-out two who hold no office. Write down who they were.',
  'more-than-owed': 'That is more than settles the loan. Write a smaller sum.',
  'borrower-died': 'The borrower has died. The meeting decides what becomes of the loan.',
  'death-by-one-word':
    'One officer alone has written of this death. Write it once more with a second officer’s word, and settle then.',
  'member-not-dead': 'No death of this member is in the book. Write it down first.',
  'no-loan-open': 'This member owes nothing. There is nothing to settle.',
  'not-two-witnesses': 'Fewer than two witnesses are named. It will be marked.',
  'savings-cost-above-yield':
    'It costs more a year than the loans bring. It will be marked: the fund cannot carry that for long.',
  'above-borrowing-limit':
    'The fund owes more outside than its rules let it. It will be marked: tell the members.',
  'more-than-borrowed': 'That is more than was borrowed. It will be marked: check the slip.',
  'period-already-closed':
    'The book is closed up to and including that day already. Choose a later day.',
  'takeover-unfinished':
    'The older book does not add up yet. Settle it first: before that nothing can be closed.',
  'auditors-not-admitted': 'They may not read the book any more. There is nothing to end.',
  'rate-differs':
    'The two sums are not what the rate says. They stand as written, and it will be marked.',
}
