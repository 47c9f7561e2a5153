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

  /** A transaction that waits for the turn of its fund; its first question goes to the server with that. */
  const begun = async (sql: string, call: Call, open: Lease | undefined): Promise<Lease> => {
    const lease = open ?? (await another(call))
    lease.within(call)
    const before = open ? 'release savepoint reading' : 'begin'
    lease.sayFirst(`${before}; ${sql}`)
    return lease
  }

  type Write<T> = Asked<T> & { readonly scope: string }
  const write = async <T>(asked: Write<T>): Promise<T> => {
    const { scope, until, work } = asked
    const call = { isRead: false, until }
    // A fund whose name cannot be stored is refused before anything is leased for it.
    const sql = writingSql(scope, call, deadlineMs)
    const open = readers.free(scope)?.lease
    const lease = await begun(sql, call, open)
    try {
      const value = await work(lease.em)
      const { command } = await lease.say('commit')
      if (command !== 'COMMIT') throw new StorageUnavailable('the server took the work back')
      lease.release()
      return value
    } catch (error) {
      await takenBack(lease)
      // What died while nobody used it is no answer to whoever came next; nothing of the work was kept.
      if (open && error instanceof ConnectionLost && Date.now() < until) return write(asked)
      throw error
    }
  }

  return { read: readers.read, write, close: readers.close }
}
