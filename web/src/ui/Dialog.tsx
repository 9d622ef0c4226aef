import { useLayoutEffect, useRef, type ReactNode } from 'react';

/**
 * A native modal dialog: the browser keeps the focus inside, gives it back afterwards and closes on Escape. A click beside
 * it closes it as well.
 */
export function Dialog({ label, className, onClose, children }: {
  label: string;
  className: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  useLayoutEffect(() => {
    close.current = onClose;
  });
  useLayoutEffect(() => {
    const shown = dialog.current!;
    // A browser may close it without asking: on a second Escape, or when nobody has touched the page yet.
    const ended = () => close.current();
    shown.addEventListener('close', ended);
    if (!shown.open) {
      shown.showModal();
    }
    return () => {
      shown.removeEventListener('close', ended);
      // Before the element leaves the page: a closed dialog gives the focus back, a removed one does not.
      shown.close();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className={className}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current && isOutside(event, dialog.current)) {
          onClose();
        }
      }}
    >
      {children}
    </dialog>
  );
}

function isOutside({ clientX: x, clientY: y }: { clientX: number; clientY: number }, dialog: HTMLElement): boolean {
  const box = dialog.getBoundingClientRect();
  return x < box.left || x > box.right || y < box.top || y > box.bottom;
}
