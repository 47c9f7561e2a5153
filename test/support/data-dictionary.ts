import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { accountKinds } from '#domain/ledger/accounts.ts'
import type { Body } from '#domain/vocabulary.ts'
import { type StatementTable, column, furtherTables } from '#domain/ledger/statement.ts'
import { listNames, lists } from '#src/lists/all.ts'
import type { List, ListKind } from '#src/lists/column.ts'
import { figureColumns, figuresVersion } from '#src/lists/figures.ts'
import { portfolioInFiles } from '#src/lists/portfolio.ts'
import { type CellKind, fileColumns, fileNames } from '#src/exchange/paper-book/columns.ts'
import { fundStatementNames, fundStatements } from '#src/exchange/statements/all.ts'
import { lateColumns } from '#src/exchange/statements/late.ts'
import { shortageColumns } from '#src/exchange/statements/shortages.ts'
import { memberStatementOf } from '#src/exchange/statements/people.ts'
import {
  entryWords,
  statementCodes,
  statementHeadings,
  statementNames,
  statementQuestions,
  statementTitles,
} from '#src/words/report-words.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'

/*
 * The dictionary as a page, from the columns, accounts and entry types of the code and nothing else. After a
 * change to any of them: node test/support/data-dictionary.ts
 */

export const dictionaryPage = fileURLToPath(
  new URL('../../docs/data-dictionary.md', import.meta.url),
)

type Words = Readonly<Record<string, string>>

const units: Readonly<Record<ListKind, string>> = {
  text: 'text',
  code: 'code',
  day: 'day',
  instant: 'instant, UTC',
  sum: 'whole smallest units of the currency',
  number: 'whole number',
  percent: 'percent',
}

const statementUnits = { ...units, account: 'account', number: 'number' } as const

