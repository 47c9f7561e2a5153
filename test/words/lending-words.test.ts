import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { languages } from '#src/words/catalogue.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { lendingCodeWords, memberCodeWords } from '#src/words/report-words.ts'

const root = join(import.meta.dirname, '../..')
const sourceOf = (path: string): string => readFileSync(join(root, path), 'utf8')
const inFolder = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`)

/** Where the commands of lending are decided, and who may stand behind them. */
const sources = [
  ...inFolder('domain/loans'),
  ...inFolder('domain/loans/operations'),
  ...inFolder('domain/corrections/operations'),
  'domain/savings/operations/money.ts',
  'domain/fund/meeting/voting.ts',
  'domain/fund/people/life.ts',
  'domain/fund/people/elections.ts',
  'domain/fund/people/handing-over.ts',
  'domain/fund/hands.ts',
  'domain/fund/second.ts',
  'domain/fund/people/tenures.ts',
  ...['bank', 'founding', 'members', 'households', 'officers', 'elections', 'hand-overs'].map(
    (topic) => `domain/fund/operations/${topic}.ts`,
  ),
  'domain/village.ts',
  'src/app/approvals.ts',
  'src/app/submit.ts',
  'src/app/identity/vouching.ts',
]

/** The ways in which a code is written: as an answer, of a shape, as an alternative of a type of codes, as a flag. */
const waysToWrite = [
  /(?:refused|invalid)\(\s*'([a-z-]+)'/g,
  /\bcode: '([a-z-]+)'/g,
  /\b(?:code|mark|oneOf|text|whole|word)\([^()]*'([a-z]+(?:-[a-z]+)+)'\)/g,
  /\btoo(?:Short|Long): '([a-z-]+)'/g,
  /\b(?:cannotHold|findingUnknown) = '([a-z-]+)'/g,
  /'((?:approver|approval)-[a-z-]+)'/g,
]

const codesIn = (text: string): string[] => {
  const written = waysToWrite.flatMap((way) => [...text.matchAll(way)].map(([, code]) => code!))
  const types = [
    ...text.matchAll(/type \w*(?:Refusal|Flag)\b[^=\n]* =([\s\S]*?)\n(?:\n|export|const)/g),
  ]
  const flags = [...text.matchAll(/flags: readonly ([^\n]*(?:\n\s+\|[^\n]*)*)/g)]
  const kept = [...text.matchAll(/flagsOf\(\{([^}]*)\}/g)].flatMap(([, held]) =>
    [...held!.matchAll(/(?:^|\n|,|\{)\s*'?([a-z-]+)'?:/g)].map(([, code]) => code!),
  )
  const named = [...types, ...flags].flatMap(([, alternatives]) =>
    [...alternatives!.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code!),
  )
  return [...written, ...kept, ...named]
}

const codes = [...new Set(sources.flatMap((path) => codesIn(sourceOf(path))))].toSorted()

test('the codes of lending are found in the source: refusals, faults and flags', () => {
  expect(codes).toEqual(
    expect.arrayContaining([
      'the-meeting-must-vote',
      'reverse-others-first',
      'above-cap',
      'loan-number-taken',
      'first-due-before-payout',
      'paid-without-decision',
      'above-ceiling',
      'fine-above-limit',
      'more-than-waits',
      'approval-of-another',
      'date-in-the-future',
    ]),
  )
  expect(codes.length).toBeGreaterThan(70)
})

test('every refusal, fault and flag of lending has a sentence in both languages', () => {
  for (const language of languages)
    expect(codes.filter((code) => codeSaid(code, language) === undefined)).toEqual([])
})

test('a sentence says what happened and what to do next', () => {
  const all = { ...lendingCodeWords.in('en'), ...memberCodeWords.in('en') }
  for (const [code, wording] of Object.entries(all))
    expect(wording.match(/[.:!?]/g)?.length, code).toBeGreaterThanOrEqual(2)
})
