const months = [
  ...'January February March April May June July August'.split(' '),
  ...'September October November December'.split(' '),
]

/** Months, and how far a day is from today. */
export const calendar = {
  months,
  shortMonths: months.map((name) => name.slice(0, 3)),
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  inDays: (count: string) => `in ${count} days`,
  daysAgo: (count: string) => `${count} days ago`,
}
