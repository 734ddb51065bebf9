import {
  DependencyGraph,
  DependencyGraphTypes,
} from '@backstage/core-components';
import type { GraphData } from './GraphData';

/** Draws a graph; it is loaded only where one is shown. */
export function DrawnGraph(props: { data: GraphData; isNarrow: boolean }) {
  const { nodes, edges } = props.data;
  return (
    <DependencyGraph
      nodes={nodes.map(({ id, title }) => ({ id, name: title }))}
      edges={[...edges]}
      direction={
        props.isNarrow
          ? DependencyGraphTypes.Direction.TOP_BOTTOM
          : DependencyGraphTypes.Direction.LEFT_RIGHT
      }
      renderNode={({ node }) => <Node title={node.name} />}
      zoom="disabled"
      fit="contain"
      paddingX={16}
      paddingY={16}
      nodeMargin={32}
      rankMargin={48}
    />
  );
}

const CHARACTER = 8;
const HEIGHT = 36;

/** As wide as its title, which is cut nowhere. */
function Node(props: { title: string }) {
  const { title } = props;
  const width = title.length * CHARACTER + 32;
  return (
    <g>
      <rect
        width={width}
        height={HEIGHT}
        rx={8}
        fill="var(--bui-bg-neutral-2)"
        stroke="var(--bui-border-2)"
      />
      <text
        x={width / 2}
        y={HEIGHT / 2}
        textAnchor="middle"
        dominantBaseline="central"
        fill="var(--bui-fg-primary)"
        fontSize={14}
      >
        {title}
      </text>
    </g>
  );
}
