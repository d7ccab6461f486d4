// Shared by main and the page: how it stands with newer versions of the app.

/**
 * `none`: this build knows no place to ask; `tells`: it can say that there is a newer version, which is then installed as
 * this one was; `installs`: it can replace itself.
 */
export type UpdateSupport = 'none' | 'tells' | 'installs';

export type UpdateState =
  /** Nobody has asked in this run. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'current' }
  | { readonly kind: 'found'; readonly version: string }
  | { readonly kind: 'downloading'; readonly version: string; readonly percent: number }
  /** Installed when the app ends. */
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'failed'; readonly message: string };

export interface UpdateStatus {
  readonly support: UpdateSupport;
  /** The page with all versions, to be opened by hand; null: not known. */
  readonly page: string | null;
  readonly state: UpdateState;
}
