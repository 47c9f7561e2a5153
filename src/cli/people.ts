import type { Command } from 'commander'
import { type LocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import { type StaffRole, isStaffRole, staffRoles } from '#domain/access/roles.ts'
import { staffRolesOn } from '#domain/network.ts'
import type { User } from '#domain/ports.ts'
import { loginKeyOf } from '#src/app/identity.ts'
import { networkBookOf } from '#src/app/network-views.ts'
import { makeKey } from '#src/app/one-time-keys.ts'
import { networkOf } from '#src/app/persons.ts'
import { bookOf } from '#src/app/queries.ts'
import type { Answer } from '#src/app/record.ts'
import { addUser } from '#src/app/users.ts'
import {
  chosenFund,
  exitCodes,
  globalsOf,
  openStore,
  print,
  printJson,
  stop,
} from '#src/cli/context.ts'
import { askedDatabase, configured, servedUrl } from '#src/cli/settings.ts'
import type { AppNeeds } from '#src/http/needs.ts'

const by = { actor: 'command-line', device: 'command-line' }

const assertDone = (answers: readonly Answer[]): void => {
  const failed = answers.find(({ outcome }) => outcome !== 'recorded' && outcome !== 'flagged')
  if (failed && 'code' in failed)
    throw stop(`the network does not take this: ${failed.code}`, exitCodes.refused)
}

const envelope = ({ ids, today }: AppNeeds) => ({ id: ids(), v: 1 as const, effectiveOn: today() })

const inAYear = (today: LocalDate): LocalDate => monthlyDay(today, 12, Number(today.slice(8)))

/** The only network; founded when there is none. Funds that no network answers for join the only one. */
const theNetwork = async (needs: AppNeeds): Promise<string> => {
  const { store, recordNetwork } = needs
  const here = await store.networks.fundIds()
  if (here.length > 1)
    throw stop(
      'there are several networks here: add people in the service itself',
      exitCodes.wrongUse,
    )
  const networkId = here[0] ?? needs.ids()
  if (here.length === 0)
    assertDone(await recordNetwork(networkId, [{ ...envelope(needs), type: 'FoundNetwork' }], by))
  for (const fundId of await store.fundIds()) {
    if ((await networkOf(store, [networkId], fundId)) === undefined)
      assertDone(
        await recordNetwork(networkId, [{ ...envelope(needs), type: 'JoinFund', fundId }], by),
      )
  }
  return networkId
}

const appoint = async (
  needs: AppNeeds,
  { networkId, userId, role }: { networkId: string; userId: string; role: StaffRole },
): Promise<void> =>
  assertDone(
    await needs.recordNetwork(
      networkId,
      [
        {
          ...envelope(needs),
          type: 'AppointStaff',
          userId,
          role,
          until: inAYear(needs.today()),
        },
      ],
      by,
    ),
  )

const setUpLink = async (needs: AppNeeds, user: User, base: string): Promise<string> => {
  const { networkId, userId } = user
  const key = await makeKey(needs, { networkId, purpose: 'set-secret', userId, madeBy: by.actor })
  return `${base}/begin?key=${key}`
}

const firstLogin = 'administrator'

const hasAdministrator = async (needs: AppNeeds, networkId: string): Promise<boolean> => {
  const network = await networkBookOf(needs.store, networkId)
  const users = await needs.store.users(networkId)
  return users.some(({ userId, secret, disabledAt }) => {
    const staff = network?.staff.find((found) => found.userId === userId)
    const isAdministrator = staffRolesOn(staff, needs.today()).includes('administrator')
    return isAdministrator && secret !== undefined && disabledAt === undefined
  })
}

/**
 * What `serve` says of a fund that is real: where it answers, and, while nobody can administer it, the
 * one-time link by which the first administrator chooses a password.
 */
export const firstLink = async (needs: AppNeeds, url: string): Promise<string> => {
  const networkIds = await needs.store.networks.fundIds()
  if (networkIds.length > 1) return `Village fund: ${url}`
  const networkId = await theNetwork(needs)
  if (await hasAdministrator(needs, networkId)) return `Village fund: ${url}`
  const user =
    (await needs.store.userByLogin(networkId, loginKeyOf(firstLogin))) ??
    (await addUser(needs, { networkId, login: firstLogin }))
  if ('code' in user) throw new Error('the first administrator cannot be added')
  await appoint(needs, { networkId, userId: user.userId, role: 'administrator' })
  return `Village fund: ${url}\nNobody administers it yet. Open this link within a day (it works once):\n${await setUpLink(needs, user, url)}`
}

type UserOptions = {
  readonly login: string
  readonly role?: string
  readonly fund?: string
  readonly card?: string
}

const memberIdOf = async (needs: AppNeeds, fundId: string, card: string): Promise<string> => {
  const member = (await bookOf(needs.store, fundId))?.members.find((found) => found.card === card)
  if (!member) throw stop('no member of the fund has this card', exitCodes.refused)
  return member.memberId
}

const add = async (needs: AppNeeds, options: UserOptions, fundId: string | undefined) => {
  const { login, role, card } = options
  const networkId = await theNetwork(needs)
  const memberId =
    fundId === undefined || card === undefined ? undefined : await memberIdOf(needs, fundId, card)
  const user = await addUser(needs, { networkId, login })
  if ('code' in user)
    throw stop(
      user.code === 'login-taken'
        ? 'somebody signs in with this name already'
        : 'the login must be a name or a phone number of 2 to 60 characters',
      exitCodes.refused,
    )
  const { userId } = user
  if (fundId !== undefined && memberId !== undefined)
    await needs.store.keepMembership({ networkId, userId, fundId, memberId })
  if (isStaffRole(role)) await appoint(needs, { networkId, userId, role })
  return user
}

const baseUrl = ({ HOST, PORT, PUBLIC_URL }: ReturnType<typeof configured>): string =>
  PUBLIC_URL ?? `http://${HOST}:${PORT}`

export const addUsers = (program: Command): void => {
  const user = program.command('user').description('people who may sign in')
  user
    .command('add')
    .description('adds somebody and prints the one-time link by which that person chooses a secret')
    .requiredOption('--login <name>', 'a name or phone number to sign in with')
    .option('--role <role>', `staff of the network: ${staffRoles.join(', ')}`)
    .option('--fund <id>', 'with --card: the fund whose member it is')
    .option('--card <number>', 'card of the member; what offices are held is in the fund itself')
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
      const configuration = configured()
      const url = servedUrl(configuration, askedDatabase(command))
      const store = await openStore(url, { create: true })
      try {
        const { needsOnNode } = await import('#src/node.ts')
        const needs = needsOnNode({
          store,
          configuration,
          isPractice: false,
          isReady: async () => true,
        })
        const fundId = card === undefined ? undefined : await chosenFund(store, fund)
        const added = await add(needs, options, fundId)
        const link = await setUpLink(needs, added, baseUrl(configuration))
        if (globalsOf(command).json) printJson({ userId: added.userId, link })
        else
          print(`Added. This link works once, within a day; hand it to the person alone:\n${link}`)
      } finally {
        await store.close()
      }
    })
}
