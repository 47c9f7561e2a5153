import type { calendar as en } from '#src/words/en/calendar.ts'

const months = [
  ...'មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា'.split(' '),
  ...'កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ'.split(' '),
]

export const calendar: typeof en = {
  months,
  shortMonths: months,
  today: 'ថ្ងៃនេះ',
  tomorrow: 'ថ្ងៃស្អែក',
  yesterday: 'ម្សិលមិញ',
  inDays: (count) => `${count} ថ្ងៃទៀត`,
  daysAgo: (count) => `${count} ថ្ងៃមុន`,
}
