import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { release } from '#src/packing/release.ts'
import { version } from '#src/version.ts'
import { inRoot } from '#test/hosting/built.ts'
import { fund } from '#test/support/command-line.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

const folder = newFolder()
const out = join(folder, 'out')
const textOf = (name: string): string => readFileSync(join(out, name), 'utf8')
afterAll(() => dropFolder(folder))
beforeAll(() => void release(out, { isDraft: true }))

const { dependencies, devDependencies } = JSON.parse(inRoot('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Readonly<Record<string, string>>
>

test('a release is a package, what it is made of, licences, changes, and sums that hold', () => {
  expect(readdirSync(out).toSorted()).toEqual([
    'CHANGES.md',
    'LICENCES.txt',
    'SHA256SUMS',
    'release.json',
    'sbom.cdx.json',
    `village-fund-${version}.tgz`,
  ])
  const sums = textOf('SHA256SUMS')
    .trim()
    .split('\n')
    .map((line) => line.split('  '))
  expect(sums).toHaveLength(5)
  for (const [sum, name] of sums)
    expect(
      createHash('sha256')
        .update(readFileSync(join(out, name!)))
        .digest('hex'),
    ).toBe(sum)
})

test('the bill of materials has every package that runs, at its version, and none of those that only build', () => {
  const { bomFormat, components } = JSON.parse(textOf('sbom.cdx.json')) as {
    bomFormat: string
    components: { name: string; version: string }[]
  }
  expect(bomFormat).toBe('CycloneDX')
  const there = new Map(components.map((one) => [one.name, one.version]))
  for (const [name, wanted] of Object.entries(dependencies))
    expect([name, there.get(name)]).toEqual([name, wanted])
  const built = Object.keys(devDependencies).filter((name) => name !== 'yaml')
  expect(built.filter((name) => there.has(name))).toEqual([])
})

test('each package has its licence, and the words of it where it brings them', () => {
  const licences = textOf('LICENCES.txt')
  for (const [name, wanted] of Object.entries(dependencies))
    expect(licences).toMatch(
      new RegExp(`^${name.replaceAll('/', '\\/')} ${wanted.replaceAll('.', '\\.')}: \\S+`, 'm'),
    )
  expect(licences).toContain('Permission is hereby granted, free of charge')
  expect(licences).toContain('SIL OPEN FONT LICENSE')
})

test('an installed program that is shown the release knows that it is the same', async () => {
  const told = await fund(['--json', 'update', '--check', '--from', out], { folder })
  expect([told.status, JSON.parse(told.out)]).toEqual([
    0,
    expect.objectContaining({
      isNewer: false,
      files: expect.objectContaining({ 'LICENCES.txt': 'whole', 'sbom.cdx.json': 'whole' }),
    }),
  ])
})
