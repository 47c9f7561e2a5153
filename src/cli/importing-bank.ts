import type { Command } from 'commander'
import type { Store } from '#infra/db/store.ts'
import { sha256, systemClock } from '#infra/system/system.ts'
import { heldElsewhere } from '#domain/fund/bank-lines.ts'
import type { HeldElsewhere } from '#domain/fund/bank.ts'
import { charterOf } from '#domain/health/book.ts'
import { type LocalDate, later } from '#domain/kernel/dates.ts'
import {
  type Currency,
  decimalText,
  decimalsOf,
  isAmountOrZero,
  unitsOf,
} from '#domain/kernel/money.ts'
import { type Confirmed, matchCommands } from '#src/app/bank-lines.ts'
import { dayIn } from '#src/app/network/home.ts'
import type { Answer } from '#src/app/answer.ts'
import { bookOf } from '#src/app/queries.ts'
import { recorder } from '#src/app/record.ts'
import { defaultTimeZone } from '#src/app/village-time.ts'
import {
  callersPath,
  chosenFund,
  dayOption,
  exitCodes,
  globalsOf,
  print,
  printJson,
  stop,
  withStore,
} from '#src/cli/context.ts'
import { fileBytes } from '#src/cli/folder.ts'
import { ownSigner } from '#src/cli/settings.ts'
import { languageOption, tellFaults } from '#src/cli/fault-lines.ts'
import { matchIdOf } from '#src/exchange/bank-file/marks.ts'
import { type BankRead, type LineRead, readBankFile } from '#src/exchange/bank-file/reading.ts'
import { asText } from '#src/exchange/report.ts'
import type { Language } from '#src/words/catalogue.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { statementInWords, statementWithWords, sumInRow } from '#src/words/statement-words.ts'

type Options = {
  readonly fund?: string
  readonly place: HeldElsewhere
  readonly asOf?: LocalDate
  readonly balance?: string
  readonly confirm?: readonly string[]
  readonly language: Language
}

const placeOption = (text: string): HeldElsewhere => {
  const place = heldElsewhere.find((one) => one === text)
  if (place === undefined) throw stop('say bank or wallet', exitCodes.wrongUse)
  return place
}

/** A balance as a list of the bank writes it: 1250.50 of dollars, 1250 of riel. */
export const balanceIn = (text: string, currency: Currency): number => {
  const balance = unitsOf(text, decimalsOf(currency))
  if (!isAmountOrZero(balance)) throw stop('say the balance in digits only', exitCodes.wrongUse)
  return balance
}

/** "sure", "5" or "5=240+241": all sure lines, a line's one choice, or a line with entries by their number. */
const idsFor = async (
  store: Store,
  fundId: string,
  { choices }: LineRead,
  numbers: string | undefined,
): Promise<readonly string[]> => {
  if (numbers === undefined)
    return choices.length === 1 ? choices[0]!.map((one) => one.entryId) : []
  const rows = await Promise.all(
    numbers.split('+').map((seq) => store.read(fundId, Number(seq) - 1, 1)),
  )
  return rows.flatMap((found) => found.map(({ id }) => id))
}

const confirmedIn = async (
  store: Store,
  fundId: string,
  { read, asked }: { readonly read: BankRead; readonly asked: readonly string[] },
): Promise<readonly Confirmed[]> => {
  const wanted = asked.flatMap((text): (readonly [LineRead, string | undefined])[] => {
    if (text === 'sure')
      return read.lines.filter(({ kind }) => kind === 'sure').map((line) => [line, undefined])
    const [, row, numbers] = /^(\d{1,7})(?:=(\d{1,9}(?:\+\d{1,9}){0,19}))?$/.exec(text) ?? []
    const line = read.lines.find((one) => one.row === Number(row))
    if (!line)
      throw stop('--confirm takes sure, or rows of the list: 5, or 5=240+241', exitCodes.wrongUse)
    const mayAlone = line.kind === 'sure' || line.kind === 'likely'
    if (numbers === undefined && !mayAlone)
      throw stop(`row ${row} has no one choice: name its entries, ${row}=240`, exitCodes.refused)
    return [[line, numbers]]
  })
  return Promise.all(
    wanted.map(async ([line, numbers]) => ({
      effectiveOn: line.on,
      place: read.place,
      amount: line.amount,
      mark: line.mark,
      entryIds: await idsFor(store, fundId, line, numbers),
    })),
  )
}

