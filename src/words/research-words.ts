import { family } from '#src/words/catalogue.ts'
import { caseResearch as caseResearchEn } from '#src/words/en/case-research.ts'
import { caseResearch as caseResearchKm } from '#src/words/km/case-research.ts'

/** What is said of research extracts. */
export const caseResearchWords = family({ en: caseResearchEn, km: caseResearchKm })
