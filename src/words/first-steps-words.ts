import { family } from '#src/words/catalogue.ts'
import { firstSteps as firstStepsEn } from '#src/words/en/first-steps.ts'
import { firstSteps as firstStepsKm } from '#src/words/km/first-steps.ts'

/** What is said to the first administrator. */
export const firstStepsWords = family({ en: firstStepsEn, km: firstStepsKm })
