package com.taskflow.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

import com.taskflow.platform.error.UnavailableException;
import com.taskflow.platform.persistence.OwnerTransactions;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.security.TestKeys;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.MutableClock;
import com.taskflow.user.UserService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The rotation table, row by row, and what has gone wrong with it elsewhere. */
@FullStackTest
class SessionIntegrationTests {

    @Autowired
    SignInService signIns;

    @Autowired
    RefreshService refreshes;

    @Autowired
    SessionService sessions;

    @Autowired
    RefreshTokens tokens;

    @Autowired
    SessionRotation rotation;

    @Autowired
    AccessTokens accessTokens;

    @Autowired
    UserService users;

    @Autowired
    SessionRepository repository;

    @Autowired
    OwnerTransactions ownerTransactions;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DeviceTokens deviceTokens;

    @Autowired
    SecurityEvents events;

    @Autowired
    MeterRegistry meters;

    private final Device device = new Device("Tests", "192.0.2.0", null);

    private String email = "";

    private String first = "";

    private UUID sessionId = new UUID(0, 0);

    private UUID userId = new UUID(0, 0);

    @BeforeEach
    void signUp() {
        this.email = "session-%s@example.org".formatted(UUID.randomUUID());
        IssuedTokens issued = this.signIns.register(new RegisterRequest(this.email, ApiUser.PASSWORD, "Somebody"),
                this.device);
        this.first = issued.refreshToken();
        this.sessionId = this.tokens.parse(this.first).orElseThrow().sessionId();
        this.userId = issued.response().user().id();
    }

    @Test
    void rotatesCurrentToken() {
        RefreshResult refresh = this.refreshes.refresh(this.first);

        assertThat(refresh.outcome()).isEqualTo(RefreshOutcome.ROTATED);
        assertThat(successor(refresh)).isNotEqualTo(this.first);
        assertThat(this.tokens.parse(successor(refresh)).orElseThrow().generation()).isEqualTo(2);
        assertThat(column("generation", Integer.class)).isEqualTo(2);
    }

