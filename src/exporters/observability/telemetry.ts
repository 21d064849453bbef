// OpenTelemetry collector, Jaeger and the logging pipelines, as objects.
//
// No checker of these formats is to be had here: the tests check that each member of a pipeline is declared.
const OTLP = { protocols: { grpc: { endpoint: '0.0.0.0:4317' }, http: { endpoint: '0.0.0.0:4318' } } };

/** What containers print, from the folder of the host; under ELK that is Filebeat's. */
const CONTAINER_LOGS = {
  include: ['/var/log/pods/*/*/*.log'],
  include_file_path: true,
  operators: [{ type: 'container' }],
};

export function collector(logging: string): object {
  const logs =
    logging === 'elk'
      ? {
          elasticsearch: {
            endpoints: ['http://elasticsearch:9200'],
            user: 'elastic',
            password: '${env:ELASTIC_PASSWORD}',
          },
        }
      : { 'otlphttp/loki': { endpoint: 'http://loki:3100/otlp' } };
  const files = logging === 'elk' ? {} : { filelog: CONTAINER_LOGS };
  const processors = ['memory_limiter', 'batch'];
  return {
    extensions: { health_check: { endpoint: '0.0.0.0:13133' } },
    receivers: { otlp: OTLP, ...files },
    processors: {
      memory_limiter: { check_interval: '1s', limit_percentage: 80, spike_limit_percentage: 20 },
      batch: {},
    },
    exporters: {
      'otlp/jaeger': { endpoint: 'jaeger:4317', tls: { insecure: true } },
      prometheus: { endpoint: '0.0.0.0:8889' },
      ...logs,
    },
    service: {
      extensions: ['health_check'],
      pipelines: {
        traces: { receivers: ['otlp'], processors, exporters: ['otlp/jaeger'] },
        metrics: { receivers: ['otlp'], processors, exporters: ['prometheus'] },
        logs: { receivers: ['otlp', ...Object.keys(files)], processors, exporters: Object.keys(logs) },
      },
    },
  };
}

/** Version 2, which is a collector too. */
export const JAEGER = {
  extensions: {
    jaeger_storage: { backends: { memory: { memory: { max_traces: 100_000 } } } },
    jaeger_query: { storage: { traces: 'memory' } },
  },
  receivers: { otlp: OTLP },
  processors: { batch: {} },
  exporters: { jaeger_storage_exporter: { trace_storage: 'memory' } },
  service: {
    extensions: ['jaeger_storage', 'jaeger_query'],
    pipelines: {
      traces: { receivers: ['otlp'], processors: ['batch'], exporters: ['jaeger_storage_exporter'] },
    },
  },
};

const LOKI = {
  auth_enabled: false,
  server: { http_listen_port: 3100 },
  common: {
    path_prefix: '/loki',
    replication_factor: 1,
    ring: { kvstore: { store: 'inmemory' } },
    storage: { filesystem: { chunks_directory: '/loki/chunks', rules_directory: '/loki/rules' } },
  },
  schema_config: {
    configs: [
      {
        from: '2024-01-01',
        store: 'tsdb',
        object_store: 'filesystem',
        schema: 'v13',
        index: { prefix: 'index_', period: '24h' },
      },
    ],
  },
  limits_config: { retention_period: '744h', allow_structured_metadata: true },
  compactor: { working_directory: '/loki/compactor', retention_enabled: true, delete_request_store: 'filesystem' },
};

const OUTPUT = { hosts: ['http://elasticsearch:9200'], username: 'elastic', password: '${ELASTIC_PASSWORD}' };

/** Path to settings. There is no Logstash: Filebeat ships straight to Elasticsearch. Container logs reach Elasticsearch by Filebeat, what is sent over OTLP by the collector. */
export function loggingFiles(logging: string): Readonly<Record<string, object>> {
  if (logging !== 'elk') return { 'loki/loki.yaml': LOKI };
  return {
    'elk/filebeat.yml': {
      'filebeat.inputs': [
        {
          type: 'filestream',
          id: 'containers',
          paths: ['/var/log/containers/*.log'],
          parsers: [{ container: {} }],
          prospector: { scanner: { symlinks: true } },
        },
      ],
      'output.elasticsearch': OUTPUT,
    },
    'elk/elasticsearch.yml': {
      'cluster.name': 'logs',
      'discovery.type': 'single-node',
      'network.host': '0.0.0.0',
      'xpack.security.enabled': true,
    },
    'elk/kibana.yml': {
      'server.host': '0.0.0.0',
      'elasticsearch.hosts': OUTPUT.hosts,
      'elasticsearch.username': 'kibana_system',
      'elasticsearch.password': '${KIBANA_PASSWORD}',
    },
  };
}
