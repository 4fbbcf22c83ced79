import { may } from '../user';
import type { Instance, RestCall } from './context';
import { RestError } from './error';

/** Routes of /documents (section 5): upload, list, download, delete, for "societe" and "agenda". */
export function documents(instance: Instance, call: RestCall): unknown {
  const [, verb] = call.path;
  if (verb === 'upload' && call.method === 'POST') return upload(instance, call);
  if (verb === 'download' && call.method === 'GET') return download(instance, call);
  if (verb === undefined && call.method === 'GET') return listFiles(instance, call);
  if (verb === undefined && call.method === 'DELETE') {
    const place = instance.state.files.indexOf(find(instance, call));
    instance.state.files.splice(place, 1);
    return { success: { code: 200, message: 'Document deleted' } };
  }
  throw new RestError(404, 'Not Found');
}

function upload({ state, version, now }: Instance, { body, user }: RestCall): string {
  if (version < 20 && !may(user, 'ecm.upload')) throw new RestError(401, 'Insufficient rights to upload');
  const text = (name: string) => String(body[name] ?? '');
  const modulepart = text('modulepart');
  if (text('ref') !== '' || !['societe', 'agenda'].includes(modulepart)) {
    throw new RestError(500, `Modulepart ${modulepart} not implemented yet.`);
  }
  const filename = text('filename').replace(/[/\\]/g, '').normalize('NFD').replace(/\p{M}/gu, '');
  const kept = version >= 20 && /\.(php|html|js|exe)$/i.test(filename) ? `${filename}.noexe` : filename;
  const path = `${text('subdir').replace(/^\/+|\/+$/g, '')}/${kept}`;
  const there = state.files.findIndex((file) => file.modulepart === modulepart && file.path === path);
  if (there >= 0 && text('overwriteifexists') !== '1') {
    throw new RestError(version >= 20 ? 400 : 500, `File with name '${filename}' already exists.`);
  }
  if (there >= 0) state.files.splice(there, 1);
  const bytes = Buffer.from(text('filecontent'), text('fileencoding') === 'base64' ? 'base64' : 'utf8');
  state.files.push({ modulepart, path, bytes, date: Math.floor(now()) });
  return filename;
}

function listFiles({ state, version }: Instance, { query }: RestCall): unknown {
  const modulepart = query.get('modulepart');
  const folder = `${query.get('id') ?? ''}/`;
  // The agenda's list is broken in 23 beta, although the files are there.
  const broken = version === 23 && modulepart === 'agenda';
  const found = broken
    ? []
    : state.files.filter((file) => file.modulepart === modulepart && file.path.startsWith(folder));
  if (found.length === 0) throw new RestError(404, 'Search for modulepart does not return any document.');
  return found.map((file) => {
    const name = file.path.slice(folder.length);
    return {
      name: version === 22 || version === 24 ? null : name,
      relativename: name,
      level1name: folder.slice(0, -1),
      size: file.bytes.length,
      date: file.date,
      fullname: `/var/documents/${modulepart}/${file.path}`,
      type: 'file',
    };
  });
}

function find({ state }: Instance, { query }: RestCall) {
  const file = state.files.find(
    (one) => one.modulepart === query.get('modulepart') && one.path === query.get('original_file'),
  );
  if (!file) throw new RestError(404, 'File not found');
  return file;
}

function download(instance: Instance, call: RestCall): unknown {
  const file = find(instance, call);
  return {
    filename: file.path.slice(file.path.lastIndexOf('/') + 1),
    'content-type': 'audio',
    filesize: file.bytes.length,
    content: file.bytes.toString('base64'),
    encoding: 'base64',
  };
}
