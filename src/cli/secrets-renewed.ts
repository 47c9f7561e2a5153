import type { Command } from 'commander'
import type { MarkFault } from '#domain/access/marks.ts'
import type { AtRest } from '#domain/access/row-seal.ts'
import { note } from '#src/app/activity.ts'
import { allAtRest } from '#src/app/identity/at-rest.ts'
import { oldSecretsIn, sealFilesAnew } from '#src/app/identity/old-secrets.ts'
import { oldCasesIn, renewCases } from '#src/app/cases/resealing.ts'
import { underTheRoof } from '#src/app/cases/roof.ts'
import { withCases } from '#src/cli/cases/serving.ts'
import type { CasesService } from '#src/http/needs.ts'
import { allMarkFaults, markAllAnew } from '#src/app/identity/marking.ts'
import {
  exitCodes,
  globalsOf,
  marksIfKnown,
  olderIn,
  print,
  printJson,
  stop,
} from '#src/cli/context.ts'
import { headsPath } from '#src/cli/heads-file.ts'
import { faultsOfKept, keepAnew } from '#src/cli/keeping-heads.ts'
import { type ServedNeeds, by, withServed } from '#src/cli/served.ts'
import { sealingIn } from '#src/cli/service/sealing.ts'
import { configured } from '#src/cli/settings.ts'

const sealingNow = () => sealingIn(configured())

const status = (command: Command): Promise<void> =>
  withServed(command, { create: false }, async (needs, _, { url, configuration }) => {
    const found = await withCases(configuration, url, async (cases) => {
      const { clock, store } = needs
      const networkIds = await store.networks.fundIds()
      const under = cases ? underTheRoof(store, cases) : store
      // First, so that another PEPPER is told by that name and not by what cannot be read.
      const atRest = await allAtRest(store)
      return {
        atRest,
        ...(await oldSecretsIn({ ...needs, store: under, sealing: sealingNow() })),
        marks: await allMarkFaults(store),
        ...(cases && { cases: await oldCasesIn({ ...cases, clock }, networkIds) }),
      }
    })
    if (globalsOf(command).json) return printJson(found)
    const { people, cards, files, filesShut, marks: marked } = found
    print(`Under an older PEPPER: ${people} login(s), ${cards} card(s).`)
    tellAtRest(found.atRest)
    print(`Under an older SUPPORT_SECRET: ${files} file(s). Opened by none of them: ${filesShut}.`)
    if (found.cases) tellCases(found.cases)
    tellMarks(marked)
    if (olderIn('PEPPER_OLD').length > 0)
      print(
        'Before PEPPER_OLD goes, run secrets reseal: without a mark that holds nobody is known.',
      )
  })

const tellAtRest = ({ open, older, shut }: AtRest): void =>
  print(
    `Names, kin, notes and logins: ${open} row(s) lie in clear, ${older} under an older PEPPER. Opened by none of them: ${shut}.`,
  )

const tellCases = ({ older, shut, keys }: Awaited<ReturnType<typeof oldCasesIn>>): void => {
  print(`Under an older CASES_SECRET: ${older} leaf(s) of cases. Opened by none of them: ${shut}.`)
  print(
    `Keys of workers that wait for their passphrase: ${keys}. Each is sealed anew when its owner opens the desk.`,
  )
}

/** What bears no mark, row by row: whoever takes it in has read each. */
const tellMarks = (faults: readonly MarkFault[]): void => {
  print(`Without a mark of this service, or missing: ${faults.length}.`)
  for (const { scope, kind, key, fault } of faults)
    print(`- ${fault}: ${`${kind} ${key}`.trim()} of ${scope}`)
}

const sealedSaid = (rows: number): string =>
  `Sealed by the PEPPER of now, with names, kin, notes and logins: ${rows} row(s).`

