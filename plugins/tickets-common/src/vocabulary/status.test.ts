import {
  isEnded,
  lightOfPortalStatus,
  lightSchema,
  portalStatusOfType,
  portalStatusSchema,
  statusTypeSchema,
} from './status';

describe('status types', () => {
  const table = [
    ['new', 'in-progress', 'orange', false],
    ['open', 'in-progress', 'orange', false],
    ['waiting-requester', 'answer-expected', 'red', false],
    ['waiting-internal', 'in-progress', 'orange', false],
    ['postponed', 'postponed', 'grey', false],
    ['solved', 'closed', 'green', true],
    ['closed', 'closed', 'green', true],
  ] as const;

  it.each(table)(
    '%s shows as %s with a %s light (ended: %s)',
    (type, portalStatus, light, ended) => {
      expect(portalStatusOfType[type]).toBe(portalStatus);
      expect(lightOfPortalStatus[portalStatus]).toBe(light);
      expect(isEnded(type)).toBe(ended);
    },
  );

  it('are those of the table and no others', () => {
    expect(statusTypeSchema.options).toEqual(table.map(([type]) => type));
    expect(Object.keys(portalStatusOfType).sort()).toEqual(
      [...statusTypeSchema.options].sort(),
    );
  });

  it('reach every portal status, each of which has a light of its own', () => {
    expect(new Set(Object.values(portalStatusOfType))).toEqual(
      new Set(portalStatusSchema.options),
    );
    expect(Object.values(lightOfPortalStatus).sort()).toEqual(
      [...lightSchema.options].sort(),
    );
  });
});
