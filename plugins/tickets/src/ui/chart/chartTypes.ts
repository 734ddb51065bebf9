/** What is drawn of each point of a chart. */
export interface ChartSeries {
  id: string;
  title: string;
  shape: 'bar' | 'line' | 'area';
  color: 'info' | 'success' | 'warning';
}

/** One place on the axis of time, with a value for each series. */
export interface ChartPoint {
  id: string;
  title: string;
  /** By the ids of the series; null: there is none here. */
  values: Readonly<Record<string, number | null>>;
}

/** What a chart shows. */
export interface ChartData {
  series: readonly ChartSeries[];
  points: readonly ChartPoint[];
  /** Says a value in the reader's language. */
  valueText: (value: number) => string;
}
