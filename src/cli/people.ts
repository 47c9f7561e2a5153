import type { Command } from 'commander'
import { isStaffRole, staffRoles } from '#domain/access/roles.ts'
import { note } from '#src/app/activity.ts'
import {
  type FoundingNeeds,
  appoint,
  onlyNetwork,
  setUpLink,
} from '#src/app/identity/first-administrator.ts'
import { bookOf } from '#src/app/queries.ts'
import { hasLogin } from '#src/app/identity/fund-logins.ts'
import { addUser } from '#src/app/identity/users.ts'
import { chosenFund, exitCodes, globalsOf, print, printJson, stop } from '#src/cli/context.ts'
import { inFoundersTurn } from '#src/cli/service/founders-turn.ts'
import { by, withServed } from '#src/cli/served.ts'

/** The network that is asked for, or the one here, which every fund joins that no network answers for. */
const theNetwork = async (needs: FoundingNeeds, asked: string | undefined): Promise<string> => {
  if (asked !== undefined) {
    if ((await needs.store.networks.fundIds()).includes(asked)) return asked
    throw stop('there is no such network in this database', exitCodes.refused)
  }
  const networkId = await onlyNetwork(needs, by)
  if (networkId === undefined)
    throw stop(
      'there are several networks here: add people in the service itself, or name one with --network',
      exitCodes.wrongUse,
    )
  return networkId
}

type UserOptions = {
  readonly login: string
  readonly role?: string
  readonly fund?: string
  readonly network?: string
  readonly card?: string
}

const memberIdOf = async (needs: FoundingNeeds, fundId: string, card: string): Promise<string> => {
  const member = (await bookOf(needs.store, fundId))?.members.find((found) => found.card === card)
  if (!member) throw stop('no member of the fund has this card', exitCodes.refused)
  return member.memberId
}

const add = async (needs: FoundingNeeds, options: UserOptions, fundId: string | undefined) => {
  const { login, role, card } = options
  const networkId = await theNetwork(needs, options.network)
  const memberId =
    fundId === undefined || card === undefined ? undefined : await memberIdOf(needs, fundId, card)
  if (
    fundId !== undefined &&
    memberId !== undefined &&
    (await hasLogin(needs.store, { networkId, fundId, memberId }))
  )
    throw stop(
      'this member has a login already: have that one reset in the service',
      exitCodes.refused,
    )
  const user = await addUser(needs, { networkId, login })
  if ('code' in user)
    throw stop(
      user.code === 'login-taken'
        ? 'somebody signs in with this name already'
        : 'the login must be a name or a phone number of 2 to 60 characters',
      exitCodes.refused,
    )
  const { userId } = user
  if (fundId !== undefined && memberId !== undefined) {
    await needs.store.keepMembership({ networkId, userId, fundId, memberId })
    const about = { action: 'manage-logins', subject: `member:${memberId}` } as const
    await note(needs, { ...by, ...about, scope: fundId, outcome: 'done' })
  }
  if (isStaffRole(role)) await appoint(needs, { networkId, userId, role, by })
  return user
}

export const addTo = (program: Command): void => {
  const user = program.command('user').description('people who may sign in')
  user
    .command('add')
    .description('adds somebody and prints the one-time link by which that person chooses a secret')
    .requiredOption('--login <name>', 'a name or phone number to sign in with')
    .option('--role <role>', `staff of the network: ${staffRoles.join(', ')}`)
    .option('--fund <id>', 'with --card: the fund whose member it is')
    .option('--card <number>', 'card of the member; what offices are held is in the fund itself')
    .option('--network <id>', 'the network, where there are several')
    .addHelpText(
      'after',
      `
Examples:
  npm run --silent fund -- user add --login "Sok Dara" --card M07
  npm run --silent fund -- user add --login auditor-1 --role auditor

The settings of the service (.env.example) hold here too: the same PEPPER, the same database.`,
    )
    .action(async (options: UserOptions, command: Command) => {
      const { role, card, fund } = options
      if (role !== undefined && !isStaffRole(role))
        throw stop(`--role must be one of ${staffRoles.join(', ')}`, exitCodes.wrongUse)
      if ((role === undefined) === (card === undefined))
        throw stop('give either --role for staff or --card for a member', exitCodes.wrongUse)
      await withServed(command, { create: true }, async (needs, url, served) => {
        const fundId = card === undefined ? undefined : await chosenFund(needs.store, fund)
        const added = await inFoundersTurn(served.url, () => add(needs, options, fundId))
        const link = await setUpLink(needs, added, { url, by })
        if (globalsOf(command).json) printJson({ userId: added.userId, link })
        else
          print(`Added. This link works once, within a day; hand it to the person alone:\n${link}`)
      })
    })
}
