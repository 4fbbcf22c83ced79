import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

export interface Bar {
  label: string;
  /** what is said of it under the pointer */
  title: string;
  address: string;
  value: number;
  /** the part of it in the other colour; 0 for none */
  part: number;
}

interface ChartProps {
  /** what a screen reader says of the picture; its figures stand in the table below it */
  label: string;
  bars: readonly Bar[];
  /** a value of the scale at the side */
  scale(value: number): string;
  /** gives the picture when it was drawn */
  onDrawn(canvas: HTMLCanvasElement): void;
}

const height = 240;

/** Bars; each is a link to its calls. By keyboard the same links are those of the table. */
export function Chart({ label, bars, scale, onDrawn }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = place.current;
    // the sizes of texts are measured on a canvas, which not every place that shows this page has
    if (!box || !document.createElement('canvas').getContext?.('2d')) return undefined;
    const plot = new uPlot(optionsOf(box, bars, scale), columnsOf(bars), box);
    const { canvas } = plot.ctx;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', label);
    addLinks(plot, bars);
    onDrawn(canvas);
    const sized = new ResizeObserver(() => plot.setSize({ width: box.clientWidth, height }));
    sized.observe(box);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    // what is drawn does not follow the style sheet by itself, to the dark or onto paper
    const print = matchMedia('print');
    const redraw = (): void => plot.redraw(true, true);
    dark.addEventListener('change', redraw);
    print.addEventListener('change', redraw);
    return () => {
      dark.removeEventListener('change', redraw);
      print.removeEventListener('change', redraw);
      sized.disconnect();
      plot.destroy();
    };
  }, [bars, scale, label]);
  return <div ref={place} class="chart" />;
}

function columnsOf(bars: readonly Bar[]): uPlot.AlignedData {
  return [bars.map((_, i) => i), bars.map(({ value }) => value), bars.map(({ part }) => part)];
}

function optionsOf(box: HTMLElement, bars: readonly Bar[], scale: (value: number) => string): uPlot.Options {
  const colour = (name: string) => () => getComputedStyle(box).getPropertyValue(name).trim();
  const filled = (name: string): uPlot.Series => ({
    fill: colour(name),
    stroke: colour(name),
    width: 0,
    points: { show: false },
    ...(uPlot.paths.bars && { paths: uPlot.paths.bars({ size: [0.75, 60] }) }),
  });
  const axis = { stroke: colour('--soft'), ticks: { show: false } };
  return {
    width: box.clientWidth,
    height,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: () => [-0.5, bars.length - 0.5] },
      y: { range: (_, __, most) => [0, Math.max(1, most) * 1.08] },
    },
    axes: [
      {
        ...axis,
        size: 30,
        grid: { show: false },
        space: 80,
        incrs: [1, 2, 5, 7, 14, 30, 60, 90],
        values: (_, at) => at.map((i) => bars[i]?.label ?? ''),
      },
      {
        ...axis,
        size: 64,
        grid: { stroke: colour('--line'), width: 1 },
        values: (_, at) => at.map((value) => (Number.isInteger(value) ? scale(value) : '')),
      },
    ],
    series: [{}, filled('--chart'), filled('--chart-part')],
  };
}

/** Links over the bars, from top to bottom of the picture, so that a low bar is met as well. */
function addLinks(plot: uPlot, bars: readonly Bar[]): void {
  bars.forEach(({ address, title }, i) => {
    const link = document.createElement('a');
    link.href = address;
    link.title = title;
    link.setAttribute('aria-label', title);
    link.tabIndex = -1;
    link.className = 'chart-link';
    link.style.left = `${(i / bars.length) * 100}%`;
    link.style.width = `${100 / bars.length}%`;
    plot.over.append(link);
  });
}
