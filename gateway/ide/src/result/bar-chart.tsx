import { chartScale } from "../table/chart-scale";
import { formatCell } from "./format-cell";

/** One bar: what it stands for and its value, or null where there is none. */
export interface Bar {
  readonly label: string;
  readonly value: number | null;
}

interface Props {
  readonly bars: readonly Bar[];
  readonly title: string;
  readonly missing: string;
  /** In pixels. */
  readonly width: number;
}

const rowHeight = 26;
const barHeight = 15;
const axisHeight = 24;
const valueWidth = 76;

/** Chinese characters are about twice as wide as Latin ones. */
const textWidth = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 13 : 7), 0);

/** A horizontal bar for each row, from zero, with its value written out; a missing value says so and has no bar. */
export function BarChart({ bars, title, missing, width }: Props) {
  const scale = chartScale(bars.flatMap(({ value }) => value ?? []));
  const widest = bars.reduce((most, { label }) => Math.max(most, textWidth(label)), 0);
  const labelWidth = Math.min(widest + 14, 170, width * 0.35);
  const plot = Math.max(width - labelWidth - valueWidth, 40);
  const x = (value: number) => labelWidth + ((value - scale.from) / (scale.to - scale.from)) * plot;
  const height = axisHeight + bars.length * rowHeight + 6;

  return (
    <svg className="hub-chart" width={width} height={height} role="img" aria-label={title}>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line className="hub-grid" x1={x(tick)} x2={x(tick)} y1={axisHeight - 4} y2={height} />
          <text className="hub-tick" x={x(tick)} y={axisHeight - 9} textAnchor="middle">
            {formatCell(tick, true)}
          </text>
        </g>
      ))}
      {bars.map(({ label, value }, index) => {
        const middle = axisHeight + index * rowHeight + rowHeight / 2;
        const end = x(Math.max(value ?? 0, 0));
        return (
          <g key={index}>
            <title>{`${label}: ${value ?? missing}`}</title>
            <text className="hub-bar-label" x={labelWidth - 8} y={middle} textAnchor="end" dominantBaseline="central">
              {label}
            </text>
            {value !== null && (
              <rect
                className="hub-bar"
                x={x(Math.min(value, 0))}
                y={middle - barHeight / 2}
                width={Math.abs(x(value) - x(0))}
                height={barHeight}
                rx={2}
              />
            )}
            <text
              className={value === null ? "hub-bar-missing" : "hub-bar-value"}
              x={end + 6}
              y={middle}
              dominantBaseline="central"
            >
              {formatCell(value, true)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
