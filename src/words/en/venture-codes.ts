/** What refusals of ventures say, and what to do next. */
export const ventureCodes = {
  'venture-unknown': 'There is no venture of that name. Look at the list of ventures.',
  'venture-already-there': 'There is a venture of that name. Give this one another.',
  'venture-not-a-code': 'This is no name of a venture. Use small letters, digits and dashes.',
  'venture-closed': 'The venture has ended. Nothing more is written of it.',
  'one-holds-too-much':
    'One person would hold more than a quarter. Offer more shares, or let each hold fewer.',
  'venture-days-cannot-hold':
    'The days do not follow each other. It ends after it is founded, and holders may leave between the two.',
  'keepers-the-same': 'Its cash and its paper book are kept by two people. Choose another one.',
  'leaving-value-unknown': 'What is paid to who leaves is one of two ways. Choose one.',
  'before-the-venture-began': 'The venture was founded later. Choose its day or a later one.',
  'keeper-counts':
    'Whoever keeps its cash or its paper book does not count it. Choose somebody else.',
  'counters-the-same': 'Two people count: the officer and a member. Choose somebody else.',
  'rules-not-heard': 'The rules are read out before anybody pays. Read them, then say so.',
  'venture-has-begun':
    'Its money has moved, so no more shares are sold. Give the money back; another venture may be founded.',
  'venture-shares-for-one': 'That is more than one person may hold. Write fewer shares.',
  'venture-shares-gone': 'So many shares are not left. Write fewer shares.',
  'holds-no-shares': 'The member holds no shares of it. Look at who holds it.',
  'venture-not-left-yet':
    'The day from which holders may leave has not come. Wait for it, or let the meeting end the venture.',
  'last-of-the-venture': 'Nobody else holds it. Let the meeting end it.',
  'more-than-the-venture-has':
    'The venture does not have so much. Write a smaller sum, or what is missing in its book first.',
  'venture-is-nobodys': 'Nobody holds shares of it yet. Write down who bought some first.',
  'more-than-the-venture-earned':
    'That is more than it has earned beyond the price of its shares. Write a smaller sum.',
  'venture-has-goods':
    'It has goods still. Write down what they brought, and that they are gone; then end it.',
  'move-unknown': 'Say what happened: earned, spent, missing, bought or gone.',
  'paper-not-a-code': 'This is no number of a paper. Write letters and digits.',
  'not-a-member-now':
    'Who is no member on that day buys no shares. Choose another day, or give the money back.',
}
