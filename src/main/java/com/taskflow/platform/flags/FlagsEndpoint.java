package com.taskflow.platform.flags;

import java.util.List;
import java.util.UUID;

import dev.openfeature.sdk.FlagEvaluationDetails;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;

/**
 * {@code GET /actuator/flags} lists the flags there are and who decides about them, {@code GET /actuator/flags/{user}}
 * what each is for one user, and why.
 */
@Component
@WebEndpoint(id = "flags")
class FlagsEndpoint {

    private final Flags flags;

    private final List<FeatureFlag> declared;

    FlagsEndpoint(Flags flags, List<FeatureFlag> declared) {
        this.flags = flags;
        this.declared = declared;
    }

    @ReadOperation
    Declared list() {
        return new Declared(this.flags.provider(), this.declared);
    }

    @ReadOperation
    Evaluated evaluate(@Selector UUID user) {
        return new Evaluated(this.declared.stream().map((flag) -> evaluation(flag, user)).toList());
    }

    private Evaluation evaluation(FeatureFlag flag, UUID user) {
        FlagEvaluationDetails<Boolean> details = this.flags.evaluate(flag, user);
        String reason = (details.getErrorCode() != null) ? details.getErrorCode().name() : details.getReason();
        return new Evaluation(flag.name(), details.getValue(), reason);
    }

    /** The flags there are. */
    record Declared(String provider, List<FeatureFlag> flags) {

    }

    /** The flags of one user. */
    record Evaluated(List<Evaluation> flags) {

    }

    /** One flag of one user; the reason is OpenFeature's, {@code FLAG_NOT_FOUND} where the default holds. */
    record Evaluation(String name, boolean on, String reason) {

    }

}
