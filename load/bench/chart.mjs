// Draws what one request costs each peer, from a result of the peer benchmark.
//   node load/bench/chart.mjs RESULT.json > CHART.svg
// A bar is the median CPU time of server, PostgreSQL and Redis for one request; beside it stands the cost in microseconds
// and how many times TaskFlow's that is. Bars longer than the panel are cut and end in a gap.
import { readFileSync } from 'node:fs';

const { runs, data } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const OURS = 'taskflow';
const NAMES = {
  W1: 'W1  own profile, cached', W2: 'W2  list of 20 by status', W3: 'W3  title search, three letters', W4: 'W4  create a task',
  W5: 'W5  80 lists, 10 reads, 8 updates, 2 creates', W6: 'W6  sign in', W7: 'W7  refresh the session',
};
const PARTS = [['server', '#3b6ea8'], ['pg', '#7aa6d6'], ['redis', '#c9714f']];
const [LEFT, WIDTH, BAR, GAP, RIGHT] = [150, 420, 14, 6, 150];

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const total = (bar) => PARTS.reduce((sum, [part]) => sum + bar[part], 0);

function bars(workload) {
  const mine = runs.filter((run) => run.workload === workload);
  return [...new Set(mine.map((run) => run.peer))].map((peer) => {
    const costs = mine.filter((run) => run.peer === peer).map((run) => run.cpuUs);
    return { peer, ...Object.fromEntries(PARTS.map(([part]) => [part, median(costs.map((cost) => cost[part]))])) };
  }).sort((a, b) => total(a) - total(b));
}

function drawBar(bar, y, scale, ours) {
  let x = LEFT;
  let left = WIDTH;
  const boxes = PARTS.map(([part, colour]) => {
    const width = Math.min(left, bar[part] * scale);
    const box = `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" fill="${colour}"/>`;
    x += width;
    left -= width;
    return box;
  });
  const gap = left <= 0 ? `<rect x="${LEFT + WIDTH - 12}" y="${y}" width="4" height="${BAR}" fill="#fff"/>` : '';
  const times = ours && bar.peer !== OURS ? `  ×${(total(bar) / ours).toFixed(total(bar) / ours < 10 ? 1 : 0)}` : '';
  const weight = bar.peer.startsWith(OURS) ? ' font-weight="bold"' : '';
  return `${boxes.join('')}${gap}
    <text x="${LEFT - 8}" y="${y + 11}" text-anchor="end"${weight}>${bar.peer}</text>
    <text x="${(x + 6).toFixed(1)}" y="${y + 11}"${weight}>${total(bar).toLocaleString('en')}${times}</text>`;
}

function drawPanel(workload, top) {
  const all = bars(workload);
  const ours = all.find((bar) => bar.peer === OURS);
  const longest = Math.min(total(all.at(-1)), (ours ? total(ours) : Infinity) * 12);
  const rows = all.map((bar, i) => drawBar(bar, top + 24 + i * (BAR + GAP), WIDTH / longest, ours && total(ours)));
  return { svg: `<text x="0" y="${top + 12}" font-weight="bold">${NAMES[workload]}</text>${rows.join('\n')}`,
    height: 40 + all.length * (BAR + GAP) };
}

let top = 44;
const panels = Object.keys(NAMES).filter((workload) => runs.some((run) => run.workload === workload)).map((workload) => {
  const panel = drawPanel(workload, top);
  top += panel.height;
  return panel.svg;
});
const legend = [['server', 0], ['PostgreSQL', 70], ['Redis', 165]].map(([name, x], i) =>
  `<rect x="${LEFT + x}" y="22" width="10" height="10" fill="${PARTS[i][1]}"/><text x="${LEFT + x + 14}" y="31">${name}</text>`);
console.log(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -4 ${LEFT + WIDTH + RIGHT} ${top}" font-family="system-ui, sans-serif" font-size="12" fill="#222">
<rect x="-12" y="-4" width="100%" height="100%" fill="#fff"/>
<text x="0" y="12" font-size="14" font-weight="bold">CPU time of one request, microseconds (${data.tasks.toLocaleString('en')} tasks, ${data.users.toLocaleString('en')} users; shorter is better)</text>
${legend.join('')}
${panels.join('\n')}
</svg>`);
