import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { z } from 'zod'
import {
  type CarriedCommands,
  commandsInLines,
  isLeftBehind,
} from '#src/exchange/carried/commands.ts'
import {
  callersPath,
  exitCodes,
  globalsOf,
  groupOf,
  print,
  printJson,
  stop,
} from '#src/cli/context.ts'

const carriedIn = async (file: string): Promise<CarriedCommands> => {
  let text = ''
  try {
    text = readFileSync(callersPath(file), 'utf8')
  } catch {
    throw stop('there is no such file, or it cannot be read', exitCodes.wrongUse)
  }
  const carried = await commandsInLines(text.split('\n'))
  if (!('why' in carried)) return carried
  throw stop(
    {
      none: 'no line of it is a code of a phone: each begins with VP1',
      several: 'these are codes of two lists: read one after the other',
      spoilt: 'all codes are there, and together they are no list of commands',
      missing: `codes are missing: ${'numbers' in carried ? `${carried.numbers.join(', ')} of ${carried.count}` : ''}`,
    }[carried.why],
    exitCodes.refused,
  )
}

const read = async (file: string, _: unknown, command: Command): Promise<void> => {
  const carried = await carriedIn(file)
  if (globalsOf(command).json) return printJson(carried)
  print(`For fund ${carried.fundId}: ${carried.commands.length} commands.`)
}

const answersShape = z.object({
  answers: z.array(
    z.object({ outcome: z.string(), code: z.string().optional(), seq: z.number().optional() }),
  ),
})

const isTaken = ({ outcome }: { readonly outcome: string }): boolean =>
  outcome === 'recorded' || outcome === 'flagged'

/** Sends by the API, as the phone would have: the service judges each command, and whoever the token is of has sent it. */
const send = async (file: string, { to }: { readonly to: string }, command: Command) => {
  const token = process.env['FUND_TOKEN']
  if (!token) throw stop('set FUND_TOKEN to the token of whoever sends it', exitCodes.broken)
  const carried = await carriedIn(file)
  if (isLeftBehind(carried))
    throw stop(
      'it comes from a phone whose book is shut: two officers bring it in on the page of the fund',
      exitCodes.refused,
    )
  const { fundId, commands } = carried
  const answer = await fetch(new URL(`/v1/funds/${fundId}/commands`, to), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ commands }),
  }).catch(() => {
    throw stop('nobody answers at that address', exitCodes.broken)
  })
  const told = answersShape.safeParse(await answer.json().catch(() => undefined))
  if (!told.success) throw stop(`it was not taken: ${answer.status}`, exitCodes.refused)
  const { answers } = told.data
  if (!answers.every(isTaken)) process.exitCode = exitCodes.refused
  if (globalsOf(command).json) return printJson(answers)
  for (const [i, { outcome, code, seq }] of answers.entries())
    print(
      `${i + 1}: ${outcome}${seq === undefined ? '' : `, entry ${seq}`}${code ? `, ${code}` : ''}`,
    )
  print(`${answers.filter(isTaken).length} of ${answers.length} are in the book.`)
}

export const addTo = (program: Command): void => {
  const group = groupOf(
    program,
    'carried',
    'what a phone wrote down without a line: read it, or send it to the fund',
  )
  group
    .command('read')
    .description('what the codes of a file hold; --json prints the commands')
    .argument('<file>', 'one code a line, as square codes hold them')
    .action(read)
  group
    .command('send')
    .description('sends the commands to a service, which judges each of them')
    .argument('<file>', 'one code a line, as square codes hold them')
    .requiredOption('--to <url>', 'where the service is')
    .action(send)
}
