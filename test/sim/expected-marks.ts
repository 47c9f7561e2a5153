import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Shape } from '#domain/kernel/shape.ts'
import { operations } from '#domain/operations/all.ts'
import type { Body } from '#domain/village.ts'
import { type Actor, commandTypes } from '#test/sim/kinds.ts'
import { faultKinds } from '#test/sim/plan.ts'
import { wayMarks } from '#test/sim/ways.ts'

type Flag = Body['flags'][number]

/** Every flag that an entry can have: a new one does not compile until it stands here. */
const flags: Readonly<Record<Flag, true>> = {
  'rate-above-cap': true,
  'auditors-dismissed': true,
  'box-differs-from-books': true,
  'more-shares-than-a-meeting-allows': true,
  'fewer-shares-than-a-meeting-asks': true,
  'savings-cost-above-yield': true,
  'not-two-witnesses': true,
  'member-not-dead': true,
  'above-borrowing-limit': true,
  'more-than-borrowed': true,
  'more-than-held': true,
  'rate-differs': true,
  'more-than-saved': true,
  'from-held-savings': true,
  'more-than-all-private': true,
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
  'above-award': true,
  'conditions-open': true,
  'paid-at-a-meeting': true,
  'above-agreed': true,
  'above-cap': true,
  'above-claim': true,
  'fine-above-limit': true,
  'more-than-the-charter-asks': true,
  'flat-rate': true,
  'fee-taken': true,
  'security-held': true,
  'not-held': true,
  'fewer-than-two-witnesses': true,
  'more-than-waited': true,
  'paid-by-guarantor': true,
  'reversed-same-day': true,
  'differs-from-decision': true,
  'price-of-another-day': true,
  'already-so': true,
  'after-death': true,
  'left-owing': true,
  'left-with-savings': true,
  'held-office': true,
  'by-one-word': true,
  'seen-later': true,
  'stood-for-by-one-word': true,
  'stands-for-more-than-saved': true,
  'fund-does-not-go-on': true,
  'asked-by-one-word': true,
  'proxy-not-here': true,
  'proxy-for-another': true,
  'household-already-there': true,
  'household-not-there': true,
  'not-of-household': true,
  'borrower-not-here': true,
  'not-in-two-names': true,
  'account-changed': true,
  'statement-differs': true,
  'too-few-women': true,
  'key-holder-on-committee': true,
  'without-election': true,
  'appointed-alone': true,
  'fewer-women-by-vote': true,
  'without-count': true,
  'without-signed-balance': true,
  'without-two-witnesses': true,
  'office-of-another': true,
  'promised-above-cash': true,
  'paper-differs': true,
  'not-all-compared': true,
  'put-off': true,
  'after-the-round': true,
  'differs-from-slip': true,
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
  // A later part of it is paid out, or what ended it is taken back.
  'closed > open',
  'written-off > open',
  // Its beginning is taken back, and it may begin again.
  'open > void',
  'void > open',
]
/** Ways that are too rare to wait for: a loan of which nothing was owed that is taken back, and others. */
export const rareMarks = [
  // Of the rules that were made last no plan of the simulator comes to these yet: tests of their own do.
  'a loan handed back',
  'flag differs-from-decision',
  'flag from-held-savings',
  'flag paid-by-guarantor',
  'invalid more-votes-than-listed',
  'invalid payout-after-takeover',
  'refused burden-above-half',
  'refused death-by-one-word',
  'refused agency-seen-by-one',
  // Of a venture (`test/domain/ventures`): who holds it alone, and who was no member on the day.
  'refused last-of-the-venture',
  'refused not-a-member-now',
  'refused more-than-the-venture-earned',
  'invalid before-the-venture-began',
  'refused entry-taken-back',
  'refused more-than-books-hold',
  'refused rate-above-cap',
  'refused savings-held',
  'edge loan closed > void',
  'edge loan void > closed',
  'edge loan written-off > closed',
  'edge loan written-off > void',
  'edge loan void > written-off',
]

const domain = join(import.meta.dirname, '../../domain')
/** Rooms whose codes no command of a fund can be answered with. */
const elsewhere =
  /^(?:network\.ts|ports\.ts|(?:access|cases|conventions|fairness|health|kernel|ledger|network|statistics)\/|grants\/pot|fund\/\w+\/(?:photos|away-figures|away-more)\.ts)/

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
    ...all(/\b(refused|invalid)(?:Above)?\(\s*'([a-z0-9-]+)'/g).map(
      ([, how, code]) => `${how} ${code}`,
    ),
    ...all(/\bcode: '([a-z0-9-]+)', at:/g).map(([, code]) => `invalid ${code}`),
    // Those that are not written where they are given stand in a type.
    ...all(/type \w*Refusal =((?:\s*\|?\s*(?:'[a-z0-9-]+'|[A-Z]\w*))+)/g).flatMap(([, codes]) =>
      quoted(codes!),
    ),
    ...all(/Decision<\w+,\s*((?:\|?\s*'[a-z0-9-]+'\s*)+)>/g).flatMap(([, codes]) => quoted(codes!)),
  ]
}

const codesOf = (shape: Shape): readonly string[] => {
  const own = 'code' in shape ? [shape.code] : []
  switch (shape.is) {
    case 'sum':
    case 'signed-sum':
      return ['amount-not-whole', 'amount-too-large']
    case 'day':
      return ['date-impossible']
    case 'id':
      return shape.isUuid ? [`${shape.of}-not-an-id`] : []
    case 'list':
      return [...own, shape.tooShort, shape.tooLong, ...codesOf(shape.each)]
    case 'pair':
      return [...own, ...codesOf(shape.each)]
    case 'or-null':
      return codesOf(shape.of)
    case 'group':
      return [...own, ...Object.values(shape.of).flatMap(codesOf)]
    case 'either':
      return [
        ...own,
        ...Object.values(shape.of)
          .flatMap(Object.values<Shape>)
          .flatMap(codesOf),
      ]
    default:
      return own
  }
}

/** What can be answered to what does not fit the shapes that are asked for; each of them is tried by itself. */
export const marksOfShapes = (): readonly string[] =>
  operations
    .flatMap(({ asks }) => Object.values<Shape>(asks))
    .flatMap(codesOf)
    .map((code) => `invalid ${code}`)

/** Everything that must have happened at least once, or the run has shown less than it says. */
export const expectedMarks = (): readonly string[] =>
  [
    ...new Set([
      ...codesInSource(),
      ...Object.keys(flags).map((flag) => `flag ${flag}`),
      ...commandTypes.map((type) => `recorded ${type}`),
      ...Object.keys(actors).map((actor) => `by ${actor}`),
      ...faultKinds.map((kind) => `fault ${kind}`),
      ...loanEdges.map((edge) => `edge loan ${edge}`),
      ...['plain', 'atomic', 'dry'].map((how) => `how ${how}`),
      ...['recorded', 'flagged', 'conflict', 'again'].map((how) => `answered ${how}`),
      ...wayMarks,
      'stale, and tried again',
    ]),
  ].toSorted()
