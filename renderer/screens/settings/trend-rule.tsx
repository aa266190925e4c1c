// When a problem becomes a trend: how many cases within how many days, and how many in one day are urgent.

import { useState } from 'react';
import type { SettingValue } from '../../../electron/contract/settings.ts';
import { NumberField } from '../../components/number-field.tsx';
import { useSetting } from '../../state/use-setting.ts';

type Rule = SettingValue<'trendRule'>;

const FIELDS = [
  ['count', 'Cases of the same problem'],
  ['windowDays', 'within this many days'],
  ['urgentPerDay', 'urgent at this many a day'],
] as const;

export function TrendRule() {
  const [rule, save] = useSetting('trendRule');
  return rule === undefined ? null : <RuleForm key={JSON.stringify(rule)} rule={rule} save={save} />;
}

function RuleForm({ rule, save }: { rule: Rule; save: (rule: Rule) => void }) {
  const [draft, setDraft] = useState(rule);
  return (
    <section className="card" id="trend-rule" aria-labelledby="trend-rule-title">
      <header>
        <h2 id="trend-rule-title">Trends</h2>
        <span>the call center itself counts from five</span>
      </header>
      <form
        className="form trend-rule"
        onSubmit={(event) => {
          event.preventDefault();
          save(draft);
        }}
      >
        {FIELDS.map(([field, name]) => (
          <NumberField
            key={field}
            label={name}
            min={1}
            value={draft[field]}
            onPick={(value) => value !== null && setDraft({ ...draft, [field]: value })}
          />
        ))}
        <button type="submit" className="button" disabled={JSON.stringify(draft) === JSON.stringify(rule)}>
          Save
        </button>
      </form>
    </section>
  );
}
