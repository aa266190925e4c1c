// Before the tests that start the desk as a process or a thread: the desk as plain JavaScript, as it is packaged. They start it
// more than a hundred times, and from its sources each start takes some five times the work.
import { bundleNode } from '../../electron/launch/package/bundle.ts';
import { BUNDLE, ROOT } from './bundle.ts';

export default () => bundleNode(ROOT, BUNDLE);