const mark = (command: Command, again: number | undefined): Promise<void> =>
  withServed(command, { create: false }, async (needs, _, { url, configuration }) => {
    const { store } = needs
    const marks = marksIfKnown()
    if (!marks) throw stop('set MODE=live and PEPPER as the service has them', exitCodes.broken)
    const path = headsPath(configuration.HEADS_FILE, url)
    const keeping = path === undefined ? undefined : { path, marks, store }
    const faultsNow = async (): Promise<readonly MarkFault[]> => [
      ...(await allMarkFaults(store)),
      ...((keeping && (await faultsOfKept(keeping))) ?? []),
    ]
    const before = await faultsNow()
    if (again !== undefined && again !== before.length) {
      tellMarks(before)
      throw stop(`there are ${before.length} of them, not ${again}`, exitCodes.refused)
    }
    const told = await markAllAnew(needs, again === undefined ? 'first' : 'again')
    // What was kept is given up by whoever has counted what it says, and by nobody else.
    if (keeping && again !== undefined) await keepAnew(keeping)
    const left = await faultsNow()
    if (keeping && left.length === 0) await keepAnew(keeping)
    if (left.length > 0) process.exitCode = exitCodes.refused
    if (globalsOf(command).json) return printJson({ ...told, left: left.length })
    print(`Taken in: ${told.takenIn} row(s). Marked by the PEPPER of now: ${told.renewed} row(s).`)
    print(sealedSaid(told.sealed))
    if (left.length > 0) tellMarks(left)
  })

/** Seals all cases by the secret of now; tells what still hangs on an older one. */
const resealCases = async (
  { clock, store }: Pick<ServedNeeds, 'clock' | 'store'>,
  cases: CasesService | undefined,
) => {
  if (!cases) return undefined
  const networkIds = await store.networks.fundIds()
  const needs = { ...cases, clock }
  await renewCases(needs, { networkIds, fundIds: await store.fundIds() })
  return oldCasesIn(needs, networkIds)
}

const reseal = (command: Command): Promise<void> =>
  withServed(command, { create: false }, (needs, _, { url, configuration }) =>
    withCases(configuration, url, (cases) => resealAll(command, needs, cases)),
  )

const resealAll = async (
  command: Command,
  needs: ServedNeeds,
  cases: CasesService | undefined,
): Promise<void> => {
  const sealing = sealingNow()
  const store = cases ? underTheRoof(needs.store, cases) : needs.store
  const { renewed: marked, sealed } = await markAllAnew(needs, 'renews')
  const ofCases = await resealCases(needs, cases)
  const files = sealing && (await sealFilesAnew({ store, sealing }))
  if (files)
    for (const scope of await store.networks.fundIds())
      await note(needs, { ...by, scope, action: 'keep-support-file', outcome: 'done' })
  if (globalsOf(command).json)
    return printJson({ ...files, marked, sealed, ...(ofCases && { cases: ofCases }) })
  if (ofCases) tellCases(ofCases)
  print(`Marked by the PEPPER of now: ${marked} row(s).`)
  print(sealedSaid(sealed))
  if (!files) return print('SUPPORT_SECRET is not set: no file of support was looked at.')
  const told = files
  print(
    `Sealed anew: ${told.renewed} file(s). As they were: ${told.current}. Not opened: ${told.shut}.`,
  )
}

const countOption = (value: string): number => {
  if (!/^\d{1,9}$/.test(value)) throw stop('give how many there are', exitCodes.wrongUse)
  return Number(value)
}

/** Changing the secrets outside the database, for whoever has the machine. */
export const addTo = (program: Command): void => {
  const secrets = program
    .command('secrets')
    .description('changing PEPPER, SIGNING_SECRET, SUPPORT_SECRET and CASES_SECRET')
    .addHelpText('after', '\nStep by step: docs/secrets.md.')
  secrets
    .command('status')
    .description('how much still hangs on a secret of before')
    .action((_: unknown, command: Command) => status(command))
  secrets
    .command('reseal')
    .description(
      'marks rows by the PEPPER of now and seals names, kin, notes and logins by it, and support files and cases by the SUPPORT_SECRET and the CASES_SECRET of now',
    )
    .action((_: unknown, command: Command) => reseal(command))
  secrets
    .command('mark')
    .description('after an upgrade, once: takes in rows that bear no mark yet')
    .option(
      '--again <count>',
      'takes in what another program wrote, after each was looked at',
      countOption,
    )
    .action(({ again }: { again?: number }, command: Command) => mark(command, again))
}
