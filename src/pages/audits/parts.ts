import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import { gradeRules } from '#domain/health/grade.ts'
import type { Audit, BookHead, TestResult, TestRow } from '#domain/network/audits/audit.ts'
import type { HeadFound } from '#src/app/audits/audits.ts'
import { mark } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { AuditsWords } from '#src/words/en/audits.ts'
import type { Language } from '#src/words/catalogue.ts'
import { findingInWords } from '#src/words/finding-words.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { auditsWords, figureWords } from '#src/words/words.ts'

type Of = Pick<Audit, 'fundId' | 'auditId'>

/** Where pages of audits are. */
export const auditPath = {
  all: '/audits',
  bring: '/audits/bring',
  ofFund: (fundId: string): string => `/funds/${fundId}/audits`,
  plan: (fundId: string): string => `/funds/${fundId}/audits/plan`,
  head: (fundId: string): string => `/funds/${fundId}/audits/head`,
  one: ({ fundId, auditId }: Of): string => `/funds/${fundId}/audits/${auditId}`,
} as const

export const auditWordsIn = (language: Language): AuditsWords => auditsWords.in(language)

/** What a code is called here, or else what is found by it, in one sentence. */
const ownOrFinding = (key: string, code: string, language: Language): string => {
  const known = auditWordsIn(language) as unknown as Readonly<Record<string, unknown>>
  const said = Object.hasOwn(known, key) ? known[key] : undefined
  return typeof said === 'string' ? said : findingInWords(code, language).split(/(?<=[.។])/)[0]!
}

const figureOf = (code: string): keyof ReturnType<typeof figureWords.in> | undefined =>
  Object.hasOwn(gradeRules, code) ? gradeRules[code as keyof typeof gradeRules].figure : undefined

/** Why a visit was planned: a figure of the grade, a sign, or a word of its own. */
export const reasonSaid = (code: string, language: Language): string => {
  const figure = figureOf(code)
  if (figure !== undefined) return figureWords.in(language)[figure]
  return ownOrFinding(`reason_${code}`, code, language)
}

/** What a row of a test is about: a card, a part of the roll-forward, or a rule. */
export const rowSaid = ({ of, what }: Pick<TestRow, 'of' | 'what'>, language: Language): string => {
  if (what === 'savings' || (what === 'owed' && of !== 'loans'))
    return `${of}, ${auditWordsIn(language)[`what_${what}`]}`
  return ownOrFinding(`row_${of}`, of, language)
}

/** A sum or a count of a row. */
export const rowAmount = (
  amount: number | undefined,
  { currency }: { readonly currency?: Currency },
): string => {
  if (amount === undefined) return '-'
  return currency === undefined ? String(amount) : moneyInFigures({ amount, currency })
}

const tones = { agrees: 'good', differs: 'bad', 'in-part': 'calm' } as const

export const resultMark = (result: TestResult, language: Language): Html =>
  mark(tones[result], auditWordsIn(language)[`result_${result}`])

export const weightMark = (weight: 'minor' | 'serious' | 'grave', language: Language): Html =>
  mark(weight === 'minor' ? 'calm' : 'bad', auditWordsIn(language)[`weight_${weight}`])

/** An entry that is quoted: its number and hash, and whether the book still says so. */
export const headPart = (
  { seq, hash }: BookHead,
  { found, language }: { readonly found: HeadFound; readonly language: Language },
): Html => {
  const words = auditWordsIn(language)
  return html`<p>
      ${words.entryHash(String(seq))}<br />
      <code class="hash">${hash}</code>
    </p>
    <p>${mark(found === 'in-book' ? 'good' : 'bad', words[`head_${found}`])}</p>`
}
