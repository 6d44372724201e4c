package org.opencgt.act;

import java.time.Instant;

/**
 * A person's signature under an act: Ed25519 with the person's own key over the canonical JSON (RFC 8785) of
 * {@code {content, meaning, person, time}}.
 *
 * @param person reference of the signer
 * @param meaning what the signer states
 * @param time when the signer signed
 * @param content lower-case hex SHA-256 of the canonical content of the act
 * @param key the first 16 hex digits of SHA-256 of the public key
 * @param value base64 of the Ed25519 signature
 */
public record Signature(String person, Meaning meaning, Instant time, String content, String key, String value) {}
