import {
  KubernetesValidatorFunctions,
  parseEntityRef,
} from '@backstage/catalog-model';
import { DESK_ACTOR } from './actor';

describe('the actor of what the desk does by itself', () => {
  it('can be read as a reference, and no entity can have it', () => {
    const { kind } = parseEntityRef(DESK_ACTOR);
    expect(KubernetesValidatorFunctions.isValidKind(kind)).toBe(false);
  });
});
