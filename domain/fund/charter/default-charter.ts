import type { Currency } from '#domain/kernel/money.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'

const defaultEnterpriseMax = 600_000

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
    papersMax: 500_000,
    enterpriseMax: defaultEnterpriseMax,
  },
  quorumPercent: 67,
  boxMax: 2_000_000,
}

type Sums = Pick<Charter, 'shareValue' | 'socialPerMeeting' | 'absenceFine' | 'boxMax'> &
  Pick<Charter, 'interestStep' | 'instalmentStep'> &
  Required<Pick<Charter['ceiling'], 'amountMax' | 'emergencyMax' | 'papersMax' | 'enterpriseMax'>>

/** Sums of about the same worth in the neighbours' money, round, chosen once: no rate of exchange moves them. */
const sumsElsewhere: Readonly<Record<Exclude<Currency, 'KHR'>, Sums>> = {
  USD: {
    shareValue: 1_00,
    socialPerMeeting: 25,
    absenceFine: 25,
    boxMax: 500_00,
    interestStep: 1,
    instalmentStep: 25,
    amountMax: 375_00,
    emergencyMax: 50_00,
    papersMax: 125_00,
    enterpriseMax: 150_00,
  },
  THB: {
    shareValue: 40_00,
    socialPerMeeting: 8_00,
    absenceFine: 8_00,
    boxMax: 16_000_00,
    interestStep: 25,
    instalmentStep: 1_00,
    amountMax: 12_000_00,
    emergencyMax: 1_600_00,
    papersMax: 4_000_00,
    enterpriseMax: 4_800_00,
  },
  VND: {
    shareValue: 30_000,
    socialPerMeeting: 6_000,
    absenceFine: 6_000,
    boxMax: 12_000_000,
    interestStep: 500,
    instalmentStep: 1_000,
    amountMax: 9_000_000,
    emergencyMax: 1_200_000,
    papersMax: 3_000_000,
    enterpriseMax: 3_600_000,
  },
  LAK: {
    shareValue: 25_000,
    socialPerMeeting: 5_000,
    absenceFine: 5_000,
    boxMax: 10_000_000,
    interestStep: 500,
    instalmentStep: 1_000,
    amountMax: 7_500_000,
    emergencyMax: 1_000_000,
    papersMax: 2_500_000,
    enterpriseMax: 3_000_000,
  },
  MMK: {
    shareValue: 2_500,
    socialPerMeeting: 500,
    absenceFine: 500,
    boxMax: 1_000_000,
    interestStep: 50,
    instalmentStep: 100,
    amountMax: 750_000,
    emergencyMax: 100_000,
    papersMax: 250_000,
    enterpriseMax: 300_000,
  },
}

/** What a new fund that keeps its book in a currency is offered; the meeting votes on every one of them later. */
export const defaultCharterIn = (currency: Currency): Charter => {
  if (currency === 'KHR') return defaultCharter
  const { amountMax, emergencyMax, papersMax, enterpriseMax, ...sums } = sumsElsewhere[currency]
  const { ceiling, provisioning } = defaultCharter
  return {
    ...defaultCharter,
    ...sums,
    currency,
    ceiling: { ...ceiling, amountMax, emergencyMax, papersMax, enterpriseMax },
    provisioning: { ...provisioning, step: sums.interestStep },
  }
}

/** The largest loan to begin a trade with: what a new fund is offered, where a charter says nothing of it. */
export const enterpriseMaxOf = ({
  ceiling,
  currency,
}: Pick<Charter, 'ceiling' | 'currency'>): number =>
  ceiling.enterpriseMax ??
  (currency === 'KHR' ? defaultEnterpriseMax : sumsElsewhere[currency].enterpriseMax)
