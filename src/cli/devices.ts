import type { Command } from 'commander'
import type { Device } from '#domain/ports.ts'
import { note } from '#src/app/activity.ts'
import { makeKey, shutOutDevice } from '#src/app/identity/one-time-keys.ts'
import { exitCodes, globalsOf, print, printJson, stop } from '#src/cli/context.ts'
import { by, withServed } from '#src/cli/served.ts'
import type { FoundingNeeds } from '#src/app/identity/first-administrator.ts'

const theNetwork = async ({ store }: FoundingNeeds): Promise<string> => {
  const networkIds = await store.networks.fundIds()
  if (networkIds.length === 0)
    throw stop('nobody signs in here yet: start the service first', exitCodes.refused)
  if (networkIds.length > 1)
    throw stop(
      'there are several networks here: look after devices in the service itself',
      exitCodes.wrongUse,
    )
  return networkIds[0]!
}

const noted = (needs: FoundingNeeds, scope: string, subject: string): Promise<void> =>
  note(needs, { ...by, scope, action: 'manage-devices', subject, outcome: 'done' })

const deviceRow = ({ deviceId, label, enrolledAt, revokedAt }: Device) => ({
  deviceId,
  label,
  enrolledAt,
  revokedAt: revokedAt ?? null,
})

const lineOf = ({ deviceId, label, enrolledAt, revokedAt }: ReturnType<typeof deviceRow>): string =>
  `${deviceId}  ${label}  since ${enrolledAt.slice(0, 10)}${revokedAt === null ? '' : `, shut out on ${revokedAt.slice(0, 10)}`}`

const list = (command: Command): Promise<void> =>
  withServed(command, { create: false }, async (needs) => {
    const found = await needs.store.devices(await theNetwork(needs))
    const devices = found.toSorted((a, b) => (a.enrolledAt > b.enrolledAt ? -1 : 1)).map(deviceRow)
    if (globalsOf(command).json) printJson({ devices })
    else if (devices.length === 0) print('No device is there yet: device add makes a link for one.')
    else for (const device of devices) print(lineOf(device))
  })

const add = (command: Command): Promise<void> =>
  withServed(command, { create: false }, async (needs, url) => {
    const networkId = await theNetwork(needs)
    await noted(needs, networkId, '')
    const key = await makeKey(needs, { networkId, purpose: 'enrol-device', madeBy: by.actor })
    const link = `${url}/enrol?key=${key}`
    if (globalsOf(command).json) printJson({ link })
    else
      print(`Open this link on the phone or computer itself; it works once, within a day:\n${link}`)
  })

const shutOut = (deviceId: string, command: Command): Promise<void> =>
  withServed(command, { create: false }, async (needs) => {
    const networkId = await theNetwork(needs)
    const device = await needs.store.device(networkId, deviceId)
    if (!device) throw stop('there is no such device: see device list', exitCodes.refused)
    const { revokedAt, sessionsEnded } = await shutOutDevice(needs, device)
    await noted(needs, networkId, `device:${deviceId}`)
    if (globalsOf(command).json)
      printJson({ ...deviceRow({ ...device, revokedAt }), sessionsEnded })
    else print(`Shut out: nobody signs in on it any more; ${sessionsEnded} session(s) ended.`)
  })

/**
 * Phones and computers that people sign in on, for whoever has the machine: a village may have one phone,
 * and when that is lost nobody is left who could let another one in.
 */
export const addTo = (program: Command): void => {
  const device = program
    .command('device')
    .description('phones and computers that people sign in on')
    .addHelpText('after', '\nFor a phone that was lost see docs/breach/lost-phone.md.')
  device
    .command('list')
    .description('each with its number, its name and since when; the newest first')
    .action((_: unknown, command: Command) => list(command))
  device
    .command('add')
    .description('prints the one-time link that makes a phone or computer known')
    .action((_: unknown, command: Command) => add(command))
  device
    .command('stop <device>')
    .description('shuts one out at once with everybody on it, the last one too')
    .action((deviceId: string, _: unknown, command: Command) => shutOut(deviceId, command))
}
