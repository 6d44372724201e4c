package org.opencgt.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public proof vectors of transparency-dev/merkle, right and wrong ones. They lie beside the repository (system property
 * {@code opencgt.reference}, or {@code shared/reference} in a folder above); without them this test is skipped.
 */
class PublicProofVectorsTest {

    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    @Test
    void inclusion() throws IOException {
        check("inclusion", vector -> {
            Optional<Proof> proof = Proof.of(vector, "leafIdx", "treeSize", "leafHash", "root");
            return proof.isPresent()
                    && new InclusionProof(proof.get().from, proof.get().to, proof.get().path)
                            .verify(proof.get().first, proof.get().second);
        });
    }

    @Test
    void consistency() throws IOException {
        check("consistency", vector -> {
            Optional<Proof> proof = Proof.of(vector, "size1", "size2", "root1", "root2");
            return proof.isPresent()
                    && new ConsistencyProof(proof.get().from, proof.get().to, proof.get().path)
                            .verify(proof.get().first, proof.get().second);
        });
    }

    private static void check(String kind, Predicate<JsonNode> verify) throws IOException {
        Optional<Path> folder = vectors();
        assumeTrue(folder.isPresent(), "the public proof vectors are not here: shared/reference/standards/tlog");
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        try (Stream<Path> files = Files.walk(folder.get().resolve(kind))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                JsonNode vector = JsonMapper.shared().readTree(Files.readString(file));
                if (verify.test(vector) == vector.required("wantErr").asBoolean()) {
                    wrong.add(file + ": " + vector.required("desc").asString());
                }
                checked++;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(90);
    }

    private static Optional<Path> vectors() {
        String vectors = "standards/tlog/merkle/testdata";
        String given = System.getProperty("opencgt.reference");
        if (given != null) {
            return Optional.of(Path.of(given, vectors)).filter(Files::isDirectory);
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/reference").resolve(vectors))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** A vector's proof; absent where a number or hash of it can't be one. */
    private record Proof(long from, long to, Hash first, Hash second, List<Hash> path) {

        static Optional<Proof> of(JsonNode vector, String from, String to, String first, String second) {
            List<String> base64 = new ArrayList<>(List.of(
                    vector.required(first).asString(), vector.required(second).asString()));
            vector.required("proof").values().forEach(hash -> base64.add(hash.asString()));
            List<byte[]> hashes =
                    base64.stream().map(Base64.getDecoder()::decode).toList();
            BigInteger largest = number(vector, from).max(number(vector, to));
            if (largest.compareTo(LARGEST) > 0 || hashes.stream().anyMatch(hash -> hash.length == 0)) {
                return Optional.empty();
            }
            List<Hash> all = hashes.stream().map(Proof::hash).toList();
            return Optional.of(new Proof(
                    number(vector, from).longValueExact(),
                    number(vector, to).longValueExact(),
                    all.get(0),
                    all.get(1),
                    all.subList(2, all.size())));
        }

        /** Where hashes don't matter, the vectors have a word instead; its hash stands for it. */
        private static Hash hash(byte[] bytes) {
            return bytes.length == Hash.LENGTH ? Hash.of(bytes) : new Hasher().sha256(bytes);
        }

        private static BigInteger number(JsonNode vector, String name) {
            return vector.required(name).bigIntegerValue();
        }
    }
}
