package com.taskflow.platform.flags;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/** Who is reached by a flag that is rolled out by and by. */
class RolloutTests {

    /** The same in every run, so that the shares are. */
    private static final List<String> USERS = IntStream.range(0, 10_000)
            .mapToObj((i) -> new UUID(i, ~i).toString()).toList();

    @Test
    void readsNameAndPercentage() {
        assertThat(Rollout.valueOf(" html-mail=25% ")).isEqualTo(new Rollout("html-mail", 25));
        assertThat(Rollout.valueOf("html-mail=100")).isEqualTo(new Rollout("html-mail", 100));
    }

    @Test
    void isReadFromTheSettings() {
        Binder settings = new Binder(
                new MapConfigurationPropertySource(Map.of("taskflow.flags.rollout", "html-mail=25, dark-mode=0")));

        assertThat(settings.bind("taskflow.flags", FlagsProperties.class).get().rollout())
                .containsExactly(new Rollout("html-mail", 25), new Rollout("dark-mode", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "html-mail", "html-mail=", "html-mail=101", "html-mail=-1", "html-mail=on", "=5"})
    void refusesAnythingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rollout.valueOf(text)).withMessageContaining(text);
    }

    @Test
    void reachesNobodyAtZeroAndEverybodyAtAHundred() {
        assertThat(USERS).noneMatch(new Rollout("html-mail", 0)::reaches)
                .allMatch(new Rollout("html-mail", 100)::reaches);
    }

    @Test
    void reachesItsShareOfUsers() {
        assertThat(USERS.stream().filter(new Rollout("html-mail", 25)::reaches).count()).isCloseTo(2500, within(150L));
    }

    @Test
    void keepsWhomItHadReachedWhenItGrows() {
        Rollout grown = new Rollout("html-mail", 50);

        assertThat(USERS.stream().filter(new Rollout("html-mail", 25)::reaches)).allMatch(grown::reaches);
    }

    @Test
    void reachesOthersFirstWithAnotherFlag() {
        long both = USERS.stream().filter(new Rollout("html-mail", 25)::reaches)
                .filter(new Rollout("dark-mode", 25)::reaches).count();

        assertThat(both).isCloseTo(625, within(100L));
    }

}
