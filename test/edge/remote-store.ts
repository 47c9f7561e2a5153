import type { Known, News } from '#infra/db/overview.ts'
import type { Store } from '#infra/db/store.ts'
import type { NetworkRecorder } from '#src/app/network/network-record.ts'
import type { Recorder } from '#src/app/record.ts'
import type { Everything } from '#test/contract/village-life.ts'
import { endOf } from '#test/edge/wire.ts'
import type { Running } from '#test/edge/worker.ts'

/** The objects of one world in the real runtime, as a test has them in its hand. */
export type World = {
  readonly store: Everything
  readonly record: Recorder
  readonly recordNetwork: NetworkRecorder
  readonly ask: (name: string, ...args: unknown[]) => Promise<unknown>
  readonly known: (kind: 'fund' | 'network', id: string) => Promise<Known | undefined>
  readonly hear: (news: News) => Promise<number>
  readonly close: () => Promise<void>
}

let count = 0

/** Opens a line to a world; a name that was used before is the same world again. */
export const openWorld = async ({ url }: Running, name?: string): Promise<World> => {
  count += 1
  const socket = new WebSocket(`${url.replace('http', 'ws')}/${name ?? `world-${count}`}`)
  const end = endOf({
    say: (text) => socket.send(text),
    answer: (asked) => {
      throw new Error(`a test is not asked for ${asked}`)
    },
  })
  socket.addEventListener('message', ({ data }) => end.hear(String(data)))
  await new Promise((open, fail) => {
    socket.addEventListener('open', open)
    socket.addEventListener('error', fail)
  })
  const ask = (method: string, ...args: unknown[]) => end.ask(method, args)
  const methods = (prefix: string): unknown =>
    new Proxy(
      {},
      {
        get: (_, method: string) =>
          method === 'networks'
            ? methods('networks.')
            : // The world writes alone: it has no turns to wait for.
              method === 'inTurn'
              ? undefined
              : (...args: unknown[]) => ask(`${prefix}${method}`, ...args),
      },
    )
  const store = methods('') as Store & { readonly record: Recorder } & Pick<World, 'known' | 'hear'>
  return {
    store,
    record: (...args) => ask('record', ...args) as ReturnType<Recorder>,
    recordNetwork: (...args) => ask('recordNetwork', ...args) as ReturnType<NetworkRecorder>,
    ask,
    known: (...args) => ask('known', ...args) as ReturnType<World['known']>,
    hear: (news) => ask('hear', news) as Promise<number>,
    close: () =>
      new Promise((closed) => {
        socket.addEventListener('close', () => closed())
        socket.close()
      }),
  }
}
