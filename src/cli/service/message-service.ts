import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { OutgoingText } from '#domain/fund/messages.ts'
import { carrierToFiles } from '#infra/system/carrier-to-file.ts'
import { carrierToGateway } from '#infra/system/carrier-to-gateway.ts'
import { hooksOnNode } from '#infra/system/hooks-on-node.ts'
import { gatewayOf, messageServiceBy } from '#infra/system/message-service.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import { callersPath } from '#src/cli/context.ts'
import type { Configuration } from '#src/configuration.ts'
import type { LinkService, MessageService } from '#src/http/needs.ts'

/** Where texts lie that are sent and answered by way of files. */
export const messageFolder = ({ DATA_DIR }: Pick<Configuration, 'DATA_DIR'>): string =>
  join(callersPath(DATA_DIR), 'messages')

const shownTexts = 8

/** The newest texts that wait in files. */
const newestTexts = async (folder: string): Promise<readonly OutgoingText[]> => {
  const out = join(folder, 'out')
  const names = (await readdir(out).catch(() => [])).filter((name) => name.endsWith('.json'))
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(out, name))).mtimeMs })),
  )
  const newest = dated.toSorted((a, b) => b.at - a.at).slice(0, shownTexts)
  return Promise.all(
    newest.map(
      async ({ name }) => JSON.parse(await readFile(join(out, name), 'utf8')) as OutgoingText,
    ),
  )
}

/** How this machine sends texts; nothing, where nobody said how. */
export const messageServiceOf = (
  configuration: Configuration,
): { readonly messages?: MessageService } => {
  const { MODE, MESSAGES, MESSAGES_SECRET: secret, ...rest } = configuration
  if (MESSAGES === 'off' || secret === undefined) return {}
  const folder = messageFolder(configuration)
  const { MESSAGES_NUMBER: number, MESSAGES_INCOMING_SECRET: incoming } = rest
  const carrier =
    MESSAGES === 'file' ? carrierToFiles(folder) : carrierToGateway(gatewayOf(configuration))
  return {
    messages: {
      ...messageServiceBy(carrier, { secret, number, incoming }),
      ...(MODE === 'practice' && MESSAGES === 'file'
        ? { sentTexts: () => newestTexts(folder) }
        : {}),
    },
  }
}

/** How this machine tells standing links; nothing, where there is neither a way for texts nor for webhooks. */
export const linkServiceOf = ({
  MESSAGES,
  MESSAGES_SECRET: secret,
  WEBHOOKS,
  WEBHOOKS_PRIVATE,
}: Configuration): { readonly links?: LinkService } => {
  if (secret === undefined || (MESSAGES === 'off' && WEBHOOKS === 'no')) return {}
  const mayBePrivate = WEBHOOKS_PRIVATE === 'yes'
  return {
    links: {
      sealing: sealingBy({ secret, things: 'messages' }),
      mayBePrivate,
      ...(WEBHOOKS === 'yes' ? { tellHook: hooksOnNode({ mayBePrivate }) } : {}),
    },
  }
}
