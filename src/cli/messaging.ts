import type { Command } from 'commander'
import { onlyNetwork } from '#src/app/identity/first-administrator.ts'
import { countsOf } from '#src/app/messages/counting.ts'
import { codeHours, makeMessageCode, unlinkMember } from '#src/app/messages/linking.ts'
import { servedCases } from '#src/cli/cases/serving.ts'
import { bookOf } from '#src/app/queries.ts'
import {
  chosenFund,
  exitCodes,
  globalsOf,
  groupOf,
  openStore,
  print,
  printJson,
  stop,
} from '#src/cli/context.ts'
import { answerByCarrier, messageRound } from '#src/cli/message-rounds.ts'
import { by } from '#src/cli/served.ts'
import { databaseFrom, configured, servedUrl } from '#src/cli/settings.ts'
import type { Configuration } from '#src/configuration.ts'
import { type MessageNeeds, messageNeeds, noticeNeeds } from '#src/http/messages/needs.ts'
import type { AppNeeds } from '#src/http/needs.ts'

type Here = MessageNeeds &
  Pick<AppNeeds, 'recordNetwork' | 'cases'> & {
    readonly notices: ReturnType<typeof noticeNeeds>
  }
type Work = (needs: Here, configuration: Configuration) => Promise<void>

const messagesAreOff = () =>
  stop('messages are off: set MESSAGES (see .env.example)', exitCodes.broken)

/** Works with the messages of the database that the service serves, under the settings of the service. */
const withMessages = async (command: Command, work: Work): Promise<void> => {
  const configuration = configured()
  if (configuration.MESSAGES === 'off') throw messagesAreOff()
  const url = servedUrl(configuration, databaseFrom(command))
  const store = await openStore(url, { create: false })
  const { cases, closeCases } = await servedCases(configuration, url)
  try {
    const { needsOnNode } = await import('#src/node.ts')
    const isPractice = configuration.MODE === 'practice'
    const own = { store, configuration, isPractice, cases, isReady: async () => true }
    const all = needsOnNode(own)
    const needs = messageNeeds(all)
    if (!needs) throw messagesAreOff()
    const { recordNetwork } = all
    const notices = noticeNeeds(all)
    await work({ ...needs, recordNetwork, notices, ...(cases && { cases }) }, configuration)
  } finally {
    await closeCases()
    await store.close()
  }
}

const networkIn = async (needs: Here): Promise<string> => {
  const networkId = await onlyNetwork(needs, by)
  if (networkId === undefined)
    throw stop('there are several networks here: use the service itself', exitCodes.wrongUse)
  return networkId
}

type Whose = { readonly fund?: string; readonly card: string }

const memberOf = async (needs: Here, { fund, card }: Whose) => {
  const fundId = await chosenFund(needs.store, fund)
  const book = await bookOf(needs.store, fundId)
  const member = book?.members.find((one) => one.card === card)
  if (!member) throw stop('no member of the fund has this card', exitCodes.refused)
  return { networkId: await networkIn(needs), fundId, memberId: member.memberId }
}

const addCode = (group: Command): void => {
  group
    .command('code')
    .description('a code that a member writes from the own phone to link it')
    .requiredOption('--card <number>', 'card of the member')
    .option('--fund <id>', 'the fund, where there are several')
    .action(async (options: Whose, command: Command) => {
      await withMessages(command, async (needs) => {
        const made = await makeMessageCode(needs, await memberOf(needs, options), by)
        if (globalsOf(command).json) printJson(made)
        else
          print(
            `Code ${made.code}: good once, for ${codeHours} hours. Hand it to the person alone.`,
          )
      })
    })
  group
    .command('unlink')
    .description('ends what there is of a member’s phone')
    .requiredOption('--card <number>', 'card of the member')
    .option('--fund <id>', 'the fund, where there are several')
    .action(async (options: Whose, command: Command) => {
      await withMessages(command, async (needs) => {
        const wasLinked = await unlinkMember(needs, await memberOf(needs, options), by.actor)
        if (globalsOf(command).json) printJson({ wasLinked })
        else print(wasLinked ? 'The phone is no longer linked.' : 'No phone was linked.')
      })
    })
}

const addRounds = (group: Command): void => {
  group
    .command('send')
    .description('works out what there is to tell, answers what came in as files, and sends')
    .action(async (_: unknown, command: Command) => {
      await withMessages(command, async (needs, configuration) => {
        const carried = await messageRound(configuration, { texts: needs, notices: needs.notices })
        if (globalsOf(command).json) printJson(carried)
        else print(`${carried.sent} sent, ${carried.waiting} waiting, ${carried.givenUp} given up.`)
      })
    })
  group
    .command('counts')
    .description('how many phones, texts, and phones that are not reached')
    .option('--fund <id>', 'the fund, where there are several')
    .action(async ({ fund }: { readonly fund?: string }, command: Command) => {
      await withMessages(command, async (needs) => {
        const fundId = await chosenFund(needs.store, fund)
        const counts = await countsOf(needs, { networkId: await networkIn(needs), fundId })
        if (globalsOf(command).json) printJson(counts)
        else
          print(
            `${counts.phones} phones linked, ${counts.notReached.length} not reached; ${counts.sent} texts sent, ${counts.waiting} waiting, ${counts.givenUp} given up.`,
          )
      })
    })
  group
    .command('take')
    .description('one incoming text, as a gateway would hand it over; prints the answer')
    .requiredOption('--from <number>', 'number that it came from')
    .requiredOption('--text <text>', 'what was written')
    .action(
      async (
        { from, text }: { readonly from: string; readonly text: string },
        command: Command,
      ) => {
        await withMessages(command, async (needs) => {
          const answer = await answerByCarrier(needs, {
            networkId: await networkIn(needs),
            from,
            text,
          })
          if (globalsOf(command).json) printJson({ answer: answer ?? null })
          else
            print(
              answer ??
                'Nothing is answered: the number is none, or was answered often enough today.',
            )
        })
      },
    )
}

export const addTo = (program: Command): void => {
  const group = groupOf(program, 'messages', 'short texts to members’ own phones')
  addCode(group)
  addRounds(group)
  group.addHelpText(
    'after',
    `
Examples:
  npm run --silent fund -- messages code --card M07
  npm run --silent fund -- messages take --from 012345678 --text 12345678
  npm run --silent fund -- messages send

The settings of the service (.env.example) hold here too.`,
  )
}
