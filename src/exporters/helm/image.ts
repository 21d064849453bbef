// The name of a container image in its parts.

export interface ImageParts {
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
}

/** `registry:5000/name:tag@sha256:…`, of which tag and digest may be missing. */
export function imageParts(reference: string): ImageParts {
  const [named = '', digest = ''] = reference.split('@');
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  return colon < 0
    ? { repository: named, tag: '', digest }
    : { repository: named.slice(0, colon), tag: named.slice(colon + 1), digest };
}
