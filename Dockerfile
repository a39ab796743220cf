# The steps stand in deploy/build, which CI runs on plain Debian. The image is Debian with what they leave: no compiler,
# no pip, a user without rights, and nothing that is written to.

FROM debian:12-slim AS build
WORKDIR /source
COPY deploy/build deploy/build
RUN deploy/build packages
COPY requirements-s3.lock .
RUN deploy/build libraries /opt/uppfoljning
COPY . .
RUN deploy/build application /opt/uppfoljning

FROM debian:12-slim
RUN --mount=type=bind,source=deploy/build,target=/run/source/deploy/build /run/source/deploy/build packages \
    && apt-get -q purge --yes --auto-remove python3-venv \
    && groupadd --gid 10001 uppfoljning \
    && useradd --uid 10001 --gid uppfoljning --home-dir /nonexistent --no-create-home --shell /usr/sbin/nologin \
        uppfoljning \
    && install -d -o uppfoljning -g uppfoljning /var/lib/uppfoljning
COPY --from=build /opt/uppfoljning /opt/uppfoljning
WORKDIR /opt/uppfoljning/app
ENV PATH=/opt/uppfoljning/venv/bin:/usr/local/bin:/usr/bin:/bin \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUTF8=1 \
    XDG_CACHE_HOME=/tmp \
    MODE=production \
    VAR_DIR=/var/lib/uppfoljning \
    STATIC_DIR=/opt/uppfoljning/static \
    BEHIND_PROXY=true \
    GRANIAN_INTERFACE=wsgi \
    GRANIAN_WEBSOCKETS=false \
    GRANIAN_HOST=0.0.0.0 \
    GRANIAN_PORT=8000 \
    GRANIAN_WORKERS=2 \
    GRANIAN_BLOCKING_THREADS=4 \
    GRANIAN_RESPAWN_FAILED_WORKERS=true \
    GRANIAN_WORKERS_KILL_TIMEOUT=30 \
    GRANIAN_LOG_CONFIG=/opt/uppfoljning/app/deploy/granian-log.json
USER 10001:10001
EXPOSE 8000
CMD ["granian", "followup.wsgi:application"]
