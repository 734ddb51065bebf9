'use strict';

/*
 * Loaded into a backend before all else: the desk's own packages, and the files
 * beside their code, come from the tree that PORTALDESK_TREE names; everything
 * else comes from where it is installed.
 */

const { join } = require('node:path');
const { Module } = require('node:module');

const tree = process.env.PORTALDESK_TREE;
const ownPackage = /^@portaldesk\/plugin-([a-z-]+)(\/.*)?$/;
const resolveFilename = Module._resolveFilename;

Module._resolveFilename = function resolveInTree(request, ...rest) {
  const own = ownPackage.exec(request);
  const found = own ? join(tree, 'plugins', own[1], own[2] ?? '') : request;
  return resolveFilename.call(this, found, ...rest);
};
