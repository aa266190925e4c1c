// Every command with its help and options. A command's code is loaded when it runs, so that help is instant.
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { CASE_STATUSES, SOURCES, TRIAGE_ACTIONS } from '../core/domain/case.ts';
import { DATE_ORDERS } from '../core/domain/mapping.ts';
import { LEDGERS, REPORT_FORMATS } from '../core/domain/report.ts';
import { EXPORT_ZONE } from '../core/domain/time.ts';
import type { AuditOptions } from './commands/audit.ts';
import type { ExamplesOptions } from './commands/examples.ts';
import type { ReportOptions } from './commands/report.ts';
import { completionOf, SHELLS } from './completion.ts';
import { keysCommand } from './keys-program.ts';
import type { DeskOptions } from './options.ts';
import { teamCommand } from './team-program.ts';

const wholeNumber = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  return value;
};

const folder = (text: string) => {
  if (text.trim() === '') throw new InvalidArgumentError('Give the folder of the desk.');
  return text;
};
const timeZone = (text: string) => {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone && text;
  } catch {
    throw new InvalidArgumentError('Give a time zone like America/Denver.');
  }
};
const month = (text: string) => {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) throw new InvalidArgumentError('Write a month like 2026-10.');
  return text;
};

const day = (text: string) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError('Write a day like 2026-10-01.');
  return text;
};

