/**
 * The environment of backend tests: one realm for all test files of a worker.
 *
 * Jest makes a realm for each file, where nothing that was read, compiled and
 * optimised for the file before can be used again, and puts a proxy before its
 * globals, which slows each look at `Object` or `Promise`. Here both fall away.
 * `KeepingRuntime` keeps in it what comes from `node_modules`; the code of the
 * desk and of its tests is run again for each file, as ever.
 */
const vm = require('node:vm');
const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');
const {
  initializeGarbageCollectionUtils,
  installCommonGlobals,
} = require('jest-util');

/** @type {any} */
let realm;

/** What Jest leaves to the next file in the globals, which would be run twice. */
const HANDLERS = Symbol.for('EVENT_HANDLERS');

function makeRealm() {
  /** @type {any} */
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY);
  const own = new Set(Object.getOwnPropertyNames(context));
  const missing = Object.entries(
    Object.getOwnPropertyDescriptors(globalThis),
  ).filter(([name]) => !own.has(name) && name !== 'GLOBAL' && name !== 'root');
  for (const [name, { configurable, enumerable }] of missing) {
    Object.defineProperty(context, name, {
      configurable,
      enumerable,
      writable: true,
      value: globalThis[name],
    });
  }
  // Those of the realm that Node's own modules make.
  const { Buffer, ArrayBuffer, Uint8Array } = globalThis;
  Object.assign(context, {
    global: context,
    Buffer,
    ArrayBuffer,
    Uint8Array,
  });
  installCommonGlobals(context, {}, 'off');
  // as far as Jest's own environment shows it
  context.Error.stackTraceLimit = 100;
  return context;
}

/** What a test has changed in `process`, its environment above all, ends with it. */
function renewProcess(global) {
  /** @type {any} */
  const holder = { Symbol, Date };
  installCommonGlobals(holder, {}, 'off');
  global.process = holder.process;
}

class OneRealm {
  customExportConditions = ['node', 'node-addons'];

  constructor({ projectConfig }) {
    initializeGarbageCollectionUtils(globalThis, 'off');
    realm ??= makeRealm();
    const global = realm;
    renewProcess(global);
    this.context = global;
    this.global = global;
    this.moduleMocker = new ModuleMocker(global);
    this.fakeTimers = new LegacyFakeTimers({
      config: projectConfig,
      global,
      moduleMocker: this.moduleMocker,
      timerConfig: {
        idToRef: id => ({
          id,
          ref() {
            return this;
          },
          unref() {
            return this;
          },
        }),
        refToId: timer => timer?.id,
      },
    });
    this.fakeTimersModern = new ModernFakeTimers({
      config: projectConfig,
      global,
    });
  }

  async setup() {}

  async teardown() {
    this.fakeTimers.dispose();
    this.fakeTimersModern.dispose();
    delete this.global[HANDLERS];
    this.context = null;
  }

  exportConditions() {
    return this.customExportConditions;
  }

  getVmContext() {
    return this.context;
  }
}

module.exports = OneRealm;
