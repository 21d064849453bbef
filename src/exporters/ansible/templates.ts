// The templates of the role, in Jinja: whatever comes from the design is quoted for the language that it stands in.

/** Started by systemd; every value is quoted for the shell. */
export const runScript = String.raw`#!/bin/sh
exec {{ container_engine }} run --rm --name {{ container_name }} \
  --network host \
  --user {{ container_user }} \
  --cap-drop ALL \
  --security-opt no-new-privileges \
{% if container_read_only %}
  --read-only \
{% endif %}
{% for option in container_options %}
  {{ option | quote }} \
{% endfor %}
{% for file in container_files %}
  --volume {{ (container_folder ~ '/' ~ container_name ~ '/' ~ file.name ~ ':' ~ file.path ~ ':ro') | quote }} \
{% endfor %}
{% for call in container_calls if groups[call.group] | default([]) %}
{% set host = groups[call.group] | first %}
  --add-host {{ (call.name ~ ':' ~ (hostvars[host].ansible_host | default(host))) | quote }} \
{% endfor %}
{% for name, value in container_env.items() %}
  --env {{ (name ~ '=' ~ value) | quote }} \
{% endfor %}
  --env-file {{ container_folder }}/{{ container_name }}/secrets.env \
  {{ container_image | quote }}{% for argument in container_args %} {{ argument | quote }}{% endfor %}

`;

export const secretsFile = `{% for name, variable in container_secrets.items() %}
{{ name }}={{ lookup('ansible.builtin.vars', variable) }}
{% endfor %}
`;

export const serviceUnit = `[Unit]
Description={{ container_name }} of {{ container_project }}
Wants=network-online.target
After=network-online.target{% if container_engine == 'docker' %} docker.service{% endif %}


[Service]
{% if container_every_s is defined %}
Type=oneshot
{% else %}
Restart=always
RestartSec=5
{% endif %}
ExecStartPre=-/usr/bin/{{ container_engine }} rm --force {{ container_name }}
ExecStart={{ container_folder }}/{{ container_name }}/run.sh
{% if container_every_s is not defined %}
ExecStop=/usr/bin/{{ container_engine }} stop {{ container_name }}

[Install]
WantedBy=multi-user.target
{% endif %}
`;

export const timerUnit = `[Unit]
Description=The times of {{ container_name }}

[Timer]
OnBootSec={{ container_every_s }}s
OnUnitActiveSec={{ container_every_s }}s

[Install]
WantedBy=timers.target
`;
