import { expect, test } from 'vitest'
import { finding, findingCodes } from '#domain/health/finding.ts'
import { findingsReport } from '#src/exchange/people-reports.ts'
import { asText } from '#src/exchange/report.ts'
import { detailsPart } from '#src/pages/health/warnings.ts'
import { moneyInTable } from '#src/words/locale.ts'

const place = { language: 'en', isPractice: true, fundId: 'a-fund', fundName: 'Village 1' } as const
const currency = 'USD'
const about = { kind: 'fund', number: '02040301' } as const

const people = [
  'attendance-differs',
  'attendance-changed',
  'more-hands-than-people',
  'list-changed-around-a-vote',
  'too-few-for-a-vote',
  'vote-without-a-list',
  'vote-with-unseen-members',
  'sent-away-by-one-hand',
  'officers-lapsed',
]

test('a finding tells people as people and money as money, on a page as on a terminal', () => {
  for (const code of findingCodes) {
    const found = finding(code, '2026-01-31', about, { expected: 12, found: 1134 })
    const asked = { asOf: '2026-01-31', say: () => '' }
    const text = asText(findingsReport([found], asked), (amount) =>
      moneyInTable({ amount, currency }),
    )
    const page = String(detailsPart(found, { currency, loanIds: new Map() }, place as never))
    const [twelve, many] = people.includes(code) ? ['12', '1134'] : ['0.12', '11.34']
    expect(text.split(/\s+/), code).toEqual(expect.arrayContaining([twelve, many]))
    const told = people.includes(code) ? /found: 1134 .* 12</ : /found: \$11\.34 .* \$0\.12</
    expect(page.toLowerCase(), code).toMatch(told)
  }
})
