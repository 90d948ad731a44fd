import type { Commands } from '../commands/engine';
import type { CourseActivities } from '../contract/messages/course';

/** The activities of every procedure: one step, one transaction, the same answer however often it is asked. */
export function createActivities(commands: Commands): CourseActivities {
  return {
    beginProcedure: commands.begin,
    executeCommand: commands.execute,
    elapseTimer: commands.elapse,
    readCourse: commands.read,
  };
}
