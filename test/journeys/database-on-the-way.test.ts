import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { readConfiguration } from '#src/configuration.ts'
import { isPrivateDatabase } from '#src/cli/private-database.ts'
import { fund } from '#test/support/command-line.ts'

/* Names, sums and the password of a database server are readable on the way to it where nothing seals that way. */

test.each([
  ['sqlite:./data/fund.db', true],
  ['postgres://me:word@127.0.0.1/village', true],
  ['postgres://me:word@localhost:5433/village', true],
  ['postgresql://me:word@[::1]/village', true],
  ['postgres:///village?host=/var/run/postgresql', true],
  ['postgres://me@%2Fvar%2Frun%2Fpostgresql/village', true],
  ['postgres://me:word@db.example/village?sslmode=verify-full', true],
  ['postgres://me:word@db.example/village?sslmode=require', true],
  ['postgres://me:word@db.example/village', false],
  ['postgres://me:word@10.0.0.5/village', false],
  ['postgres://me:word@localhost.example/village', false],
  ['postgres://me:word@db.example/village?sslmode=disable', false],
  ['postgres://me:word@db.example/village?sslmode=prefer', false],
  ['postgres://me:word@db.example/village?sslmode=no-verify', false],
  ['postgres://me:word@localhost/village?host=db.example', false],
])('%s is private on the way: %s', (url, is) => {
  expect(isPrivateDatabase(url)).toBe(is)
  const read = (more: object) => readConfiguration({ DATABASE_URL: url, ...more })
  expect('configuration' in read({})).toBe(is)
  expect('configuration' in read({ DATABASE_PRIVATE: 'yes' })).toBe(true)
})

test('a command asks no server elsewhere without TLS, says what to write, and repeats no password', async () => {
  const url = 'postgres://me:canary-password@db.example/village'
  const { status, err } = await fund(['--db', url, 'audit'], { folder: tmpdir() })
  expect([status, err]).toEqual([2, expect.stringContaining('sslmode=verify-full')])
  expect(err).not.toContain('canary')
})
