import { join } from 'node:path';
import type { Settings } from '../../settings.ts';
import { folderStore } from './folder.ts';
import { keptNear } from './near.ts';
import type { ObjectStore } from './objects.ts';
import type { S3Place } from './s3.ts';
import { s3Store } from './s3.ts';

/** Where this installation keeps its objects: in a bucket where one is set, else in the data folder. */
export function openObjects(settings: Settings): ObjectStore {
  const place = s3Place(settings);
  return place === null ? folderStore(join(settings.dataDir, 'objects')) : keptNear(s3Store(place), join(settings.dataDir, 'near'));
}

/** The bucket that is set; null where none is. */
export function s3Place({ s3Endpoint, s3Bucket, s3AccessKey, s3SecretKey, s3Region, s3Prefix }: Settings): S3Place | null {
  if (s3Endpoint === null || s3Bucket === null || s3AccessKey === null || s3SecretKey === null) return null;
  return { endpoint: s3Endpoint, bucket: s3Bucket, accessKey: s3AccessKey, secretKey: s3SecretKey, region: s3Region, prefix: s3Prefix };
}