    @Test
    void goesOnForManyGenerationsWithinOneSecond() {
        List<String> seen = new ArrayList<>(List.of(this.first));
        for (int i = 0; i < 20; i++) {
            seen.add(successor(this.refreshes.refresh(seen.getLast())));
        }

        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    void refusesForgedTagAndChangesNothing() {
        String forged = this.first.substring(0, this.first.length() - 43) + "A".repeat(43);

        assertUnchanged(() -> assertThat(this.refreshes.refresh(forged).outcome()).isEqualTo(RefreshOutcome.FORGED));
        assertThat(this.refreshes.refresh(this.first).outcome()).isEqualTo(RefreshOutcome.ROTATED);
    }

    @Test
    void refusesUnknownSessionAndGarbage() {
        String unknown = this.tokens.derive(this.tokens.activeKeyId(), UUID.randomUUID(), 1, new byte[16]);

        assertThat(this.refreshes.refresh(unknown).outcome()).isEqualTo(RefreshOutcome.FORGED);
        assertThat(this.refreshes.refresh("nonsense").outcome()).isEqualTo(RefreshOutcome.MALFORMED);
    }

    @Test
    void givesTheSameSuccessorToPreviousTokenWithinTheGrace() {
        String second = successor(this.refreshes.refresh(this.first));
        moveBack("rotated_at", "9 seconds");

        RefreshResult again = this.refreshes.refresh(this.first);

        assertThat(again.outcome()).isEqualTo(RefreshOutcome.REPLAYED);
        assertThat(successor(again)).isEqualTo(second);
        assertThat(this.refreshes.refresh(second).outcome()).isEqualTo(RefreshOutcome.ROTATED);
    }

    @Test
    void givesTheSameSuccessorAfterNewPepperBecameActive() {
        RefreshService before = serviceWith(new RefreshTokens(TestKeys.of("a", "b")));
        RefreshService after = serviceWith(new RefreshTokens(TestKeys.of("b", "a")));
        UUID id = openWith(new RefreshTokens(TestKeys.of("a")));
        String old = new RefreshTokens(TestKeys.of("a")).derive("a", id, 1, salt(id));
        String second = successor(before.refresh(old));

        assertThat(successor(after.refresh(old))).isEqualTo(second).startsWith("v1.a.");
        assertThat(successor(after.refresh(second))).startsWith("v1.b.");
    }

    @Test
    void revokesWhenPreviousTokenComesAfterTheGrace() {
        String second = successor(this.refreshes.refresh(this.first));
        moveBack("rotated_at", "11 seconds");

        assertThat(this.refreshes.refresh(this.first).outcome()).isEqualTo(RefreshOutcome.REUSED);
        assertThat(column("revoked_reason", String.class)).isEqualTo("token_reused");
        assertThat(this.refreshes.refresh(second).outcome()).isEqualTo(RefreshOutcome.ENDED);
    }

    @Test
    void givesTheSuccessorToWhoAskedWithinTheGraceAndIsAnsweredLate() {
        String second = successor(this.refreshes.refresh(this.first));
        moveBack("rotated_at", "25 seconds");

        RefreshResult late = serviceThatLeftUnanswered(this.first, Duration.ofSeconds(20)).refresh(this.first);
        RefreshResult elsewhere = this.refreshes.refresh(this.first);

        assertThat(late.outcome()).isEqualTo(RefreshOutcome.REPLAYED);
        assertThat(successor(late)).isEqualTo(second);
        assertThat(successor(elsewhere)).isEqualTo(second);
    }

    @Test
    void forgivesTheWaitOnce() {
        successor(this.refreshes.refresh(this.first));
        moveBack("rotated_at", "25 seconds");
        RefreshService late = serviceThatLeftUnanswered(this.first, Duration.ofSeconds(20));
        successor(late.refresh(this.first));
        moveBack("rotated_at", "11 seconds");

        assertThat(late.refresh(this.first).outcome()).isEqualTo(RefreshOutcome.REUSED);
    }

    @Test
    void revokesWhenWhoIsAnsweredLateAlsoAskedAfterTheGrace() {
        successor(this.refreshes.refresh(this.first));
        moveBack("rotated_at", "31 seconds");

        assertThat(serviceThatLeftUnanswered(this.first, Duration.ofSeconds(20)).refresh(this.first).outcome())
                .isEqualTo(RefreshOutcome.REUSED);
    }

    @Test
    void revokesForGrandparentEvenWithinTheGrace() {
        String second = successor(this.refreshes.refresh(this.first));
        String third = successor(this.refreshes.refresh(second));

        assertThat(this.refreshes.refresh(this.first).outcome()).isEqualTo(RefreshOutcome.REUSED);
        assertThat(this.refreshes.refresh(third).outcome()).isEqualTo(RefreshOutcome.ENDED);
    }

    @Test
    void leavesOtherSessionsAloneWhenOneIsRevoked() {
        String other = this.signIns.login(new LoginRequest(this.email, ApiUser.PASSWORD), this.device).refreshToken();
        successor(this.refreshes.refresh(this.first));
        moveBack("rotated_at", "11 seconds");
        this.refreshes.refresh(this.first);

        assertThat(this.refreshes.refresh(other).outcome()).isEqualTo(RefreshOutcome.ROTATED);
    }

    @Test
    void limitsReplaysAndChangesNothingBeyond() {
        String second = successor(this.refreshes.refresh(this.first));
        for (int i = 0; i < 20; i++) {
            assertThat(successor(this.refreshes.refresh(this.first))).isEqualTo(second);
        }

        assertUnchanged(() -> assertThat(this.refreshes.refresh(this.first).outcome())
                .isEqualTo(RefreshOutcome.LIMITED));
        assertThat(this.refreshes.refresh(second).outcome()).isEqualTo(RefreshOutcome.ROTATED);
    }

    @Test
    void raisesTheAlarmForTokenAheadOfItsSession() {
        double before = this.meters.counter("taskflow.auth.refresh.alarm").count();
        String ahead = this.tokens.derive(this.tokens.activeKeyId(), this.sessionId, 2, salt(this.sessionId));

        assertUnchanged(() -> assertThat(this.refreshes.refresh(ahead).outcome()).isEqualTo(RefreshOutcome.AHEAD));

        assertThat(this.meters.counter("taskflow.auth.refresh.alarm").count()).isGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"idle_expires_at", "expires_at"})
    void refusesExpiredSession(String expiry) {
        moveBack(expiry, "60 days");

        assertUnchanged(() -> assertThat(this.refreshes.refresh(this.first).outcome()).isEqualTo(RefreshOutcome.ENDED));
    }

