# Builds the server with everything of Swift in it, and puts it into a small image.
#   docker build -t gridql .
#   docker run --rm -p 8080:8080 gridql        the sample catalog
# A catalog of your own: see the operations guide.
FROM swift:6.3-bookworm AS build
RUN apt-get update \
  && apt-get install -y --no-install-recommends libsqlite3-dev zlib1g-dev pkg-config \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /build
# The dependencies, which change less often than the sources.
COPY Package.swift ./
RUN swift package resolve
COPY . .
RUN swift build -c release --product gridql --static-swift-stdlib \
  && install -D -s "$(swift build -c release --static-swift-stdlib --show-bin-path)/gridql" \
    /out/gridql

FROM debian:bookworm-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends libsqlite3-0 zlib1g ca-certificates tzdata \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --system --uid 10001 --user-group --no-create-home gridql \
  && install -d -o gridql -g gridql /data
COPY --from=build /out/gridql /usr/local/bin/gridql
USER 10001:10001
WORKDIR /data
VOLUME /data
# Every option can be set so; in a container, all interfaces are those that were published.
ENV GRIDQL_HOST=0.0.0.0 GRIDQL_PORT=8080
EXPOSE 8080
STOPSIGNAL SIGTERM
# Asks the port that is set, without TLS. With a certificate, set a check of your own.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$GRIDQL_PORT && printf 'GET /health/live HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["gridql"]
CMD ["serve"]
