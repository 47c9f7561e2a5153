import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { clientEntries, clientTypes } from '#src/packing/client.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Lays into a folder what a program sees of the package that it has installed: the client, by the same entries and texts. */
export const layClient = (folder: string): void => {
  const to = join(folder, 'node_modules/village-fund')
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(to, path)), { recursive: true })
    writeFileSync(join(to, path), text)
  }
  for (const [path, text] of Object.entries(clientTypes())) write(path, text)
  for (const name of ['client', 'webhooks']) {
    const code = readFileSync(join(root, `src/client/${name}.ts`), 'utf8')
    write(`src/client/${name}.js`, stripTypeScriptTypes(code))
  }
  const manifest = { name: 'village-fund', type: 'module', exports: clientEntries }
  write('package.json', JSON.stringify(manifest))
}
