// That the check catches what it is for: node --test
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, read } from './check.mjs';

const DEPLOYMENT = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: taskflow}
spec:
  replicas: 3
  selector: {matchLabels: {app: taskflow}}
  template:
    metadata: {labels: {app: taskflow}}
    spec:
      securityContext: {runAsNonRoot: true}
      containers:
        - name: taskflow
          image: taskflow
          ports: [{name: http, containerPort: 8080}]
          readinessProbe: {httpGet: {path: /readyz, port: http}}
          resources: {limits: {memory: 1Gi}}
          securityContext:
            readOnlyRootFilesystem: true
            allowPrivilegeEscalation: false
            capabilities: {drop: [ALL]}
`;
const SERVICE = `
---
apiVersion: v1
kind: Service
metadata: {name: taskflow}
spec:
  selector: {app: taskflow}
  ports: [{name: http, port: 80, targetPort: http}]
`;
const CLUSTER = `
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: {name: db}
spec:
  instances: 3
  storage: {size: 1Gi}
  postgresql: {synchronous: {method: any, number: 1}}
`;
const MONITOR = `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: taskflow}
spec:
  selector: {matchLabels: {app: taskflow}}
  endpoints: [{port: http, interval: 15s}]
`;
const STORE = `
apiVersion: barmancloud.cnpg.io/v1
kind: ObjectStore
metadata: {name: store}
spec:
  configuration: {destinationPath: "s3://backups/", wal: {compression: gzip}}
`;

async function problems(yaml) {
  return (await check(read(yaml))).join('\n');
}

for (const [name, yaml] of Object.entries({ DEPLOYMENT, SERVICE: DEPLOYMENT + SERVICE, CLUSTER, MONITOR, STORE })) {
  test(`passes the rightly written ${name}`, async () => assert.equal(await problems(yaml), ''));
}

for (const [from, to, yaml, said] of [
  ['replicas:', 'replica:', DEPLOYMENT, /"replica"' does not exist/],
  ['readinessProbe:', 'readynessProbe:', DEPLOYMENT, /"readynessProbe"' does not exist/],
  ['readOnlyRootFilesystem: true', 'readOnlyRootFileSystem: true', DEPLOYMENT, /"readOnlyRootFileSystem"/],
  ['path: /readyz', 'paths: /readyz', DEPLOYMENT, /"paths"' does not exist/],
  ['targetPort:', 'targetport:', DEPLOYMENT + SERVICE, /"targetport"' does not exist/],
  ['synchronous:', 'synchronus:', CLUSTER, /"synchronus"' does not exist/],
  ['interval:', 'intervall:', MONITOR, /"intervall"' does not exist/],
  ['destinationPath:', 'destination:', STORE, /destination/],
]) {
  test(`refuses ${to} for ${from}`, async () => assert.match(await problems(yaml.replace(from, to)), said));
}

test('refuses a value of another type', async () =>
  assert.match(await problems(DEPLOYMENT.replace('replicas: 3', 'replicas: "3"')), /not assignable to type 'number'/));

test('refuses a value that is not among those there are', async () =>
  assert.match(await problems(CLUSTER.replace('method: any', 'method: some')), /method must be equal to one of/));

test('refuses an object without what it needs', async () =>
  assert.match(await problems(DEPLOYMENT.replace('selector: {matchLabels: {app: taskflow}}', '')), /selector/));

test('refuses a value out of range', async () =>
  assert.match(await problems(CLUSTER.replace('instances: 3', 'instances: 0')), /instances/));

test('refuses a kind that nobody knows', async () =>
  assert.match(await problems(DEPLOYMENT.replace('kind: Deployment', 'kind: Deploiment')), /nobody knows the kind/));

test('refuses the same key twice', () =>
  assert.throws(() => read(DEPLOYMENT.replace('replicas: 3', 'replicas: 3\n  replicas: 4')), /unique/));

test('refuses a service that selects nothing', async () =>
  assert.match(await problems(DEPLOYMENT + SERVICE.replace('app: taskflow', 'app: other')), /selects no pod/));

test('refuses a port that no container has', async () =>
  assert.match(await problems(DEPLOYMENT + SERVICE.replace('targetPort: http', 'targetPort: web')), /has a port web/));

test('refuses a container of TaskFlow that may write to its image', async () =>
  assert.match(await problems(DEPLOYMENT.replace('readOnlyRootFilesystem: true', 'readOnlyRootFilesystem: false')),
    /more rights than it needs/));
