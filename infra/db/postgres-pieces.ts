import type { Writable } from 'node:stream'
import type { PoolClient } from 'pg'

/** The socket of a connection, which holds back what is written into it while it is corked. */
type Corked = {
  readonly connection?: { readonly stream?: Partial<Pick<Writable, 'cork' | 'uncork'>> }
}
const held = new WeakSet<object>()

/**
 * Has statements go out as one piece that are sent before anything else is heard: each piece that is given to the line costs
 * the processor as much as a statement does.
 */
export const asOnePiece = (client: PoolClient): void => {
  const { stream } = (client as Corked).connection ?? {}
  if (!stream?.cork || !stream.uncork || held.has(stream)) return
  held.add(stream)
  stream.cork()
  process.nextTick(() => {
    held.delete(stream)
    stream.uncork!()
  })
}
