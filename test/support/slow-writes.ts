import { setImmediate as turn } from 'node:timers/promises'

const writes = /^(append|change|drop|erase|keep|note|replace|reseal|take|void)/

/**
 * A store whose writes take their time: what nobody waited for has not happened yet when somebody looks. Reads are told at
 * once, so that a forgotten `await` is a wrong answer in a test, as it is on a disk.
 */
export const slowWrites = <Store extends object>(store: Store): Store =>
  new Proxy(store, {
    get: (of, name) => {
      const found: unknown = Reflect.get(of, name)
      if (typeof found !== 'function' || !writes.test(String(name))) return found
      return async (...told: readonly unknown[]): Promise<unknown> => {
        for (let turns = 0; turns < 3; turns += 1) await turn()
        return Reflect.apply(found, of, told) as unknown
      }
    },
  })
