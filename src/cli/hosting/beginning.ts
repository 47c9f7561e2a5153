import { spawnSync } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { exitCodes, stop } from '#src/cli/context.ts'
import { account } from '#src/cli/hosting/unit.ts'

type Step = readonly [program: string, ...args: string[]]

/** What brings up a service whose files are written: its account, the rights of its settings, its folder of backups, itself. */
const stepsOf = (backups: string | undefined): readonly Step[] => [
  ['systemd-sysusers'],
  ['systemd-tmpfiles', '--create', `${account}.conf`],
  ...(backups === undefined
    ? []
    : [['install', '-d', '-m', '700', '-o', account, '-g', account, backups] as const]),
  ['systemctl', 'daemon-reload'],
  ['systemctl', 'enable', '--now', account],
]

const told: Step = ['journalctl', '-u', account, '-n', '20']

/** The steps as somebody gives them by hand; a folder of backups has no sign that a shell reads as another. */
const typed = (steps: readonly Step[]): string =>
  steps.map((step) => `  ${step.join(' ')}`).join('\n')

export const stepsSaid = (backups: string | undefined): string =>
  `Then, as root (or give \`install --start\`, which does it):\n${typed([...stepsOf(backups), told])}   # the link of the first administrator`

/** What the service has said since a moment, in seconds of the machine's clock. */
const saidSince = (since: number): string =>
  spawnSync(
    'journalctl',
    ['-u', account, '-o', 'cat', '--no-pager', '--quiet', `--since=@${since}`],
    { encoding: 'utf8' },
  ).stdout ?? ''

/**
 * Brings the service up and answers with what it says at its start. Where a step does not succeed it is named, with those that
 * are left: they are given by hand then.
 */
export const beginService = async (
  backups: string | undefined,
  { patienceMs = 60_000, everyMs = 500 } = {},
): Promise<string> => {
  const since = Math.floor(Date.now() / 1000)
  const steps = stepsOf(backups)
  for (const [i, [name, ...args]] of steps.entries()) {
    const { status, error } = spawnSync(name, args, { stdio: ['ignore', 2, 'inherit'] })
    const why = error ? `${name} is not there` : 'this step did not succeed'
    if (status !== 0)
      throw stop(
        `${why}; mend that, then give it and those after it as root:\n${typed([...steps.slice(i), told])}`,
        exitCodes.broken,
      )
  }
  const until = Date.now() + patienceMs
  let said = saidSince(since)
  while (!said.includes('Ctrl+C') && Date.now() < until) {
    await setTimeout(everyMs)
    said = saidSince(since)
  }
  return said.includes('Ctrl+C')
    ? said.trimEnd()
    : `It has not said anything yet; look again:\n${typed([told])}`
}