const recordedIn = async (
  store: Store,
  fundId: string,
  confirmed: readonly Confirmed[],
): Promise<readonly Answer[]> => {
  const commands = await matchCommands(store, fundId, {
    confirmed,
    idOf: (mark, isTakenBack) => matchIdOf(sha256, { fundId, mark }, isTakenBack),
  })
  const record = recorder({ journal: store, clock: systemClock, hash: sha256 })
  return record(fundId, commands, { actor: 'command-line', device: 'command-line' })
}

export const lineText = (
  { row, on, amount, kind, choices }: LineRead,
  currency: Currency,
): string => {
  const entries = choices.map((choice) => choice.map(({ seq }) => seq).join('+')).join(' or ')
  return `row ${row}  ${on}  ${decimalText(amount, decimalsOf(currency))}  ${kind}${entries === '' ? '' : `  entry ${entries}`}`
}

const answerText = (answer: Answer): string =>
  'code' in answer
    ? (codeSaid(answer.code, 'en') ?? answer.code)
    : `Confirmed as entry ${answer.seq}.`

const readText = (read: BankRead, answers: readonly Answer[], language: Language): string => {
  const { statement, lines, breaks } = read
  const told = statementInWords(statement, language)
  return [
    lines.map((line) => lineText(line, statement.currency)).join('\n'),
    ...(breaks.length === 0
      ? []
      : [`Balances do not follow at row ${breaks.join(', ')}: lines may be missing there.`]),
    ...(answers.length === 0 ? ['Nothing is written: --confirm says what is.'] : []),
    ...answers.map(answerText),
    asText(told, (amount, row) => sumInRow(amount, row, statement.currency)),
    ...told.notes,
  ].join('\n\n')
}

const withoutWords = ({ row, on, amount, mark, kind, choices }: LineRead) => ({
  row,
  on,
  amount,
  mark,
  kind,
  choices,
})

const currencyIn = async (store: Store, fundId: string, today: LocalDate): Promise<Currency> => {
  const book = (await bookOf(store, fundId))!
  return charterOf(book, later(today, book.fund.openedOn)).currency
}

const compare = async (sheet: string, options: Options, command: Command): Promise<void> => {
  const { json } = globalsOf(command)
  const { language, place, asOf, balance, confirm = [] } = options
  // Lines of the bank are known again by a key that is made from the secret.
  const signer = ownSigner()
  const bytes = await fileBytes(callersPath(sheet))
  if (typeof bytes === 'string') throw stop('there is no such list', exitCodes.wrongUse)
  await withStore(command, { create: false }, async (store) => {
    const fundId = await chosenFund(store, options.fund)
    const needs = { store, hash: sha256, signer, today: dayIn(systemClock(), defaultTimeZone) }
    const currency = await currencyIn(store, fundId, needs.today)
    const asked = {
      fundId,
      place,
      bytes,
      asOf,
      balance: balance === undefined ? undefined : balanceIn(balance, currency),
    }
    const read = await readBankFile(needs, asked)
    if (!read) throw stop('there is no such fund', exitCodes.wrongUse)
    if ('faults' in read) return tellFaults(read.faults, { json, language })
    const confirmed = await confirmedIn(store, fundId, { read, asked: confirm })
    const answers = confirmed.length === 0 ? [] : await recordedIn(store, fundId, confirmed)
    const now = confirmed.length === 0 ? read : await readBankFile(needs, asked)
    if (!now || 'faults' in now) return undefined
    if (answers.some((answer) => 'code' in answer)) process.exitCode = exitCodes.refused
    if (!json) return print(readText(now, answers, language))
    const statement = statementWithWords(now.statement, language)
    return printJson({ ...now, lines: now.lines.map(withoutWords), answers, statement })
  })
}

export const addBankImport = (importing: Command): void => {
  importing
    .command('bank-lines <list>')
    .description(
      'a list of the bank or wallet, CSV or .xlsx, beside the book: what each line may be; the list is not kept',
    )
    .requiredOption('--place <place>', 'whose list: bank or wallet', placeOption)
    .option('--fund <id>', 'which fund, where there are several')
    .option('--as-of <date>', 'the day of the statement (default: of the last line)', dayOption)
    .option('--balance <sum>', 'what is there on that day (default: as the list says)')
    .option('--confirm <lines...>', 'what is confirmed: sure, or rows: 5, or 5=240+241')
    .option('--language <language>', 'of what is to be mended: en or km', languageOption, 'en')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run --silent fund -- import bank-lines ./december.csv --place bank\n  npm run --silent fund -- import bank-lines ./december.csv --place bank --confirm sure 12=240+241',
    )
    .action(compare)
}
