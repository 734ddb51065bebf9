// An S3-compatible server on the loopback interface, in a process of its own so
// that what it holds in memory does not count as the desk's. It sends its port
// when it is ready, and ends with the process that started it.
import { buildApp } from 'fauxqs';

const app = buildApp({ logger: false });

/** Uploads in parts that were begun and not ended, by their ids. */
const uploads = new Map();

// the server behind it does not list them, which S3 does
app.addHook('onRequest', async (request, reply) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  if (request.method === 'GET' && searchParams.has('uploads')) {
    const bucket = pathname.replace(/\/?$/, '/');
    const prefix = `${bucket}${searchParams.get('prefix') ?? ''}`;
    const items = [...uploads]
      .filter(([, path]) => path.startsWith(prefix))
      .map(
        ([id, path]) =>
          `<Upload><Key>${path.slice(bucket.length)}</Key><UploadId>${id}</UploadId></Upload>`,
      );
    reply
      .type('application/xml')
      .send(
        `<ListMultipartUploadsResult>${items.join('')}</ListMultipartUploadsResult>`,
      );
  }
});

app.addHook('onSend', async (request, reply, payload) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  if (request.method === 'POST' && searchParams.has('uploads')) {
    const id = /<UploadId>(.*)<\/UploadId>/.exec(String(payload))?.[1];
    uploads.set(id, pathname);
  } else if (['POST', 'DELETE'].includes(request.method)) {
    uploads.delete(searchParams.get('uploadId'));
  }
  return payload;
});

await app.listen({ host: '127.0.0.1', port: 0 });
process.on('disconnect', () => process.exit());
process.send?.(app.server.address());
