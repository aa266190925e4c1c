// A shipped migration is never edited: each is pinned by its hash. A new one adds a line here.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/desk.ts';

const folder = join(ROOT, 'drizzle', 'migrations');

it('has exactly the migrations that were shipped', () => {
  const found = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')
          .slice(0, 16)}`,
    );
  expect(found).toMatchInlineSnapshot(`
    [
      "0000_main_job.sql 0d952e2a9e70399e",
      "0001_case_search.sql 23cc6a0b9e078535",
      "0002_desk_rules.sql bdd4feed120bb82c",
      "0003_follow_up.sql 74340a2cabaa687b",
      "0004_drop_obligations.sql a2fb82af963621d7",
      "0005_triage_room.sql f7e34e1a7f829387",
      "0006_stale_cases.sql 5c2caf426ffe1a73",
      "0007_problems.sql 3a2c86a8aece9a87",
      "0008_duplicates.sql e8e40f0f5d583aca",
      "0009_remote_tickets.sql 81f2669fc7c49443",
      "0010_same_questions.sql 508e2d663eedfe64",
      "0011_team.sql 09535b015721f6d4",
      "0012_audit_chain.sql 841daefea3b8826f",
      "0013_record_history.sql c8f15414d22000a3",
      "0014_find_outbox_entries_by_state.sql 04db335916f29d32",
      "0015_team_reads.sql cce7eb5cff53b685",
      "0016_count_questions_choose_ticket_kind.sql ae2745282b0c3aa3",
      "0017_keep_typed_words.sql b2491dd818ffaceb",
      "0018_undo_an_import.sql 87c5fcfc32017392",
      "0019_find_open_tickets.sql 12509b1c26a4a1c1",
      "0020_tell_the_team_of_settings.sql abf064c61a980260",
      "0021_tell_the_team_of_retention.sql 29dbb89a2ecf3e7d",
      "0022_find_reports_of_a_person_by_problem.sql 46a8e38b924dd522",
      "0023_name_the_send_log.sql 68f715de8b2bf888",
    ]
  `);
});
