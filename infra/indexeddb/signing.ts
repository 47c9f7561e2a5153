import { asked, inOne } from '#infra/indexeddb/database.ts'

const place = 'signing key'
const curve = { name: 'ECDSA', namedCurve: 'P-256' }
const how = { name: 'ECDSA', hash: 'SHA-256' }

/** The phone's own key, drawn when it is first needed; the browser lets nobody read it, not even this app. */
const pairIn = async (database: IDBDatabase): Promise<CryptoKeyPair> => {
  const found = (await inOne(database, 'readonly', (list) => asked(list('kept').get(place)))) as
    | CryptoKeyPair
    | undefined
  if (found) return found
  const made = await crypto.subtle.generateKey(curve, false, ['sign', 'verify'])
  await inOne(database, 'readwrite', (list) => asked(list('kept').put(made, place)))
  return made
}

/** Signs what this phone sends: the point by which it is checked, and the signature. */
export const signingIn =
  (database: IDBDatabase) =>
  async (text: string): Promise<{ readonly key: Uint8Array; readonly signature: Uint8Array }> => {
    const { publicKey, privateKey } = await pairIn(database)
    const point = await crypto.subtle.exportKey('raw', publicKey)
    const made = await crypto.subtle.sign(how, privateKey, new TextEncoder().encode(text))
    return { key: new Uint8Array(point), signature: new Uint8Array(made) }
  }
