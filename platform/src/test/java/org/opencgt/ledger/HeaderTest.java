package org.opencgt.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTest {

    private static final List<String> TEXTS = List.of(
            "unit:A9999-01", "person:nurse.zhang", "批:二〇二六-01", "x", "with \"quotes\"", "line\nbreak", "\\", "");
    private static final List<String> JSON =
            List.of("[]", "[1,\"]\"]", "[{\"a\":\"}\\\"]\"}]", "[[[[]]],{}]", "[{\"by\":\"张\\\\\"}]");

    private static final Header PLAIN = header(new SplittableRandom(7), List.of("unit:1", "person:2"), JSON.getFirst());

    @Test
    void isSpelledAsDocumented() {
        Header header = new Header(
                Hash.sha256("content"),
                "id-1",
                Instant.parse("2026-03-02T08:30:00Z"),
                "person:zhang",
                42,
                Instant.parse("2026-03-02T08:30:00.5Z"),
                "[]",
                List.of(new Link("unit:1", 1, null), new Link("batch:1", 7, Hash.sha256("previous"))),
                "clinic.thaw",
                "{\"outcome\":\"holds\"}");
        assertThat(header.text())
                .isEqualTo("{\"content\":\"" + Hash.sha256("content") + "\",\"id\":\"id-1\","
                        + "\"performedAt\":\"2026-03-02T08:30:00Z\",\"performer\":\"person:zhang\",\"position\":42,"
                        + "\"recordedAt\":\"2026-03-02T08:30:00.500Z\",\"signatures\":[],"
                        + "\"subjects\":[{\"previous\":null,\"ref\":\"unit:1\",\"version\":1},"
                        + "{\"previous\":\"" + Hash.sha256("previous") + "\",\"ref\":\"batch:1\",\"version\":7}],"
                        + "\"type\":\"clinic.thaw\",\"verdict\":{\"outcome\":\"holds\"}}")
                .isEqualTo(CanonicalJson.of(header.text()));
    }

    @Test
    void whateverIsWrittenIsReadBack() {
        SplittableRandom random = new SplittableRandom(8785);
        for (int i = 0; i < 2_000; i++) {
            Header header = header(random, TEXTS, JSON.get(random.nextInt(JSON.size())));
            assertThat(Header.parse(header.text())).isEqualTo(header);
        }
    }

    @Test
    void theScanReadsWhatTheParserReads() {
        SplittableRandom random = new SplittableRandom(6962);
        HeaderScan scan = new HeaderScan();
        int plain = 0;
        for (int i = 0; i < 2_000; i++) {
            List<String> texts = i % 2 == 0 ? TEXTS : TEXTS.subList(0, 4);
            Header header = header(random, texts, JSON.get(random.nextInt(JSON.size())));
            byte[] bytes = ("before" + header.text() + "after").getBytes(UTF_8);
            if (scan.scan(bytes, 6, bytes.length - 5)) {
                assertThat(read(scan, bytes)).isEqualTo(read(header));
                plain++;
            }
        }
        assertThat(plain).isGreaterThan(1_000);
    }

    @Test
    void theScanTakesNothingThatTheParserReadsInAnotherWay() {
        SplittableRandom random = new SplittableRandom(1);
        HeaderScan scan = new HeaderScan();
        byte[] right = PLAIN.text().getBytes(UTF_8);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = right.clone();
            bytes[random.nextInt(bytes.length)] = (byte) "0a:,\"{}[]\\Z .9".charAt(random.nextInt(14));
            if (!scan.scan(bytes, 0, bytes.length)) {
                continue;
            }
            String scanned = read(scan, bytes);
            try {
                assertThat(scanned).isEqualTo(read(Header.parse(new String(bytes, UTF_8))));
            } catch (IllegalArgumentException e) {
                // signatures, verdict and times are opaque to the scan; what it read is as it stands there
                assertThat(new String(bytes, UTF_8)).contains(scanned.split("\\|")[0]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            {"content"      ~ { "content"
            {"content"      ~ {"a":1,"content"
            "verdict"       ~ "verdict2"
            .123456Z        ~ .1234560Z
            "previous":null ~ "previous":""
            "position":     ~ "position":0
            "position":     ~ "position":1e
            """)
    void anyOtherSpellingIsRefused(String right, String wrong) {
        String text = PLAIN.text()
                .replaceFirst("\\.\\d+Z", ".123456Z")
                .replaceAll("\"previous\":\"\\w+\"", "\"previous\":null");
        assertThat(Header.parse(text)).isNotNull();
        assertThat(text).contains(right);
        assertThatThrownBy(() -> Header.parse(text.replace(right, wrong))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void chainsAreKeptHoweverManyThereAre() {
        Chains chains = new Chains();
        RefHash ref = new RefHash(RefHash.Key.random());
        int subjects = 50_000;
        for (int version = 1; version <= 2; version++) {
            for (int i = 0; i < subjects; i++) {
                ref.of("unit:" + i);
                int at = chains.find(ref.high, ref.low);
                assertThat(chains.version(at)).isEqualTo(version - 1);
                chains.put(at, ref.high, ref.low, version, 2L * i + version, new long[] {i, 2, 3, version}, 0);
            }
        }
        assertThat(chains.size()).isEqualTo(subjects);
        for (int i = 0; i < subjects; i++) {
            ref.of("unit:" + i);
            int at = chains.find(ref.high, ref.low);
            assertThat(chains.position(at)).isEqualTo(2L * i + 2);
            assertThat(chains.headIs(at, new long[] {i, 2, 3, 2}, 0)).isTrue();
            assertThat(chains.headIs(at, new long[] {i, 2, 3, 1}, 0)).isFalse();
        }
        ref.of("unit:none");
        assertThat(chains.version(chains.find(ref.high, ref.low))).isZero();
    }

    private static Header header(SplittableRandom random, List<String> texts, String signatures) {
        List<Link> links = IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> new Link(
                        text(random, texts),
                        1 + random.nextLong(1L << 40),
                        random.nextBoolean() ? null : Hash.sha256("" + random.nextInt())))
                .toList();
        return new Header(
                Hash.sha256("" + random.nextInt()),
                text(random, texts),
                time(random),
                text(random, texts),
                random.nextLong(1L << 50),
                time(random),
                signatures,
                links,
                text(random, texts),
                random.nextBoolean() ? "null" : "{\"verdict\":\"]}\"}");
    }

    private static String text(SplittableRandom random, List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static Instant time(SplittableRandom random) {
        Instant time = Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000));
        return time.truncatedTo(List.of(ChronoUnit.MICROS, ChronoUnit.MILLIS, ChronoUnit.SECONDS)
                .get(random.nextInt(3)));
    }

    private static String read(HeaderScan scan, byte[] bytes) {
        StringBuilder read = new StringBuilder();
        byte[] hash = new byte[Hash.LENGTH];
        HeaderScan.decode(bytes, scan.contentAt, hash, 0);
        read.append(HexFormat.of().formatHex(hash)).append('|');
        read.append(text(bytes, scan.idFrom, scan.idTo))
                .append('|')
                .append(scan.performedAt)
                .append('|');
        read.append(text(bytes, scan.performerFrom, scan.performerTo))
                .append('|')
                .append(scan.position)
                .append('|');
        read.append(scan.recordedAt).append('|').append(text(bytes, scan.typeFrom, scan.typeTo));
        for (int i = 0; i < scan.links; i++) {
            read.append('|').append(text(bytes, scan.refFrom[i], scan.refTo[i])).append(scan.version[i]);
            read.append(scan.previousAt[i] < 0 ? "null" : text(bytes, scan.previousAt[i], scan.previousAt[i] + 64));
        }
        return read.toString();
    }

    private static String read(Header header) {
        StringBuilder read = new StringBuilder();
        read.append(header.content())
                .append('|')
                .append(header.id())
                .append('|')
                .append(micros(header.performedAt()));
        read.append('|')
                .append(header.performer())
                .append('|')
                .append(header.position())
                .append('|');
        read.append(micros(header.recordedAt())).append('|').append(header.type());
        header.subjects()
                .forEach(link -> read.append('|')
                        .append(link.ref())
                        .append(link.version())
                        .append(link.previous()));
        return read.toString();
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, UTF_8);
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
