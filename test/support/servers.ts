import type { DataConverter } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { sharedServers } from './shared-servers';

/** The run's shared Temporal server; tests keep apart by task queues and workflow ids of their own. */
export function devServer(): { readonly address: string; readonly namespace: string } {
  return { address: sharedServers().temporalAddress, namespace: 'default' };
}

/**
 * A Temporal server of the test's own that skips time while a workflow's result is awaited. The caller tears it down.
 * It knows no Schedules, lists or resets: those are tested on the shared server.
 */
export function timeSkipping(
  path = sharedServers().timeSkippingServer,
  dataConverter?: DataConverter,
): Promise<TestWorkflowEnvironment> {
  return TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
    client: { ...(dataConverter && { dataConverter }) },
  });
}
