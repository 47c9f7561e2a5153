import { expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { packed, unpacked } from '#src/edge/reply.ts'

const throwing = (error: Error) => async () => {
  throw error
}

test('a store that cannot be had stays a store that cannot be had on the way between two objects', async () => {
  const told = await packed(throwing(new StorageUnavailable('the store is too busy')))
  const carried = structuredClone(told)
  await expect(unpacked(async () => carried)).rejects.toThrow(
    new StorageUnavailable('the store is too busy'),
  )
  await expect(unpacked(async () => carried)).rejects.toBeInstanceOf(StorageUnavailable)
})

test.each(['retryable', 'overloaded', 'durableObjectReset'])(
  'an object that the runtime says is %s cannot be had now',
  async (mark) => {
    const said = Object.assign(new Error('said by the runtime'), { [mark]: true })
    await expect(unpacked(throwing(said))).rejects.toBeInstanceOf(StorageUnavailable)
    // Where the runtime says that it is not, trying again would not help.
    const final = Object.assign(new Error('said by the runtime'), { [mark]: false })
    await expect(unpacked(throwing(final))).rejects.toBe(final)
  },
)

test('a fault of the program stays one, and an answer is what was answered', async () => {
  const fault = new TypeError('a fault')
  await expect(packed(throwing(fault))).rejects.toBe(fault)
  await expect(unpacked(throwing(fault))).rejects.toBe(fault)
  expect(await unpacked(() => packed(async () => ({ seq: 1 })))).toEqual({ seq: 1 })
  expect(await unpacked(() => packed(async () => undefined))).toBeUndefined()
})
