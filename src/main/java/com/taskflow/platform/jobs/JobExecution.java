package com.taskflow.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import org.springframework.context.SmartLifecycle;

/**
 * Takes jobs from the queue as long as the application runs. It is the first to stop: what has begun may end while the
 * requests end, nothing new is begun.
 */
class JobExecution implements DbSchedulerStarter, SmartLifecycle {

    private final Scheduler scheduler;

    JobExecution(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void doStart() {
        start();
    }

    @Override
    public void start() {
        if (this.scheduler.getSchedulerState().isStarted()) {
            this.scheduler.resume();
        } else {
            this.scheduler.start();
        }
    }

    @Override
    public void stop() {
        this.scheduler.pause();
    }

    @Override
    public boolean isRunning() {
        return this.scheduler.getSchedulerState().isStarted() && !this.scheduler.getSchedulerState().isPaused();
    }

}
