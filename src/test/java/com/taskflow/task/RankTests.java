package com.taskflow.task;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.taskflow.platform.error.ConflictException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** That there is always room between two ranks, checked with many random ones. */
class RankTests {

    private static final int LONGEST = 255;

    @ParameterizedTest
    @CsvSource({"a00000001,a00000002,a00000001V", "a00000001,a00000001V,a00000001F", "a,c,b", "a,b,aV", "z,,zV",
        ",a00000001,a00000000",
        ",a00000000,Zzzzzzzzz", ",a00000010V,a0000000z", ",a,I", ",1,0V", "a,a1,a0V", "a,a0,a/V", "a,a01,a00V",
        "|,}Z,|V", "😀,😁,😀V"})
    void takesTheShortestInTheMiddle(@Nullable String low, @Nullable String high, String expected) {
        assertThat(between(low, high)).isEqualTo(expected);
    }

    @Test
    void findsPlacesInFrontOfAllWithoutGrowing() {
        String first = Rank.ofNewest(1);
        for (int i = 0; i < 100_000; i++) {
            first = between(null, first);
        }

        assertThat(first).hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void findsAThousandPlacesInOneGap(boolean fromBelow) {
        String low = Rank.ofNewest(1);
        String high = Rank.ofNewest(2);
        for (int i = 0; i < 1_000; i++) {
            String middle = between(low, high);
            low = fromBelow ? middle : low;
            high = fromBelow ? high : middle;
        }

        assertThat(low.length()).isLessThanOrEqualTo(LONGEST);
        assertThat(high.length()).isLessThanOrEqualTo(LONGEST);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsTheOrderOfRandomMoves(long seed) {
        Random random = new Random(seed);
        List<String> ranks = new ArrayList<>(List.of(Rank.ofNewest(1), Rank.ofNewest(2), Rank.ofNewest(3)));
        for (int i = 0; i < 2_000; i++) {
            // Every other one near the last: that is how people drag.
            int place = random.nextBoolean() ? random.nextInt(ranks.size() + 1) : ranks.size() / 2;
            ranks.add(place, between((place > 0) ? ranks.get(place - 1) : null,
                    (place < ranks.size()) ? ranks.get(place) : null));
        }

        assertThat(ranks).isSortedAccordingTo(RankTests::compareBytes).doesNotHaveDuplicates()
                .allMatch((rank) -> rank.length() <= LONGEST);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void findsRoomBetweenWhateverClientsHaveSet(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String one = anyRank(random);
            String other = anyRank(random);
            int order = compareBytes(one, other);
            if (order != 0) {
                String low = (order < 0) ? one : other;
                String high = (order < 0) ? other : one;
                String middle = between(low, high);

                assertThat(compareBytes(low, middle)).as("%s < %s", low, middle).isNegative();
                assertThat(compareBytes(middle, high)).as("%s < %s", middle, high).isNegative();
                assertThat(compareBytes(between(null, low), low)).isNegative();
                assertThat(compareBytes(between(high, null), high)).isPositive();
            }
        }
    }

    @Test
    void refusesWhatHasNoRoom() {
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> between("a", "a\u0001"));
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> between("z".repeat(LONGEST), null));
    }

    @Test
    void ranksTheNewestLast() {
        List<String> ranks = new ArrayList<>();
        for (long seq = 1; seq < 10_000_000_000L; seq = seq * 3 + 1) {
            ranks.add(Rank.ofNewest(seq));
        }

        assertThat(ranks).isSortedAccordingTo(RankTests::compareBytes);
        assertThat(new HashSet<>(ranks)).hasSameSizeAs(ranks);
    }

    private static String between(@Nullable String low, @Nullable String high) {
        return Rank.between(low, high);
    }

    /** Few characters, at the edges of what there is, so that many have long beginnings in common. */
    private static String anyRank(Random random) {
        int[] characters = {0x2, '/', '0', '1', '5', '9', 'A', 'Z', 'a', 'y', 'z', '|', 0xD7FF, 0xE000, 0xFFFD,
            0x10FFFF};
        StringBuilder rank = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            rank.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return rank.toString();
    }

    /** As PostgreSQL compares with the collation "C". */
    private static int compareBytes(String one, String other) {
        byte[] first = one.getBytes(StandardCharsets.UTF_8);
        byte[] second = other.getBytes(StandardCharsets.UTF_8);
        return Arrays.compareUnsigned(first, second);
    }

}
