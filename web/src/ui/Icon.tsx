/** Line icons of 20 by 20, drawn for this client. They never carry meaning alone: names stand beside or in the label. */
const PATHS = {
  check: 'M5 10.5 8.5 14 15 6.5',
  plus: 'M10 4.5v11M4.5 10h11',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l3.5 3.5',
  list: 'M7.5 5.5h9M7.5 10h9M7.5 14.5h9M3.5 5.5h.01M3.5 10h.01M3.5 14.5h.01',
  board: 'M4 4h3.2v12H4zM8.6 4h3.2v8H8.6zM13.2 4h3.2v10h-3.2z',
  inbox: 'M3.5 11 5.4 5h9.2l1.9 6v4.5h-13V11Zm0 0H7l1 2h4l1-2h3.5',
  sun: 'M10 13.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM10 2.5v1.7M10 15.8v1.7M2.5 10h1.7M15.8 10h1.7M4.7 4.7l1.2 1.2M14.1 14.1l1.2 1.2M4.7 15.3l1.2-1.2M14.1 5.9l1.2-1.2',
  calendar: 'M4 5h12v11.5H4zM4 8.5h12M7 3.2v3M13 3.2v3',
  tag: 'M3.5 3.5h6l7 7-6 6-7-7zM7 7h.01',
  trash: 'M4 5.5h12M8 5.5v-2h4v2M5.5 5.5l.7 11h7.6l.7-11M8.5 8.5v5M11.5 8.5v5',
  settings: 'M4 6h6M14 6h2M4 14h2M10 14h6M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM8 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  filter: 'M3.5 5.5h13M6 10h8M8.5 14.5h3',
  repeat: 'M4 9V8a2.5 2.5 0 0 1 2.5-2.5H15M12.5 3 15 5.5 12.5 8M16 11v1a2.5 2.5 0 0 1-2.5 2.5H5M7.5 17 5 14.5 7.5 12',
  skip: 'M4.5 5v10l7-5zM14.5 5v10',
  bell: 'M5.5 13.5V9a4.5 4.5 0 0 1 9 0v4.5l1.5 1.5H4zM8.5 17h3',
  close: 'm5.5 5.5 9 9M14.5 5.5l-9 9',
  undo: 'M7.5 4 4 7.5 7.5 11M4.2 7.5h7.3a4 4 0 1 1 0 8H8',
  flag: 'M5.5 17V3.5h8.7L12.5 7l1.7 3.5H5.5',
  chevron: 'm7.5 5 5 5-5 5',
  sort: 'M6.5 4v12M6.5 16 4 13.5M6.5 16 9 13.5M13.5 16V4M13.5 4 11 6.5M13.5 4 16 6.5',
  offline: 'M3 3l14 14M8.2 5.3A8.8 8.8 0 0 1 17.5 8M2.5 8a9 9 0 0 1 2.8-1.8M5.3 11a6.3 6.3 0 0 1 3-1.7M12.3 9.6a6.3 6.3 0 0 1 2.4 1.4M8 13.8a2.9 2.9 0 0 1 4 0M10 16.5h.01',
  subtask: 'M5 3.5v8.5a2 2 0 0 0 2 2h3M13 11.5h3.5v5H13zM5 7h4M13 4.5h3.5v5H13z',
  keyboard: 'M3 5.5h14v9H3zM6 8.5h.01M8.7 8.5h.01M11.3 8.5h.01M14 8.5h.01M6.5 11.7h7',
  grip: 'M7.5 5.5h.01M12.5 5.5h.01M7.5 10h.01M12.5 10h.01M7.5 14.5h.01M12.5 14.5h.01',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
