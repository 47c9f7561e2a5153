import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const host = '127.0.0.1'
const firstPort = 8787

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })

const freePort = async (asked: string | undefined): Promise<number> => {
  if (asked !== undefined && asked !== '0') return Number(asked)
  for (let port = firstPort; port < firstPort + 100; port += 1) if (await isFree(port)) return port
  throw new Error('no port is free')
}

const wrangler = join(
  dirname(createRequire(import.meta.url).resolve('wrangler/package.json')),
  'bin/wrangler.js',
)

/**
 * Nothing of it asks the network: not for news of the tool, nor where in the world it runs. Settings that
 * were written for a service on this machine are not this one's.
 */
const quiet = {
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV: 'false',
  CI: '1',
}

/** `wrangler dev` and all that it starts, as a group of its own that can be ended as one. */
const dev = (port: number, secret: string): ChildProcess =>
  spawn(
    process.execPath,
    [
      wrangler,
      'dev',
      `--ip=${host}`,
      `--port=${port}`,
      '--inspector-port=0',
      `--persist-to=${process.env['DATA_DIR'] ?? 'data/edge'}`,
      '--log-level=warn',
      '--var=MODE:practice',
      `--var=START_SECRET:${secret}`,
    ],
    {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...quiet },
    },
  )

/** The link into the practice fund, which is filled when it is first asked for. */
const linkOf = async (url: string, secret: string, isOver: () => boolean): Promise<string> => {
  while (!isOver()) {
    const answer = await fetch(`${url}/first-link`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}` },
    }).catch(() => undefined)
    if (answer?.ok) return answer.text()
    // Before it listens nobody answers; a fault of the program would come again and again.
    if (answer !== undefined && answer.status !== 503) break
    await setTimeout(200)
  }
  throw new Error('the practice fund cannot be filled')
}

const graceMs = 5000

/** Ends the whole group, gently and then not, and answers when its first process is gone. */
const endAll = async (child: ChildProcess): Promise<void> => {
  const tell = (signal: NodeJS.Signals): void => {
    try {
      process.kill(-child.pid!, signal)
    } catch {
      // The group is gone already.
    }
  }
  const gone =
    child.exitCode === null && child.signalCode === null
      ? new Promise<void>((resolve) => child.once('exit', () => resolve()))
      : Promise.resolve()
  tell('SIGTERM')
  await Promise.race([gone, setTimeout(graceMs, undefined, { ref: false })])
  tell('SIGKILL')
}

const run = async (): Promise<void> => {
  const port = await freePort(process.env['PORT'])
  const secret = randomBytes(32).toString('base64url')
  const child = dev(port, secret)
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let isOver = false
  void over.then(() => {
    isOver = true
  })
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve)
  })
  try {
    const linked = linkOf(`http://${host}:${port}`, secret, () => isOver)
    linked.catch(() => undefined)
    const link = await Promise.race([linked, asked])
    if (link !== undefined) {
      process.stdout.write(`${link}Stop with Ctrl+C.\n`)
      await Promise.race([asked, over])
    }
  } finally {
    await endAll(child)
  }
}

await run()
