# The service in a container; docs/hosts/server.md says how it is started. No step asks the network but npm's registry.
# test/hosting/container.test.ts runs each step as it stands here, in empty folders.

FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /packages
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24.21.0-bookworm-slim AS program
WORKDIR /build
COPY . .
COPY --from=packages /packages/node_modules ./node_modules
RUN node --no-warnings src/packing/tarball.ts out

# The program brings its own Node, so that the last stage needs none.
FROM debian:bookworm-slim
WORKDIR /opt/village-fund
COPY --from=program /build/out/package ./
COPY --from=packages /packages/node_modules ./node_modules
RUN install --directory --mode=0700 --owner=10001 --group=10001 /data /kept /backups
ENV MODE=live HOST=0.0.0.0 PORT=3000 DATA_DIR=/data HEADS_FILE=/kept/heads
USER 10001:10001
VOLUME ["/data", "/kept"]
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["node_modules/.bin/node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["src/village-fund.sh"]
CMD ["serve"]
