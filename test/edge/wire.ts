/*
 * Values on a line between the tests and a worker, as they are: what is undefined stays so, and a map
 * stays a map. Functions stay where they are and are called back by number.
 */
type Tagged = { readonly $: 'undefined' | 'map' | 'function' | 'error'; readonly of?: unknown }

const isTagged = (value: unknown): value is Tagged =>
  typeof value === 'object' && value !== null && '$' in value

const packed = (value: unknown, keep: (held: unknown) => number): unknown => {
  if (value === undefined) return { $: 'undefined' }
  if (typeof value === 'function') return { $: 'function', of: keep(value) }
  if (value instanceof Map) return { $: 'map', of: [...value].map((entry) => packed(entry, keep)) }
  if (Array.isArray(value)) return value.map((item) => packed(item, keep))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, packed(held, keep)]))
}

const unpacked = (value: unknown, call: (held: number, args: unknown[]) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((item) => unpacked(item, call))
  if (typeof value !== 'object' || value === null) return value
  if (isTagged(value)) {
    if (value.$ === 'undefined') return undefined
    if (value.$ === 'function') return (...args: unknown[]) => call(value.of as number, args)
    return new Map(unpacked(value.of, call) as [unknown, unknown][])
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name, unpacked(held, call)]),
  )
}

type Said =
  | { readonly id: number; readonly call: string | number; readonly args: unknown }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly fault: { readonly name: string; readonly message: string } }

/** One end of the line. */
type End = {
  readonly ask: (name: string | number, args: readonly unknown[]) => Promise<unknown>
  /** Takes in what the other end has said. */
  readonly hear: (text: string) => void
}

class FaultThere extends Error {}

/** An end that says things by `say` and answers the other one's calls by `answer`. */
export const endOf = ({
  say,
  answer,
}: {
  readonly say: (text: string) => void
  readonly answer: (name: string, args: unknown[]) => unknown
}): End => {
  const waiting = new Map<number, { done: (value: unknown) => void; fail: (e: Error) => void }>()
  const kept = new Map<number, (...args: unknown[]) => unknown>()
  let count = 0

  const keep = (held: unknown): number => {
    count += 1
    kept.set(count, held as (...args: unknown[]) => unknown)
    return count
  }
  const ask: End['ask'] = (call, args) =>
    new Promise((done, fail) => {
      count += 1
      waiting.set(count, { done, fail })
      say(JSON.stringify({ id: count, call, args: packed(args, keep) }))
    })

  const reply = async (id: number, call: string | number, args: unknown[]): Promise<void> => {
    try {
      const value = await (typeof call === 'number' ? kept.get(call)!(...args) : answer(call, args))
      say(JSON.stringify({ id, value: packed(value, keep) }))
    } catch (error) {
      const { name, message } = error as Error
      say(JSON.stringify({ id, fault: { name, message } }))
    }
  }

  const hear: End['hear'] = (text) => {
    const said = JSON.parse(text) as Said
    if ('call' in said) {
      void reply(said.id, said.call, unpacked(said.args, ask) as unknown[])
      return
    }
    const asked = waiting.get(said.id)
    waiting.delete(said.id)
    if ('fault' in said) {
      const fault = new FaultThere(said.fault.message)
      fault.name = said.fault.name
      asked?.fail(fault)
    } else asked?.done(unpacked(said.value, ask))
  }
  return { ask, hear }
}
