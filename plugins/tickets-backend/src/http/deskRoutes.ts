import type { Router } from 'express';
import type { HttpContext } from './HttpContext';

/** `GET /desk`: the desk as it is configured, and what the caller is to it. */
export function addDeskRoutes(
  router: Router,
  { desk, callerOf }: HttpContext,
): void {
  router.get('/desk', async (request, response) => {
    response.json(await desk.describe(await callerOf(request)));
  });
}
