import { reviewed } from '#src/words/catalogue.ts'

/** Each value of a charter by its name, and how its value is told where a figure alone would not do. */
export const fieldEn = {
  currency: reviewed('Currency'),
  households: reviewed('Households'),
  shareValue: reviewed('One share'),
  sharesMin: reviewed('Shares at a meeting, at least'),
  sharesMax: reviewed('Shares at a meeting, at most'),
  socialPerMeeting: reviewed('For the social fund, each meeting'),
  absenceFine: reviewed('Fine for staying away'),
  meetingDay: reviewed('The fund meets on day'),
  rateNormal: reviewed('Interest of an ordinary loan'),
  rateSeasonal: reviewed('Interest of a loan until the harvest'),
  rateEmergency: reviewed('Interest of an emergency loan'),
  interestStep: reviewed('Interest is rounded down to whole'),
  instalmentStep: reviewed('Instalments are rounded down to whole'),
  classes: reviewed('Set aside for late loans'),
  provisionStep: reviewed('What is set aside is rounded to whole'),
  reliefExtraPercent: reviewed('Set aside besides for loans in relief'),
  savingsMultiple: reviewed('Times what the borrower has saved'),
  ofEquityAndSavingsPercent: reviewed('Share of what the fund and its savers own'),
  amountMax: reviewed('Largest loan'),
  emergencyMax: reviewed('Largest emergency loan'),
  emergencyMonthsMax: reviewed('Longest emergency loan'),
  quorumPercent: reviewed('Members who must be there for a vote'),
  boxMax: reviewed('Most cash in the box overnight'),

  monthly: reviewed((percent: string) => `${percent} % a month`),
  months: reviewed((count: string) => (count === '1' ? '1 month' : `${count} months`)),
  times: reviewed((count: string) => `${count} times`),
  dayOfMonth: reviewed((day: string) =>
    day === '31' ? 'the last day of the month' : `${day} of the month`,
  ),
  classTo: reviewed((days: string, percent: string) => `to ${days} days late ${percent} %`),
  classLast: reviewed((percent: string) => `later ${percent} %`),
}
