import type { Command } from 'commander'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { bookOf } from '#src/app/queries.ts'
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
import { disagreements, meetingSaidOf } from '#src/app/meeting-text/beside-book.ts'
import { meetingSaidIn, meetingText } from '#src/app/meeting-text/text.ts'

type Options = { readonly fund?: string; readonly day: LocalDate }

const withBook = <T>(
  command: Command,
  fund: string | undefined,
  work: (asked: Parameters<typeof meetingSaidOf>[0]) => Promise<T>,
): Promise<T> =>
  withStore(command, { create: false }, async (store) => {
    const fundId = await chosenFund(store, fund)
    return work({ journal: store, book: (await bookOf(store, fundId))!, fundId })
  })

const make = async ({ fund, day }: Options, command: Command): Promise<void> => {
  const said = await withBook(command, fund, (asked) => meetingSaidOf(asked, day))
  if (!said) throw stop('no meeting of that day has been closed', exitCodes.refused)
  if (globalsOf(command).json) return printJson({ text: meetingText(said), ...said })
  print(meetingText(said))
}

const check = async (
  text: string,
  { fund }: Pick<Options, 'fund'>,
  command: Command,
): Promise<void> => {
  const said = meetingSaidIn(text)
  if (!said)
    throw stop('this is no text of a meeting, or one sign of it is wrong', exitCodes.refused)
  const found = await withBook(command, fund, (asked) => disagreements(asked, said))
  if (found.length > 0) process.exitCode = exitCodes.refused
  if (globalsOf(command).json) return printJson({ on: said.on, disagreements: found })
  if (found.length === 0) print(`The meeting of ${said.on} agrees with the book.`)
  for (const one of found)
    print(
      one.about === 'figure'
        ? `${one.figure}: the text says ${one.said}, the book ${one.book}`
        : one.about,
    )
}

export const addTo = (program: Command): void => {
  const group = groupOf(
    program,
    'meeting-text',
    'one text message that says how a meeting went: make it, or hold it against the book',
  )
  group
    .command('make')
    .description('the text of a meeting that was closed: 160 signs at most')
    .requiredOption('--day <date>', 'the day of the meeting', dayOption)
    .option('--fund <id>', 'which fund, where there are several')
    .action(make)
  group
    .command('check')
    .description('what of a text does not agree with the book')
    .argument('<text>', 'as it came, in quotes')
    .option('--fund <id>', 'which fund, where there are several')
    .action(check)
}
