package com.taskflow.platform.jobs;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;

/**
 * Takes jobs from the queue as long as the application runs. It is the first to stop: what has begun may end while the
 * requests end, nothing new is begun. What has not ended then is waited for together, so that lanes make no end longer.
 */
class JobExecution implements DbSchedulerStarter, SmartLifecycle, DisposableBean {

    private final List<Scheduler> schedulers;

    JobExecution(List<Scheduler> schedulers) {
        this.schedulers = List.copyOf(schedulers);
    }

    @Override
    public void doStart() {
        start();
    }

    @Override
    public void start() {
        this.schedulers.forEach((scheduler) -> {
            if (scheduler.getSchedulerState().isStarted()) {
                scheduler.resume();
            } else {
                scheduler.start();
            }
        });
    }

    @Override
    public void stop() {
        this.schedulers.forEach(Scheduler::pause);
    }

    @Override
    public boolean isRunning() {
        return this.schedulers.stream().map(Scheduler::getSchedulerState)
                .allMatch((state) -> state.isStarted() && !state.isPaused());
    }

    @Override
    public void destroy() {
        try (ExecutorService ends = Executors.newVirtualThreadPerTaskExecutor()) {
            this.schedulers.forEach((scheduler) -> ends.execute(scheduler::stop));
        }
    }

}
