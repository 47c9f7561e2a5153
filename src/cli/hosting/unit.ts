/** As whom the service runs, and the name of its unit and folders. */
export const account = 'village-fund'

/** Where each thing lies on a machine that systemd runs. */
export const places = {
  unit: `/etc/systemd/system/${account}.service`,
  account: `/etc/sysusers.d/${account}.conf`,
  rights: `/etc/tmpfiles.d/${account}.conf`,
  folder: `/etc/${account}`,
  settings: `/etc/${account}/.env`,
  data: `/var/lib/${account}`,
  /** Apart from the data: what tells an older copy of them. */
  kept: `/var/lib/${account}-kept`,
  command: `/usr/local/bin/${account}`,
} as const

/** A path as systemd reads it: in quotes, and with no sign that it would read as something else. */
const quoted = (path: string): string =>
  `"${path.replaceAll(/["\\]/g, '\\$&').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`

const shellWord = (path: string): string => `'${path.replaceAll("'", String.raw`'\''`)}'`

/**
 * What the service may do on the machine: answer on a port, ask a database, write its own two folders and that of backups.
 * Memory that is written and then run (`MemoryDenyWriteExecute`) stays allowed, because Node compiles what it runs.
 */
const hardening = `NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
ProtectProc=invisible
ProcSubset=pid
ProtectClock=yes
ProtectHostname=yes
ProtectControlGroups=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
RemoveIPC=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged
SystemCallErrorNumber=EPERM`

/** A folder of backups may lie on a disk that is away: the service starts all the same. */
const written = (backups: string | undefined): string =>
  backups === undefined ? '' : `\nReadWritePaths=${quoted(`-${backups}`)}`

/** The unit of a service whose program lies at `program`, a path that every account can read, with a folder of backups if there is one. */
export const unitOf = (
  program: string,
  backups?: string,
): string => `# Written by "fund install", which writes over nothing: change it here, or with "systemctl edit ${account}".
[Unit]
Description=Village Fund
Documentation=https://www.freedesktop.org/software/systemd/man/systemd.exec.html
After=network-online.target postgresql.service
Wants=network-online.target
# It is started again for ever: a village has nobody who looks at the machine.
StartLimitIntervalSec=0

[Service]
Type=exec
User=${account}
Group=${account}
WorkingDirectory=${places.data}
EnvironmentFile=${places.settings}
ExecStart=${quoted(program)} serve
Restart=always
RestartSec=5
# What was begun comes to its end within five seconds.
TimeoutStopSec=30
StateDirectory=${account} ${account}-kept
StateDirectoryMode=0700
UMask=0077${written(backups)}
${hardening}

[Install]
WantedBy=multi-user.target
`

/** The account that has no password, no shell and nothing but its folder. */
export const accountFile = `u ${account} - "Village Fund" ${places.data}\n`

/** The settings are the machine's, and whoever runs commands as the service may read them. */
export const rightsFile = `z ${places.settings} 0640 root ${account}\n`

/** Gives every later command where it finds the settings, and as the account, so that the service can still write its files. */
export const commandOf = (program: string): string => `#!/bin/sh
# Written by "fund install": a command for the program, in the folder of its settings and as its account.
set -eu
cd ${places.folder}
[ "$(id -u)" != 0 ] || exec runuser -u ${account} -- ${shellWord(program)} "$@"
exec sudo -u ${account} -- ${shellWord(program)} "$@"
`
