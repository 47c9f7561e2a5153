import { StorageUnavailable } from '#domain/ports.ts'
import { writingSql } from '#infra/db/postgres-begin.ts'
import { type Call, ConnectionLost, type Lease, type Leases } from '#infra/db/postgres-lease.ts'
import { type Asked, readersOn, takenBack } from '#infra/db/postgres-readers.ts'

/** Transactions on the connections of a pool. */
export const transactionsOn = (leases: Leases, deadlineMs: number) => {
  let writers = 0
  const readers = readersOn(leases, { deadlineMs, isWanted: () => writers > 0 })

  /** A connection for whoever writes; while it is waited for, no reader keeps one without need. */
  const another = async (call: Call): Promise<Lease> => {
    writers += 1
    try {
      return await leases.lease(call)
    } finally {
      writers -= 1
    }
  }

  const begun = async (scope: string, call: Call): Promise<Lease> => {
    const open = readers.free(scope)
    const lease = open?.lease ?? (await another(call))
    lease.within(call)
    try {
      const before = open ? 'release savepoint reading' : 'begin'
      await lease.say(`${before}; ${writingSql(scope, call, deadlineMs)}`)
      return lease
    } catch (error) {
      await takenBack(lease)
      if (open && error instanceof ConnectionLost && Date.now() < call.until)
        return begun(scope, call)
      throw error
    }
  }

  const write = async <T>({ scope, until, work }: Asked<T> & { readonly scope: string }) => {
    const lease = await begun(scope, { isRead: false, until })
    try {
      const value = await work(lease.em)
      const { command } = await lease.say('commit')
      if (command !== 'COMMIT') throw new StorageUnavailable('the server took the work back')
      lease.release()
      return value
    } catch (error) {
      await takenBack(lease)
      throw error
    }
  }

  return { read: readers.read, write, close: readers.close }
}
