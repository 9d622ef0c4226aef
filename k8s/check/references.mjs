// What no schema can say: that objects name each other rightly, and that pods have no more rights than they need.
import { nameOf } from './schemas.mjs';

/** Made by people, by an operator or by cert-manager, and never kept with the manifests. */
const SECRETS_FROM_OUTSIDE = /^taskflow-(keys|secrets|owner|tls|backups|db-\w+)$/;

export function misfits(objects) {
  const workloads = objects.filter((object) => object.spec?.template?.spec?.containers && object.kind !== 'Pooler');
  return [
    ...services(objects, workloads), ...budgets(objects, workloads), ...autoscalers(objects),
    ...ingresses(objects), ...workloads.flatMap((workload) => [...references(objects, workload), ...rights(workload)]),
  ];
}

function of(objects, ...kinds) {
  return objects.filter((object) => kinds.includes(object.kind));
}

function matches(selector, labels) {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

function selected(workloads, selector) {
  return workloads.filter((workload) => matches(selector, workload.spec.template.metadata.labels));
}

function services(objects, workloads) {
  return of(objects, 'Service').flatMap((service) => {
    const pods = selected(workloads, service.spec.selector);
    const names = pods.flatMap((pod) => pod.spec.template.spec.containers).flatMap((container) => container.ports ?? [])
      .map((port) => port.name);
    return pods.length === 0 ? [`${nameOf(service)} selects no pod`]
      : service.spec.ports.filter((port) => typeof port.targetPort === 'string' && !names.includes(port.targetPort))
        .map((port) => `${nameOf(service)}: no container has a port ${port.targetPort}`);
  });
}

function budgets(objects, workloads) {
  return of(objects, 'PodDisruptionBudget')
    .filter((budget) => selected(workloads, budget.spec.selector.matchLabels).length === 0)
    .map((budget) => `${nameOf(budget)} selects no pod`);
}

function autoscalers(objects) {
  return of(objects, 'HorizontalPodAutoscaler').filter(({ spec: { scaleTargetRef: target } }) =>
    !of(objects, target.kind).some((object) => object.metadata.name === target.name))
    .map((scaler) => `${nameOf(scaler)} scales nothing`);
}

function ingresses(objects) {
  return of(objects, 'Ingress').flatMap((ingress) => ingress.spec.rules.flatMap((rule) => rule.http.paths)
    .map((path) => path.backend.service).filter((backend) => !of(objects, 'Service').some((service) =>
      service.metadata.name === backend.name && service.spec.ports.some((port) => port.name === backend.port.name)))
    .map((backend) => `${nameOf(ingress)}: there is no service ${backend.name} with a port ${backend.port.name}`));
}

/** Settings, secrets and mounts that a workload names, without which its pods would not start. */
function references(objects, workload) {
  const pod = workload.spec.template.spec;
  const made = (kind) => of(objects, kind).map((object) => object.metadata.name);
  const volumes = pod.volumes ?? [];
  const sources = volumes.flatMap((volume) => [volume, ...(volume.projected?.sources ?? [])]);
  const maps = sources.flatMap(({ configMap }) => configMap?.name ?? [])
    .concat(pod.containers.flatMap((container) => container.envFrom ?? []).map((from) => from.configMapRef.name));
  const secrets = sources.flatMap(({ secret }) => secret?.secretName ?? []);
  const mounts = pod.containers.flatMap((container) => container.volumeMounts ?? []).map((mount) => mount.name);
  return [
    ...maps.filter((name) => !made('ConfigMap').includes(name)).map((name) => `there is no ConfigMap ${name}`),
    ...secrets.filter((name) => !made('Secret').includes(name) && !SECRETS_FROM_OUTSIDE.test(name))
      .map((name) => `there is no Secret ${name}`),
    ...mounts.filter((name) => !volumes.some((volume) => volume.name === name))
      .map((name) => `there is no volume ${name}`),
  ].map((problem) => `${nameOf(workload)}: ${problem}`);
}

/** TaskFlow's own pods, and whatever says that it is hardened, are so altogether. */
function rights(workload) {
  const pod = workload.spec.template.spec;
  const own = workload.metadata.name.startsWith('taskflow');
  return pod.containers.flatMap((container) => {
    const context = container.securityContext;
    const hardened = context?.readOnlyRootFilesystem && context.allowPrivilegeEscalation === false
      && context.capabilities?.drop?.includes('ALL') && pod.securityContext?.runAsNonRoot;
    return [
      ...(own && !hardened ? ['has more rights than it needs'] : []),
      ...(container.resources?.limits?.memory ? [] : ['has no limit of memory']),
    ].map((problem) => `${nameOf(workload)}: container ${container.name} ${problem}`);
  });
}
