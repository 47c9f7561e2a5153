import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Body } from '#domain/village.ts'
import { type Actor, commandTypes } from '#test/sim/kinds.ts'
import { codesNotYet, type flagsNotYet } from '#test/sim/not-yet.ts'
import { faultKinds } from '#test/sim/plan.ts'

type Flag = Exclude<Body['flags'][number], (typeof flagsNotYet)[number]>

/** Every flag that an entry can have: a new one does not compile until it stands here. */
const flags: Readonly<Record<Flag, true>> = {
  'rate-above-cap': true,
  'auditors-dismissed': true,
  'box-differs-from-books': true,
  'more-shares-than-a-meeting-allows': true,
  'more-than-saved': true,
  'more-than-social-fund-holds': true,
  'owed-above-principal': true,
  'above-ceiling': true,
  'above-fund-share': true,
  'paid-without-decision': true,
  'second-loan': true,
  overpaid: true,
  'split-differs': true,
  'paid-by-another': true,
  'before-payout': true,
  'without-minute': true,
  'differs-from-owed': true,
  'without-vote': true,
  'longer-than-rule': true,
  'window-overspent': true,
}

const actors: Readonly<Record<Actor, true>> = {
  'record-keeper': true,
  chair: true,
  counter: true,
  member: true,
  auditor: true,
  thief: true,
  'forgetful-phone': true,
}

/** How a loan can go; no other way may ever be seen. */
const loanEdges = [
  'none > open',
  'none > closed',
  'open > closed',
  'open > written-off',
  'closed > written-off',
]

const domain = join(import.meta.dirname, '../../domain')
/** Rooms whose codes no command of a fund can be answered with. */
const elsewhere = /^(?:network\.ts|ports\.ts|(?:access|conventions|health|kernel|ledger)\/)/

/** The codes that the rooms' own text says a command can be answered with. */
export const codesInSource = (): readonly string[] => {
  const files = readdirSync(domain, { recursive: true, encoding: 'utf8' })
  const texts = files
    .filter((path) => path.endsWith('.ts') && !elsewhere.test(path))
    .map((path) => readFileSync(join(domain, path), 'utf8'))
  const all = (pattern: RegExp): string[][] =>
    texts.flatMap((text) => [...text.matchAll(pattern)].map((found) => [...found]))
  const quoted = (text: string): string[] =>
    [...text.matchAll(/'([a-z0-9-]+)'/g)].map(([, code]) => `refused ${code}`)
  return [
    ...all(/\b(refused|invalid)\(\s*'([a-z0-9-]+)'/g).map(([, how, code]) => `${how} ${code}`),
    ...all(/\bcode: '([a-z0-9-]+)'/g).map(([, code]) => `invalid ${code}`),
    // Those that are not written where they are given stand in a type.
    ...all(/type \w*Refusal =\s*((?:\|?\s*'[a-z0-9-]+'\s*)+)/g).flatMap(([, codes]) =>
      quoted(codes!),
    ),
    ...all(/Decision<\w+,\s*((?:\|?\s*'[a-z0-9-]+'\s*)+)>/g).flatMap(([, codes]) => quoted(codes!)),
  ]
}

/** Everything that must have happened at least once, or the run has shown less than it says. */
export const expectedMarks = (): readonly string[] =>
  [
    ...new Set([
      ...codesInSource().filter((code) => !codesNotYet.includes(code)),
      ...Object.keys(flags).map((flag) => `flag ${flag}`),
      ...commandTypes.map((type) => `recorded ${type}`),
      ...Object.keys(actors).map((actor) => `by ${actor}`),
      ...faultKinds.map((kind) => `fault ${kind}`),
      ...loanEdges.map((edge) => `edge loan ${edge}`),
      ...['plain', 'atomic', 'dry'].map((how) => `how ${how}`),
      ...['recorded', 'flagged', 'conflict', 'again'].map((how) => `answered ${how}`),
      'stale, and tried again',
    ]),
  ].toSorted()
