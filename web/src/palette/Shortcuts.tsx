import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';

const GROUPS: ReadonlyArray<readonly [string, ReadonlyArray<readonly [string, string]>]> = [
  ['Everywhere', [
    ['Ctrl K', 'Find or do anything'],
    ['n', 'New task'],
    ['/', 'Search'],
    ['f', 'Filter by a condition'],
    ['?', 'These shortcuts'],
    ['Esc', 'Close, or give up typing'],
  ]],
  ['On a task', [
    ['j  k', 'Next and previous task'],
    ['Enter', 'Open'],
    ['x', 'Done, or not done after all'],
    ['e', 'Rename'],
    ['d', 'Due date and details'],
    ['p', 'Next priority'],
    ['Del', 'Delete'],
  ]],
  ['Moving', [
    ['Alt ↑ ↓', 'Up and down in your order'],
    ['Alt ← →', 'To the next lane of the board'],
    ['h  l', 'Across the board'],
  ]],
];

export function Shortcuts({ onClose }: { onClose: () => void }) {
  return (
    <Dialog label="Keyboard shortcuts" className="shortcuts" onClose={onClose}>
      <header className="sheet-bar">
        <h2>Keyboard shortcuts</h2>
        <span className="spacer" />
        <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div className="shortcut-groups">
        {GROUPS.map(([name, keys]) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl>
              {keys.map(([key, meaning]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="hint">Single letters can be switched off in the settings.</p>
    </Dialog>
  );
}
