import {
  KubernetesValidatorFunctions,
  parseEntityRef,
} from '@backstage/catalog-model';
import {
  ANONYMOUS_REPORTER_PREFIX,
  DESK_ACTOR,
  isAnonymousReporter,
} from './actor';

describe('actors that are no entities', () => {
  it.each([DESK_ACTOR, `${ANONYMOUS_REPORTER_PREFIX}abc`])(
    '%s can be read as a reference, and no entity can have it',
    ref => {
      const { kind } = parseEntityRef(ref);
      expect(KubernetesValidatorFunctions.isValidKind(kind)).toBe(false);
    },
  );

  it('tells anonymous reporters from everybody else', () => {
    expect(isAnonymousReporter(`${ANONYMOUS_REPORTER_PREFIX}abc`)).toBe(true);
    for (const ref of [DESK_ACTOR, 'user:default/anonymous-reporter']) {
      expect(isAnonymousReporter(ref)).toBe(false);
    }
  });
});
