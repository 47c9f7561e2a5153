import { amountMax, currencyCodes, isRate } from '#domain/kernel/money.ts'
import {
  code,
  faultIn,
  group as groupOf,
  list,
  optional,
  orNull,
  type Shapes,
  text,
  whole as wholeOf,
  word,
} from '#domain/kernel/shape.ts'
import {
  type Charter,
  type ProvisionClass,
  ratedProducts,
  repaymentOrders,
} from '#domain/fund/charter/charter.ts'
import { areOfficerRules } from '#domain/fund/people/officer-rules.ts'
import { isSplitWhole } from '#domain/fund/charter/savings-rules.ts'
import { areKnownKinds } from '#domain/fund/charter/support-rules.ts'

const cannotHold = 'charter-cannot-hold'
const whole = (min: number, max: number) => wholeOf(min, max, cannotHold)
const group = <const Of extends Shapes>(of: Of) => groupOf(of, cannotHold)

const rate = text(/^\d{1,3}(\.\d{1,6})?$/, { code: cannotHold, example: '1.5' })
const amount = whole(1, amountMax)
const amountOrZero = whole(0, amountMax)
const percent = (max: number) => whole(0, max)

/** So that the most shares that can be sent at once come to no more than the largest sum. */
const shareValueMax = 100_000_000
const classesMax = 20
const sharesMax = 10_000
const daysMax = 10_000
/** Above this no withdrawal would ever be paid. */
const liquidityMax = 90

const provisioning = group({
  step: amount,
  classes: list(
    group({ toDays: orNull(whole(0, daysMax)), name: code(cannotHold), percent: rate }),
    { min: 1, max: classesMax, code: cannotHold, tooLong: cannotHold },
  ),
  reliefExtraPercent: rate,
})

const ceiling = group({
  savingsMultiple: whole(0, 1000),
  ofEquityAndSavingsPercent: whole(0, 1000),
  amountMax: amountOrZero,
  emergencyMax: amountOrZero,
  emergencyMonthsMax: whole(0, 1000),
  papersMax: optional(amountOrZero),
  buyOutMax: optional(amountOrZero),
  enterpriseMax: optional(amountOrZero),
})

const officers = group({
  termMonths: optional(whole(1, 60)),
  graceDays: optional(whole(0, 366)),
  seats: optional(whole(3, 15)),
  womenMin: optional(whole(0, 15)),
  votingMin: optional(whole(3, 15)),
  amountMax: optional(amountOrZero),
})

/** At most six months of relief at a time, and no more than half of a last loan. */
const relief = group({
  months: optional(whole(1, 6)),
  personalMonths: optional(whole(1, 6)),
  harvestMonth: optional(whole(1, 12)),
  lineOfLastLoanPercent: optional(percent(50)),
})

/** Zero is a kind of grant that the village does not give. */
const support = group({
  passport: optional(amountOrZero),
  papers: optional(amountOrZero),
  training: optional(amountOrZero),
  'safe-return': optional(amountOrZero),
  'emergency-return': optional(amountOrZero),
  reintegration: optional(amountOrZero),
  school: optional(amountOrZero),
  children: optional(amountOrZero),
})

const savingsRules = group({
  liquidity: optional(
    group({ percent: percent(liquidityMax), rainyPercent: percent(liquidityMax) }),
  ),
  surplus: optional(
    group({
      membersPercent: percent(100),
      reservePercent: percent(100),
      runningCostsPercent: percent(100),
    }),
  ),
  borrowingMaxPercent: optional(percent(1000)),
})

/** What a charter holds, each rule by itself. */
export const charter = group({
  currency: word(currencyCodes, cannotHold),
  households: whole(0, 10_000),
  shareValue: whole(1, shareValueMax),
  sharesPerMeeting: group({ min: whole(0, sharesMax), max: whole(0, sharesMax) }),
  socialPerMeeting: amountOrZero,
  absenceFine: amountOrZero,
  meetingDay: whole(1, 31),
  meetingWeekday: optional(whole(1, 7)),
  rateMonthlyPercent: group({ normal: rate, seasonal: rate, emergency: rate }),
  interestStep: amount,
  instalmentStep: amount,
  provisioning,
  ceiling,
  quorumPercent: whole(50, 100),
  boxMax: amountOrZero,
  oneHandLimit: optional(amountOrZero),
  repaymentOrder: optional(word(repaymentOrders, cannotHold)),
  officers: optional(officers),
  relief: optional(relief),
  support: optional(support),
  savingsRules: optional(savingsRules),
})

const isPercent = (value: string): boolean => isRate(value, 100)

const hasSoundClasses = (classes: readonly ProvisionClass[]): boolean =>
  classes.every(({ toDays, percent: setAside }, i) => {
    const isLast = i === classes.length - 1
    const isAfterTheOneBefore = toDays !== null && toDays > (classes[i - 1]?.toDays ?? -1)
    return isPercent(setAside) && (isLast ? toDays === null : isAfterTheOneBefore)
  })

/** The first rule that cannot hold beside the others, each of them being sound; undefined when all can. */
export const togetherFault = (rules: Charter): string | undefined => {
  const { sharesPerMeeting, rateMonthlyPercent, provisioning: setAside } = rules
  const checks: readonly (readonly [string, boolean])[] = [
    ['/sharesPerMeeting', sharesPerMeeting.min <= sharesPerMeeting.max],
    ['/rateMonthlyPercent', ratedProducts.every((one) => isPercent(rateMonthlyPercent[one]))],
    ['/provisioning/classes', hasSoundClasses(setAside.classes)],
    ['/provisioning/reliefExtraPercent', isPercent(setAside.reliefExtraPercent)],
    ['/savingsRules', isSplitWhole(rules.savingsRules?.surplus)],
    ['/support', areKnownKinds(rules.support)],
    ['/officers', areOfficerRules(rules)],
  ]
  return checks.find(([, isSound]) => !isSound)?.[0]
}

/** The first field of a charter that cannot hold, as a JSON pointer; undefined when all can. */
export const charterFault = (rules: Charter): string | undefined =>
  faultIn(charter.of, rules)?.at ?? togetherFault(rules)
