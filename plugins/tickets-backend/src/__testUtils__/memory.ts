import v8 from 'node:v8';
import vm from 'node:vm';

v8.setFlagsFromString('--expose-gc');
const collectGarbage: () => void = vm.runInNewContext('gc');

/** How much memory is in use; what waits for its collection is not. */
function memoryInUse(): number {
  collectGarbage();
  // the first time leaves memory outside the heap to be freed in the background
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** How much more memory than at first is in use, whenever `look` is called. */
export async function memoryTaken(
  work: (look: () => void) => Promise<void>,
): Promise<number> {
  const before = memoryInUse();
  let most = before;
  await work(() => {
    most = Math.max(most, memoryInUse());
  });
  return most - before;
}
