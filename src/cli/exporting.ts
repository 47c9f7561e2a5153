import { mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Command, Option } from 'commander'
import { entriesKnownAt } from '#src/app/known-at.ts'
import { type BookOptions, bookFrom, exportCommand, ofOneState } from '#src/cli/book-from.ts'
import { remarksOf, chosenFund, globalsOf, print, printJson, withStore } from '#src/cli/context.ts'
import { newFilePath, withTemporaryFolder, writeFully, writeNew } from '#src/cli/new-files.ts'
import { counted } from '#src/cli/progress.ts'
import { knownAtOption, languageOption } from '#src/cli/reporting.ts'
import { listNames } from '#src/lists/all.ts'
import {
  type WorkbookSource,
  listAsCsv,
  listsAsJsonLines,
  listsAsWorkbook,
  listSourceOf,
} from '#src/exchange/list-files.ts'
import { type PlainLedger, plainLedgers } from '#src/exchange/plain-text/ledgers.ts'
import type { Language } from '#src/words/catalogue.ts'
import { workbookWords } from '#src/words/evidence-words.ts'
import type { Store } from '#infra/db/store.ts'

type Options = BookOptions & { readonly language?: Language; readonly out: string }

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of pieces) yield encoder.encode(piece)
}

async function* whole(bytes: Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await bytes
}

async function* alone(text: string): AsyncGenerator<string> {
  yield text
}

/** What was written, for programs and for people. */
type Output = { readonly json: object; readonly text: string }

type Read = { readonly asked: WorkbookSource; readonly entries: number }

type Form = {
  readonly about: string
  readonly out: readonly [string, string]
  /** Writes what was asked for to a place where nothing is yet. */
  readonly write: (asked: WorkbookSource, path: string, options: Options) => Promise<unknown>
  readonly tell: (read: Read) => Output
}

const inLists = (form: string): Form['tell'] => {
  return ({ asked: { asOf }, entries }) => ({
    json: { form, asOf, entries },
    text: `${entries} entries, lists and figures of ${asOf}`,
  })
}

/** The postings of the day's books as a text ledger, by card and loan number, no names. */
const plainLedger = (ledger: PlainLedger): Form => {
  const { write, ending } = plainLedgers[ledger]
  return {
    about: `the postings as a text ledger for ${ledger}, by card and loan number, no names`,
    out: ['--out <file>', `fund.${ending}`],
    write: (asked, path) => {
      const { book, asOf: through, postings } = listSourceOf(asked)
      return writeNew(path, encoded(alone(write({ book, postings, through }))))
    },
    tell: ({ asked }) => {
      const { postings, asOf: through } = listSourceOf(asked)
      const count = postings.length
      return {
        json: { ledger, through, postings: count },
        text: `${count} postings through ${through}, with every balance asserted`,
      }
    },
  }
}

const forms: Readonly<Record<string, Form>> = {
  hledger: plainLedger('hledger'),
  beancount: plainLedger('beancount'),
  xlsx: {
    about: 'every statement and list as one workbook for a spreadsheet, no names',
    out: ['--out <file>', 'fund.xlsx'],
    write: (asked, path, { language = 'en' }) =>
      writeNew(path, whole(listsAsWorkbook(asked, workbookWords(language)))),
    tell: inLists('xlsx'),
  },
  jsonl: {
    about: 'every list as JSON lines, one row a line',
    out: ['--out <file>', 'fund.jsonl'],
    write: (asked, path) => writeNew(path, encoded(listsAsJsonLines(listSourceOf(asked)))),
    tell: inLists('jsonl'),
  },
  csv: {
    about: 'every list as a CSV file for a spreadsheet, in a new folder',
    out: ['--out <folder>', 'books'],
    write: (asked, path) =>
      withTemporaryFolder(dirname(path), async (temporary) => {
        const folder = join(temporary, 'made')
        await mkdir(folder, { mode: 0o700 })
        for (const name of listNames)
          await writeFully(
            join(folder, `${name}.csv`),
            encoded(listAsCsv(name, listSourceOf(asked))),
          )
        await rename(folder, path)
      }),
    tell: inLists('csv'),
  },
  savix: {
    about: 'one CSV row a year with what networks of savings groups ask (SAVIX and its like)',
    out: ['--out <file>', 'years.csv'],
    write: (asked, path) => writeNew(path, encoded(listAsCsv('cycles', listSourceOf(asked)))),
    tell: inLists('savix'),
  },
}

const readOf = async (store: Store, fundId: string, options: Options): Promise<Read> => {
  const { knownAt } = options
  const { count, entries } = await entriesKnownAt(store, fundId, knownAt)
  const { book, views, asOf } = await bookFrom(store, fundId, options)
  const asked = {
    book,
    asOf,
    knownAt: knownAt ?? null,
    notes: await remarksOf(store, fundId),
    postings: await views.postings(fundId, {}),
    entries: () => counted(entries(), count, process.stderr),
  }
  return { asked, entries: count }
}

const exportTo = async (form: Form, options: Options, command: Command): Promise<void> => {
  const path = newFilePath(options.out)
  await withStore(command, { create: false }, async (store) => {
    const fundId = await chosenFund(store, options.fund)
    const read = await ofOneState(store, fundId, () => readOf(store, fundId, options))
    await form.write(read.asked, path, options)
    const { json, text } = form.tell(read)
    if (globalsOf(command).json) printJson({ fundId, ...json })
    else print(text)
  })
}

export const addTo = (program: Command): void => {
  for (const [name, form] of Object.entries(forms)) {
    const about = `${form.about} (docs/data-dictionary.md)`
    const command = exportCommand(program, { name, about, out: form.out })
      .option('--known-at <instant>', 'as the book was known then', knownAtOption)
      .action((options: Options, own: Command) => exportTo(form, options, own))
    if (name === 'xlsx')
      command.addOption(
        new Option('--language <language>', 'en or km (default: en)').argParser(languageOption),
      )
  }
}
