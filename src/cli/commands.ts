import type { Command } from 'commander'

type Commands = { readonly addTo: (program: Command) => unknown }

/** The files of commands in the order of the help, each with the first words of what it adds. */
export const commandFiles: readonly (readonly [
  words: readonly string[],
  load: () => Promise<Commands>,
])[] = [
  [['serve', 'demo'], () => import('#src/cli/serving.ts')],
  [['import'], () => import('#src/cli/importing.ts')],
  [['export', 'import'], () => import('#src/cli/archiving.ts')],
  [['export'], () => import('#src/cli/exporting.ts')],
  [['export', 'evidence'], () => import('#src/cli/evidence.ts')],
  [['verify-receipt'], () => import('#src/cli/verifying.ts')],
  [['report'], () => import('#src/cli/reporting.ts')],
  [['compare'], () => import('#src/cli/comparing.ts')],
  [['quote'], () => import('#src/cli/quoting.ts')],
  [['cases'], () => import('#src/cli/trying-cases.ts')],
  [['user'], () => import('#src/cli/people.ts')],
  [['device'], () => import('#src/cli/devices.ts')],
  [['messages'], () => import('#src/cli/messaging.ts')],
  [['secrets'], () => import('#src/cli/secrets-renewed.ts')],
  [['audit', 'rebuild'], () => import('#src/cli/keeping.ts')],
  [['tamper'], () => import('#src/cli/tampering.ts')],
  [['backup', 'heads'], () => import('#src/cli/backing-up.ts')],
  [['restore'], () => import('#src/cli/restoring.ts')],
  [['migrate', 'doctor'], () => import('#src/cli/schema.ts')],
]

const asksForAll = ['help', '--help', '-h', '--version', '-V']

/**
 * Adds the commands that the arguments name; all of them where help is asked for or none is named. Each file loads
 * half of the house, and who asks for one command need not wait for the others.
 */
export const addCommands = async (program: Command, args: readonly string[]): Promise<void> => {
  const named = commandFiles.filter(([words]) => words.some((word) => args.includes(word)))
  const isForAll = named.length === 0 || args.some((arg) => asksForAll.includes(arg))
  for (const [, load] of isForAll ? commandFiles : named) (await load()).addTo(program)
}
