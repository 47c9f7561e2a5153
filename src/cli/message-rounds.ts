import { dropIncoming, incomingFiles } from '#infra/system/carrier-to-file.ts'
import type { Carried } from '#src/app/messages/carrying.ts'
import { answerTo } from '#src/app/messages/menu.ts'
import { messageFolder } from '#src/cli/service/message-service.ts'
import type { Configuration } from '#src/configuration.ts'
import { type MessageNeeds, messageNeeds, noticeNeeds } from '#src/http/messages/needs.ts'
import { type Round, type RoundNeeds, sendingRound } from '#src/http/messages/round.ts'
import type { AppNeeds } from '#src/http/needs.ts'

/** Answers one text by the same way that texts leave; whoever cannot be reached just now has to ask again. */
export const answerByCarrier = async (
  needs: MessageNeeds,
  asked: { readonly networkId: string; readonly from: string; readonly text: string },
): Promise<string | undefined> => {
  const text = await answerTo(needs, asked)
  if (text !== undefined) await needs.carrier({ id: needs.ids(), to: asked.from, text })
  return text
}

/** Where there is one network, a text that names none is its. */
const onlyNetworkIn = async ({
  store,
}: Pick<MessageNeeds, 'store'>): Promise<string | undefined> => {
  const all = await store.networks.fundIds()
  return all.length === 1 ? all[0] : undefined
}

const answerFiles = async (needs: MessageNeeds, folder: string): Promise<void> => {
  const networkId = await onlyNetworkIn(needs)
  if (networkId === undefined) return
  for (const { name, from, text } of (await incomingFiles(folder)).texts) {
    // Taken away first: a text that was half answered when the machine stopped is not answered twice.
    await dropIncoming(folder, name)
    await answerByCarrier(needs, { networkId, from, text })
  }
}

const together = (a: Carried, b: Carried): Carried => ({
  sent: a.sent + b.sent,
  waiting: a.waiting + b.waiting,
  givenUp: a.givenUp + b.givenUp,
})

const roundOf = async (configuration: Configuration, needs: RoundNeeds): Promise<Round> => {
  if (needs.texts && configuration.MESSAGES === 'file')
    await answerFiles(needs.texts, messageFolder(configuration))
  return sendingRound(needs)
}

/** One round: what came in as files is answered, and what there is to tell is sent, to phones and to standing links. */
export const messageRound = async (
  configuration: Configuration,
  needs: RoundNeeds,
): Promise<Carried> => {
  const { texts, notices } = await roundOf(configuration, needs)
  return together(texts, notices)
}

const roundMs = 60_000

/** Sends once a minute while the service runs; the returned function ends it. A round that fails is told by its kind of fault alone. */
export const keepSending = (configuration: Configuration, needs: AppNeeds): (() => void) => {
  const made = messageNeeds(needs)
  const notices = noticeNeeds(needs)
  if (!made && !notices) return () => undefined
  const texts = made && { ...made, ...(needs.cases && { cases: needs.cases }) }
  let last: Round | undefined
  needs.metrics?.measured.watch('texts_waiting', () => last?.texts.waiting ?? 0)
  needs.metrics?.measured.watch('notices_waiting', () => last?.notices.waiting ?? 0)
  let isRunning = false
  const round = async (): Promise<void> => {
    if (isRunning) return
    isRunning = true
    try {
      last = await roundOf(configuration, { texts, notices })
    } catch (error) {
      const fault = error instanceof Error ? error.name : 'Error'
      const line = { requestId: needs.ids(), method: 'ROUND', route: 'messages' }
      needs.log({ ...line, status: 500, ms: 0, fault })
    } finally {
      isRunning = false
    }
  }
  const timer = setInterval(() => void round(), roundMs)
  timer.unref()
  return () => clearInterval(timer)
}
