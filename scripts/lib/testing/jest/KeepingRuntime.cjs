/**
 * Jest's runtime for backend tests. In the one realm of a worker (`OneRealm`) it
 * keeps packages of `node_modules` for the test files that follow, as one
 * process of the product keeps them too, and compiles each file of ours once. A
 * test backend reads some 2,900 modules; to read them for each test file took
 * more than the tests themselves.
 */
const vm = require('node:vm');
const { default: JestRuntime } = require('jest-runtime');
const OneRealm = require('./OneRealm.cjs');

/**
 * What is overridden is not part of Jest's public types.
 *
 * @type {any}
 */
const AnyRuntime = JestRuntime;

/** They register hooks for the test file that reads them. */
const HELPERS =
  /[\\/](?:backend-test-utils|testUtils)[\\/]|[\\/]testUtils[^\\/]*$/;

const PACKAGE = /[\\/]node_modules[\\/]/;

const isKept = path => PACKAGE.test(path) && !HELPERS.test(path);

const isCommonJs = (filename, source) =>
  !source.startsWith('#!') &&
  (/\.cjs(\.js)?$/.test(filename) ||
    (filename.endsWith('.js') && !/\b(?:import|export)\b/.test(source)));

/** Modules by their path. */
const kept = new Map();

/** Functions that run a module, by its path, with the code they were made of. */
const compiled = new Map();

/**
 * Of the test file that is being run.
 *
 * @type {any}
 */
let current;

function begin(runtime) {
  current = runtime;
}

module.exports = class KeepingRuntime extends AnyRuntime {
  constructor(config, environment, ...rest) {
    super(config, environment, ...rest);
    this.keeps = environment instanceof OneRealm;
    if (this.keeps) begin(this);
  }

  requireModule(from, moduleName, options, isRequireActual) {
    if (!this.keeps || !this.#isKept(from, moduleName, options)) {
      return super.requireModule(from, moduleName, options, isRequireActual);
    }
    const own = this._moduleRegistry;
    this._moduleRegistry = kept;
    try {
      return super.requireModule(from, moduleName, options, isRequireActual);
    } finally {
      this._moduleRegistry = own;
    }
  }

  #isKept(from, moduleName, options) {
    return (
      moduleName &&
      !options?.isInternalModule &&
      !this._isolatedModuleRegistry &&
      !this._resolver.isCoreModule(moduleName) &&
      isKept(this._resolveCjsModule(from, moduleName))
    );
  }

  /** A module that is kept outlives the runtime that has read it. */
  _createRequireImplementation(from, options) {
    const require = super._createRequireImplementation(from, options);
    if (!this.keeps || options?.isInternalModule || !isKept(from.filename)) {
      return require;
    }
    const forward = name => current.requireModuleOrMock(from.filename, name);
    return Object.defineProperties(
      forward,
      Object.getOwnPropertyDescriptors({
        extensions: require.extensions,
        resolve: require.resolve,
        cache: require.cache,
        main: require.main,
      }),
    );
  }

  /**
   * What Jest's transformer would give back as it is needs no copy of itself in
   * its cache, nor the time to write it.
   */
  transformFile(filename, options) {
    if (this.keeps && !options?.isInternalModule && isKept(filename)) {
      const source = this.readFile(filename);
      if (isCommonJs(filename, source)) return source;
    }
    return super.transformFile(filename, options);
  }

  createScriptFromCode(code, filename) {
    if (!this.keeps) return super.createScriptFromCode(code, filename);
    const before = compiled.get(filename);
    if (before?.code === code) return before.run;
    const context = this._environment.getVmContext();
    if (!context) return null;
    const run = vm.compileFunction(
      code,
      this.constructInjectedModuleParameters(),
      {
        filename,
        parsingContext: context,
        importModuleDynamically: async specifier => {
          const module = await current.resolveModule(
            specifier,
            filename,
            context,
          );
          return current.linkAndEvaluateModule(module);
        },
      },
    );
    compiled.set(filename, { code, run });
    return run;
  }
};
