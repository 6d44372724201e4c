package org.opencgt.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    /** Key, text and signature of the examples in Go's golang.org/x/mod/sumdb/note, where the format comes from. */
    private static final LogKey SIGNER =
            LogKey.parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");

    private static final VerifierKey VERIFIER =
            VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;

    private static final String NOTE = TEXT + """

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    /** The example of C2SP tlog-checkpoint. */
    private static final String CHECKPOINT = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
            """;

    @Test
    void signsAsGoDoes() {
        assertThat(SIGNER.verifier()).isEqualTo(VERIFIER).hasToString(VERIFIER.toString());
        assertThat(SIGNER.sign(TEXT)).hasToString(NOTE);
    }

    @Test
    void readsAndVerifiesWhatGoSigned() {
        SignedNote note = SignedNote.parse(NOTE);
        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.isSignedBy(VERIFIER)).isTrue();
        assertThat(note).hasToString(NOTE);
    }

    @Test
    void anyOtherTextIsNotSigned() {
        assertThat(SignedNote.parse(NOTE.replace("answer", "Answer")).isSignedBy(VERIFIER))
                .isFalse();
    }

    @Test
    void aKeyOfTheSameNameIsAnotherKey() {
        byte[] other = new byte[32];
        assertThat(SignedNote.parse(NOTE).isSignedBy(new VerifierKey("PeterNeumann", other)))
                .isFalse();
        assertThat(new VerifierKey("PeterNeumann", other).id()).isNotEqualTo(VERIFIER.id());
    }

    @Test
    void signaturesOfOthersAreLeftAside() {
        SignedNote own = SignedNote.parse(NOTE);
        SignedNote.Line witness = new SignedNote.Line(
                "witness.example", own.signatures().getFirst().signature());
        SignedNote both = new SignedNote(TEXT, List.of(witness, own.signatures().getFirst()));

        assertThat(SignedNote.parse(both.toString())).isEqualTo(both);
        assertThat(both.isSignedBy(VERIFIER)).isTrue();
        assertThat(new SignedNote(TEXT, List.of(witness)).isSignedBy(VERIFIER)).isFalse();
    }

    @Test
    void aTextMayHaveBlankLines() {
        SignedNote note = SIGNER.sign("Ognuno sta solo\n\n\ned è subito sera.\n");
        assertThat(SignedNote.parse(note.toString())).isEqualTo(note);
        assertThat(note.isSignedBy(VERIFIER)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\n\u2014 name\n",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n\u2014 name AAAAAAAA",
                "text\n\n- name AAAAAAAA\n",
                "text\n\n\u2014 na+me AAAAAAAA\n",
                "text\n\n\u2014 name AAAAAAAA extra\n",
                "text\n\n\u2014 name !!!!!!!!\n",
                "te\u0007xt\n\n\u2014 name AAAAAAAA\n",
                "text\n\n\u2014 name AAAAAAAA\nmore\n"
            })
    void whatIsNoNoteIsRefused(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumanm+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10Q=",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void whatIsNoVerifierKeyIsRefused(String key) {
        assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCheckpointIsThreeLines() {
        Checkpoint checkpoint = Checkpoint.parse(CHECKPOINT);
        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20852163);
        assertThat(checkpoint.text()).isEqualTo(CHECKPOINT);
        assertThat(Checkpoint.parse(CHECKPOINT + "an extension\n")).isEqualTo(checkpoint);
    }

    @Test
    void whatIsNoCheckpointIsRefused() {
        for (String wrong : List.of(
                "",
                "origin\n1\n",
                CHECKPOINT.replace("20852163", "020852163"),
                CHECKPOINT.replace("20852163", "-1"),
                CHECKPOINT.replace("20852163", "99999999999999999999"),
                CHECKPOINT.replace("CsUY", "CsU"),
                CHECKPOINT.replace("q2I=", "q2J="),
                CHECKPOINT + "\nmore\n")) {
            assertThatThrownBy(() -> Checkpoint.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
