import { type IncomingMessage, type ServerResponse, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type AppFile, phoneFiles } from '#src/packing/phone-files.ts'
import type { Practice } from '#test/browser/serving.ts'

/** What the first script of the older edition says of itself. */
const olderMark = 'globalThis.isOlderApp=true;'

/** The name that a script has in the older edition. */
const olderName = (name: string): string => name.replace(/-([\w-]{5})[\w-]{5}\.js$/, '-older$1.js')

/** Another build of the app: its scripts are others, under other names, and so is its worker. */
const olderEdition = async (): Promise<readonly AppFile[]> => {
  const files = await phoneFiles()
  const page = files.find(({ path }) => path === '/app/')!
  const entry = /src="(\/app\/[^"]+\.js)"/.exec(page.text)![1]!
  const names = files.map(({ path }) => path.slice('/app/'.length))
  const changed = names.filter((name) => olderName(name) !== name)
  return files.map((file) => ({
    ...file,
    path: olderName(file.path),
    text:
      (file.path === entry ? olderMark : '') +
      changed
        .reduce((text, name) => text.replaceAll(name, olderName(name)), file.text)
        .replace(/^const edition="/, 'const edition="older '),
  }))
}

/** A service whose app can be replaced by its newer edition, and which can be cut off from the funds behind it. */
export type Updating = Practice & {
  readonly replace: () => void
  readonly cut: (isCut: boolean) => void
}

/** Stands before a practice service and gives the app in its older edition until that is replaced. */
export const serveEditions = async (practice: Practice): Promise<Updating> => {
  let older: readonly AppFile[] | undefined = await olderEdition()
  let isCut = false
  const handOn = (asked: IncomingMessage, answer: ServerResponse): void => {
    const to = request(
      `${practice.url}${asked.url}`,
      { method: asked.method, headers: asked.headers },
      (told) => {
        answer.writeHead(told.statusCode!, told.headers)
        told.pipe(answer)
      },
    )
    to.on('error', () => answer.destroy())
    asked.pipe(to)
  }
  const server = createServer((asked, answer) => {
    if (isCut && asked.url!.startsWith('/v1/')) return void answer.destroy()
    const { pathname } = new URL(asked.url!, practice.url)
    const file = older?.find(({ path }) => path === pathname)
    if (!file) return handOn(asked, answer)
    answer.writeHead(200, { 'content-type': file.type, 'cache-control': 'no-cache' })
    answer.end(file.text)
  })
  const host = new URL(practice.url).hostname
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const url = `http://${host}:${(server.address() as AddressInfo).port}`
  return {
    url,
    printed: () => practice.printed().replaceAll(practice.url, url),
    replace: () => {
      older = undefined
    },
    cut: (now) => {
      isCut = now
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await practice.stop()
    },
  }
}
