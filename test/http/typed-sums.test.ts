import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// Whoever reads a sum that a person typed. Forms of the desk are asked one by one in test/desk/acts.test.ts; here every page is.

/** What reads a sum out of a text, and what makes a field that knows its own. */
const reads = /\b(amountIn|amountOrZero|amountAgain|unitsWritten|unitsOf)\(/
const guards = /\b(sumField|writtenSum|typedSum)\(/

/** Files that read a sum of no field that is guarded, each with the reason why nobody is asked about it. */
const needNoQuestion: Readonly<Record<string, string>> = {
  'src/desk/typed.ts': 'reads once more what a guarded field has read',
  'src/cli/importing-bank.ts':
    'a balance is only held against the list of the bank: nothing is written of it',
  'src/http/support/file-acts.ts': 'reads once more what a guarded field has read',
  'src/desk/entered.ts': 'reads for those that stand here',
  'src/http/network/founding.ts':
    'the count of the box is held against the book, and every difference is agreed to first',
  'src/pages/meeting/count-typed.ts':
    'the count of a meeting has a guarded field; that of a founding is held against its book',
  'src/pages/meeting/grid-typed.ts': 'the sheet of a meeting asks about its sums by itself',
  'src/pages/comparing/typed.ts':
    'what a paper says is told beside the book, and what differs is asked about',
  'src/http/fair/buy-out-fields.ts': 'a price is only looked at: nothing is written down',
  'src/pages/quote/typed.ts': 'a price is only looked at: nothing is written down',
  'src/pages/quote/offers-typed.ts': 'a price is only looked at: nothing is written down',
  'src/http/remittances/prices.ts': 'what sending costs is only looked at: nothing is written down',
  'src/http/register/public.ts': 'what leaving costs is only looked at: nothing is written down',
  'src/http/people/goal.ts': 'what a member saves for is a wish of the own: no money moves by it',
  'src/exchange/cases/fields.ts': 'a file of another program, looked through before it is taken',
  'src/words/money-words.ts': 'names the units of a currency, and reads nothing',
}

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => join('src', path))
const of = (pattern: RegExp): readonly string[] =>
  sources.filter((path) => pattern.test(readFileSync(path, 'utf8')))

test('whoever reads a typed sum guards it against a zero too many, or says why nobody is asked', () => {
  const guarded = new Set(of(guards))
  const unguarded = of(reads).filter((path) => !guarded.has(path))
  expect(unguarded.toSorted()).toEqual(Object.keys(needNoQuestion).toSorted())
})
