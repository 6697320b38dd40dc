"""The work that keeps the house: rescuing jobs, ending sessions, dropping what is done."""

from importlib import import_module

from django.conf import settings
from procrastinate import App, JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from throughcare.jobs.background import every, log

ATTEMPTS = 5
DAYS_KEPT = 30


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="rescue", pass_context=True, name="throughcare.jobs.tasks.rescue")
async def rescue(context: JobContext, timestamp: int) -> None:
    """Give the jobs of workers that died back to the others."""
    await rescue_stalled(context.app)


async def rescue_stalled(running: App) -> int:
    """Give stalled jobs back and return how many; a worker's heartbeat tells.

    A job that has taken several workers with it is left as failed instead.
    """
    stalled = list(await running.job_manager.get_stalled_jobs())
    for job in stalled:
        if job.attempts >= ATTEMPTS:
            await running.job_manager.finish_job(job, Status.FAILED, delete_job=False)
        else:
            await running.job_manager.retry_job(job)
        log.warning("stalled", job=job.id, task=job.task_name, attempts=job.attempts)
    return len(stalled)


@every("17 3 * * *")
def end_sessions() -> None:
    """Take away sessions that ended."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


@app.periodic(cron="41 3 * * *")
@app.task(queueing_lock="clear", pass_context=True, name="throughcare.jobs.tasks.clear")
async def clear(context: JobContext, timestamp: int) -> None:
    """Take away jobs that succeeded a while ago; failed ones stay until someone looks."""
    await context.app.job_manager.delete_old_jobs(nb_hours=DAYS_KEPT * 24)
