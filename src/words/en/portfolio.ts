/** What an NGO reads of all the villages that let it in. */
export const portfolio = {
  heading: 'Villages',
  lead: 'Those that want a visit most stand first, with the reason. A reason is something to look at, no verdict.',
  asOf: (count: number, date: string) =>
    count === 1 ? `1 village, on ${date}` : `${count} villages, on ${date}`,
  reading: (read: number, all: number) =>
    `The whole books of ${read} of ${all} villages have been read today. The others stand by their last reading, or by what their lists tell, and are being read now: open this page again.`,
  none: 'No village lets you read its book yet. The administrator puts you to work on a fund, and its chair lets the network in.',
  noneLeft: 'No village is left by this choice.',
  together: 'All together',
  members: 'Members',
  savings: 'Saved',
  cash: 'Cash',
  owed: 'Lent out',
  par30: 'At risk (PAR30)',
  underRelief: 'Under relief',
  narrow: 'Only some of them: by reason, grade or district',
  letters: 'By grade',
  unread: 'not read yet',
  abouts: 'By what to look at',
  about_silent: 'Fell silent',
  'about_written-late': 'Written down late',
  about_unanswered: 'Members without an answer',
  about_unconfirmed: 'Balances not confirmed',
  about_uncounted: 'Box not counted',
  'about_under-relief': 'Under relief',
  about_signs: 'Signs of missing money or people',
  lettersWait: (count: number) =>
    count === 1 ? '1 letter waits for an answer' : `${count} letters wait for an answer`,
  lettersCounted: 'Letters (being counted)',
  districts: 'By district',
  district: (province: string, code: string) => `${province}, district ${code}`,
  unknownDistrict: (code: string) => `District ${code}`,
  villages: (count: number) => (count === 1 ? '1 village' : `${count} villages`),
  narrowed: 'Only some of the villages are shown.',
  need: (points: number) =>
    points === 0
      ? 'Nothing asks for a visit'
      : points === 1
        ? 'Need of a visit: 1 point'
        : `Need of a visit: ${points} points`,
  rule: (name: string, points: number) =>
    points === 1 ? `${name}: 1 point of the grade` : `${name}: ${points} points of the grade`,
  times: (count: number) => (count === 1 ? 'once' : `${count} times`),
  late: (days: number) => `Its last line was written down ${days} days after its day.`,
  moreReasons: (count: number) =>
    count === 0
      ? 'Figures'
      : count === 1
        ? '1 more reason, and figures'
        : `${count} more reasons, and figures`,
  next: 'More villages',
  first: 'The first villages',
  grade: (letter: string) => `Grade ${letter}`,
  judgedOn: (date: string) => `as of ${date}`,
  lastMeeting: (date: string) => `Last meeting ${date}`,
  noMeeting: 'No meeting yet',
  spark: (first: string, last: string) =>
    `Share of loans more than 30 days late: ${first} a year ago, ${last} now.`,
  toHealth: 'Its figures',
  how: 'How the order is made',
  howLead:
    'The need of a visit is the points lost by the grade, and for signs within a year these points more:',
  howSign: (sign: string, from: number, points: number) =>
    from === 1 ? `${sign} ${points} points.` : `${sign} From ${from} times on, ${points} points.`,
  howLate: 'A last line that was written down three weeks or more after its day: 2 points.',
  peers: 'What is usual',
  peersLead: 'Of the villages whose books were read. Fewer than ten are not compared.',
  figure: 'Figure',
  lower: 'A quarter is below',
  middle: 'Half is below',
  upper: 'Three quarters are below',
  count: 'Villages',
  findings: 'Findings',
  findingsLead:
    'In how many villages a figure costs points of the grade, or a sign was seen within a year. Each line leads to them.',
  booksShow: 'What the books show',
  noReasons: 'Nothing in any of these books asks for a visit.',
  auditsFound: (open: number) =>
    open === 0 ? 'No finding of an audit is open' : `Open findings of audits: ${open}`,
  answered: 'The fund has answered: close it.',
  people: 'People',
  peopleLead:
    'Members of all villages together. Nobody is named here, and no card: those stand on the pages of a village.',
  fewestCome: 'Where fewest come to meetings',
  mostLeft: 'Where most have left',
  takeAlong: 'Take along',
  csv: 'List as CSV',
  xlsx: 'List as workbook',
  savix: 'Years of each village (SAVIX)',
  file: 'Villages',
}

export type PortfolioWords = typeof portfolio
