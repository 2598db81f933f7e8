/** @file The permission for a fake device, as `navigator.permissions.query` gives it. */

/** The permission for a fake device. */
export class FakePermission extends EventTarget implements PermissionStatus {
  readonly name: PermissionName;
  onchange: ((this: PermissionStatus, event: Event) => unknown) | null = null;
  #state: PermissionState;
  readonly #read: () => PermissionState;

  constructor(name: PermissionName, read: () => PermissionState) {
    super();
    this.name = name;
    this.#read = read;
    this.#state = read();
  }

  get state(): PermissionState {
    return this.#state;
  }

  /** Looks whether it has changed, and says so. */
  look(): void {
    const state = this.#read();
    if (state === this.#state) return;
    this.#state = state;
    const event = new Event('change');
    this.onchange?.call(this, event);
    this.dispatchEvent(event);
  }
}
