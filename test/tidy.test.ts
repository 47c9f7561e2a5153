import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Complaint, type SourceFile, readHouse } from '#test/support/house.ts'
import * as house from '#test/support/house-rules.ts'
import { circles } from '#test/support/import-circles.ts'
import { importsOf } from '#test/support/imports-of.ts'
import * as imports from '#test/support/import-table.ts'
import * as packages from '#test/support/package-rules.ts'
import * as planted from '#test/support/planted-faults.ts'
import * as plantedImports from '#test/support/planted-imports.ts'

type Rule = {
  /** A sentence of fact about the house. */
  readonly sentence: string
  readonly check: (files: readonly SourceFile[]) => Complaint[]
  readonly fault: planted.Planted
}

const rules: readonly Rule[] = [
  {
    sentence: 'every import is one that the import table grants to its room',
    check: imports.importsOutOfTable,
    fault: plantedImports.outOfTable,
  },
  {
    sentence: 'no import climbs out of its folder: each one names the room that it enters',
    check: imports.climbingImports,
    fault: plantedImports.climbing,
  },
  {
    sentence: 'no file imports one that needs it, in however many steps',
    check: circles,
    fault: plantedImports.inACircle,
  },
  {
    sentence: 'no file only hands on what other files hold',
    check: house.barrels,
    fault: planted.handedOn,
  },
  {
    sentence: 'commands go to the journals by the gate alone',
    check: house.aroundTheGate,
    fault: planted.aroundTheGate,
  },
  {
    sentence: 'no two files of the surface hand out a value under one name',
    check: house.namedTwice,
    fault: planted.namedTwice,
  },
  {
    sentence: 'nothing that is kept of a thing is handed to a list that calls it with more',
    check: house.keptForNothing,
    fault: planted.keptForNothing,
  },
  {
    sentence: 'no file beside a room’s operations lists what can be done',
    check: house.listsOfCommands,
    fault: planted.listsOfCommands,
  },
  {
    sentence: 'no page, form or answer has Khmer words of its own',
    check: house.khmerInMarkup,
    fault: planted.khmer,
  },
  {
    sentence: 'no file says an idiom of the house where the trade has a word',
    check: house.idioms,
    fault: planted.idioms,
  },
  {
    sentence: 'no folder holds more than forty files',
    check: house.fullFolders,
    fault: planted.full,
  },
  {
    sentence: 'every file of code fits in 300 lines',
    check: house.tooLong,
    fault: planted.long,
  },
  {
    sentence: 'every name says what the thing is for',
    check: house.emptyNames,
    fault: planted.nameless,
  },
  {
    sentence: 'the domain is handed its clock and its chance, and reads neither',
    check: house.clocksAndChance,
    fault: planted.clocked,
  },
  {
    sentence: 'no file names a path that only one machine has',
    check: house.foreignPaths,
    fault: planted.foreign,
  },
  {
    sentence: 'no test is silenced, singled out or still to be written',
    check: house.silencedTests,
    fault: planted.silenced,
  },
  {
    sentence: 'no test says of a word that it is absent which chance can bring',
    check: house.chanceWords,
    fault: planted.byChance,
  },
  {
    sentence: 'no test sleeps to be right, and none is red by the clock on the wall',
    check: house.hurriedTests,
    fault: planted.hurried,
  },
  {
    sentence: 'no test reads the day of the machine by itself',
    check: house.daysOfToday,
    fault: planted.dated,
  },
  {
    sentence: 'every room of the domain has a test of its own',
    check: house.untestedRooms,
    fault: planted.untested,
  },
  {
    sentence: 'every dependency is wanted at one exact version',
    check: packages.looseVersions,
    fault: planted.loose,
  },
  {
    sentence: 'all of MikroORM is at one version',
    check: packages.mixedMikroOrm,
    fault: planted.mixed,
  },
  {
    sentence: 'the database drivers are the very ones that MikroORM uses',
    check: packages.foreignDrivers,
    fault: planted.drivers,
  },
  {
    sentence: 'every install script is allowed or forbidden by name',
    check: packages.undecidedScripts,
    fault: planted.scripts,
  },
  {
    sentence: 'the lockfile ties no package to a host',
    check: packages.lockedHosts,
    fault: planted.hosts,
  },
  {
    sentence: 'the settings of npm name no registry',
    check: packages.namedRegistries,
    fault: planted.registries,
  },
]

const files = readHouse(join(import.meta.dirname, '..'))

test('the watchman sees every part of the house, and the imports in it', () => {
  const seen = (folder: string): number =>
    files.filter(({ path }) => path.startsWith(folder) && path.endsWith('.ts')).length
  expect(Math.min(...['domain/', 'src/', 'infra/', 'test/'].map(seen))).toBeGreaterThan(5)
  expect(files.flatMap(({ text }) => importsOf(text)).length).toBeGreaterThan(300)
})

for (const { sentence, check, fault } of rules) {
  test(sentence, () => {
    expect(check(files)).toEqual([])
  })

  test(`a planted fault is named where ${sentence}`, () => {
    expect(check(fault.files)).toEqual(fault.complaints)
  })
}
