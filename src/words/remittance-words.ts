import { remittance as remittanceEn } from '#src/words/en/remittance.ts'
import { remittance as remittanceKm } from '#src/words/km/remittance.ts'
import { sending as sendingEn } from '#src/words/en/sending.ts'
import { sending as sendingKm } from '#src/words/km/sending.ts'
import { family } from '#src/words/catalogue.ts'

/** What is said of money that comes from abroad, and of what sending it costs. */
export const remittanceWords = family({ en: remittanceEn, km: remittanceKm })
export const sendingWords = family({ en: sendingEn, km: sendingKm })
