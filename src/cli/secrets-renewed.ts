import type { Command } from 'commander'
import { sealingBy } from '#infra/system/sealing.ts'
import { note } from '#src/app/activity.ts'
import { oldSecretsIn, sealFilesAnew } from '#src/app/identity/old-secrets.ts'
import { exitCodes, globalsOf, print, printJson, stop } from '#src/cli/context.ts'
import { by, withServed } from '#src/cli/served.ts'
import { configured } from '#src/cli/settings.ts'

const sealingNow = () => {
  const { SUPPORT_SECRET: secret, SUPPORT_SECRET_OLD: older } = configured()
  return secret === undefined ? undefined : sealingBy({ secret, older })
}

const status = (command: Command): Promise<void> =>
  withServed(command, { create: false }, async (needs) => {
    const found = await oldSecretsIn({ ...needs, sealing: sealingNow() })
    if (globalsOf(command).json) return printJson(found)
    const { people, cards, files, filesShut } = found
    print(`Under an older PEPPER: ${people} login(s), ${cards} card(s).`)
    print(`Under an older SUPPORT_SECRET: ${files} file(s). Opened by none of them: ${filesShut}.`)
  })

const reseal = (command: Command): Promise<void> =>
  withServed(command, { create: false }, async (needs) => {
    const sealing = sealingNow()
    if (!sealing) throw stop('set SUPPORT_SECRET as the service has it', exitCodes.broken)
    const { store } = needs
    const told = await sealFilesAnew({ store, sealing })
    for (const scope of await store.networks.fundIds())
      await note(needs, { ...by, scope, action: 'keep-support-file', outcome: 'done' })
    if (globalsOf(command).json) return printJson(told)
    print(
      `Sealed anew: ${told.renewed} file(s). As they were: ${told.current}. Not opened: ${told.shut}.`,
    )
  })

/** Changing the secrets outside the database, for whoever has the machine. */
export const addTo = (program: Command): void => {
  const secrets = program
    .command('secrets')
    .description('changing PEPPER, SIGNING_SECRET and SUPPORT_SECRET')
    .addHelpText('after', '\nStep by step: docs/secrets.md.')
  secrets
    .command('status')
    .description('how much still hangs on a secret of before')
    .action((_: unknown, command: Command) => status(command))
  secrets
    .command('reseal')
    .description('seals each support file by the SUPPORT_SECRET of now')
    .action((_: unknown, command: Command) => reseal(command))
}
