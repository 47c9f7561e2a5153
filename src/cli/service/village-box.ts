import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { certificateFault } from '#infra/system/certificates.ts'
import { systemClock } from '#infra/system/system.ts'
import { callersPath, exitCodes, stop } from '#src/cli/context.ts'
import { type Tls, openFor } from '#src/cli/service/listening.ts'
import type { Configuration } from '#src/configuration.ts'
import { handingOut } from '#src/http/entrance/village-box.ts'

/** What lies in the folder of a village box; the key is its owner's alone. */
export const boxFiles = {
  authority: { file: 'authority.crt', mode: 0o644 },
  server: { file: 'server.crt', mode: 0o644 },
  key: { file: 'server.key', mode: 0o600 },
} as const

export type ServedBox = {
  readonly tls: Tls
  /** PEM. */
  readonly authority: string
  readonly publicUrl: string
  readonly host: string
  readonly port: number
}

const faults = {
  'other-name': 'the certificate in BOX_DIR is for another address than PUBLIC_URL',
  over: 'the certificate in BOX_DIR is over',
} as const

/** What a village box shows, read once; nothing where the service is none. */
export const servedBox = (configuration: Configuration): ServedBox | undefined => {
  const { BOX_DIR, BOX_PORT: port, HOST: host, PUBLIC_URL } = configuration
  if (BOX_DIR === undefined || PUBLIC_URL === undefined) return undefined
  const read = (name: keyof typeof boxFiles): string => {
    try {
      return readFileSync(join(callersPath(BOX_DIR), boxFiles[name].file), 'utf8')
    } catch {
      throw stop(
        `BOX_DIR has no ${boxFiles[name].file}: make it with fund village-box certificate`,
        exitCodes.broken,
      )
    }
  }
  const tls = { cert: read('server'), key: read('key') }
  const now = Date.parse(systemClock())
  const fault = certificateFault(tls.cert, { host: new URL(PUBLIC_URL).hostname, now })
  if (fault)
    throw stop(`${faults[fault]}: make another with fund village-box certificate`, exitCodes.broken)
  return { tls, authority: read('authority'), publicUrl: PUBLIC_URL, host, port }
}

/** Opens the door without TLS that hands out what phones are to trust, and leads everybody else to the other door. */
export const handOut = ({
  authority,
  publicUrl,
  host,
  port,
}: ServedBox): Promise<{ readonly said: string; readonly stop: () => void }> => {
  const { fingerprint256: fingerprint, raw } = new X509Certificate(authority)
  const service = handingOut({ certificate: new Uint8Array(raw), fingerprint, publicUrl })
  return new Promise((resolve, reject) => {
    const server = openFor(service, {
      host,
      port,
      listens: () => {
        const address = server.address()
        const open = typeof address === 'object' && address !== null ? address.port : port
        resolve({
          said: `A phone that is new here opens http://${new URL(publicUrl).hostname}:${open} first. SHA-256 of what it is to trust:\n${fingerprint}`,
          stop: () => {
            server.close()
            server.closeAllConnections()
          },
        })
      },
    })
    server.once('error', reject)
  })
}
