package org.opencgt.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    /** The eight leaves with which the implementations of Certificate Transparency test themselves, and their roots. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final Hasher hasher = new Hasher();

    @Test
    void rootsOfTheKnownLeaves() {
        List<Hash> leaves = LEAVES.stream()
                .map(hex -> hasher.leaf(HexFormat.of().parseHex(hex)))
                .toList();
        for (int size = 0; size <= leaves.size(); size++) {
            assertThat(tree(leaves.subList(0, size)).root().hex()).isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void everyLeafOfEveryTreeProvesItselfAndNothingElse() {
        SplittableRandom random = new SplittableRandom(6962);
        for (int size = 1; size <= 70; size++) {
            List<Hash> leaves = leaves(size, random);
            MerkleTree tree = tree(leaves);
            assertThat(tree.root()).isEqualTo(naiveRoot(leaves));
            for (int index = 0; index < size; index++) {
                InclusionProof proof = tree.inclusion(index);
                assertThat(proof.verify(leaves.get(index), tree.root())).isTrue();
                int other = random.nextInt(size);
                assertThat(proof.verify(leaves.get(other), tree.root())).isEqualTo(other == index);
                assertThat(changed(proof, random).verify(leaves.get(index), tree.root()))
                        .isFalse();
            }
        }
    }

    @Test
    void everyTreeIsProvedToBeTheBeginningOfEveryLargerOne() {
        SplittableRandom random = new SplittableRandom(9162);
        List<Hash> leaves = leaves(70, random);
        for (int later = 1; later <= leaves.size(); later++) {
            MerkleTree tree = tree(leaves.subList(0, later));
            for (int earlier = 1; earlier <= later; earlier++) {
                Hash before = naiveRoot(leaves.subList(0, earlier));
                ConsistencyProof proof = tree.consistency(earlier);
                assertThat(proof.verify(before, tree.root())).isTrue();
                assertThat(proof.verify(Hash.sha256("another"), tree.root())).isFalse();
                assertThat(proof.verify(before, Hash.sha256("another"))).isFalse();
                assertThat(changed(proof, random).verify(before, tree.root())).isFalse();
            }
        }
    }

    @Test
    void thereIsNoProofOfWhatIsNotThere() {
        MerkleTree tree = tree(leaves(5, new SplittableRandom(1)));
        assertThatThrownBy(() -> tree.inclusion(5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.inclusion(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.consistency(6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static MerkleTree tree(List<Hash> leaves) {
        return new MerkleTree(
                leaves.size(),
                (level, index) -> naiveRoot(leaves.subList((int) (index << level), (int) (index + 1 << level))));
    }

    private static List<Hash> leaves(int size, SplittableRandom random) {
        return IntStream.range(0, size).mapToObj(i -> hash(random)).toList();
    }

    private static Hash hash(SplittableRandom random) {
        byte[] bytes = new byte[Hash.LENGTH];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }

    /** RFC 6962, section 2.1, word by word. */
    private static Hash naiveRoot(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.sha256("");
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = 1;
        while (2 * k < leaves.size()) {
            k *= 2;
        }
        return new Hasher().node(naiveRoot(leaves.subList(0, k)), naiveRoot(leaves.subList(k, leaves.size())));
    }

    private static InclusionProof changed(InclusionProof proof, SplittableRandom random) {
        return new InclusionProof(proof.index(), proof.size(), changed(proof.path(), random));
    }

    private static ConsistencyProof changed(ConsistencyProof proof, SplittableRandom random) {
        return new ConsistencyProof(proof.earlier(), proof.later(), changed(proof.path(), random));
    }

    /** The path with one hash more, less, or flipped in one bit. */
    private static List<Hash> changed(List<Hash> path, SplittableRandom random) {
        List<Hash> other = new ArrayList<>(path);
        int at = random.nextInt(path.size() + 1);
        if (at == path.size() || random.nextInt(3) == 0) {
            other.add(at, hash(random));
        } else if (random.nextBoolean()) {
            other.remove(at);
        } else {
            byte[] bytes = path.get(at).bytes();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            other.set(at, Hash.of(bytes));
        }
        return other;
    }
}
