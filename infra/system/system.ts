import { createHash, randomUUIDv7 } from 'node:crypto'
import type { Clock, Hasher, Ids } from '#domain/ports.ts'

export const systemClock: Clock = () => new Date().toISOString()

export const sha256: Hasher = (text) => createHash('sha256').update(text, 'utf8').digest('hex')

export const randomIds: Ids = () => randomUUIDv7()