    @Test
    void refusesDisabledUser() {
        this.jdbc.sql("update users set disabled_at = now() where id = ?").param(this.userId).update();

        assertUnchanged(() -> assertThat(this.refreshes.refresh(this.first).outcome()).isEqualTo(RefreshOutcome.ENDED));
    }

    @Test
    void movesTheIdleExpiryAndNeverTheAbsoluteOne() {
        moveBack("idle_expires_at", "6 days");
        moveBack("expires_at", "25 days");
        String absolute = column("expires_at::text", String.class);

        IssuedTokens issued = granted(this.refreshes.refresh(this.first));

        assertThat(column("expires_at::text", String.class)).isEqualTo(absolute);
        assertThat(column("idle_expires_at::text", String.class)).isEqualTo(absolute);
        assertThat(issued.refreshLifetime()).isLessThanOrEqualTo(Duration.ofDays(5));
    }

    @Test
    void bothParallelUsesOfOneTokenGetTheSameSuccessor() throws Exception {
        for (int round = 0; round < 10; round++) {
            String token = this.first;
            List<RefreshResult> both = together(List.of(() -> this.refreshes.refresh(token),
                    () -> this.refreshes.refresh(token)));

            assertThat(both).extracting(RefreshResult::outcome).containsExactlyInAnyOrder(RefreshOutcome.ROTATED,
                    RefreshOutcome.REPLAYED);
            assertThat(successor(both.get(0))).isEqualTo(successor(both.get(1)));
            this.first = successor(both.get(0));
        }
    }

    @Test
    void nothingSurvivesLogoutThatRacesRefresh() throws Exception {
        for (int round = 0; round < 10; round++) {
            IssuedTokens issued = this.signIns.login(new LoginRequest(this.email, ApiUser.PASSWORD), this.device);
            UUID id = this.tokens.parse(issued.refreshToken()).orElseThrow().sessionId();
            List<RefreshResult> results = together(List.of(() -> this.refreshes.refresh(issued.refreshToken()), () -> {
                this.sessions.logout(this.userId, id);
                return RefreshResult.refused(RefreshOutcome.ENDED);
            }));

            results.stream().map(RefreshResult::tokens).filter(Objects::nonNull).forEach((raced) -> assertThat(
                    this.refreshes.refresh(raced.refreshToken()).outcome()).isEqualTo(RefreshOutcome.ENDED));
            assertThat(this.refreshes.refresh(issued.refreshToken()).outcome()).isEqualTo(RefreshOutcome.ENDED);
        }
    }

    @Test
    void logoutTakesRotatedTokenAndMayBeRepeated() {
        String second = successor(this.refreshes.refresh(this.first));

        assertThat(this.refreshes.logout(this.first)).isTrue();
        assertThat(this.refreshes.logout(this.first)).isTrue();
        assertThat(this.refreshes.refresh(second).outcome()).isEqualTo(RefreshOutcome.ENDED);
        assertThat(column("revoked_reason", String.class)).isEqualTo("logout");
        assertThat(this.refreshes.logout("nonsense")).isFalse();
    }

    @Test
    void logoutAllEndsEverySessionAndRaisesTheEpoch() {
        String other = this.signIns.login(new LoginRequest(this.email, ApiUser.PASSWORD), this.device).refreshToken();

        this.sessions.logoutAll(new CurrentUser(this.userId, this.sessionId));

        assertThat(this.refreshes.refresh(this.first).outcome()).isEqualTo(RefreshOutcome.ENDED);
        assertThat(this.refreshes.refresh(other).outcome()).isEqualTo(RefreshOutcome.ENDED);
        IssuedTokens next = this.signIns.login(new LoginRequest(this.email, ApiUser.PASSWORD), this.device);
        assertThat(this.accessTokens.verify(next.response().accessToken()).map(AccessToken::epoch)).hasValue(1);
    }

