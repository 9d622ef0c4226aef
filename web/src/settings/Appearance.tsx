import { setPreferences, usePreferences, type Preferences } from '../app/preferences.ts';
import { Section } from './Section.tsx';

const THEMES: ReadonlyArray<readonly [Preferences['theme'], string]> = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

export function Appearance() {
  const { theme, letterKeys } = usePreferences();
  return (
    <Section title="This browser" about="Kept here, not in your account.">
      <fieldset className="field choices">
        <legend>Colours</legend>
        {THEMES.map(([value, name]) => (
          <label key={value} className="check">
            <input type="radio" name="theme" checked={theme === value} onChange={() => setPreferences({ theme: value })} />
            {name}
          </label>
        ))}
      </fieldset>
      <label className="check">
        <input type="checkbox" checked={letterKeys} onChange={(event) => setPreferences({ letterKeys: event.target.checked })} />
        Single letters are shortcuts
      </label>
    </Section>
  );
}