const cellUnits: Readonly<Record<CellKind, string>> = {
  sum: units.sum,
  whole: units.number,
  rate: units.percent,
  'any-rate': units.percent,
  date: units.day,
  month: 'month',
  code: units.text,
  text: units.text,
  'yes-no': 'yes or no',
  choice: 'one of the choices',
  choices: 'several of the choices',
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')

const listPartOf = (name: string, { about, columns }: Pick<List, 'about' | 'columns'>): string => {
  const rows = columns.map(({ key, meaning, kind, example }) => [
    `\`${key}\``,
    meaning,
    units[kind],
    example === '' ? '' : `\`${example}\``,
  ])
  return `### ${name}\nA row is ${about}.\n\n${tableOf(['column', 'meaning', 'unit', 'example'], rows)}`
}

const listPart = listNames.map((name) => listPartOf(name, lists[name])).join('\n\n')

const portfolioPart = listPartOf('portfolio', {
  about: 'a village of a network that lets its auditors in, those first that want a visit most',
  columns: portfolioInFiles.columns,
})

const figuresPart = listPartOf('figures', {
  about: 'a cell of a table that a network has told outside',
  columns: figureColumns,
})

const statementTables = async (): Promise<readonly StatementTable[]> => {
  const { book, store, fundId } = await bookFrom(paperBookFolder)
  const asked = {
    book,
    asOf: '2025-12-31',
    knownAt: null,
    notes: await store.of(fundId),
    postings: await store.postings(fundId, {}),
  }
  return [
    ...fundStatementNames.map((name) => fundStatements[name](asked)),
    memberStatementOf(asked, book.members[0]!),
    { name: 'each-shortage', columns: shortageColumns, rows: [] },
    { name: 'late-entries', columns: [...lateColumns, column.text('currency')], rows: [] },
  ]
}

const statementPart = (tables: readonly StatementTable[]): string => {
  const headings: Words = statementHeadings.in('en')
  const [late, each] = furtherTables
  const names: Words = {
    ...statementNames.in('en'),
    [late]: statementTitles.in('en')[late],
    [each]: statementTitles.in('en')[each],
  }
  const questions: Words = {
    ...statementQuestions.in('en'),
    [each]: 'Stands under `cash-shortages`.',
    [late]: 'Stands under any statement; `currency` is there where a sum is of another money.',
  }
  return tables
    .map(({ name, columns, rows }) => {
      const lines = columns.map(({ key, kind }) => {
        const known = rows.map((row) => row[key]).find((value) => value !== null && value !== '')
        return [
          `\`${key}\``,
          headings[key] ?? key,
          statementUnits[kind],
          known === undefined ? '' : `\`${known}\``,
        ]
      })
      return `### ${name}\n${names[name]}. ${questions[name]}\n\n${tableOf(['column', 'meaning', 'unit', 'example'], lines)}`
    })
    .join('\n\n')
}

const bookPart = fileNames
  .map((file) => {
    const rows = fileColumns[file].map((column) => [
      `\`${column.name}\``,
      column.khmer,
      cellUnits[column.kind],
      'choices' in column ? column.choices.join(', ') : '',
      'mayBeMissing' in column ? 'column' : 'mayBeEmpty' in column ? 'cell' : '',
    ])
    return `### ${file}\n${tableOf(['column', 'Khmer heading (draft)', 'unit', 'choices', 'may be left out'], rows)}`
  })
  .join('\n\n')

const told = entryWords.in('en')

/** Those that no page tells of; whoever adds a type of entry has words for it, or this does not compile. */
const untold: Readonly<Record<Exclude<Body['type'], keyof typeof told>, string>> = {
  FundFounded: 'The fund, its rules and what it began with',
}

/** What each type of entry is called. */
export const entryMeanings: Words = { ...told, ...untold }

const codesPart = (): string => {
  const codes: Words = statementCodes.in('en')
  const accounts = accountKinds.map((kind) => [`\`${kind}\``, codes[kind] ?? ''])
  const types = Object.entries(entryMeanings)
    .filter(([type]) => type !== 'other')
    .map(([type, words]) => [`\`${type}\``, words])
  return `## Accounts
An account's id is its kind, and where it is one of several the id of its member, loan, window or currency after another
colon.

${tableOf(['kind', 'meaning'], accounts)}

## What happened
Types of entries.

${tableOf(['type', 'meaning'], types)}`
}

/** `docs/data-dictionary.md`, byte for byte. */
export const dataDictionary = async (): Promise<string> => `# Data dictionary

Printed from the columns, accounts and entry types of the code by \`node test/support/data-dictionary.ts\`; \`npm test\` fails
when the two differ. Every example is invented, or from the invented paper book of \`test/fixtures/paper-book\`.

- Sums are whole numbers of the smallest unit of their currency: 1 riel, 1 cent. In lists a debit is more than zero.
- Days are year-month-day, instants are ISO 8601 in UTC. In a workbook a day is a day and a sum is a number.
- What is not known is an empty cell, and \`null\` in JSON. Keys are stable and the same in every language; a new column comes after
  the others.
- In CSV a cell that a spreadsheet would run as a formula begins with an apostrophe. In a workbook and in JSON it is what it is.
- No list holds a name, a reason or what support was for. Members are cards, grants are codes.

## Lists
\`export csv\` writes one file a list, \`export xlsx\` one sheet a list (after the statements), \`export jsonl\` one line a row with the name of its
list in \`list\`. By the API: \`GET /v1/funds/{fundId}/exports/csv?list=loans\`, and \`/xlsx\` and \`/jsonl\` likewise, with \`asOf\` and \`knownAt\`.
\`export savix\` is the list \`cycles\` alone.

The hash of an entry is SHA-256 of fourteen texts, each with its length before it, in the order that [archive.md](archive.md) gives;
\`entries\` and \`entry-facts\` hold all of them.

${listPart}

## A network
What an auditor takes along of all villages: \`/v1/networks/{networkId}/portfolio/csv\` and \`/xlsx\`, \`report portfolio --form csv\`. \`/savix\` has
\`fund_id\`, \`village\` and \`name\` before the columns of \`cycles\`. This list alone has what people call their village.

${portfolioPart}

## What is told outside
What villages counted and authorities answered, for anybody: \`/figures/csv\`, and \`/v1/figures\` as JSON. Version ${figuresVersion} of the columns; a
change of what a column means is a new version. Nothing is told of fewer than 10 people (11 survivors, 5 letters); what is told is rounded to five.

${figuresPart}

## Statements
The columns of \`report\` with \`--json\` and \`--csv\`; a workbook has the meaning as heading.

CSV is one file with every table of the statement. After the columns of the first table stands \`table\`, which names the table that a row is
of (the statement's own name, \`each-shortage\` or \`late-entries\`), and after it what the other tables have beside them; a cell that its table does not
have is empty. The line of a total stands with its table. \`report findings --csv\` carries \`tasks\` in the same way.

${statementPart(await statementTables())}

${codesPart()}

## The paper book
What \`import paper-book\` reads ([paper-book.md](paper-book.md) explains how to fill it in).

${bookPart}
`

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(dictionaryPage, await dataDictionary())
