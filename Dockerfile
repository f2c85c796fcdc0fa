# docker build .  makes an image of the service alone, see docs/docker.md. Any BASE will do that has Node 22.19 or newer
# in one of the folders of PATH below; BUILDER needs Node 24, npm and a shell.
ARG BUILDER=node:24-bookworm-slim
ARG BASE=gcr.io/distroless/nodejs24-debian13:nonroot

FROM ${BUILDER} AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
# A builder may bring the packages, for machines that reach no registry: see deploy/image/build.sh.
RUN [ -e node_modules/.package-lock.json ] || npm ci --ignore-scripts --loglevel=error
COPY . .
RUN node node_modules/tsdown/dist/run.mjs --logLevel error --no-dts && node deploy/image/assemble.ts /app

# V8's code of the service is kept, which saves a sixth of its start. Only the Node that made it takes it, and only for
# the same user, so both are those of the image.
FROM ${BASE} AS compiled
ENV PATH=/nodejs/bin:/usr/local/bin:/usr/bin:/bin
COPY --from=build --chown=65532:65532 /app /app
COPY deploy/image/compile.ts /
USER 65532:65532
RUN ["node", "/compile.ts", "/app"]

FROM ${BASE}
ENV PATH=/nodejs/bin:/usr/local/bin:/usr/bin:/bin NODE_ENV=production
# Root's, so that the service can't change what it runs.
COPY --from=compiled --chown=0:0 /app /app
WORKDIR /app
USER 65532:65532
EXPOSE 3000 3001
STOPSIGNAL SIGTERM
# Whether the process answers. Whether Ory does is another question: starting this again would not help then.
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s --retries=3 \
  CMD ["node", "/app/dist/start.mjs", "--health"]
ENTRYPOINT ["node", "/app/dist/start.mjs"]
CMD []
ARG VERSION=unknown
ARG REVISION=unknown
ARG CREATED=unknown
ARG SOURCE=
LABEL org.opencontainers.image.title="ory-session-echo" \
  org.opencontainers.image.description="Whose Ory session is this? The service, for gateways and SDKs" \
  org.opencontainers.image.licenses="MIT" \
  org.opencontainers.image.source="${SOURCE}" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}" \
  org.opencontainers.image.created="${CREATED}"
