import { mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Command, Option } from 'commander'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { atOneHead } from '#src/app/heads.ts'
import { bookKnownAt, entriesKnownAt } from '#src/app/known-at.ts'
import { lastDayOf } from '#src/app/queries.ts'
import {
  chosenFund,
  dayOption,
  exitCodes,
  globalsOf,
  groupOf,
  print,
  printJson,
  stop,
  withStore,
} from '#src/cli/context.ts'
import { newFilePath, withTemporaryFolder, writeFully, writeNew } from '#src/cli/new-files.ts'
import { counted } from '#src/cli/progress.ts'
import { knownAtOption, languageOption } from '#src/cli/reporting.ts'
import { listNames } from '#src/exchange/lists/all.ts'
import {
  type WorkbookAsked,
  listAsCsv,
  listsAsJsonLines,
  listsAsWorkbook,
  listsAsked,
} from '#src/exchange/lists/written.ts'
import type { Language } from '#src/words/catalogue.ts'
import { exportWords, sheetTold } from '#src/words/export-words.ts'
import type { Store } from '#infra/db/store.ts'

type Options = {
  readonly fund?: string
  readonly asOf?: LocalDate
  readonly knownAt?: string
  readonly language?: Language
  readonly out: string
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of pieces) yield encoder.encode(piece)
}

async function* whole(bytes: Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await bytes
}

export const workbookOf = (asked: WorkbookAsked, language: Language = 'en'): Promise<Uint8Array> =>
  listsAsWorkbook(asked, {
    tell: (statement) => sheetTold(statement, language),
    titles: exportWords.in(language),
  })

type Form = {
  readonly about: string
  readonly out: readonly [string, string]
  /** Writes what was asked for to a place where nothing is yet. */
  readonly write: (asked: WorkbookAsked, path: string, options: Options) => Promise<unknown>
}

const forms: Readonly<Record<string, Form>> = {
  xlsx: {
    about: 'every statement and list as one workbook for a spreadsheet, no names',
    out: ['--out <file>', 'fund.xlsx'],
    write: (asked, path, { language }) => writeNew(path, whole(workbookOf(asked, language))),
  },
  jsonl: {
    about: 'every list as JSON lines, one row a line',
    out: ['--out <file>', 'fund.jsonl'],
    write: (asked, path) => writeNew(path, encoded(listsAsJsonLines(listsAsked(asked)))),
  },
  csv: {
    about: 'every list as a CSV file for a spreadsheet, in a new folder',
    out: ['--out <folder>', 'books'],
    write: (asked, path) =>
      withTemporaryFolder(dirname(path), async (temporary) => {
        const folder = join(temporary, 'made')
        await mkdir(folder, { mode: 0o700 })
        for (const name of listNames)
          await writeFully(join(folder, `${name}.csv`), encoded(listAsCsv(name, listsAsked(asked))))
        await rename(folder, path)
      }),
  },
  savix: {
    about: 'one CSV row a year with what networks of savings groups ask (SAVIX and its like)',
    out: ['--out <file>', 'years.csv'],
    write: (asked, path) => writeNew(path, encoded(listAsCsv('cycles', listsAsked(asked)))),
  },
}

type Read = { readonly asked: WorkbookAsked; readonly count: number }

const readOf = async (
  store: Store,
  fundId: string,
  { knownAt, asOf: day }: Options,
): Promise<Read> => {
  const { count, entries } = await entriesKnownAt(store, fundId, knownAt)
  const known = await bookKnownAt(store, fundId, knownAt)
  if (!known)
    throw knownAt === undefined
      ? stop('the fund has no views: run rebuild', exitCodes.broken)
      : stop('nothing was recorded of this fund by then', exitCodes.refused)
  const { book, views } = known
  const asOf = day ?? lastDayOf(book)
  if (asOf < book.fund.openedOn)
    throw stop(`these books begin on ${book.fund.openedOn}`, exitCodes.refused)
  const asked = {
    book,
    asOf,
    knownAt: knownAt ?? null,
    notes: await store.of(fundId),
    postings: await views.postings(fundId, {}),
    entries: () => counted(entries(), count, process.stderr),
  }
  return { asked, count }
}

const exportTo = async (name: string, options: Options, command: Command): Promise<void> => {
  const path = newFilePath(options.out)
  await withStore(command, { create: false }, async (store) => {
    const fundId = await chosenFund(store, options.fund)
    const read = await atOneHead(store, fundId, () => readOf(store, fundId, options))
    if (!read) throw stop('something was recorded meanwhile: try again', exitCodes.refused)
    const { asked, count } = read
    await forms[name]!.write(asked, path, options)
    const { asOf } = asked
    if (globalsOf(command).json) printJson({ fundId, form: name, asOf, entries: count })
    else print(`${count} entries, lists and figures of ${asOf}`)
  })
}

export const addExports = (program: Command): void => {
  for (const [name, { about, out }] of Object.entries(forms)) {
    const command = groupOf(program, 'export', 'carry what is here elsewhere')
      .command(name)
      .description(`${about} (docs/data-dictionary.md)`)
      .option('--fund <id>', 'which fund, where there are several')
      .option('--as-of <date>', 'through which day (default: the last in the book)', dayOption)
      .option('--known-at <instant>', 'as the book was known then', knownAtOption)
      .requiredOption(out[0], 'where to write it; must not be there yet')
      .addHelpText('after', `\nExample:\n  npm run --silent fund -- export ${name} --out ${out[1]}`)
      .action((options: Options, own: Command) => exportTo(name, options, own))
    if (name === 'xlsx')
      command.addOption(
        new Option('--language <language>', 'en or km (default: en)').argParser(languageOption),
      )
  }
}
