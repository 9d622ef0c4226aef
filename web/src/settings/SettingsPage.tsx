import { Account } from './Account.tsx';
import { Appearance } from './Appearance.tsx';
import { Labels } from './Labels.tsx';
import { Password } from './Password.tsx';
import { Profile } from './Profile.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { Sessions } from './Sessions.tsx';

export function SettingsPage() {
  return (
    <div className="page settings">
      <h1 tabIndex={-1}>Settings</h1>
      <Profile />
      <Appearance />
      <Labels />
      <Password />
      <SecondFactor />
      <Sessions />
      <Account />
    </div>
  );
}
