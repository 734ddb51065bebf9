/** Things, and the steps from one to another. */
export interface GraphData {
  nodes: readonly { id: string; title: string }[];
  edges: readonly { from: string; to: string }[];
}
