import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decimalText } from '#domain/kernel/money.ts'
import { fileColumns } from '#src/exchange/paper-book/columns.ts'
import { paperBookFolder } from '#test/support/books-in.ts'

const written = (units: string): string =>
  /^\d+$/.test(units) ? decimalText(Number(units), 2) : units

const sheetIn = (name: keyof typeof fileColumns, text: string): string => {
  const [head = '', ...lines] = text.trim().split(/\r?\n/)
  const isSum = head
    .split(',')
    .map((one) => fileColumns[name].some((column) => column.name === one && column.kind === 'sum'))
  const inDollars = (line: string): string =>
    line
      .split(',')
      .map((cell, i) => (isSum[i] ? written(cell) : cell))
      .join(',')
  return `${[head, ...lines.map(inDollars)].join('\n')}\n`
}

type FundJson = {
  readonly share_value: number
  readonly social_per_meeting: number
  readonly provisioning: object
  readonly opening: Readonly<Record<string, number>>
}

const fundIn = (text: string): string => {
  const fund = JSON.parse(text) as FundJson
  const step = 'down to 1 dollar'
  const { share_value: share, social_per_meeting: social, opening, provisioning } = fund
  return JSON.stringify({
    ...fund,
    currency: 'USD',
    share_value: written(String(share)),
    social_per_meeting: written(String(social)),
    interest_rounding: step,
    instalment_principal: step,
    provisioning: { ...provisioning, rounding: step },
    opening: Object.fromEntries(
      Object.entries(opening).map(([name, units]) => [name, written(String(units))]),
    ),
  })
}

/** The paper book of the fixtures in dollars: for each riel a cent. */
export const dollarBook = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'dollars-'))
  for (const name of readdirSync(paperBookFolder)) {
    const text = readFileSync(join(paperBookFolder, name), 'utf8')
    if (name === 'fund.json') writeFileSync(join(folder, name), fundIn(text))
    if (Object.hasOwn(fileColumns, name))
      writeFileSync(join(folder, name), sheetIn(name as keyof typeof fileColumns, text))
  }
  return folder
}
