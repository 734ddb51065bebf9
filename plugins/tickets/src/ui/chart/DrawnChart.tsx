import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { ChartData, ChartSeries } from './chartTypes';

/** The height of a chart, in pixels. */
export const CHART_HEIGHT = 240;

/** Seen on light and dark grounds alike; the theme has none for what is done and open. */
const COLORS: Readonly<Record<ChartSeries['color'], string>> = {
  info: 'var(--bui-accent-bg)',
  success: '#388e3c',
  warning: '#f57c00',
};

const TICK = { fill: 'var(--bui-fg-secondary)', fontSize: 12 };
const AXIS = { stroke: 'var(--bui-border-2)' };
const TEXT = { color: 'var(--bui-fg-primary)' };

/** Draws a chart; it is loaded only where one is shown. */
export function DrawnChart(props: { data: ChartData }) {
  const { series, points, valueText } = props.data;
  return (
    <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
      <ComposedChart
        data={points.map(({ title, values }) => ({ title, ...values }))}
        margin={{ top: 12, right: 8, bottom: 0, left: 0 }}
        // what is drawn is not read: the table says the same
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--bui-border-1)" />
        <XAxis
          dataKey="title"
          tick={TICK}
          axisLine={AXIS}
          tickLine={false}
          minTickGap={24}
        />
        <YAxis
          tick={TICK}
          axisLine={false}
          tickLine={false}
          width={72}
          allowDecimals={false}
          tickFormatter={valueText}
        />
        <Tooltip
          isAnimationActive={false}
          formatter={value => valueText(Number(value))}
          contentStyle={{
            backgroundColor: 'var(--bui-bg-app)',
            border: '1px solid var(--bui-border-2)',
            borderRadius: 'var(--bui-radius-2)',
          }}
          labelStyle={TEXT}
          itemStyle={TEXT}
          cursor={{ fill: 'var(--bui-bg-neutral-2)' }}
        />
        {series.length > 1 && (
          <Legend
            iconSize={12}
            formatter={title => <span style={TEXT}>{title}</span>}
          />
        )}
        {series.map(drawn)}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

/** The library looks for its own elements among the children, so it is no component. */
function drawn({ id, title, shape, color }: ChartSeries) {
  const common = {
    key: id,
    dataKey: id,
    name: title,
    isAnimationActive: false,
  };
  switch (shape) {
    case 'bar':
      return <Bar {...common} fill={COLORS[color]} maxBarSize={24} />;
    case 'area':
      return (
        <Area
          {...common}
          type="monotone"
          stroke={COLORS[color]}
          strokeWidth={2}
          fill={COLORS[color]}
          fillOpacity={0.15}
        />
      );
    case 'line':
      return (
        <Line
          {...common}
          type="monotone"
          stroke={COLORS[color]}
          strokeWidth={2}
          dot={false}
          connectNulls
        />
      );
    default:
      return shape satisfies never;
  }
}
