import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { z } from 'zod'
import { isLocalDate } from '#domain/kernel/dates.ts'
import { headFound } from '#src/app/audits/audits.ts'
import { openPlan, papersOf } from '#src/app/audits/laptop.ts'
import { setUpLink } from '#src/app/identity/first-administrator.ts'
import {
  callersPath,
  chosenFund,
  exitCodes,
  globalsOf,
  groupOf,
  print,
  printJson,
  stop,
  withStore,
} from '#src/cli/context.ts'
import { newFilePath, writeNew } from '#src/cli/new-files.ts'
import { by, withServed } from '#src/cli/served.ts'
import { sealedPapers } from '#src/exchange/carried/papers.ts'

const id = z.uuid()
const day = z.string().refine(isLocalDate)
const hash = z.string().regex(/^[0-9a-f]{64}$/)

const planFile = z.strictObject({
  format: z.literal('village-fund/audit-plan/1'),
  plan: z.strictObject({
    networkId: id,
    fundId: id,
    auditId: id,
    from: day,
    visitOn: day,
    why: z.array(z.string()),
    head: z.strictObject({ seq: z.int().min(1), hash }),
    seed: hash,
    plannedOn: day,
  }),
  key: hash,
})

const planIn = (file: string): z.infer<typeof planFile> => {
  try {
    return planFile.parse(JSON.parse(readFileSync(callersPath(file), 'utf8')))
  } catch {
    throw stop('this is no plan of an audit as the service gives it out', exitCodes.wrongUse)
  }
}

const open = async (file: string, { login }: { readonly login: string }, command: Command) => {
  const { plan } = planIn(file)
  await withServed(command, { create: true }, async (needs, url, { configuration }) => {
    const { store } = needs
    // The service that is started on it afterwards is no practice; a link of other secrets would open nothing there.
    if (configuration.MODE === 'practice')
      throw stop(
        'an audit is worked on with MODE=live and secrets of this laptop (see .env.example and docs/audits.md)',
        exitCodes.broken,
      )
    if ((await headFound(store, plan.fundId, plan.head)) !== 'in-book')
      throw stop(
        'this database does not hold the fund’s book up to the entry of the plan: take its archive in first (import archive)',
        exitCodes.refused,
      )
    const others = (await store.networks.fundIds()).filter((one) => one !== plan.networkId)
    if (others.length > 0)
      throw stop('another network is in this database: take a new file', exitCodes.refused)
    const user = await openPlan(needs, plan, { login, by })
    if ('code' in user)
      throw stop('the login must be a name of 2 to 60 characters', exitCodes.refused)
    const link = await setUpLink(needs, user, { url, by })
    if (globalsOf(command).json) return printJson({ auditId: plan.auditId, link })
    print(
      `The plan is here. This link works once, within a day; "fund serve" must run first:\n${link}`,
    )
  })
}

async function* encoded(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

const write = async (file: string, { out }: { readonly out: string }, command: Command) => {
  const { plan, key } = planIn(file)
  const path = newFilePath(out)
  const papers = await withStore(command, { create: false }, (store) => papersOf(store, plan))
  if (papers.length === 0)
    throw stop('nothing was written about this audit here', exitCodes.refused)
  await writeNew(path, encoded(await sealedPapers(plan, papers, key)))
  if (globalsOf(command).json) return printJson({ acts: papers.length })
  print(
    `${papers.length} acts and words, sealed for the network: bring them in on its page of audits.`,
  )
}

const heads = {
  'in-book': 'is in the book, as it was',
  'ends-before': 'is not in the book, which ends before it: run audit',
  differs: 'is another one in the book now: run audit',
} as const

const head = async (
  { fund, entry, hash: quoted }: { fund?: string; entry: string; hash: string },
  command: Command,
) => {
  const asked = z.object({ seq: z.coerce.number().int().min(1), hash }).safeParse({
    seq: entry,
    hash: quoted.toLowerCase(),
  })
  if (!asked.success)
    throw stop('give the number of an entry and its hash of 64 signs', exitCodes.wrongUse)
  const found = await withStore(command, { create: false }, async (store) =>
    headFound(store, await chosenFund(store, fund), asked.data),
  )
  if (found !== 'in-book') process.exitCode = exitCodes.refused
  if (globalsOf(command).json) return printJson({ found })
  print(`Entry ${entry} ${heads[found]}.`)
}

export const addTo = (program: Command): void => {
  const group = groupOf(
    program,
    'audits',
    'an audit on a laptop without a line, and whether an entry that an opinion quotes is in the book',
  )
  group
    .command('open')
    .description('takes the plan of an audit into a database that has the archive of the fund')
    .argument('<plan>', 'the file that the page of the audit gives out')
    .option('--login <name>', 'the name by which the auditor signs in here', 'auditor')
    .action(open)
  group
    .command('papers')
    .description('what was written about the audit here, as one sealed file to bring back')
    .argument('<plan>', 'the same file of the plan')
    .requiredOption('--out <file>', 'where to write it; must not be there yet')
    .action(write)
  group
    .command('head')
    .description('whether an entry that an opinion quotes is in the book')
    .option('--fund <id>', 'which fund, where there are several')
    .requiredOption('--entry <number>', 'the number of the entry')
    .requiredOption('--hash <hash>', 'its hash')
    .action(head)
}
