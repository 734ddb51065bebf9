import { z } from 'zod';
import { type DeskDescription, deskDescriptionSchema } from '../../model';
import { operation } from '../operation';
import { found } from '../response';

/** The desk as it is configured. @public */
export const deskOperations = {
  /** The desk as it is configured, and the caller's part in it. */
  describeDesk: operation({
    method: 'GET',
    path: '/desk',
    response: found<DeskDescription>(deskDescriptionSchema),
  }),

  /**
   * This document.
   *
   * @returns The OpenAPI document of the API.
   */
  getOpenApi: operation({
    method: 'GET',
    path: '/openapi.json',
    response: found<Record<string, unknown>>(z.record(z.string(), z.json())),
  }),
};
