import type { CaseFile } from '#domain/cases/file.ts'
import { factOf } from '#domain/cases/operation.ts'
import { isBelowTwice } from '#domain/cases/operations/back.ts'
import { isAway, setFound, setJourney, setPromise } from '#domain/cases/operations/journey.ts'
import { tickReady } from '#domain/cases/operations/leaving.ts'
import { isUnderEighteen } from '#domain/cases/operations/person.ts'
import { signalsOf } from '#domain/cases/operations/signals.ts'

/** What a worker should see at once, with its colour. Those that ask for a referral are no matter of advice alone. */
export const warnings = {
  'fee-asked': { colour: 'amber', isForReferral: false },
  'cost-not-compared': { colour: 'amber', isForReferral: false },
  'cost-above-one-month': { colour: 'amber', isForReferral: false },
  'cost-above-two-months': { colour: 'red', isForReferral: false },
  'income-below-line': { colour: 'amber', isForReferral: false },
  'document-kept': { colour: 'red', isForReferral: true },
  'contract-missing': { colour: 'red', isForReferral: true },
  'pay-deducted': { colour: 'red', isForReferral: true },
  'under-18': { colour: 'red', isForReferral: true },
} as const
export type Warning = keyof typeof warnings
export const warningNames = Object.keys(warnings) as readonly Warning[]

/** All that the way costs against what a month is said to bring (domain facts 8.5); two currencies are never compared. */
const ofCost = (file: CaseFile): readonly Warning[] => {
  const [journey, promise] = [factOf(file, setJourney), factOf(file, setPromise)]
  const cost = (journey?.fee ?? 0) + (journey?.otherCosts ?? 0)
  if (!journey || !promise || cost === 0) return []
  if (journey.currency !== promise.currency) return ['cost-not-compared']
  if (cost > 2 * promise.wage) return ['cost-above-two-months']
  return cost > promise.wage ? ['cost-above-one-month'] : []
}

/** No contract was promised, none was found, or somebody set out with a list on which it is not ticked. */
const isContractMissing = (file: CaseFile): boolean =>
  factOf(file, setPromise)?.contract === 'none' ||
  factOf(file, setFound)?.hasContract === false ||
  (isAway(file) &&
    factOf(file, tickReady) !== undefined &&
    !factOf(file, tickReady)!.there.includes('contract'))

const arePapersKept = (file: CaseFile): boolean =>
  factOf(file, setFound)?.arePapersKept === true ||
  signalsOf(file).some(({ signal }) => signal === 'documents-kept')

const isPayDeducted = (file: CaseFile): boolean =>
  [factOf(file, setPromise), factOf(file, setFound)].some((pay) => (pay?.deductions ?? 0) > 0)

/** What warns in a case, the red ones first. */
export const warningsOf = (file: CaseFile): readonly Warning[] => {
  const ofOne = (warning: Warning, is: boolean): readonly Warning[] => (is ? [warning] : [])
  const all = [
    ...ofOne('under-18', isUnderEighteen(file)),
    ...ofOne('document-kept', arePapersKept(file)),
    ...ofOne('contract-missing', isContractMissing(file)),
    ...ofOne('pay-deducted', isPayDeducted(file)),
    ...ofCost(file),
    ...ofOne('income-below-line', isBelowTwice(file)),
    ...ofOne('fee-asked', (factOf(file, setJourney)?.fee ?? 0) > 0),
  ]
  const isRed = (warning: Warning): boolean => warnings[warning].colour === 'red'
  return [...all.filter(isRed), ...all.filter((one) => !isRed(one))]
}
