package com.taskflow.platform.ratelimit;

import io.github.bucket4j.distributed.proxy.AsyncCommandExecutor;
import io.github.bucket4j.distributed.proxy.CommandExecutor;
import io.github.bucket4j.distributed.proxy.optimization.Optimization;
import io.github.bucket4j.distributed.proxy.optimization.OptimizationListener;
import io.github.bucket4j.distributed.remote.CommandResult;
import io.github.bucket4j.distributed.remote.RemoteCommand;

/**
 * Puts the circuit between one of bucket4j's optimisations and Redis. It has to be there: requests that wait inside an
 * optimisation behind one that Redis does not answer would each wait for Redis in turn.
 */
record GuardedOptimization(Optimization optimization, Circuit circuit) implements Optimization {

    @Override
    public Optimization withListener(OptimizationListener listener) {
        return new GuardedOptimization(this.optimization.withListener(listener), this.circuit);
    }

    @Override
    public CommandExecutor apply(CommandExecutor redis) {
        return this.optimization.apply(new GuardedExecutor(redis, this.circuit));
    }

    @Override
    public AsyncCommandExecutor apply(AsyncCommandExecutor redis) {
        throw new UnsupportedOperationException("Limits are asked synchronously");
    }

    private record GuardedExecutor(CommandExecutor redis, Circuit circuit) implements CommandExecutor {

        @Override
        public <T> CommandResult<T> execute(RemoteCommand<T> command) {
            if (this.circuit.isOpen()) {
                throw new CircuitOpenException();
            }
            try {
                return this.redis.execute(command);
            } catch (RuntimeException ex) {
                this.circuit.failed(ex);
                throw ex;
            }
        }

    }

    /** Redis was not even asked. */
    private static final class CircuitOpenException extends RuntimeException {

        private CircuitOpenException() {
            super("Redis has just failed", null, false, false);
        }

    }

}