/** Creates the program. The version is that of package.json. */
export function createProgram(version: string): Command {
  const program = new Command('desk')
    .description('Tier3 Desk from a terminal: the same desk as in the window.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help of a command')
    .option('--home <dir>', 'the folder of the desk', folder)
    .option('--practice', 'a practice desk: invented cases, local stand-ins for GitHub and ZenHub')
    .option('--json', 'print JSON, including errors')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError()
    .addHelpText('after', '\nWithout a keychain, the passphrase is read from TIER3_DESK_PASSPHRASE.');

  const add = (name: string, summary: string) => program.command(name).description(summary);
  /** The options of the command merged with those of the program. */
  const withGlobals = <O extends DeskOptions>(run: (options: O) => Promise<void>) =>
    function (this: Command) {
      return run(this.optsWithGlobals<O>());
    };

  add('import', 'import exports; a folder is an unpacked Slack export')
    .argument('<files...>', 'file names or patterns; - for standard input')
    .addOption(new Option('--source <kind>', 'where it comes from').choices(SOURCES))
    .option(
      '--zone <zone>',
      `the time zone of its times, like America/Denver; ${EXPORT_ZONE} if neither this nor the file says`,
      timeZone,
    )
    .addOption(
      new Option('--date-order <order>', 'which number of its dates is the month, where they do not tell').choices(
        DATE_ORDERS,
      ),
    )
    .option(
      '--channel <name>',
      'only this channel of a Slack export, a folder or a ZIP; may be given again',
      (name, before: readonly string[] = []) => [...before, name],
    )
    .action(async (files, _options, command) =>
      (await import('./commands/import.ts')).run(files, command.optsWithGlobals()),
    );
  add('cases', 'list cases, least time left first')
    .addOption(new Option('--status <status>', 'only these').choices(CASE_STATUSES))
    .option('--search <words>', 'only cases that contain these words')
    .option('--limit <n>', 'at most this many', wholeNumber(1, 1_000_000))
    .action(withGlobals(async (options) => (await import('./commands/cases.ts')).run(options)));
  add('scrub', 'mask personal information in the text on standard input')
    .option('--lines', 'one JSON {"text": "…"} per line, in and out')
    .action(withGlobals(async (options) => (await import('./commands/scrub.ts')).run(options)));
  add('rescrub', 'rescrub what an older scrubber has read').action(
    withGlobals(async (options) => (await import('./commands/rescrub.ts')).run(options)),
  );
  add('examples', 'write reviewed cases to a file on this machine, for the scrubber to learn from')
    .requiredOption('--out <file>', 'a new file; it will contain personal information')
    .action(withGlobals<ExamplesOptions>(async (options) => (await import('./commands/examples.ts')).run(options)));
  add('triage', 'decide one case')
    .argument('<reference>')
    .addOption(new Option('--action <action>', 'the decision').choices(TRIAGE_ACTIONS).makeOptionMandatory())
    .option('--team <label>', 'the team it is escalated to')
    .action(async (reference, _options, command) =>
      (await import('./commands/triage.ts')).run(reference, command.optsWithGlobals()),
    );
  add('export', 'queue a ticket for each case')
    .argument('<references...>')
    .action(async (references, _options, command) =>
      (await import('./commands/export.ts')).run(references, command.optsWithGlobals()),
    );
  add('trends', 'list the problems with enough cases to be a trend')
    .option('--all', 'every problem, however few cases')
    .action(withGlobals(async (options) => (await import('./commands/trends.ts')).run(options)));
  add('report', 'the figures of one report for a period, next to those of the previous period')
    .addOption(new Option('--ledger <ledger>', 'what it is about').choices(LEDGERS).makeOptionMandatory())
    .addOption(
      new Option('--month <month>', 'like 2026-10 (default: this month)').argParser(month).conflicts(['week', 'days']),
    )
    .addOption(new Option('--week <week>', 'like 2026-W44').conflicts(['days']))
    .option('--days <from..to>', 'like 2026-10-05..2026-10-09')
    .option('--baseline <period>', 'the period to compare with (default: the previous one)')
    .addOption(new Option('--format <format>', 'output format').choices([...REPORT_FORMATS, 'xlsx', 'pdf']))
    .option('--weekly-form', "the support team's weekly form: opened, closed or changed, by tier, type and category")
    .option('--out <file>', 'output file (default: the terminal)')
    .action(withGlobals<ReportOptions>(async (options) => (await import('./commands/report.ts')).run(options)));
  add('activity', 'print the data behind reports, one case per line as JSON').action(
    withGlobals(async (options) => (await import('./commands/activity.ts')).run(options)),
  );
  add('route', 'list the team suggested for each case, and why').action(
    withGlobals(async (options) => (await import('./commands/route.ts')).run(options)),
  );
  add('outbox', 'list what is pending and what was sent').action(
    withGlobals(async (options) => (await import('./commands/outbox.ts')).run(options)),
  );
  add('sync', 'send what is due')
    .addOption(new Option('--once', 'once; an open desk sends automatically').makeOptionMandatory())
    .action(withGlobals(async (options) => (await import('./commands/sync.ts')).run(options)));
  add('damage', 'show damage found when the desk was opened')
    .option('--read', 'acknowledge it, so that it is not shown again')
    .action(withGlobals(async (options) => (await import('./commands/damage.ts')).run(options)));
  add('backup', 'make a snapshot of the desk now').action(
    withGlobals(async (options) => (await import('./commands/backups.ts')).backup(options)),
  );
  add('backups', 'list the snapshots that are kept').action(
    withGlobals(async (options) => (await import('./commands/backups.ts')).backups(options)),
  );
  add('restore', 'preview a snapshot, or restore it')
    .argument('<snapshot>')
    .option('--apply', 'restore it; the current desk becomes a snapshot')
    .action(async (name, _options, command) =>
      (await import('./commands/backups.ts')).restore(name, command.optsWithGlobals()),
    );
  program.addCommand(keysCommand());
  program.addCommand(teamCommand());
  add('purge', 'remove personal information from cases closed long ago, in the desk and in its snapshots')
    .option('--dry-run', 'only list them')
    .option('--days <n>', 'closed and without activity for this many days (90)', wholeNumber(1, 36_500))
    .action(withGlobals(async (options) => (await import('./commands/purge.ts')).run(options)));
  add('move-github', 'our GitHub moved: move the tickets that are verified to be at the new location')
    .argument('<from>', 'the old repository: its address, or owner/name')
    .argument('<to>', 'the new one, like https://va.ghe.com/software/va.gov-team; be signed in there')
    .option('--dry-run', 'only list them; nothing is changed')
    .action(async (from, to, _options, command) =>
      (await import('./commands/move-github.ts')).run(from, to, command.optsWithGlobals()),
    );
  add('verify', 'verify that the record of what was done is intact').action(
    withGlobals(async (options) => (await import('./commands/verify.ts')).run(options)),
  );
  add(
    'audit',
    'write the activity of a period to a file for auditors, scrubbed, each line with its link in the audit chain',
  )
    .requiredOption('--from <day>', 'the first day, like 2026-10-01 (UTC)', day)
    .requiredOption('--to <day>', 'the last day', day)
    .requiredOption('--out <file>', 'a new CSV file')
    .action(withGlobals<AuditOptions>(async (options) => (await import('./commands/audit.ts')).run(options)));
  add('hand-over', "hand cases to a colleague's desk as a sealed file; prints its code once")
    .argument('<references...>')
    .requiredOption('--out <file>', 'a new file')
    .action(async (references, _options, command) =>
      (await import('./commands/hand-over.ts')).handOver(references, command.optsWithGlobals()),
    );
  add('take-over', "take cases from a colleague's file; its code comes from TIER3_DESK_CODE")
    .argument('<file>')
    .option('--dry-run', 'only tell whose it is and what is in it')
    .option('--signed <fingerprint>', 'only if it is signed so, as your colleague told you')
    .action(async (file, _options, command) =>
      (await import('./commands/hand-over.ts')).takeOver(file, command.optsWithGlobals()),
    );
  add('practice', 'run the GitHub and ZenHub stand-ins until stopped')
    .option('--port <n>', 'the port they listen on', wholeNumber(0, 65_535))
    .action(withGlobals(async (options) => (await import('./commands/practice.ts')).run(options)));
  add('completion', 'print the completion script of a shell')
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .action((shell) => console.log(completionOf(shell, program)));
  return program;
}
