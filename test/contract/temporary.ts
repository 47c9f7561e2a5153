import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder of this file's tests, removed after them; gives the path of a new file each time. */
export const temporaryFiles = (): (() => string) => {
  const folder = mkdtempSync(join(tmpdir(), 'village-fund-'))
  let count = 0
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return () => {
    count += 1
    return join(folder, `${count}`, 'fund.db')
  }
}
