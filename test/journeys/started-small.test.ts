import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dropFolder, newFolder, started } from '#test/support/started.ts'

let folder = ''
beforeEach(() => {
  folder = newFolder()
})
afterEach(() => dropFolder(folder))

/** In units of ten milliseconds. */
const cpuSecondsOf = (pid: number): number => {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .split(') ')[1]!
    .split(' ')
    .slice(11, 13)
  return (Number(user) + Number(system)) / 100
}

const megabytesOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

// Measured at 1.2 to 1.8 s and 173 MB beside other work (docs/benchmarks.md); at twice the one and half as much again of the
// other, something is loaded or kept that was not.
test.skipIf(!existsSync('/proc/self/status'))(
  'a service that was started before is ready soon and idles small',
  async () => {
    await started(folder).then((service) => service.stop())
    const again = await started(folder)
    const seconds = cpuSecondsOf(again.pid)
    await expect.poll(() => megabytesOf(again.pid), { timeout: 30_000 }).toBeLessThan(250)
    await again.stop()
    expect(seconds).toBeLessThan(3.6)
  },
)