    @Test
    void newPasswordEndsEverySessionInItsOwnTransaction() {
        this.transaction.executeWithoutResult((status) -> {
            this.users.changePassword(this.userId, "{noop}x");
            status.setRollbackOnly();
        });
        assertThat(this.refreshes.refresh(this.first).outcome()).isEqualTo(RefreshOutcome.ROTATED);

        this.transaction.executeWithoutResult((_) -> this.users.changePassword(this.userId, "{noop}x"));
        assertThat(this.refreshes.refresh(this.first).outcome()).isEqualTo(RefreshOutcome.ENDED);
        assertThat(column("revoked_reason", String.class)).isEqualTo("password_changed");
    }

    @Test
    void upgradesOutdatedHashOnLogin() {
        String outdated = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1,
                4096, 1).encode(ApiUser.PASSWORD);
        this.jdbc.sql("update users set password_hash = ? where id = ?").params(outdated, this.userId).update();

        this.signIns.login(new LoginRequest(this.email, ApiUser.PASSWORD), this.device);

        String upgraded = this.jdbc.sql("select password_hash from users where id = ?").param(this.userId)
                .query(String.class).single();
        assertThat(upgraded).isNotEqualTo(outdated).contains("m=19456");
        assertThat(this.signIns.login(new LoginRequest(this.email, ApiUser.PASSWORD), this.device)).isNotNull();
        assertThat(this.refreshes.refresh(this.first).outcome()).isEqualTo(RefreshOutcome.ROTATED);
    }

    private static String successor(RefreshResult refresh) {
        return granted(refresh).refreshToken();
    }

    private static IssuedTokens granted(RefreshResult refresh) {
        return Objects.requireNonNull(refresh.tokens(), () -> "Refused as " + refresh.outcome());
    }

    private <T> T column(String column, Class<T> type) {
        return this.jdbc.sql("select " + column + " from session where id = ?").param(this.sessionId).query(type)
                .single();
    }

    private void moveBack(String column, String interval) {
        this.jdbc.sql("update session set %1$s = %1$s - cast(? as interval) where id = ?".formatted(column))
                .params(interval, this.sessionId).update();
    }

    private void assertUnchanged(Runnable attempt) {
        Function<UUID, String> row = (id) -> this.jdbc.sql("select s::text from session s where id = ?").param(id)
                .query(String.class).single();
        String before = row.apply(this.sessionId);
        attempt.run();
        assertThat(row.apply(this.sessionId)).isEqualTo(before);
    }

    private byte[] salt(UUID id) {
        return this.jdbc.sql("select salt from session where id = ?").param(id).query(byte[].class).single();
    }

    private UUID openWith(RefreshTokens other) {
        SessionService service = new SessionService(this.repository, this.users,
                new TokenIssuer(this.accessTokens, other, this.deviceTokens, this.users), other, this.events,
                AccessTokensTests.defaults(),
                Clock.systemUTC());
        String token = this.transaction.execute((_) -> service
                .open(this.users.lockCredentials(this.userId).orElseThrow(), this.device).refreshToken());
        return other.parse(token).orElseThrow().sessionId();
    }

    private RefreshService serviceWith(RefreshTokens other) {
        SessionRotation rotation = new SessionRotation(this.repository, other, this.users,
                new TokenIssuer(this.accessTokens, other, this.deviceTokens, this.users), this.events,
                AccessTokensTests.defaults(), Clock.systemUTC());
        return new RefreshService(other, rotation, this.ownerTransactions, new UnansweredRefreshes(Clock.systemUTC()),
                new RefreshMetrics(this.meters));
    }

    private RefreshService serviceThatLeftUnanswered(String token, Duration ago) {
        MutableClock clock = MutableClock.at(Instant.EPOCH);
        UnansweredRefreshes unanswered = new UnansweredRefreshes(clock);
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> unanswered.watch(this.tokens.parse(token).orElseThrow(), () -> {
                    throw UnavailableException.busy();
                }));
        clock.advance(ago);
        return new RefreshService(this.tokens, this.rotation, this.ownerTransactions, unanswered,
                new RefreshMetrics(this.meters));
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<Future<T>> results = calls.stream().map((call) -> threads.submit(() -> {
                start.await();
                return call.call();
            })).toList();
            List<T> all = new ArrayList<>();
            for (Future<T> result : results) {
                all.add(result.get());
            }
            return all;
        }
    }

}
