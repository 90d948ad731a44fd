import { Alert } from 'antd';
import { LIVE_WORDS } from '../../../src/contract/words/web/live';
import { useLanguage } from '../language';
import { useFollowing } from './live';

/** Whether what is shown follows by itself; plainly, where it does not. */
export function FollowingMark() {
  const { say } = useLanguage();
  const following = useFollowing();
  return (
    <output>
      {following === 'stale' ? (
        <Alert type="warning" showIcon title={say(LIVE_WORDS.stale)} />
      ) : (
        <span className={`mark ${following}`}>{say(LIVE_WORDS[following])}</span>
      )}
    </output>
  );
}
