import type { Statement } from '#domain/ledger/statement.ts'
import type { ZipFile } from '#src/exchange/evidence/zip.ts'
import { type StatementSheet, statementAsWorkbook } from '#src/exchange/list-files.ts'
import { type Report, asCsv } from '#src/exchange/report.ts'

export const howToFile = 'how-to-check.txt'

type InWords = {
  readonly told: StatementSheet & Report & { readonly more: readonly Report[] }
  /** How somebody without this service finds out that nothing was altered. */
  readonly howTo: string
}

/** What lies in a signed folder of one statement but its manifest: figures and rows thrice, and how to check them. */
export const statementFolder = async (
  statement: Statement,
  { told, howTo }: InWords,
): Promise<readonly ZipFile[]> => {
  const encoder = new TextEncoder()
  const text = (name: string, content: string): ZipFile => ({
    name,
    bytes: encoder.encode(content),
  })
  return [
    text(howToFile, howTo),
    text(`${statement.name}.csv`, asCsv(told, told.more)),
    text(`${statement.name}.json`, `${JSON.stringify(statement, null, 2)}\n`),
    { name: `${statement.name}.xlsx`, bytes: await statementAsWorkbook(told) },
  ]
}
