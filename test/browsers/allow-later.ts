import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a person's “Allow” would do who was asked for an optional permission: a later `permissions.request`, made by a real
 * click, is granted. Chromium's dialog is no page and cannot be clicked. The profile is one that was closed.
 */
export function allowLater(profile: string, extensionId: string, permission: string): void {
  const file = join(profile, 'Default', 'Preferences');
  const preferences = JSON.parse(readFileSync(file, 'utf8'));
  const kept = preferences.extensions.settings[extensionId];
  const none = { api: [], explicit_host: [], manifest_permissions: [], scriptable_host: [] };
  kept.runtime_granted_permissions = { ...none, ...kept.runtime_granted_permissions, api: [permission] };
  writeFileSync(file, JSON.stringify(preferences));
}
