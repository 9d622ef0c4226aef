import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';

export interface MenuItem {
  label: string;
  shortcut?: string;
  danger?: boolean;
  checked?: boolean;
  run: () => void;
}

/**
 * A button with a menu, on the browser's popover: it closes by itself and nothing clips it. Arrow keys walk the items, which
 * are only made when it opens, since every row of a list has such a menu.
 */
export function Menu({ label, className = 'icon-button', items, children }: {
  label: string;
  className?: string;
  items: readonly MenuItem[];
  children: ReactNode;
}) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [shown, setShown] = useState(false);

  const open = () => {
    // It has to be as high as it will be before it is placed.
    flushSync(() => setShown(true));
    const [list, anchor] = [menu.current!, button.current!.getBoundingClientRect()];
    list.showPopover();
    // Below its button, or above it where there is no room; never beyond the window's edge.
    const below = anchor.bottom + 4 + list.offsetHeight < innerHeight;
    list.style.top = `${below ? anchor.bottom + 4 : Math.max(8, anchor.top - 4 - list.offsetHeight)}px`;
    list.style.left = `${Math.max(8, Math.min(anchor.right - list.offsetWidth, innerWidth - list.offsetWidth - 8))}px`;
    (list.querySelector<HTMLElement>('[aria-checked=true]') ?? list.querySelector('button'))?.focus();
  };

  const walk = (event: KeyboardEvent) => {
    const entries = [...menu.current!.querySelectorAll('button')];
    const at = entries.indexOf(document.activeElement as HTMLButtonElement);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      entries.at(target % entries.length)?.focus();
    } else if (event.key === 'Tab') {
      menu.current!.hidePopover();
    }
    event.stopPropagation();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-controls={id}
        onClick={open}
      >
        {children}
      </button>
      <div ref={menu} id={id} className="menu" role="menu" aria-label={label} popover="auto" tabIndex={-1} onKeyDown={walk}
        onToggle={({ newState }) => newState === 'closed' && setShown(false)}>
        {shown && items.map((item) => (
          <button
            key={item.label}
            type="button"
            role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
            aria-checked={item.checked}
            data-danger={item.danger}
            onClick={() => {
              menu.current!.hidePopover();
              button.current!.focus();
              item.run();
            }}
          >
            <span>{item.label}</span>
            {item.shortcut && <kbd>{item.shortcut}</kbd>}
          </button>
        ))}
      </div>
    </>
  );
}
