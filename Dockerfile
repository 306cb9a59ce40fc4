# The libraries and the project are built in one stage; the second holds only what runs.
FROM python:3.11-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/convenor
ENV PATH=/opt/convenor/bin:$PATH
COPY requirements.lock /src/
RUN pip install --require-hashes --no-deps -r /src/requirements.lock
COPY pyproject.toml /src/
COPY bot /src/bot
RUN pip install --no-deps --no-build-isolation /src

FROM python:3.11-slim-bookworm
COPY --from=build /opt/convenor /opt/convenor
# Runs on a read-only file system: /data alone is written, and no bytecode anywhere.
# HOME, because Slack's library asks for it on import, and this user has no entry of its own.
ENV PATH=/opt/convenor/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DATA_DIR=/data \
    HOME=/data \
    HOST=0.0.0.0 \
    PORT=8080
RUN install -d -o 10001 -g 10001 /data
VOLUME /data
WORKDIR /data
USER 10001:10001
EXPOSE 8080
# Without curl: urlopen raises for every answer but a good one.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as ask; ask.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/healthz', timeout=4)"]
ENTRYPOINT ["convenor"]
CMD ["serve"]
