import { windowPattern } from '#domain/grants/grants.ts'
import { patternField } from '#src/http/commands/fields.ts'

export const charterExample = {
  currency: 'KHR' as const,
  households: 60,
  shareValue: 5000,
  sharesPerMeeting: { min: 1, max: 5 },
  socialPerMeeting: 1000,
  absenceFine: 500,
  meetingDay: 20,
  rateMonthlyPercent: { normal: '1.5', seasonal: '1.5', emergency: '0' },
  interestStep: 100,
  instalmentStep: 100,
  provisioning: {
    step: 100,
    classes: [
      { toDays: 30, name: 'current', percent: '1' },
      { toDays: null, name: 'late', percent: '100' },
    ],
    reliefExtraPercent: '5',
  },
  ceiling: {
    savingsMultiple: 3,
    ofEquityAndSavingsPercent: 10,
    amountMax: 2_000_000,
    emergencyMax: 200_000,
    emergencyMonthsMax: 3,
  },
  quorumPercent: 66,
  boxMax: 2_000_000,
}

export const windowIdField = () => patternField(windowPattern, 'window-not-a-code')
