/// The configuration that shows every section.
let designExample = """
  { project: "acme/shop",
    version: { preset: "conventionalcommits",                                          // or angular, release-please
               tag: "v{version}", initial: "0.1.0", squash: "split", strict: false,
               pre_major: { breaking: "minor", feature: "minor" },
               rules: [ { type: "build", bump: "patch" }, { type: "docs", scope: "readme.md", bump: "patch" } ],   // first match wins, before the preset
               ignore: { commits: [], authors: ["renovate[bot]"], paths: [] } },
    channels: { main: "stable", next: { prerelease: "next" }, "1.x": "maintenance" },
    components: { api: { path: "services/api", tag: "api-v{version}", depends: ["lib"], version_files: ["package.json"] } },
    images: { api: "registry.example/acme/api" },
    artifacts: ["dist/*.tar.gz"],
    trust: "trust/root.json",
    ledger: "git:origin#release-ledger",                                                // default: directory .release/ledger
    environments: [
      { name: "dev", target: { kind: "directory", path: "/srv/shop", keep: 3, restart: ["systemctl", "restart", "shop"] },
        checks: [ { command: ["/srv/shop/current/bin/smoke"] } ] },
      { name: "staging", after: "dev", target: { kind: "compose", file: "compose.yaml" },
        gates: { vulnerabilities: { critical: 0, high: 2 }, coverage: 80 },
        checks: [ { http: "http://127.0.0.1:8080/health", expect: { status: 200, json: { status: "healthy" } } } ] },
      { name: "production", after: "staging", soak: "30m", approvals: 2,
        target: { kind: "kubernetes", context: "prod", namespace: "shop", workloads: { api: "deployment/api" } },
        strategy: { canary: [10, 25, 50], interval: "2m" },
        checks: [ { prometheus: "http://prom:9090", query: "…", max: 0.01, name: "error rate" },
                  { prometheus: "http://prom:9090", query: "…", max: 0.5, name: "p95 seconds" } ] } ] }
  """
