import { loadConfig } from '../src/config';
import { identityProviderOf } from '../src/identity-provider';

const whole = {
  OIDC_ISSUER: 'https://id.example/realm',
  OIDC_CLIENT_ID: 'guicheng',
  PUBLIC_URL: 'https://guicheng.example',
};

describe('signing in at an OpenID provider', () => {
  test('is off unless it is asked for', () => {
    expect(identityProviderOf(loadConfig({}))).toBeUndefined();
    expect(identityProviderOf(loadConfig({ PUBLIC_URL: whole.PUBLIC_URL }))).toBeUndefined();
  });

  test('takes an issuer, a client id and the address of this service; the rest has defaults', () => {
    const config = loadConfig(whole);
    expect(config).toMatchObject({ OIDC_SCOPES: 'openid profile', OIDC_CLIENT_SECRET: undefined });
    expect(identityProviderOf(config)).toMatchObject({
      issuer: 'https://id.example/realm',
      name: '统一身份认证 / Single sign-on',
    });
  });

  test.each([
    ['OIDC_ISSUER', ['OIDC_CLIENT_ID', 'PUBLIC_URL']],
    ['OIDC_CLIENT_ID', ['OIDC_ISSUER', 'PUBLIC_URL']],
    ['OIDC_CLIENT_SECRET', ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'PUBLIC_URL']],
    ['OIDC_SCOPES', ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'PUBLIC_URL']],
    ['OIDC_NAME', ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'PUBLIC_URL']],
  ])('%s alone stops the start, which names what is missing', (name, missing) => {
    const value = { ...whole, OIDC_CLIENT_SECRET: 'hunter2', OIDC_SCOPES: 'openid', OIDC_NAME: '登录' }[name];
    for (const absent of missing)
      expect(() => loadConfig({ [name]: value })).toThrow(
        `${absent}: 设置了 ${name}，也须设置此项 / must be set too, because ${name} is`,
      );
    expect(() => loadConfig({ [name]: value })).not.toThrow('hunter2');
  });

  test.each(Object.keys(whole))('without %s the start stops', (name) => {
    expect(() => loadConfig({ ...whole, [name]: '' })).toThrow(`${name}: `);
  });

  test.each([
    ['OIDC_ISSUER', 'http://id.example'],
    ['OIDC_ISSUER', 'id.example'],
    ['OIDC_ISSUER', 'https://id.example/.well-known/openid-configuration'],
    ['OIDC_ISSUER', 'https://id.example/?realm=a'],
    ['OIDC_SCOPES', 'profile'],
    ['OIDC_SCOPES', 'openid,profile'],
  ])('%s cannot be "%s"', (name, value) => {
    expect(() => loadConfig({ ...whole, [name]: value })).toThrow(`${name}: 得到 "${value}"`);
  });

  test.each(['http://localhost:8080', 'http://127.0.0.1:8080/realm', 'http://[::1]:8080'])(
    'plain http passes on this machine: %s',
    (OIDC_ISSUER) => expect(loadConfig({ ...whole, OIDC_ISSUER })).toMatchObject({ OIDC_ISSUER }),
  );
});
