package com.taskflow.auth;

import java.util.List;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.taskflow.platform.security.SecretSealer;

/**
 * Encrypts the secrets of second factors with the active pepper after a rotation, those of people too who do not sign in:
 * afterwards the old pepper can go. A row at a time; doing it twice changes nothing.
 */
@Component
class SecondFactorResealing {

    /** As many as one run does; the next goes on. Those whose pepper is lost already stay, and are few. */
    private static final Limit MOST = Limit.of(10_000);

    private final SecondFactorRepository repository;

    private final SecondFactors factors;

    private final SecretSealer sealer;

    private final TransactionTemplate transaction;

    SecondFactorResealing(SecondFactorRepository repository, SecondFactors factors, SecretSealer sealer,
            PlatformTransactionManager transactionManager) {
        this.repository = repository;
        this.factors = factors;
        this.sealer = sealer;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    void run() {
        List<UUID> users = this.transaction
                .execute((_) -> this.repository.findNotSealedWith(this.sealer.activePrefix(), MOST));
        users.forEach((user) -> this.transaction.executeWithoutResult((_) -> this.factors.reseal(user)));
    }

}
