package com.taskflow.auth;

import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.taskflow.platform.error.UnauthenticatedException;
import com.taskflow.user.Credentials;
import com.taskflow.user.UserService;

/** The second step of a sign-in. */
@Service
class TotpLoginService {

    private final Challenges challenges;

    private final UserService users;

    private final SecondFactors factors;

    private final Admission admission;

    private final TransactionTemplate transaction;

    TotpLoginService(Challenges challenges, UserService users, SecondFactors factors, Admission admission,
            PlatformTransactionManager transactionManager) {
        this.challenges = challenges;
        this.users = users;
        this.factors = factors;
        this.admission = admission;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /**
     * Signs in; the code is used up by that. It is tried under the user's row lock, and the attempt is committed whatever
     * comes of it.
     * @throws UnauthenticatedException {@code invalid-challenge}, or {@code invalid-code} also when too many were tried
     */
    IssuedTokens login(TotpLoginRequest request, Device device) {
        AccountToken challenge = this.challenges.open(request.challenge())
                .orElseThrow(TotpLoginService::invalidChallenge);
        Optional<IssuedTokens> tokens = this.transaction.execute((_) -> {
            Credentials user = this.users.lockCredentials(challenge.userId())
                    .filter((found) -> Challenges.fits(challenge, found))
                    .orElseThrow(TotpLoginService::invalidChallenge);
            return this.factors.prove(user.userId(), request.code())
                    ? Optional.of(this.admission.open(user, device))
                    : Optional.empty();
        });
        return tokens.orElseThrow(() -> UnauthenticatedException.of("invalid-code",
                SecondFactors.WRONG_CODE));
    }

    private static UnauthenticatedException invalidChallenge() {
        return UnauthenticatedException.of("invalid-challenge", "This took too long: start again with the password.");
    }

}
