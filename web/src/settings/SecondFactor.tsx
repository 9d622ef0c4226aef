import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { readSecondFactorOptions } from '../api/generated/@tanstack/react-query.gen.ts';
import { confirmSecondFactor, enrolSecondFactor, removeSecondFactor, renewRecoveryCodes } from '../api/generated/sdk.gen.ts';
import type { SecondFactorEnrolment } from '../api/generated/types.gen.ts';
import { QrCode } from './QrCode.tsx';
import { Field, Section, SettingForm } from './Section.tsx';

/** A code from an app besides the password: enrol, confirm, keep the recovery codes, take it off again. */
export function SecondFactor() {
  const client = useQueryClient();
  const status = useQuery({ ...readSecondFactorOptions(), staleTime: 5 * 60_000 }).data;
  const [enrolment, setEnrolment] = useState<SecondFactorEnrolment | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const reload = () => client.invalidateQueries({ queryKey: readSecondFactorOptions().queryKey });

  const enrol = async ({ password = '' }: Record<string, string>) => {
    setEnrolment((await enrolSecondFactor({ body: { password } })).data!);
  };
  const confirm = async ({ code = '' }: Record<string, string>) => {
    setCodes((await confirmSecondFactor({ body: { code: code.trim() } })).data!.recoveryCodes);
    setEnrolment(null);
    await reload();
  };
  const renew = async ({ password = '', code = '' }: Record<string, string>) => {
    setCodes((await renewRecoveryCodes({ body: { password, code: code.trim() } })).data!.recoveryCodes);
    await reload();
  };
  const remove = async ({ password = '', code = '' }: Record<string, string>) => {
    await removeSecondFactor({ body: { password, code: code.trim() } });
    setCodes(null);
    await reload();
  };

  return (
    <Section title="Second factor" about="A code from an authenticator app, asked for after the password.">
      {codes && <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />}
      {status && !status.enabled && !enrolment && (
        <SettingForm label="Switch on" onSave={enrol}>
          <Field label="Your password" name="password" type="password" autoComplete="current-password" />
        </SettingForm>
      )}
      {enrolment && (
        <>
          <QrCode text={enrolment.uri} />
          <p className="hint">
            Scan it with your app, or type this secret: <code className="secret">{enrolment.secret}</code>
          </p>
          <SettingForm label="Confirm" onSave={confirm}>
            <Field label="Code from the app" name="code" autoComplete="one-time-code" maxLength={40} />
          </SettingForm>
        </>
      )}
      {status?.enabled && (
        <>
          <p>
            It is on. {status.recoveryCodesLeft} of 10 recovery codes are left.
          </p>
          <details>
            <summary>Make new recovery codes</summary>
            <SettingForm label="Make new codes" onSave={renew}>
              <Proof />
            </SettingForm>
          </details>
          <details>
            <summary>Switch it off</summary>
            <SettingForm label="Switch off" danger onSave={remove}>
              <Proof />
            </SettingForm>
          </details>
        </>
      )}
    </Section>
  );
}

function Proof() {
  return (
    <>
      <Field label="Your password" name="password" type="password" autoComplete="current-password" />
      <Field label="Code" name="code" autoComplete="one-time-code" maxLength={40} />
    </>
  );
}

function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  return (
    <div className="notice" role="status">
      <p>
        <strong>Keep these recovery codes.</strong> Each signs you in once when your phone is lost. They are not shown again.
      </p>
      <ul className="recovery">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <button type="button" className="quiet" onClick={() => void navigator.clipboard.writeText(codes.join('\n'))}>
        Copy
      </button>
      <button type="button" className="quiet" onClick={onDone}>
        I have kept them
      </button>
    </div>
  );
}
