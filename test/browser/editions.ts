import { type IncomingMessage, type ServerResponse, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type AppFile, phoneFiles } from '#src/packing/phone-files.ts'
import type { Practice } from '#test/browser/serving.ts'

/** What the first script of the older edition says of itself. */
const olderMark = 'globalThis.isOlderApp=true;'

/** Another build of the app: its script is another one, under another name, and so is its worker. */
const olderEdition = async (): Promise<readonly AppFile[]> => {
  const files = await phoneFiles()
  const { path } = files.find((one) => one.path.startsWith('/app/phone-'))!
  const older = path.replace(/-[\w-]{10}\./, '-older00000.')
  return files.map((file) => ({
    ...file,
    path: file.path === path ? older : file.path,
    text: (file.path === path ? olderMark : '') + file.text.replaceAll(path, older),
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
