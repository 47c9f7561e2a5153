import type { Charter } from '#domain/fund/charter.ts'

/** What a new fund is offered, and what a quote without a fund goes by: DF 8.1 to 8.3, in riel. */
export const defaultCharter: Charter = {
  currency: 'KHR',
  households: 60,
  shareValue: 5000,
  sharesPerMeeting: { min: 1, max: 5 },
  socialPerMeeting: 1000,
  absenceFine: 1000,
  meetingDay: 20,
  rateMonthlyPercent: { normal: '1.5', seasonal: '1.5', emergency: '0' },
  interestStep: 100,
  instalmentStep: 100,
  provisioning: {
    step: 100,
    classes: [
      { toDays: 14, name: 'normal', percent: '1' },
      { toDays: 30, name: 'special_mention', percent: '3' },
      { toDays: 60, name: 'substandard', percent: '20' },
      { toDays: 90, name: 'doubtful', percent: '50' },
      { toDays: null, name: 'loss', percent: '100' },
    ],
    reliefExtraPercent: '0',
  },
  ceiling: {
    savingsMultiple: 3,
    ofEquityAndSavingsPercent: 10,
    amountMax: 1_500_000,
    emergencyMax: 200_000,
    emergencyMonthsMax: 3,
  },
  quorumPercent: 67,
  boxMax: 2_000_000,
}
